const DAY = 86_400n;
/** Later than any time that a calendar can name. */
const LAST = 8_640_000_000_000n;

/** Unix seconds as a calendar date, or null for a time no calendar has. */
function dateOf(secs: bigint): Date | null {
  return secs < 0n || secs > LAST ? null : new Date(Number(secs) * 1000);
}

/** Unix seconds as text, `2026-11-21T00:00:00Z`; a time no calendar has stays a number. */
export function timeText(secs: bigint): string {
  return dateOf(secs)?.toISOString().replace('.000', '') ?? `${secs} s`;
}

/** Whole days between two times, rounded down; 0 where the second comes first. */
export function wholeDays(fromSecs: bigint, toSecs: bigint): bigint {
  return toSecs <= fromSecs ? 0n : (toSecs - fromSecs) / DAY;
}

/**
 * Whole calendar months from an ISO day to a time (UTC), rounded down; negative where the day is yet to come.
 *
 * @returns null where the day is none, or the time is in no calendar
 */
export function wholeMonths(isoDay: string, atSecs: bigint): bigint | null {
  const start = /^\d{4}-\d{2}-\d{2}$/.test(isoDay) ? Date.parse(`${isoDay}T00:00:00Z`) : NaN;
  const at = dateOf(atSecs);
  if (Number.isNaN(start) || at === null) return null;
  const from = new Date(start);
  const months = 12 * (at.getUTCFullYear() - from.getUTCFullYear()) + at.getUTCMonth() - from.getUTCMonth();
  return BigInt(at.getUTCDate() < from.getUTCDate() ? months - 1 : months);
}
