import type { PoolSnapshot } from '../snapshot/parsed.ts';
import type { Holdings, Runs } from './holdings.ts';

/**
 * A pooled vault (§3.4): all of it stands behind every promise, so it is one position that each network can take
 * through each operator. Where the slasher is not known the low run counts no promise.
 *
 * @param pool - amount of the vault in base units, above 0
 */
export function poolRuns(
  pool: bigint,
  stakes: NonNullable<PoolSnapshot['stakes']>,
  slasher: PoolSnapshot['slasher'],
): Runs {
  const none: Holdings = { positions: [], staked: 1, idle: 0 };
  if (slasher === 'none' || stakes.length === 0) return { lo: none, hi: null };
  const whole = Number(pool);
  const promised: Holdings = {
    ...none,
    positions: [
      {
        share: 1,
        services: stakes.map(({ network }) => network),
        operators: stakes.map(({ operator }) => operator),
        parts: stakes.map(({ stake }) => Number(stake) / whole),
      },
    ],
  };
  return slasher === 'unknown' ? { lo: none, hi: promised } : { lo: promised, hi: null };
}
