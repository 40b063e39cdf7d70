/** Amounts in base units (1e18 = one ETH). */
export type Wei = bigint & { readonly __unit: 'wei' };
/** Fractions as integers, 1e18 = 100 %. */
export type Wad = bigint & { readonly __unit: 'wad' };

export const WAD = 1_000_000_000_000_000_000n;

/** `value * numerator / denominator`, rounded down. Denominator must be above 0; values must not be negative. */
export function mulDivDown(value: bigint, numerator: bigint, denominator: bigint): bigint {
  return (value * numerator) / denominator;
}

/** `value * numerator / denominator`, rounded up. Denominator must be above 0; values must not be negative. */
export function mulDivUp(value: bigint, numerator: bigint, denominator: bigint): bigint {
  return (value * numerator + denominator - 1n) / denominator;
}

/** The smaller of two integers. */
export function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** The larger of two integers. */
export function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
