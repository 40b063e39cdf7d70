import { min, mulDivDown, mulDivUp, WAD } from '../core/index.ts';
import type { CannotEvaluate, PoolAnswer } from './answer.ts';
import { exitRange, type Leaving, poolExit, whileLeaving } from './exit.ts';
import type { Runs } from './odds/holdings.ts';
import { poolRuns } from './odds/pool-holdings.ts';
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

/** The network or operator with the largest promises; of equals the smallest id. */
function worstBy(
  stakes: readonly Promised[],
  idOf: (stake: Promised) => string,
  pool: bigint,
): PoolAnswer['worstNetwork'] {
  const sums = new Map<string, bigint>();
  for (const stake of stakes) sums.set(idOf(stake), (sums.get(idOf(stake)) ?? 0n) + stake.stake);
  let top: { id: string; wei: bigint } | null = null;
  for (const [id, wei] of sums) {
    if (wei === 0n) continue;
    if (top === null || wei > top.wei || (wei === top.wei && id < top.id)) top = { id, wei };
  }
  return top && { id: top.id, wad: String(mulDivUp(min(pool, top.wei), WAD, pool)) };
}

function slashable(
  pool: bigint,
  promised: bigint,
  slasher: PoolSnapshot['slasher'],
): PoolAnswer['slashableNow'] {
  const reach = slasher === 'none' ? 0n : min(pool, promised);
  const sure = slasher === 'unknown' ? 0n : reach;
  return { loWad: String(mulDivDown(sure, WAD, pool)), hiWad: String(mulDivUp(reach, WAD, pool)) };
}

/** Pooled vaults of Symbiotic v1 (§3.1, §3.3, §3.6). */
export function studyPool(snapshot: PoolSnapshot, leaving: Leaving): PoolStudy | CannotEvaluate {
  const { pool, stakes, slasher, deposit } = snapshot;
  const exit = exitRange(whileLeaving(leaving, poolExit(snapshot.epochSecs)));
  if (pool === null || stakes === null) return { cannotEvaluate: 'poolUnknown', exit };
  if (pool === 0n) return { cannotEvaluate: 'totalZero', exit };
  const promised = stakes.reduce((sum, { stake }) => sum + stake, 0n);
  const slashableNow = slashable(pool, promised, slasher);
  const named = slasher === 'none' ? [] : stakes;
  const answer: PoolAnswer = {
    slashableNow,
    worstNetwork: worstBy(named, (stake) => stake.network, pool),
    worstOperator: worstBy(named, (stake) => stake.operator, pool),
    restakingDegreeWad: String(mulDivUp(promised, WAD, pool)),
    exit,
    depositLoss:
      deposit === null ? null : { nowHiWei: String(mulDivUp(deposit, BigInt(slashableNow.hiWad), WAD)) },
  };
  return { kind: 'pool', snapshot, answer, runs: poolRuns(pool, stakes, slasher) };
}
