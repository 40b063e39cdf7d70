import { browser } from 'wxt/browser';

import { askBackground } from '../../lib/platform/index.ts';
import type { PopupPort } from './port.ts';

/** The real way: messages to the background, and the browser's own questions. */
export const extensionPort: PopupPort = {
  status: () => askBackground({ kind: 'popup/status' }),
  async switchSite(host, on) {
    await askBackground({ kind: 'site/switch', host, on });
  },
  async showReview() {
    await askBackground({ kind: 'popup/show-review' });
  },
  requestAccess: (host) => browser.permissions.request({ origins: [`*://${host}/*`] }),
  async reloadTab() {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (tab?.id !== undefined) await browser.tabs.reload(tab.id);
  },
  openOptions: () => void browser.runtime.openOptionsPage(),
};
