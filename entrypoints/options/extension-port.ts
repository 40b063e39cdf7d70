import { browser } from 'wxt/browser';

import { askBackground } from '../../lib/platform/index.ts';
import type { OptionsPort } from './port.ts';

/** The real way: messages to the background, and the browser's own questions. */
export const extensionPort: OptionsPort = {
  version: browser.runtime.getManifest().version,
  load: () => askBackground({ kind: 'settings/get' }),
  async save(settings) {
    const reply = await askBackground({ kind: 'settings/set', settings });
    return reply.ok ? null : reply.why;
  },
  probe: (chainId, url) => askBackground({ kind: 'nodes/probe', chainId, url }),
  async deleteData(what) {
    await askBackground({ kind: 'data/delete', what });
  },
  async sites() {
    const { origins } = await browser.permissions.getAll();
    return origins ?? [];
  },
  protectEverySite: () => browser.permissions.request({ origins: ['*://*/*'] }),
};
