import { min, mulDivDown, WAD } from '../../core/index.ts';

/**
 * The share of a loss that cover would pay (§3.11): 1e18 where there is no loss; 0 where the policy does not name
 * the peril, and also where nobody knows whether it does (§2); else min(1e18, floor(available * 1e18 / loss)).
 * Wei both; a share, which errs downwards.
 *
 * @returns null where an amount is negative
 */
export function coverRatio(policy: {
  readonly lossPoolWei: bigint;
  readonly availableWei: bigint;
  readonly perilNamed: boolean | null;
}): bigint | null {
  const { lossPoolWei, availableWei, perilNamed } = policy;
  if (lossPoolWei < 0n || availableWei < 0n) return null;
  if (lossPoolWei === 0n) return WAD;
  return perilNamed === true ? min(WAD, mulDivDown(availableWei, WAD, lossPoolWei)) : 0n;
}

/**
 * What is lost after cover (§3.11): loss - floor(loss * ratio / 1e18), in wei, errs upwards.
 *
 * @returns null where the loss is negative or the ratio is not a share from 0 to 1e18
 */
export function netLoss(covered: {
  readonly lossWei: bigint;
  readonly coverRatioWad: bigint;
}): bigint | null {
  const { lossWei, coverRatioWad } = covered;
  if (lossWei < 0n || coverRatioWad < 0n || coverRatioWad > WAD) return null;
  return lossWei - mulDivDown(lossWei, coverRatioWad, WAD);
}
