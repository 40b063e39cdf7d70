import { min, mulDivDown, mulDivUp, WAD } from '../../core/index.ts';
import { defineFactor } from '../define-factor.ts';
import { exactAmount } from '../exact.ts';
import { fromReadings, readingOf } from './readings.ts';
import { withoutToken } from './own-position.ts';
import { resultStep } from './result.ts';

/** Shown only: a forged release on one side is paid by holders on the other (§3.9). */
export const bridgeShare = defineFactor({
  id: 'bridgeShare',
  question: 'How much of the supply can a forged message release?',
  required: false,
  needs: 'request',
  assess: withoutToken('wad', (facts) => {
    // The token that crosses may be another than the one the stake is counted in (weETH, eETH).
    const figures = facts.exposure?.figures ?? {};
    const supplyKey = figures['bridgeSupply'] === undefined ? 'supply' : 'bridgeSupply';
    const most = figures['bridgeHeldAtMost'] === undefined ? null : readingOf(facts, 'bridgeHeldAtMost');
    return fromReadings(
      facts,
      'wad',
      'tokens held by bridge adapters, over the supply',
      [
        { key: 'bridgeHeld', label: 'held by adapters', show: exactAmount },
        { key: supplyKey, label: 'supply', show: exactAmount },
      ],
      (get) => {
        const [held, supply] = [get('bridgeHeld'), get(supplyKey)];
        const top = most === null ? held : most.status === 'known' ? most.value : null;
        if (supply <= 0n || held < 0n || (top !== null && top < held)) return null;
        const value = {
          kind: 'range',
          unit: 'wad',
          lo: min(WAD, mulDivDown(held, WAD, supply)),
          hi: top === null ? null : min(WAD, mulDivUp(top, WAD, supply)),
        } as const;
        const rest = top === null ? ['what other bridges hold is not known'] : [];
        return {
          value,
          steps: [`${exactAmount(held)} / ${exactAmount(supply)}`, ...rest, resultStep(value)],
        };
      },
    );
  }),
});
