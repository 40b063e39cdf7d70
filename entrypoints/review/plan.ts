import type { First } from '../../components/review/decision-bar.tsx';
import type { Override } from '../../lib/explain/index.ts';
import type { ReviewView } from '../../lib/messages/index.ts';

/** What the person can do in this state, and what is suggested. */
export type Plan = {
  readonly first: First;
  readonly override: Override | null;
  readonly waiting: string | null;
  readonly retry: 'Try again' | 'Read again' | null;
};

const ASK_AGAIN: readonly ReviewView['state'][] = ['partial', 'offline', 'error', 'unsupported'];

/**
 * The way on from each state. Without a finished check there is none: while reads are under way, when the
 * figures are too old, or when there is no verdict.
 */
export function planOf({ state, overall }: Pick<ReviewView, 'state' | 'overall'>): Plan {
  if (state === 'loading') {
    return { first: 'back', override: null, waiting: 'Still checking. You can go back now.', retry: null };
  }
  if (state === 'stale') {
    return { first: 'retry', override: null, waiting: null, retry: 'Read again' };
  }
  if (overall === null) {
    return { first: 'retry', override: null, waiting: null, retry: 'Try again' };
  }
  const unknown = overall.word === 'Not checked';
  const retry = unknown || ASK_AGAIN.includes(state) ? 'Try again' : null;
  const calm = overall.word === 'Within limits' && overall.override.kind === 'click';
  const first = unknown ? 'retry' : calm ? 'continue' : 'back';
  return { first, override: overall.override, waiting: null, retry };
}
