import type { Override } from '../explain/index.ts';

/** What stood in the window, as the background knows it. */
export type Standing = {
  readonly revision: number;
  /** Every read has ended. */
  readonly final: boolean;
  /** When the last read ended, Unix milliseconds; null while reading. */
  readonly finishedAt: number | null;
  /** What the verdict demands; null where there is no verdict. */
  readonly override: Override | null;
};

export type Refused = 'changed' | 'not-final' | 'stale' | 'typed' | 'blocked';

/** Figures older than this are read again before "Continue" counts (design §4). */
export const STALE_MS = 5 * 60_000;

/**
 * Why a "Continue" does not count, or null where it does: it must be about what stands there now, all reads must have
 * ended not long ago, and what the verdict demands must have been typed exactly (outer spaces aside).
 */
export function refuseContinue(
  standing: Standing | null,
  answer: { readonly revision: number; readonly typed?: string | undefined },
  now: number,
): Refused | null {
  if (standing === null || standing.revision !== answer.revision) return 'changed';
  if (!standing.final || standing.finishedAt === null) return 'not-final';
  if (now - standing.finishedAt > STALE_MS) return 'stale';
  const { override } = standing;
  if (override === null || override.kind === 'options') return 'blocked';
  if (override.kind === 'type' && answer.typed?.trim() !== override.text) return 'typed';
  return null;
}
