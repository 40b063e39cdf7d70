import { WAD } from '../core/index.ts';

/** An amount of base units with 18 decimals, exactly: `63`, `0.42`. Nothing is rounded. */
export function exactAmount(wei: bigint): string {
  const [whole, rest] = [wei / WAD, wei % WAD];
  return rest === 0n ? String(whole) : `${whole}.${String(rest).padStart(18, '0').replace(/0+$/, '')}`;
}

/** A fraction as percent, exactly: 73600000000000000 is `7.36 %`. */
export function exactPercent(wad: bigint): string {
  return `${exactAmount(wad * 100n)} %`;
}
