import { max, min, mulDivDown, WAD } from '../../core/index.ts';

/**
 * Claims that no assets stand behind (§3.8): max(0, 1e18 - floor(backing * 1e36 / (supply * rate))).
 * `backingWei` in wei of ETH, `supplyWei` in token units, rate 1e18 = 1 ETH a token; a share, which errs upwards.
 *
 * @returns null where supply or rate is not above 0, or the backing is negative: a token that nobody holds, or
 * that is worth nothing, is more likely a reading that went wrong than a token without a gap
 */
export function backingGap(books: {
  readonly backingWei: bigint;
  readonly supplyWei: bigint;
  readonly rateWad: bigint;
}): bigint | null {
  const { backingWei, supplyWei, rateWad } = books;
  if (supplyWei <= 0n || rateWad <= 0n || backingWei < 0n) return null;
  return max(0n, WAD - mulDivDown(backingWei, WAD * WAD, supplyWei * rateWad));
}

/**
 * How much of what a cover fund has promised it holds (§3.11): min(1e18, floor(available * 1e18 / outstanding)).
 * Wei both; a share, which errs downwards. A fund that has promised nothing holds all of it: 1e18.
 *
 * @returns null where an amount is negative
 */
export function solvency(fund: {
  readonly availableWei: bigint;
  readonly outstandingWei: bigint;
}): bigint | null {
  const { availableWei, outstandingWei } = fund;
  if (availableWei < 0n || outstandingWei < 0n) return null;
  return outstandingWei === 0n ? WAD : min(WAD, mulDivDown(availableWei, WAD, outstandingWei));
}
