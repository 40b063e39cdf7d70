import type { Held } from './held.ts';
import { isOpen } from './states.ts';

const MOST_PER_SITE = 5;
const MOST = 20;
const REPEAT_MS = 30_000;

/** Requests that still wait, oldest first; ties keep the order in which they were put down. */
export function waiting(all: Iterable<Held>): Held[] {
  return [...all].filter(isOpen).sort((a, b) => a.askedAt - b.askedAt);
}

/** Whether one more request of a top site may be held (design §2.7). */
export function hasRoom(all: Iterable<Held>, topOrigin: string): boolean {
  const open = waiting(all);
  return open.length < MOST && open.filter((held) => held.topOrigin === topOrigin).length < MOST_PER_SITE;
}

/** A "Go back", remembered for a while: the same request asked again counts as a repeat. */
export type WentBack = { readonly hash: string; readonly at: number; readonly count: number };

/** How often this request was sent back before, without a pause of more than 30 s. */
export function repeatsOf(backs: readonly WentBack[], hash: string, now: number): number {
  return backs.find((back) => back.hash === hash && now - back.at <= REPEAT_MS)?.count ?? 0;
}

/** The list with one more "Go back"; entries too old to count are dropped. */
export function withBack(backs: readonly WentBack[], hash: string, now: number): WentBack[] {
  const count = repeatsOf(backs, hash, now) + 1;
  const others = backs.filter((back) => back.hash !== hash && now - back.at <= REPEAT_MS);
  return [...others, { hash, at: now, count }];
}
