import type { Found } from '../define-factor.ts';
import { type Facts, stakeIn, unknownFigure } from '../facts.ts';
import type { FactorValue } from '../figure.ts';

type Points = { readonly lo: number; readonly hi: number };

/** A concentration index as a factor: 10,000 is all in one place; `null` means there is nothing to measure. */
export function pointsFound(facts: Facts, points: Points | null, over: string): Found {
  const none: FactorValue =
    stakeIn(facts) === null ? unknownFigure(facts, 'points') : { kind: 'none', unit: 'points' };
  const value: FactorValue =
    points === null ? none : { kind: 'range', unit: 'points', lo: BigInt(points.lo), hi: BigInt(points.hi) };
  const step = value.kind === 'range' ? `= ${value.lo} to ${value.hi}` : `= ${value.kind}`;
  return {
    value,
    how: { formula: `10,000 x the sum of squared shares of ${over}`, inputs: [], steps: [step] },
  };
}
