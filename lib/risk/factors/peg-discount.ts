import type { Reading } from '../../core/index.ts';
import { defineFactor } from '../define-factor.ts';
import { exactAmount } from '../exact.ts';
import { pegDiscount as discount } from '../formulas/index.ts';
import { exactly, fromReadings } from './readings.ts';
import { withoutToken } from './own-position.ts';
import { resultStep } from './result.ts';

const FORMULA = 'market price below the redemption rate: 1 - market / rate, a premium is 0';

function lowest(least: Reading<bigint>): string {
  return least.status === 'known'
    ? `by another account the price is ${exactAmount(least.value)}`
    : 'the published price is not known and may be lower';
}

export const pegDiscount = defineFactor({
  id: 'pegDiscount',
  question: 'How far below its value does the token trade?',
  required: false,
  needs: 'request',
  assess: withoutToken('wad', (facts) =>
    fromReadings(
      facts,
      'wad',
      FORMULA,
      [
        { key: 'marketRate', label: 'market price', show: exactAmount },
        { key: 'rate', label: 'redemption rate', show: exactAmount },
      ],
      (get) => {
        const [marketWad, rateWad] = [get('marketRate'), get('rate')];
        const wad = discount({ marketWad, rateWad });
        if (wad === null) return null;
        const step = `1 - ${exactAmount(marketWad)} / ${exactAmount(rateWad)}, at least 0`;
        // A price that may be lower than this one gives the upper end; one that nobody heard gives none.
        const least = facts.exposure?.figures['marketRateAtLeast'];
        const most = least?.status === 'known' ? discount({ marketWad: least.value, rateWad }) : null;
        if (most !== null && most < wad) return null;
        const value =
          least === undefined
            ? exactly('wad', wad)
            : ({ kind: 'range', unit: 'wad', lo: wad, hi: most } as const);
        const more = least === undefined ? [] : [lowest(least)];
        return { value, steps: [step, ...more, resultStep(value)] };
      },
    ),
  ),
});
