import { min, mulDivDown, WAD } from '../../core/index.ts';

/** Initial penalty since Electra, and the multiplier of the correlation penalty: consensus-specs, presets/mainnet. */
const INITIAL_QUOTIENT = 4_096n;
const MULTIPLIER = 3n;

/**
 * What slashed validators lose to Ethereum itself (§3.11): min(1, 1/4096 + min(1, 3q)), q = slashed stake over all
 * stake within the 36 days. Each part is rounded down, as the protocol does; missed rewards come on top.
 * Wei both; a share, 1e18 = 100 %.
 *
 * @returns null where all stake is not above 0 or the slashed stake is negative
 */
export function beaconSlash(stake: {
  readonly slashedWei: bigint;
  readonly totalStakedWei: bigint;
}): bigint | null {
  const { slashedWei, totalStakedWei } = stake;
  if (totalStakedWei <= 0n || slashedWei < 0n) return null;
  const together = min(WAD, mulDivDown(MULTIPLIER * slashedWei, WAD, totalStakedWei));
  return min(WAD, WAD / INITIAL_QUOTIENT + together);
}
