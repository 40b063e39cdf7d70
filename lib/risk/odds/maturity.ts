import type { TrackRecord } from '../../protocols/index.ts';
import type { Maturity } from '../assumptions.ts';

const AUDITS = 2;

/**
 * A list of losses says for so many days that there was none: a choice of ours, half a year, since the facts are
 * looked through more often than that. The losses it names count for ever.
 */
const LIST_LASTS_DAYS = 180n;
const DAY_SECS = 86_400n;

/** Later than this (Unix seconds, the year 275760) there are no dates; a node that says so is not believed. */
const LAST_DATE = 8_640_000_000_000n;

/** The ISO day so many calendar months before a time (Unix seconds). */
function dayBefore(nowSecs: bigint, months: number): string {
  const day = new Date(Number(nowSecs) * 1000);
  day.setUTCMonth(day.getUTCMonth() - months);
  return day.toISOString().slice(0, 10);
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** Whether a list as of that day still says that nothing else happened; a day that cannot be read says nothing. */
function speaksFor(asOf: string, nowSecs: bigint): boolean {
  if (!isDay(asOf)) return false;
  return nowSecs - BigInt(Date.parse(`${asOf}T00:00:00Z`) / 1000) <= LIST_LASTS_DAYS * DAY_SECS;
}

/**
 * How far a token's own contracts have proved themselves (§3.4). Young: live under 12 months, or a loss event in the
 * last 12. Mature: live 24 months or more, two or more audits, no loss event in 24. Else established. Where a fact
 * that would decide is not known the class is `unknown`, which has the highest chance; that there was no loss is not
 * known where the list of them is older than 180 days. A count of audits does not get worse with age.
 *
 * @param track - what is published of the protocol; null: nothing
 * @param nowSecs - time of the newest block in Unix seconds, never the machine's; null: no block was read
 */
export function maturityOf(track: TrackRecord | null, nowSecs: bigint | null): Maturity {
  if (track === null || nowSecs === null || nowSecs > LAST_DATE) return 'unknown';
  const [year, twoYears] = [dayBefore(nowSecs, 12), dayBefore(nowSecs, 24)];
  const since = track.liveSince?.value ?? null;
  const live = since !== null && isDay(since) ? since : null;
  const losses = track.lossEvents?.value.map(({ date }) => date) ?? null;
  if (live !== null && live > year) return 'young';
  // A day that cannot be read is no reason to call an event long past.
  if (losses?.some((date) => !isDay(date) || date >= year)) return 'young';
  const seen = track.lossEvents !== null && speaksFor(track.lossEvents.asOf, nowSecs);
  if (live === null || losses === null || !seen) return 'unknown';
  if (live > twoYears || losses.some((date) => date >= twoYears)) return 'established';
  const audits = track.audits?.value ?? null;
  if (audits === null) return 'unknown';
  return audits >= AUDITS ? 'mature' : 'established';
}
