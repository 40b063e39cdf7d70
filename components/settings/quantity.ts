import { decimalText, localNumber } from '../format/decimal.ts';
import type { LimitSpec } from './limit-spec.ts';

type Unit = LimitSpec['unit'];

/** Base units in one typed unit, as `10^decimals × factor`: a percent is 10^16, a day 86,400 seconds. */
const SCALE: Readonly<
  Record<Unit, { readonly decimals: number; readonly factor: bigint; readonly most: bigint }>
> = {
  percent: { decimals: 16, factor: 1n, most: 10n ** 18n },
  days: { decimals: 0, factor: 86_400n, most: 3_650n * 86_400n },
  wholeDays: { decimals: 0, factor: 1n, most: 3_650n },
  months: { decimals: 0, factor: 1n, most: 1_200n },
  checkers: { decimals: 0, factor: 1n, most: 100n },
  points: { decimals: 0, factor: 1n, most: 10_000n },
  eth: { decimals: 18, factor: 1n, most: 10n ** 27n },
};

/** Digits after the point that a person may type. */
const TYPED_DIGITS: Readonly<Record<Unit, number>> = {
  percent: 16,
  days: 4,
  wholeDays: 0,
  months: 0,
  checkers: 0,
  points: 0,
  eth: 18,
};

export const UNIT_WORD: Readonly<Record<Unit, string>> = {
  percent: '%',
  days: 'days',
  wholeDays: 'days',
  months: 'months',
  checkers: 'checkers',
  points: 'points',
  eth: 'ETH',
};

export type Typed<T = bigint> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: string };

/**
 * What a person typed, as base units. Exact: a figure that has no whole number of base
 * units is refused, never rounded.
 */
export function parseQuantity(typed: string, unit: Unit): Typed {
  const text = typed.trim().replace(',', '.');
  const match = /^(\d{1,30})(?:\.(\d+))?$/.exec(text);
  if (match === null)
    return { ok: false, why: `Type a number, such as ${unit === 'percent' ? '7.5' : '14'}.` };
  const [, whole = '', fraction = ''] = match;
  if (fraction.length > TYPED_DIGITS[unit]) return { ok: false, why: 'Too many digits after the point.' };
  const { decimals, factor, most } = SCALE[unit];
  const scale = 10n ** BigInt(fraction.length);
  const scaled = BigInt(whole + fraction) * 10n ** BigInt(decimals) * factor;
  if (scaled % scale !== 0n) return { ok: false, why: 'Type fewer digits after the point.' };
  const value = scaled / scale;
  if (value > most) return { ok: false, why: `The most is ${readQuantity(most, unit)}.` };
  return { ok: true, value };
}

/** Base units as exact decimal text in the unit that is typed; days show at most four digits after the point. */
function quantityText(value: bigint, unit: Unit) {
  const { decimals, factor } = SCALE[unit];
  return factor === 1n
    ? decimalText(String(value), decimals)
    : decimalText(String((value * 10_000n) / factor), 4);
}

/** Base units as a person would type them. */
export function showQuantity(value: bigint, unit: Unit): string {
  return quantityText(value, unit);
}

/** The same with its unit and grouped, for reading: `7.5%`, `14 days`, `1,800 points`; null is off. */
export function readQuantity(value: bigint | null, unit: Unit): string {
  if (value === null) return 'off';
  const number = localNumber(quantityText(value, unit), { maximumFractionDigits: 18 });
  return unit === 'percent' ? `${number}%` : `${number} ${UNIT_WORD[unit]}`;
}
