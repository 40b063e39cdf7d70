import type { Found } from '../define-factor.ts';
import { type Facts, input } from '../facts.ts';
import type { Unit } from '../figure.ts';

/** Whether a request moves the person's own position. A bare snapshot is judged by the letter of §6. */
export function isOwnPosition({ exposure }: Facts): boolean {
  return exposure !== null && exposure.snapshots.some(({ kind }) => kind === 'direct');
}

/** A question that a position of one's own does not raise: nothing to measure, which is not the same as unknown. */
export function notAsked(facts: Facts, unit: Unit, why: string): Found {
  return {
    value: { kind: 'none', unit },
    how: {
      formula: `not asked of a position of your own: ${why}`,
      inputs: [input(facts, 'kind of stake', 'your own position')],
      steps: ['= nothing to measure'],
    },
  };
}

/** A position in EigenLayer itself is no token: nobody quotes, backs or bridges it. */
export function withoutToken(unit: Unit, assess: (facts: Facts) => Found): (facts: Facts) => Found {
  return (facts) =>
    isOwnPosition(facts)
      ? notAsked(facts, unit, 'it is no token that could be sold or bridged')
      : assess(facts);
}
