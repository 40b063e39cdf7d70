import { poolShares } from '../pool-shares.ts';
import type { PoolSnapshot } from '../snapshot/parsed.ts';
import type { Holdings, Runs } from './holdings.ts';

/**
 * A pooled vault (§3.4): all of it stands behind every promise, so it is one position that each network can take
 * through each operator. Where the slasher is not known the low run counts no promise; promises that nobody could
 * list count in the high run alone, as those of one network and one operator.
 *
 * @param pool - amount of the vault in base units, above 0
 */
export function poolRuns(pool: bigint, snapshot: PoolSnapshot): Runs {
  const { slasher, unlisted, joining } = snapshot;
  const stakes = snapshot.stakes ?? [];
  const none: Holdings = { positions: [], staked: 1, idle: 0 };
  if (slasher === 'none' || (stakes.length === 0 && unlisted === 0n)) return { lo: none, hi: null };
  const listed = holdingsOf(stakes, Number(pool));
  if (joining === null && unlisted === 0n)
    return slasher === 'unknown' ? { lo: none, hi: listed } : { lo: listed, hi: null };
  const { under } = poolShares(pool, snapshot);
  const all =
    unlisted === 0n ? stakes : [...stakes, { network: '?network', operator: '?operator', stake: unlisted }];
  const over = joining === null ? pool : joining.units === null ? null : pool + joining.units;
  return {
    lo: slasher === 'unknown' || over === null ? none : holdingsOf(stakes, Number(over)),
    hi: holdingsOf(all, Number(under === 0n ? 1n : under)),
  };
}

function holdingsOf(stakes: NonNullable<PoolSnapshot['stakes']>, whole: number): Holdings {
  return {
    positions: [
      {
        share: 1,
        services: stakes.map(({ network }) => network),
        operators: stakes.map(({ operator }) => operator),
        parts: stakes.map(({ stake }) => Number(stake) / whole),
      },
    ],
    staked: 1,
    idle: 0,
  };
}
