import type { Typed } from './quantity.ts';

/** How one guess is shown and typed. Chances and shares are numbers from 0 to 1, shown as percent. */
export type GuessSpec = {
  readonly label: string;
  readonly source: string;
  readonly unit: 'percent' | 'count';
  readonly least: number;
  readonly most: number;
  /** The bundled value in words. */
  readonly bundled: string;
  /** The bundled value as typed; null where it depends on the token. */
  readonly fixed: number | null;
};

/** A number from 0 to 1, or a count. */
export type TypedGuess = Typed<number>;

/** A guess as a person would type it: `1.5` for 0.015, `40000` for a count. */
export function showGuess(value: number, unit: GuessSpec['unit']): string {
  const shown = unit === 'percent' ? value * 100 : value;
  return new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 10 }).format(shown);
}

/** The same with its unit and grouped, for reading. */
export function readGuess(value: number, unit: GuessSpec['unit']): string {
  const shown = unit === 'percent' ? value * 100 : value;
  const text = new Intl.NumberFormat('en', { maximumFractionDigits: 10 }).format(shown);
  return unit === 'percent' ? `${text}%` : text;
}

/** What a person typed. A percentage is read digit by digit, so that `1.1` is 0.011 and nothing beside it. */
export function parseGuess(typed: string, { unit, least, most }: GuessSpec): TypedGuess {
  const text = typed.trim().replace(',', '.');
  const pattern = unit === 'percent' ? /^\d{1,3}(\.\d{1,10})?$/ : /^\d{1,16}$/;
  if (!pattern.test(text))
    return { ok: false, why: `Type a number, such as ${unit === 'percent' ? '1.5' : '20'}.` };
  const value = Number(unit === 'percent' ? `${text}e-2` : text);
  if (value > most) return { ok: false, why: `The most is ${readGuess(most, unit)}.` };
  if (value < least) return { ok: false, why: `The least is ${readGuess(least, unit)}.` };
  return { ok: true, value };
}
