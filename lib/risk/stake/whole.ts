import { max, min, mulDivDown, mulDivUp, WAD } from '../../core/index.ts';
import type { StakeSnapshot } from '../snapshot/parsed.ts';

/**
 * What the fractions are fractions of (§3.1). Where lines and idle funds exceed the total that the token names,
 * the two disagree: low ends divide by the larger, high ends by the smaller.
 */
export type Whole = {
  /** False: the total is not known, and every fraction is [0, 100 %]. */
  readonly known: boolean;
  /** T, the divisor of low ends. */
  readonly total: bigint;
  /** The divisor of high ends. */
  readonly named: bigint;
  /** U: stake nobody could trace. */
  readonly untraced: bigint;
  readonly disagree: boolean;
};

/** Total, untraced stake and the divisors of one snapshot. */
export function wholeOf(snapshot: StakeSnapshot): Whole {
  const values = [...snapshot.lines, ...snapshot.queued].map((line) => line.value);
  const parts = values.reduce((sum: bigint, value) => sum + (value ?? 0n), snapshot.assets?.idle ?? 0n);
  const named = snapshot.assets === null ? (values.includes(null) ? null : parts) : snapshot.assets.total;
  if (named === null) return { known: false, total: parts, named: parts, untraced: 0n, disagree: false };
  const total = max(named, parts);
  return { known: true, total, named, untraced: total - parts, disagree: parts > named };
}

/** An amount as a share of the whole, rounded down: a low end. */
export function shareDown(whole: Whole, wei: bigint): bigint {
  return whole.known ? mulDivDown(wei, WAD, whole.total) : 0n;
}

/** An amount as a share of the whole, rounded up, at most 100 %: a high end. */
export function shareUp(whole: Whole, wei: bigint): bigint {
  if (!whole.known) return WAD;
  if (wei === 0n) return 0n;
  return whole.named === 0n ? WAD : min(WAD, mulDivUp(wei, WAD, whole.named));
}
