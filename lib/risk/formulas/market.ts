import { max, mulDivDown, WAD } from '../../core/index.ts';

/**
 * How far below its redemption rate a token trades (§3.10): max(0, 1e18 - floor(market * 1e18 / rate)).
 * A premium is 0. Both prices 1e18 = 1 ETH a token; the answer is a share, 1e18 = 100 %, and errs upwards.
 *
 * @returns null where the rate is not above 0 or the price is negative: then nothing can be compared
 */
export function pegDiscount(prices: { readonly marketWad: bigint; readonly rateWad: bigint }): bigint | null {
  const { marketWad, rateWad } = prices;
  if (rateWad <= 0n || marketWad < 0n) return null;
  return max(0n, WAD - mulDivDown(marketWad, WAD, rateWad));
}

/**
 * What selling costs, discount and slippage together (§3.10): max(0, 1e18 - floor(out * 1e36 / (in * rate))).
 * `inLrtWei` in token units, `outWei` in wei of ETH, rate 1e18 = 1 ETH a token; a share, which errs upwards.
 *
 * @returns null where nothing was sold, the rate is not above 0, or an amount is negative
 */
export function sellCost(quote: {
  readonly inLrtWei: bigint;
  readonly outWei: bigint;
  readonly rateWad: bigint;
}): bigint | null {
  const { inLrtWei, outWei, rateWad } = quote;
  if (inLrtWei <= 0n || rateWad <= 0n || outWei < 0n) return null;
  return max(0n, WAD - mulDivDown(outWei, WAD * WAD, inLrtWei * rateWad));
}
