import { WAD } from '../../lib/core/index.ts';

const DAY = 86_400n;

function divided(value: bigint, by: bigint, round: 'up' | 'down'): bigint {
  return round === 'up' ? (value + by - 1n) / by : value / by;
}

/** Thousands apart, so that a long number can be read: `100,800`. */
export function asCount(value: bigint): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A count of hundredths as a decimal without idle zeros: 736 is `7.36`. */
function hundredths(count: bigint): string {
  const rest = String(count % 100n)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return rest === '' ? asCount(count / 100n) : `${asCount(count / 100n)}.${rest}`;
}

/** A share (1e18 = 100 %) with two decimals; a risk is never shown smaller than it is. */
export function asPercent(wad: bigint, round: 'up' | 'down' = 'up'): string {
  return `${hundredths(divided(wad * 10_000n, WAD, round))} %`;
}

/** Base units of 18 decimals, exactly. */
export function asEth(wei: bigint): string {
  const rest = String(wei % WAD)
    .padStart(18, '0')
    .replace(/0+$/, '');
  return rest === '' ? asCount(wei / WAD) : `${asCount(wei / WAD)}.${rest}`;
}

/** Seconds as days, to a tenth, rounded up. */
export function asDays(secs: bigint): string {
  return hundredths(divided(secs * 10n, DAY, 'up') * 10n);
}

/** A part of 1 as percent with two decimals: an estimate, rounded to the nearest. */
export function asShare(part: number): string {
  return `${Number((part * 100).toFixed(2))} %`;
}
