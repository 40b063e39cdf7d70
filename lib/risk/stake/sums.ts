import { min, mulDivDown } from '../../core/index.ts';
import { type Claim, holds, type Sum, type SumSet } from './claims.ts';

export type Bounds = { readonly lo: bigint; readonly hi: bigint };
export type Sums = Readonly<Record<Sum, Bounds>>;

const NOTHING: Bounds = { lo: 0n, hi: 0n };

/** One value for each sum. */
export function mapSums<T>(from: (sum: Sum) => T): Readonly<Record<Sum, T>> {
  return {
    now: from('now'),
    redistributable: from('redistributable'),
    noNotice: from('noNotice'),
    beforeExit: from('beforeExit'),
    theftNoNotice: from('theftNoNotice'),
    theftBeforeExit: from('theftBeforeExit'),
    added: from('added'),
  };
}

/** Sums that are all zero. */
export const NO_SUMS: Sums = mapSums(() => NOTHING);

/** Two `Sums` added. */
export function addSums(a: Sums, b: Sums): Sums {
  return mapSums((sum) => ({ lo: a[sum].lo + b[sum].lo, hi: a[sum].hi + b[sum].hi }));
}

/** What a claim takes of a line, rounded down and up. */
export type Taken = { readonly claim: Claim; readonly down: bigint; readonly up: bigint };

/** Every claim's part of a value, with the book's maximum above 0. One division serves both ends. */
export function take(value: bigint, maximum: bigint, claims: readonly Claim[]): readonly Taken[] {
  return claims.map((claim) => {
    const product = value * claim.magnitude;
    const down = mulDivDown(product, 1n, maximum);
    return { claim, down, up: down * maximum === product ? down : down + 1n };
  });
}

/**
 * The sums of one line: low ends rounded down, high ends up, each capped at the line's value; scheduled growth
 * is capped with the whole, not here.
 *
 * @param sure - false for a queued line whose last block is not known: it counts 0 in every low end
 */
export function lineSums(value: bigint, taken: readonly Taken[], sure: boolean): Sums {
  const lows = new Map<SumSet, bigint>();
  const highs = new Map<SumSet, bigint>();
  for (const { claim, down, up } of taken) {
    lows.set(claim.low, (lows.get(claim.low) ?? 0n) + down);
    highs.set(claim.high, (highs.get(claim.high) ?? 0n) + up);
  }
  const total = (parts: ReadonlyMap<SumSet, bigint>, sum: Sum): bigint => {
    let wei = 0n;
    for (const [set, part] of parts) if (holds(set, sum)) wei += part;
    return sum === 'added' ? wei : min(wei, value);
  };
  return mapSums((sum) => ({ lo: sure ? total(lows, sum) : 0n, hi: total(highs, sum) }));
}

/** A line nobody could read: anything from nothing to all of it; no theft where its strategy can only burn. */
export function unreadableSums(value: bigint, redistributable: boolean | null): Sums {
  const all = { lo: 0n, hi: value };
  const thefts = new Set<Sum>(['redistributable', 'theftNoNotice', 'theftBeforeExit']);
  return mapSums<Bounds>((sum) =>
    sum === 'added' || (redistributable === false && thefts.has(sum)) ? NOTHING : all,
  );
}
