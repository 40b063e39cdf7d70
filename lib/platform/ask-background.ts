import { browser } from 'wxt/browser';

import type { FromOwnPage, Replies, ReviewUpdate } from '../messages/index.ts';

/**
 * Sends one message from a page of ours to the background and gives its reply.
 * Rejects where the background could not be reached; asking again wakes it.
 */
export async function askBackground<M extends FromOwnPage>(message: M): Promise<Replies[M['kind']]> {
  const reply: Replies[M['kind']] = await browser.runtime.sendMessage(message);
  return reply;
}

/** Calls back with each pushed view of the given window. Returns a function that stops it. */
export function onReviewUpdate(windowId: number, seen: (view: ReviewUpdate['view']) => void): () => void {
  const listener = (message: unknown): undefined => {
    if (isReviewUpdate(message) && message.windowId === windowId) seen(message.view);
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

/** Only the background sends this kind to our pages; the kind alone is enough to tell it apart. */
function isReviewUpdate(message: unknown): message is ReviewUpdate {
  return (
    typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'review/update'
  );
}
