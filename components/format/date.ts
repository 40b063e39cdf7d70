import { NOT_KNOWN } from './share.ts';

/** The last second that a date can name. */
const LAST = 8_640_000_000_000n;

/** A moment in Unix seconds as a date, or null where it is none. */
function dateOf(at: string): Date | null {
  return /^\d{1,16}$/.test(at) && BigInt(at) <= LAST ? new Date(Number(at) * 1000) : null;
}

/** The day of a moment in the person's own language and time zone, such as `21 Nov 2026`. */
export function dayText(at: string, locale?: string): string {
  const date = dateOf(at);
  return date === null ? NOT_KNOWN : new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(date);
}

/** The moment in full and in UTC, for machines and tooltips; undefined where it is no date. */
export function isoText(at: string): string | undefined {
  return dateOf(at)?.toISOString();
}
