import type { PopupStatus, SiteState } from '../../lib/messages/index.ts';
import { type Gap, type GapWords, wordsFor } from './gap-words.ts';

/** How the page in front of the person stands, as the popup tells it. */
export type PageStanding = {
  readonly state: SiteState;
  readonly reasons: readonly GapWords[];
  /** Whether loading the page again closes one of its gaps. */
  readonly reloads: boolean;
};

/** Gaps that a reload closes. */
const curable: readonly Gap[] = ['late-script', 'orphaned'];

/**
 * What the popup says of a page. A page with a gap is never shown as protected, whatever else is said of it; where the
 * person switched Slashlight off or it may not look, that alone is told, since nothing is held there anyway.
 */
export function pageOf({ state, gaps = [] }: Pick<PopupStatus, 'state' | 'gaps'>): PageStanding {
  if (state === 'off' || state === 'no-access') return { state, reasons: [], reloads: false };
  if (state === 'on' && gaps.length === 0) return { state, reasons: [], reloads: false };
  const reloads = state === 'reload' || gaps.some((gap) => curable.includes(gap));
  const all = gaps.length === 0 && state === 'reload' ? (['orphaned'] as const) : gaps;
  const onlyReload = all.length > 0 && all.every((gap) => curable.includes(gap));
  return { state: onlyReload ? 'reload' : 'unprotected', reasons: wordsFor(all), reloads };
}
