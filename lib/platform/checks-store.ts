import * as z from 'zod/mini';
import { browser } from 'wxt/browser';

import type { CheckRow, PopupStatus } from '../messages/index.ts';

const CHECKS = 'checks';
const LINES = 'lines';
const MOST_CHECKS = 20;
const MOST_LINES = 5;

const part = z.looseObject({ kind: z.enum(['text', 'amount', 'share', 'duration', 'address', 'term']) });
const row = z.object({
  at: z.number(),
  site: z.string(),
  titles: z.array(z.array(part)),
  level: z.nullable(z.enum(['off', 'ok', 'notice', 'warn', 'cannot_evaluate', 'exceeds'])),
  word: z.string(),
  outcome: z.enum(['continued', 'went-back', 'lapsed']),
});
const line = z.object({ at: z.number(), site: z.string(), text: z.string() });

type Line = PopupStatus['lines'][number];

/** The last checks, newest first. A damaged list counts as empty: it is a memory, not a setting. */
export async function recentChecks(): Promise<readonly CheckRow[]> {
  const found: Record<string, unknown> = await browser.storage.local.get(CHECKS);
  const list = found[CHECKS];
  return Array.isArray(list) ? list.filter(isRow).slice(0, MOST_CHECKS) : [];
}

/** Writes one check down. */
export async function rememberCheck(check: CheckRow): Promise<void> {
  const checks = [check, ...(await recentChecks())].slice(0, MOST_CHECKS);
  await browser.storage.local.set({ [CHECKS]: checks });
}

/** Forgets all checks and lines. */
export async function deleteChecks(): Promise<void> {
  await browser.storage.local.remove(CHECKS);
  await browser.storage.session.remove(LINES);
}

/** Lines about requests that opened no window, newest first; gone when the browser closes. */
export async function recentLines(): Promise<readonly Line[]> {
  const found: Record<string, unknown> = await browser.storage.session.get(LINES);
  const list = z.array(line).safeParse(found[LINES]);
  return list.success ? list.data.slice(0, MOST_LINES) : [];
}

/** Puts one line down. */
export async function rememberLine(entry: Line): Promise<void> {
  const lines = [entry, ...(await recentLines())].slice(0, MOST_LINES);
  await browser.storage.session.set({ [LINES]: lines });
}

function isRow(value: unknown): value is CheckRow {
  return row.safeParse(value).success;
}
