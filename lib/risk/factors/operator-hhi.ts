import { defineFactor, type Found } from '../define-factor.ts';
import { type Facts, stakeIn } from '../facts.ts';
import { pointsFound } from './points.ts';

/** A person's own position sits with the one operator they chose: nothing about it could be spread. */
const OWN_POSITION: Found = {
  value: { kind: 'none', unit: 'points' },
  how: { formula: 'not asked of a position of your own: it has one operator', inputs: [], steps: [] },
};

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
      ? OWN_POSITION
      : pointsFound(
          facts,
          stakeIn(facts)?.operatorHhi ?? null,
          'operators; untraced stake left out (low) or with the largest one (high)',
        ),
});
