import { type Agreement, type EventResult, HEADLINE, PRESETS, type Row } from './replay.ts';
import type { Outcome } from './signals.ts';

export const OUTCOMES: readonly Outcome[] = ['flagged', 'not flagged', 'not readable', 'out of scope'];

/** Events of each outcome, under each preset. */
export function eventTotals(
  results: readonly EventResult[],
): readonly { readonly outcome: Outcome; readonly counts: readonly number[] }[] {
  return OUTCOMES.map((outcome) => ({
    outcome,
    counts: PRESETS.map((preset) => results.filter((one) => one.outcome[preset] === outcome).length),
  }));
}

/** Events flagged under the headline preset by no other limits than those that were made from the event. */
export function flaggedByShapedAlone(results: readonly EventResult[]): number {
  return results.filter(({ rows }) => {
    const flagged = rows.filter(({ outcome }) => outcome[HEADLINE] === 'flagged');
    return flagged.length > 0 && flagged.every(({ shaped }) => shaped);
  }).length;
}

function isJudged({ outcome }: Row): boolean {
  return outcome[HEADLINE] === 'flagged' || outcome[HEADLINE] === 'not flagged';
}

/** Signals by agreement, and how many of those rest on a figure that was really judged. */
export function signalTotals(
  results: readonly EventResult[],
): readonly { readonly agreement: Agreement; readonly all: number; readonly judged: number }[] {
  const rows = results.flatMap((one) => one.rows);
  const agreements: readonly Agreement[] = ['agrees', 'differs', 'open'];
  return agreements.map((agreement) => {
    const same = rows.filter((row) => row.agreement === agreement);
    return { agreement, all: same.length, judged: same.filter(isJudged).length };
  });
}
