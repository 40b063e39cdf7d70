import { defineFactor } from '../define-factor.ts';
import { exactAmount } from '../exact.ts';
import { pegDiscount as discount } from '../formulas/index.ts';
import { exactly, fromReadings } from './readings.ts';
import { withoutToken } from './own-position.ts';
import { resultStep } from './result.ts';

const FORMULA = 'market price below the redemption rate: 1 - market / rate, a premium is 0';

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
        // A price that nobody heard may be lower than those that were: they give the lower end alone.
        const unheard = facts.exposure?.figures['marketRateAtLeast']?.status === 'unknown';
        const value = unheard
          ? ({ kind: 'range', unit: 'wad', lo: wad, hi: null } as const)
          : exactly('wad', wad);
        const more = unheard ? ['the published price is not known and may be lower'] : [];
        return { value, steps: [step, ...more, resultStep(value)] };
      },
    ),
  ),
});
