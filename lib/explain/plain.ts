import { WAD } from '../core/index.ts';
import type { Part, Sentence } from './explanation.ts';
import { unreachable } from './unreachable.ts';

/** Made once: making one costs more than a hundred uses. */
const grouped = new Intl.NumberFormat('en');
const TENTH_OF_PERCENT = WAD / 1000n;

function scaled(value: bigint, step: bigint, round: 'up' | 'down'): bigint {
  return round === 'up' ? (value + step - 1n) / step : value / step;
}

function tenths(count: bigint): string {
  const whole = grouped.format(count / 10n);
  return count % 10n === 0n ? whole : `${whole}.${count % 10n}`;
}

/** A share as the number a person reads: tenths of a percent, `12.4`. A risk is never shown smaller than it is. */
export function percentFigure(wad: bigint, round: 'up' | 'down'): string {
  return tenths(scaled(wad, TENTH_OF_PERCENT, round));
}

const UNITS = [
  { name: 'day', secs: 86_400n, tenths: true },
  { name: 'hour', secs: 3_600n, tenths: true },
  { name: 'minute', secs: 60n, tenths: false },
] as const;

/** A length of time in the largest unit that holds at least two of it, as number and unit. */
export function durationFigure(
  secs: bigint,
  round: 'up' | 'down',
): { readonly figure: string; readonly unit: string } {
  const unit = UNITS.find((one) => secs >= 2n * one.secs) ?? { name: 'second', secs: 1n, tenths: false };
  const figure = unit.tenths
    ? tenths(scaled(secs * 10n, unit.secs, round))
    : grouped.format(scaled(secs, unit.secs, round));
  return { figure, unit: figure === '1' ? unit.name : `${unit.name}s` };
}

const SHOWN_DIGITS = 6;

/** An amount with at most six digits after the point, rounded up unless told otherwise. */
export function amountFigure(base: bigint, decimals: number, round: 'up' | 'down' = 'up'): string {
  const cut = 10n ** BigInt(Math.max(0, decimals - SHOWN_DIGITS));
  const kept = Math.min(decimals, SHOWN_DIGITS);
  const value = scaled(base, cut, round);
  const one = 10n ** BigInt(kept);
  const rest = String(value % one)
    .padStart(kept, '0')
    .replace(/0+$/, '');
  const whole = grouped.format(value / one);
  return kept === 0 || rest === '' ? whole : `${whole}.${rest}`;
}

function partText(part: Part): string {
  switch (part.kind) {
    case 'text':
    case 'term':
      return part.text;
    case 'share':
      return shareText(BigInt(part.wad), part.round);
    case 'duration': {
      const { figure, unit } = durationFigure(BigInt(part.secs), part.round);
      return `${figure} ${unit}`;
    }
    case 'amount':
      return `${amountFigure(BigInt(part.base), part.decimals, part.round)} ${part.symbol}`;
    case 'date':
      return isoDay(BigInt(part.at));
    case 'address':
      return part.label ?? part.address;
    default:
      return unreachable(part);
  }
}

/** The last day that a date can name. */
const LAST_MS = 8_640_000_000_000_000n;

/** The day of a moment (Unix seconds) in UTC, such as `2026-11-21`; what no calendar holds is "a day far off". */
function isoDay(at: bigint): string {
  const ms = at * 1000n;
  return ms < 0n || ms > LAST_MS ? 'a day far off' : new Date(Number(ms)).toISOString().slice(0, 10);
}

function shareText(wad: bigint, round: 'up' | 'down'): string {
  if (round === 'up' && wad > 0n && wad < TENTH_OF_PERCENT) return '<0.1%';
  return `${percentFigure(wad, round)}%`;
}

/** A sentence as plain text, for a terminal or a test. */
export function plain(sentence: Sentence): string {
  return sentence.map(partText).join('');
}
