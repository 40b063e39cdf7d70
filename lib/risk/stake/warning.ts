import { max, min } from '../../core/index.ts';
import type { Operator, StakeSnapshot } from '../snapshot/parsed.ts';

/** Later than any block a snapshot can name. */
export const ENDLESS = 1n << 2048n;

/**
 * How many blocks of warning an operator must give at least (§3.2).
 * `free`: before unallocated magnitude is at risk (d'). `move`: before stake of a burn-only set is in a
 * redistributing one (Y).
 */
export type Warning = { readonly free: bigint; readonly move: bigint };

/** Two readings of what is not known: `slow` for low ends (more warning), `fast` for high ends (less). */
export type Warnings = { readonly slow: Warning; readonly fast: Warning };

type Chain = { readonly now: bigint; readonly A: bigint; readonly D: bigint };

/** Delays and the block in which they count; A and D as in §2. */
function chainOf(snapshot: StakeSnapshot, unknownAs: bigint): Chain {
  const { configurationDelay, deallocationDelay, now } = snapshot;
  return {
    now,
    A: configurationDelay === null ? unknownAs : configurationDelay + 1n,
    D: deallocationDelay === null ? unknownAs : deallocationDelay + 1n,
  };
}

/** The delay now in force (null: never set), and a change that is still to come. */
type Delays = {
  readonly delay: bigint | null;
  readonly later: { readonly wait: bigint; readonly delay: bigint } | null;
};

/** Null where the delay, or whether a change is under way, is not known. */
function delaysOf(operator: Operator | undefined, now: bigint): Delays | null {
  if (operator === undefined || operator.pendingDelay === null) return null;
  const { delay, pendingDelay } = operator;
  if (pendingDelay !== 'none' && pendingDelay.effectBlock <= now)
    return { delay: pendingDelay.delay, later: null };
  if (delay === 'unknown') return null;
  if (pendingDelay === 'none') return { delay, later: null };
  return { delay, later: { wait: pendingDelay.effectBlock - now, delay: pendingDelay.delay } };
}

function warningOf({ delay, later }: Delays, { A, D }: Chain): Warning {
  const set = delay ?? ENDLESS;
  const free = min(set, A);
  const viaChange = max(D, A);
  if (later === null) return { free, move: min(D + set, viaChange) };
  const viaLater = min(viaChange, max(D, later.wait) + later.delay);
  return {
    free: min(free, later.wait + later.delay),
    move: later.wait > D ? min(D + set, viaLater) : viaLater,
  };
}

/** The least warning of one operator; an operator that was not described, or not read in full, may need none. */
export function warningsOf(operator: Operator | undefined, snapshot: StakeSnapshot): Warnings {
  const slow = chainOf(snapshot, ENDLESS);
  const fast = chainOf(snapshot, 1n);
  const delays = delaysOf(operator, snapshot.now);
  if (delays === null) return { slow: { free: ENDLESS, move: ENDLESS }, fast: { free: 0n, move: fast.D } };
  return { slow: warningOf(delays, slow), fast: warningOf(delays, fast) };
}
