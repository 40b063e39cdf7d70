import { defineFactor } from '../define-factor.ts';
import { exactAmount } from '../exact.ts';
import { backingGap as gap } from '../formulas/index.ts';
import { exactly, fromReadings } from './readings.ts';
import { withoutToken } from './own-position.ts';
import { resultStep } from './result.ts';

const FORMULA = 'claims that no assets stand behind: 1 - assets / (supply x rate)';

export const backingGap = defineFactor({
  id: 'backingGap',
  question: 'Is every token backed?',
  required: false,
  needs: 'request',
  assess: withoutToken('wad', (facts) => {
    // A token's total may be what holders claim, or of an earlier time: assets counted apart go before it.
    const assets = facts.exposure?.figures['backingWei'] === undefined ? 'totalWei' : 'backingWei';
    return fromReadings(
      facts,
      'wad',
      FORMULA,
      [
        { key: assets, label: 'assets', show: exactAmount },
        { key: 'supply', label: 'supply', show: exactAmount },
        { key: 'rate', label: 'redemption rate', show: exactAmount },
      ],
      (get) => {
        const [backingWei, supplyWei, rateWad] = [get(assets), get('supply'), get('rate')];
        const wad = gap({ backingWei, supplyWei, rateWad });
        if (wad === null) return null;
        const value = exactly('wad', wad);
        const claims = `(${exactAmount(supplyWei)} x ${exactAmount(rateWad)})`;
        return {
          value,
          steps: [`1 - ${exactAmount(backingWei)} / ${claims}, at least 0`, resultStep(value)],
        };
      },
    );
  }),
});
