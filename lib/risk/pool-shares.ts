import { min, mulDivDown, mulDivUp, WAD } from '../core/index.ts';
import type { PoolSnapshot } from './snapshot/parsed.ts';

/** What part of a pool some of its base units are, in WAD: at least, and at most. */
export type PoolShares = {
  readonly down: (wei: bigint) => bigint;
  readonly up: (wei: bigint) => bigint;
  /** What the high end is a part of, in base units. */
  readonly under: bigint;
};

/**
 * Shares of a pool. Of the pool as it stands (§3.1) both ends are over all of it. Of somebody who joins it the low end
 * is over what it then holds. The high end is over the active stake alone: a slash that speaks of this epoch spares
 * those who leave with it, and a promise that follows the stake grows with the deposit, never faster than in
 * proportion, so that min(active, wei) / active holds for every size of deposit.
 *
 * @param pool - all that the vault holds, above 0
 */
export function poolShares(pool: bigint, { active, joining }: PoolSnapshot): PoolShares {
  const under = joining === null ? pool : (active ?? pool);
  const over = joining === null ? pool : joining.units === null ? null : pool + joining.units;
  return {
    under,
    up: (wei) => (wei === 0n ? 0n : under === 0n ? WAD : mulDivUp(min(under, wei), WAD, under)),
    down: (wei) => (over === null ? 0n : mulDivDown(min(pool, wei), WAD, over)),
  };
}
