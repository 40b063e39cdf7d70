import type { StakeAnswer } from '../answer.ts';
import { defineFactor } from '../define-factor.ts';
import { stakeIn } from '../facts.ts';
import { isOwnPosition, notAsked } from './own-position.ts';
import { type Points, pointsFound } from './points.ts';

/** As the answer of the model writes them. */
function pointsOf(hhi: StakeAnswer['operatorHhi']): Points | null {
  return hhi === null ? null : { lo: BigInt(hhi.lo), hi: BigInt(hhi.hi) };
}

export const operatorHhi = defineFactor({
  id: 'operatorHhi',
  question: 'Does the stake sit with few operators?',
  required: false,
  needs: 'snapshot',
  assess: (facts) =>
    isOwnPosition(facts)
      ? notAsked(facts, 'points', 'it has one operator')
      : pointsFound(facts, {
          points: pointsOf(stakeIn(facts)?.operatorHhi ?? null),
          over: 'operators; untraced stake left out (low) or with the largest one (high)',
          amounts: ({ tally }) => tally.delegated,
          uncertain: ({ whole }) => whole.untraced,
        }),
});
