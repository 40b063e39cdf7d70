import { min } from '../../core/index.ts';
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
    const down = product / maximum;
    return { claim, down, up: down * maximum === product ? down : down + 1n };
  });
}

type Group = { readonly low: SumSet; readonly high: SumSet; down: bigint; up: bigint };

/** Added up by the figures they count in: however many claims, these are few. */
function grouped(taken: readonly Taken[]): readonly Group[] {
  const groups: Group[] = [];
  let group: Group | undefined;
  for (const { claim, down, up } of taken) {
    const { low, high } = claim;
    if (group?.low !== low || group.high !== high)
      group = groups.find((one) => one.low === low && one.high === high);
    if (group === undefined) groups.push((group = { low, high, down, up }));
    else {
      group.down += down;
      group.up += up;
    }
  }
  return groups;
}

/**
 * The sums of one line: low ends rounded down, high ends up, each capped at the line's value; scheduled growth
 * is capped with the whole, not here.
 *
 * @param sure - false for a queued line whose last block is not known: it counts 0 in every low end
 */
export function lineSums(value: bigint, taken: readonly Taken[], sure: boolean): Sums {
  const groups = grouped(taken);
  const capped = (sum: Sum, wei: bigint): bigint => (sum === 'added' ? wei : min(wei, value));
  return mapSums((sum) => {
    let [lo, hi] = [0n, 0n];
    for (const { low, high, down, up } of groups) {
      if (sure && holds(low, sum)) lo += down;
      if (holds(high, sum)) hi += up;
    }
    return { lo: capped(sum, lo), hi: capped(sum, hi) };
  });
}

/** A line nobody could read: anything from nothing to all of it; no theft where its strategy can only burn. */
export function unreadableSums(value: bigint, redistributable: boolean | null): Sums {
  const all = { lo: 0n, hi: value };
  const thefts = new Set<Sum>(['redistributable', 'theftNoNotice', 'theftBeforeExit']);
  return mapSums<Bounds>((sum) =>
    sum === 'added' || (redistributable === false && thefts.has(sum)) ? NOTHING : all,
  );
}
