import { min, mulDivDown, mulDivUp, WAD } from '../../core/index.ts';
import { defineFactor } from '../define-factor.ts';
import { exactAmount } from '../exact.ts';
import { fromReadings } from './readings.ts';
import { withoutToken } from './own-position.ts';
import { resultStep } from './result.ts';

/** Shown only: a forged release on one side is paid by holders on the other (§3.9). */
export const bridgeShare = defineFactor({
  id: 'bridgeShare',
  question: 'How much of the supply can a forged message release?',
  required: false,
  needs: 'request',
  assess: withoutToken('wad', (facts) =>
    fromReadings(
      facts,
      'wad',
      'tokens held by bridge adapters, over the supply',
      [
        { key: 'bridgeHeld', label: 'held by adapters', show: exactAmount },
        { key: 'supply', label: 'supply', show: exactAmount },
      ],
      (get) => {
        const [held, supply] = [get('bridgeHeld'), get('supply')];
        if (supply <= 0n || held < 0n) return null;
        const value = {
          kind: 'range',
          unit: 'wad',
          lo: min(WAD, mulDivDown(held, WAD, supply)),
          hi: min(WAD, mulDivUp(held, WAD, supply)),
        } as const;
        return { value, steps: [`${exactAmount(held)} / ${exactAmount(supply)}`, resultStep(value)] };
      },
    ),
  ),
});
