import { defineFactor } from '../define-factor.ts';
import { exactAmount } from '../exact.ts';
import { solvency as held } from '../formulas/index.ts';
import { exactly, fromReadings } from './readings.ts';
import { resultStep } from './result.ts';

/** Shown only; a fund that holds less than it has promised is a finding of its own (§3.11). */
export const solvency = defineFactor({
  id: 'solvency',
  question: 'Does the cover fund hold what it has promised?',
  required: false,
  needs: 'request',
  assess: (facts) =>
    fromReadings(
      facts,
      'wad',
      'what the cover fund holds, over what it has promised, at most 100 %',
      [
        { key: 'coverAvailableWei', label: 'held', show: exactAmount },
        { key: 'coverOutstandingWei', label: 'promised', show: exactAmount },
      ],
      (get) => {
        const fund = { availableWei: get('coverAvailableWei'), outstandingWei: get('coverOutstandingWei') };
        const wad = held(fund);
        if (wad === null) return null;
        const value = exactly('wad', wad);
        const step = `${exactAmount(fund.availableWei)} / ${exactAmount(fund.outstandingWei)}, at most 100 %`;
        return { value, steps: [step, resultStep(value)] };
      },
    ),
});
