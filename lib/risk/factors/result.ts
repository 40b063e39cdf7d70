import { exactAmount, exactPercent } from '../exact.ts';
import type { FactorValue, Unit } from '../figure.ts';

function shown(unit: Unit, value: bigint | null): string {
  if (value === null) return 'not known';
  if (unit === 'wad') return exactPercent(value);
  if (unit === 'wei') return `${exactAmount(value)} ETH`;
  return unit === 'secs' ? `${value} s` : unit === 'count' ? String(value) : `${value} ${unit}`;
}

/** What a derivation amounts to, as its last step. */
export function resultStep(value: FactorValue): string {
  if (value.kind === 'none') return '= nothing to measure';
  if (value.kind !== 'range') return '= not known';
  const { unit, lo, hi } = value;
  if (lo === hi) return `= ${shown(unit, lo)}`;
  return `= ${shown(unit, lo)} to ${shown(unit, hi)}`;
}
