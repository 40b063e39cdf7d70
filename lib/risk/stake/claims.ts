import type { Allocation, Book, StakeSnapshot } from '../snapshot/parsed.ts';
import type { Warning, Warnings } from './warning.ts';

/** The figures that are sums over lines, each with a low and a high end. `added` is scheduled growth (§3.2). */
export type Sum = keyof typeof BIT;

/** A set of `Sum`s as bits: most claims of a book share few of them, which keeps a long walk short. */
export type SumSet = number;
const BIT = {
  now: 1,
  redistributable: 2,
  noNotice: 4,
  beforeExit: 8,
  theftNoNotice: 16,
  theftBeforeExit: 32,
  added: 64,
} as const;

/** Whether a set of sums holds one of them. */
export function holds(set: SumSet, sum: Sum): boolean {
  return (set & BIT[sum]) !== 0;
}

/** Magnitude that counts in the low ends of some figures and in the high ends of some. */
export type Claim = {
  readonly magnitude: bigint;
  readonly low: SumSet;
  readonly high: SumSet;
  /** The allocation whose current magnitude this is; null for growth and free magnitude. */
  readonly current: Allocation | null;
  /** The allocation that is announced to grow by this. */
  readonly growth: Allocation | null;
};

/** Blocks within which a line stays exposed while its owner leaves: for low ends, for high ends. */
export type Horizon = { readonly low: bigint; readonly high: bigint };

export type ClaimContext = {
  readonly now: bigint;
  readonly warnings: Warnings;
  readonly horizon: Horizon;
  /** Whether slashed stake of this strategy could be paid to somebody; null: not known. */
  readonly redistributable: boolean | null;
};

/** One end of the interval: which unknowns count as true, how much warning, how long. */
type End = { readonly high: boolean; readonly warning: Warning; readonly blocks: bigint };

function holdsAt(end: End, fact: boolean | null): boolean {
  return end.high ? fact !== false : fact === true;
}

/** Theft counts a current magnitude within `h` when (a), (b) or (c) of §3.2 holds. */
function stealable(end: End, allocation: Allocation, h: bigint, fresh: boolean): boolean {
  if (holdsAt(end, allocation.redistributing)) return true;
  if (h >= end.warning.move) return true;
  if (!fresh || end.warning.free > h) return false;
  // Dormant is "not slashable or not in the set", so it is sure when one is surely false.
  return end.high
    ? allocation.slashable !== true || allocation.inSet !== true
    : allocation.slashable === false || allocation.inSet === false;
}

function currentSums(end: End, allocation: Allocation, pays: boolean): SumSet {
  const slashable = holdsAt(end, allocation.slashable) && holdsAt(end, allocation.inSet);
  let sums: SumSet = BIT.noNotice | BIT.beforeExit;
  if (slashable) sums |= BIT.now;
  if (!pays) return sums;
  if (slashable && holdsAt(end, allocation.redistributing)) sums |= BIT.redistributable;
  if (stealable(end, allocation, 0n, true)) sums |= BIT.theftNoNotice;
  if (stealable(end, allocation, end.blocks, true)) sums |= BIT.theftBeforeExit;
  return sums;
}

function growthSums(end: End, allocation: Allocation, now: bigint, pays: boolean): SumSet {
  // Settled: what is still pending takes effect after `now`, so it never counts without warning.
  if (allocation.effectBlock > now + end.blocks) return 0;
  let sums: SumSet = BIT.beforeExit;
  if (holdsAt(end, allocation.slashable) && holdsAt(end, allocation.inSet)) sums |= BIT.added;
  if (pays && stealable(end, allocation, end.blocks, false)) sums |= BIT.theftBeforeExit;
  return sums;
}

function freeSums(end: End, pays: boolean): SumSet {
  let sums: SumSet = 0;
  if (end.warning.free === 0n) sums |= pays ? BIT.noNotice | BIT.theftNoNotice : BIT.noNotice;
  if (end.warning.free <= end.blocks) sums |= pays ? BIT.beforeExit | BIT.theftBeforeExit : BIT.beforeExit;
  return sums;
}

/**
 * What an operator's book lets count in each figure. Null where the book cannot be read or its maximum is 0:
 * then a line there is unreadable.
 */
export function claimsOf(book: Book | undefined, context: ClaimContext): readonly Claim[] | null {
  if (book === undefined || book.maximum === null || book.maximum === 0n || book.allocations === null)
    return null;
  const { now, warnings, horizon, redistributable } = context;
  const low: End = { high: false, warning: warnings.slow, blocks: horizon.low };
  const high: End = { high: true, warning: warnings.fast, blocks: horizon.high };
  const [lowPays, highPays] = [redistributable === true, redistributable !== false];
  const claims: Claim[] = [];
  let free = book.maximum;
  for (const allocation of book.allocations) {
    const { current, pendingDiff } = allocation;
    free -= current;
    if (current > 0n) {
      claims.push({
        magnitude: current,
        low: currentSums(low, allocation, lowPays),
        high: currentSums(high, allocation, highPays),
        current: allocation,
        growth: null,
      });
    }
    if (pendingDiff <= 0n) continue;
    free -= pendingDiff;
    claims.push({
      magnitude: pendingDiff,
      low: growthSums(low, allocation, now, lowPays),
      high: growthSums(high, allocation, now, highPays),
      current: null,
      growth: allocation,
    });
  }
  if (free > 0n) {
    const sums = { low: freeSums(low, lowPays), high: freeSums(high, highPays) };
    claims.push({ magnitude: free, ...sums, current: null, growth: null });
  }
  return claims;
}

/** Whether a strategy's slashed stake could be paid to somebody; not described is not known. */
export function payable(snapshot: StakeSnapshot, strategy: string): boolean | null {
  return snapshot.redistributable.get(strategy) ?? null;
}
