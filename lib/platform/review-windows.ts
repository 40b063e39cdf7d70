import { browser } from 'wxt/browser';

import type { ReviewWindows } from './holding/deps.ts';
import { within } from './within.ts';

/** Where the review window's page lies in the package. */
export const reviewPage = 'review.html';

/** The review window by the browser's own windows: a page cannot touch it, and it survives the loss of focus. */
export const reviewWindows: ReviewWindows = {
  open: async () => {
    const url = browser.runtime.getURL(`/${reviewPage}`);
    const created = browser.windows.create({ url, type: 'popup', width: 420, height: 640, focused: true });
    const opened = await within(10_000, created, undefined);
    return opened?.id ?? null;
  },
  close: async (windowId) => {
    await within(2_000, browser.windows.remove(windowId), undefined);
  },
  focus: async (windowId) => {
    await within(2_000, browser.windows.update(windowId, { focused: true }), undefined);
  },
  exists: async (windowId) => (await within(2_000, browser.windows.get(windowId), undefined)) !== undefined,
  find: async () => {
    const url = browser.runtime.getURL(`/${reviewPage}`);
    const tabs = await within(2_000, browser.tabs.query({}), []);
    return tabs.find((tab) => tab.url?.startsWith(url))?.windowId ?? null;
  },
};
