import { mulDivUp, WAD } from '../core/index.ts';
import type { CannotEvaluate, PoolAnswer, WorstInPool } from './answer.ts';
import { exitRange, type Leaving, poolExit, whileLeaving } from './exit.ts';
import type { Runs } from './odds/holdings.ts';
import { poolRuns } from './odds/pool-holdings.ts';
import { type PoolShares, poolShares } from './pool-shares.ts';
import type { PoolSnapshot } from './snapshot/parsed.ts';

/** A pooled vault's answer beside what it was made of. */
export type PoolStudy = {
  readonly kind: 'pool';
  readonly snapshot: PoolSnapshot;
  readonly answer: PoolAnswer;
  /** What its odds are made of. */
  readonly runs: Runs;
};

type Promised = NonNullable<PoolSnapshot['stakes']>[number];

/**
 * The network or operator with the largest promises; of equals the smallest id. What may stand beside the listed
 * promises could be its own too.
 */
function worstBy(
  { stakes, unlisted, slasher, joining }: PoolSnapshot,
  idOf: (stake: Promised) => string,
  nobody: string,
  shares: PoolShares,
): WorstInPool | null {
  if (slasher === 'none') return null;
  const sums = new Map<string, bigint>();
  for (const stake of stakes ?? []) sums.set(idOf(stake), (sums.get(idOf(stake)) ?? 0n) + stake.stake);
  let top: { id: string; wei: bigint } | null = null;
  for (const [id, wei] of sums) {
    if (wei === 0n) continue;
    if (top === null || wei > top.wei || (wei === top.wei && id < top.id)) top = { id, wei };
  }
  if (top === null && unlisted > 0n) top = { id: nobody, wei: 0n };
  if (top === null) return null;
  const wad = String(shares.up(top.wei + unlisted));
  if (joining === null && unlisted === 0n) return { id: top.id, wad };
  return { id: top.id, wad, loWad: String(slasher === 'unknown' ? 0n : shares.down(top.wei)) };
}

function slashable(snapshot: PoolSnapshot, promised: bigint, shares: PoolShares): PoolAnswer['slashableNow'] {
  const { slasher, unlisted, joining, active } = snapshot;
  if (slasher === 'none') return { loWad: '0', hiWad: '0' };
  const sure = slasher === 'unknown' ? 0n : promised;
  // Who is first to join an empty pool may find all of it promised in the same block.
  const hi = joining !== null && active === 0n ? WAD : shares.up(promised + unlisted);
  return { loWad: String(shares.down(sure)), hiWad: String(hi) };
}

/** Pooled vaults of Symbiotic (§3.1, §3.3, §3.6). */
export function studyPool(snapshot: PoolSnapshot, leaving: Leaving): PoolStudy | CannotEvaluate {
  const { pool, stakes, deposit } = snapshot;
  const exit = exitRange(whileLeaving(leaving, poolExit(snapshot.epochSecs)));
  if (pool === null || stakes === null) return { cannotEvaluate: 'poolUnknown', exit };
  if (pool === 0n) return { cannotEvaluate: 'totalZero', exit };
  const promised = stakes.reduce((sum, { stake }) => sum + stake, 0n);
  const shares = poolShares(pool, snapshot);
  const slashableNow = slashable(snapshot, promised, shares);
  const answer: PoolAnswer = {
    slashableNow,
    worstNetwork: worstBy(snapshot, (stake) => stake.network, '?network', shares),
    worstOperator: worstBy(snapshot, (stake) => stake.operator, '?operator', shares),
    restakingDegreeWad: String(mulDivUp(promised, WAD, pool)),
    exit,
    depositLoss:
      deposit === null ? null : { nowHiWei: String(mulDivUp(deposit, BigInt(slashableNow.hiWad), WAD)) },
  };
  return { kind: 'pool', snapshot, answer, runs: poolRuns(pool, snapshot) };
}
