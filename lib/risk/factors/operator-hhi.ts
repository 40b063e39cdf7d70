import type { StakeAnswer } from '../answer.ts';
import { defineFactor, type Found } from '../define-factor.ts';
import { type Facts, input, stakeIn } from '../facts.ts';
import { type Points, pointsFound } from './points.ts';

/** A person's own position sits with the one operator they chose: nothing about it could be spread. */
function ownPosition(facts: Facts): Found {
  return {
    value: { kind: 'none', unit: 'points' },
    how: {
      formula: 'not asked of a position of your own: it has one operator',
      inputs: [input(facts, 'kind of stake', 'your own position')],
      steps: ['= nothing to measure'],
    },
  };
}

/** As the answer of the model writes them. */
function pointsOf(hhi: StakeAnswer['operatorHhi']): Points | null {
  return hhi === null ? null : { lo: BigInt(hhi.lo), hi: BigInt(hhi.hi) };
}

/** Whether a request moves the person's own position. A bare snapshot is judged by the letter of §6. */
function isOwnPosition({ exposure }: Facts): boolean {
  return exposure !== null && exposure.snapshots.some(({ kind }) => kind === 'direct');
}

export const operatorHhi = defineFactor({
  id: 'operatorHhi',
  question: 'Does the stake sit with few operators?',
  required: false,
  needs: 'snapshot',
  assess: (facts) =>
    isOwnPosition(facts)
      ? ownPosition(facts)
      : pointsFound(facts, {
          points: pointsOf(stakeIn(facts)?.operatorHhi ?? null),
          over: 'operators; untraced stake left out (low) or with the largest one (high)',
          amounts: ({ tally }) => tally.delegated,
          uncertain: ({ whole }) => whole.untraced,
        }),
});
