import { type Facts, oddsOf } from '../facts.ts';
import type { Figure } from '../figure.ts';
import type { Finding } from '../finding.ts';

const BILLIONTH = 1_000_000_000n;

/** A tolerance as the person wrote it, `0.1`, in parts of 1e18: what a float adds to it is not theirs. */
function toleranceWad(share: number): bigint {
  return BigInt(Math.round(share * 1e9)) * BILLIONTH;
}

/** The chance of a large loss within a year, all in, of the worse run (sentence 16). It rests on guesses. */
export function oddsFindings(facts: Facts, figures: readonly Figure[]): Finding[] {
  const value = figures.find(({ id }) => id === 'pLossOverTolerance')?.value;
  if (oddsOf(facts) === null || value?.kind !== 'range' || value.hi === null) return [];
  const { values, yours } = facts.guesses;
  return [{ kind: 'odds', toleranceWad: toleranceWad(values.tolerance), hiWad: value.hi, yours }];
}
