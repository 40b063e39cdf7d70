import { browser } from 'wxt/browser';

import { askBackground, onReviewUpdate } from '../../lib/platform/index.ts';
import type { ReviewPort } from './port.ts';

/** The real way: messages to the background, about the window this page stands in. */
export function extensionPort(windowId: number): ReviewPort {
  return {
    open: () => askBackground({ kind: 'review/open', windowId }),
    watch: (show) => onReviewUpdate(windowId, show),
    async answer({ requestId, revision, decision, typed }) {
      const said = typed === null ? {} : { typed };
      const reply = await askBackground({ kind: 'review/answer', requestId, revision, v: decision, ...said });
      return reply.ok ? null : reply.why;
    },
    async retry(requestId) {
      await askBackground({ kind: 'review/retry', requestId });
    },
    openOptions: () => void browser.runtime.openOptionsPage(),
    // Not `window.close()`: Firefox allows it only to a window that a page opened.
    close: () => void browser.windows.remove(windowId),
  };
}
