import { browser } from 'wxt/browser';

import { signTab } from './badge.ts';

export type TabWatch = {
  /** Requests wait: a tab that loads another page must end its own. */
  readonly requests: (on: boolean) => void;
  /** Hosts where the person switched Slashlight off: the toolbar says so on each of their tabs. */
  readonly sites: (off: readonly string[]) => void;
};

/** Listens to tabs only while there is a reason: every navigation in the browser would wake the worker otherwise. */
export function makeTabWatch(loading: (tabId: number) => void): TabWatch {
  let waiting = false;
  let off: readonly string[] = [];
  const sign = (tabId: number, url: string | undefined): void => {
    if (url === undefined || !URL.canParse(url)) return;
    if (off.includes(new URL(url).host)) void signTab(tabId, 'off');
  };
  const updated = (
    tabId: number,
    change: { readonly status?: string | undefined },
    tab: { readonly url?: string | undefined },
  ): void => {
    if (change.status !== 'loading') return;
    if (waiting) loading(tabId);
    sign(tabId, tab.url);
  };
  const listen = (): void => {
    const needed = waiting || off.length > 0;
    if (needed && !browser.tabs.onUpdated.hasListener(updated)) browser.tabs.onUpdated.addListener(updated);
    if (!needed) browser.tabs.onUpdated.removeListener(updated);
  };
  return {
    requests: (on) => {
      waiting = on;
      listen();
    },
    sites: (hosts) => {
      const before = off;
      off = hosts;
      listen();
      void browser.tabs.query({}).then((tabs) => {
        for (const { id, url } of tabs) {
          if (id === undefined || url === undefined || !URL.canParse(url)) continue;
          const { host } = new URL(url);
          if (off.includes(host)) void signTab(id, 'off');
          else if (before.includes(host)) void signTab(id, 'none');
        }
      });
    },
  };
}
