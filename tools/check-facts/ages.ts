import { leaves } from './walk.ts';

/** When a fact was read or seen, and after how many days it should be looked at again. */
export type Age = {
  readonly fact: string;
  readonly day: string;
  readonly days: number;
  readonly limit: number;
};

/** Fields that say on which day somebody looked. `since` and the days of incidents do not grow old. */
const dayFields: Readonly<Record<string, number>> = { asOf: 180, readOn: 180, codeSeen: 120 };
/** The queue of validators changes within weeks: its own source calls it stale after thirty days. */
const queueLimit = 30;
/** A source that has not changed for so long may no longer be what runs. */
const sourceLimit = 365;

/** Days from one ISO day to another; negative where the second comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Whether a text is a day that the calendar has. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The first thing in a text that is written like a day, whether or not the calendar has it. */
export function dayIn(value: string): string | null {
  return /\d{4}-\d\d-\d\d/.exec(value)?.[0] ?? null;
}

/** Every dated fact inside data, with its age on a day. Days that the calendar does not have are left out. */
export function agesOf(data: unknown, today: string): readonly Age[] {
  const ages: Age[] = [];
  for (const { path, value } of leaves(data)) {
    if (typeof value !== 'string') continue;
    const field = path.at(-1) ?? '';
    const source = path.at(-2) === 'sources';
    const looked = dayFields[field];
    const day = dayIn(value);
    if ((looked === undefined && !source) || day === null || !isDay(day)) continue;
    // "owner/repository (commit, 2026-04-29)": the day on which the source itself was last changed.
    const limit = source ? sourceLimit : path[0] === 'validatorExit' ? queueLimit : (looked ?? 0);
    const fact = source ? `${path.slice(0, -1).join('.')}: ${value}` : path.join('.');
    ages.push({ fact, day, days: daysBetween(day, today), limit });
  }
  return ages;
}
