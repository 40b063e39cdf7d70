import { browser } from 'wxt/browser';

import type { Asker } from './holding/deps.ts';

/** What the browser says about whoever sent a message. */
export type Sender = {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly documentId?: string | undefined;
  readonly tab?:
    | {
        readonly id?: number | undefined;
        readonly url?: string | undefined;
        readonly windowId?: number | undefined;
        readonly incognito?: boolean | undefined;
      }
    | undefined;
};

/** Whether a message comes from a page of ours, and from which. Null for every other sender. */
export function ownPage(sender: Sender): string | null {
  const base = browser.runtime.getURL('/');
  if (sender.id !== browser.runtime.id || sender.url === undefined || !sender.url.startsWith(base))
    return null;
  return sender.url.slice(base.length).replace(/[?#].*$/s, '');
}

/**
 * Who asks, of a sender that is no page of ours: true origin and document as the browser gives them. Null outside tabs.
 *
 * @param top - the top page's origin, as our script in a frame was told it
 */
export function askerOf(sender: Sender, top?: string): Asker | null {
  const { tab, frameId } = sender;
  if (sender.id !== browser.runtime.id || tab?.id === undefined || frameId === undefined) return null;
  const origin = sender.origin ?? originOf(sender.url);
  if (origin === null) return null;
  return {
    tabId: tab.id,
    frameId,
    documentId: sender.documentId ?? null,
    origin,
    // Without access to the top page's address our own script in the frame says it, else the frame stands for its site.
    topOrigin: frameId === 0 ? origin : (originOf(tab.url) ?? originOf(top) ?? origin),
    incognito: tab.incognito ?? false,
  };
}

function originOf(url: string | undefined): string | null {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : null;
}
