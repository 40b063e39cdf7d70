import { WAD } from '../../core/index.ts';

/** Two steps of this size hold every bit of a share down to 2^-104, far below one part of 1e18. */
const STEP = 2 ** 52;

/** A share from 0 to 1, as an exact multiple of 2^-104 and whether anything is left below that. */
function exact(share: number): { readonly units: bigint; readonly more: boolean } {
  const scaled = Math.min(1, Math.max(0, share)) * STEP;
  const high = Math.floor(scaled);
  const rest = (scaled - high) * STEP;
  return { units: BigInt(high) * BigInt(STEP) + BigInt(Math.floor(rest)), more: !Number.isInteger(rest) };
}

const UNIT = BigInt(STEP) * BigInt(STEP);

/** A share in floating point (1 is the whole) as WAD, rounded down: a low end. Above 1 counts as 1. */
export function wadDown(share: number): bigint {
  return (exact(share).units * WAD) / UNIT;
}

/** The same rounded up: a high end. */
export function wadUp(share: number): bigint {
  const { units, more } = exact(share);
  return ((more ? units + 1n : units) * WAD + UNIT - 1n) / UNIT;
}
