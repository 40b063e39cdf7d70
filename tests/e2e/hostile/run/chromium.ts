import type { Page } from 'playwright-core';

import { killWorker, reviewWindows, startChromium } from '../../support/chromium.ts';
import { prepare } from '../../support/settings.ts';
import type { Driver } from './driver.ts';
import { buildWallet, slashlight, slashlightId } from './extensions.ts';

/** Chromium with the test wallet on one side of Slashlight in the order of ids. */
export async function driveChromium(
  side: 'below' | 'above',
  scripts: boolean,
  proxy: number,
): Promise<Driver> {
  const ours = slashlight('chrome-mv3', scripts);
  const wallet = buildWallet({ browser: 'chromium', side, beside: slashlightId(ours.folder) });
  const browser = await startChromium(ours.folder, {
    beside: [wallet.folder],
    args: [`--proxy-server=http://127.0.0.1:${proxy}`],
    pageCache: true,
  });
  await prepare(browser);
  const { context } = browser;
  const own = `chrome-extension://${browser.extensionId}/`;
  const seen = await context.newPage();
  await seen.goto(`chrome-extension://${wallet.id}/seen.html`);
  const desk = context.pages().find((page) => page.url().startsWith(own));
  if (desk === undefined) throw new Error('no page of Slashlight stands open');

  let gone = false;
  return {
    open: async (url) => {
      const page = await context.newPage();
      page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined)); // as nobody there would
      // An attack may well leave its own page before it has loaded.
      void page.goto(url, { waitUntil: 'commit' }).catch(() => undefined);
    },
    inWallet: (code) => evaluate(seen, code),
    inSlashlight: (code) =>
      gone ? Promise.reject(new Error('the extension is gone')) : evaluate(desk, code),
    inReview: async (code) => {
      const page = reviewWindows(browser)[0];
      return page === undefined ? null : evaluate(page, code);
    },
    closeTabs: async () => {
      const others = context.pages().filter((page) => page !== seen && page !== desk);
      await Promise.all(others.map((page) => page.close().catch(() => undefined)));
    },
    killWorker: () => killWorker(browser),
    removeExtension: async () => {
      gone = true;
      const page = await context.newPage();
      await page.goto('chrome://extensions');
      await page.evaluate(
        `new Promise((done) => chrome.management.setEnabled('${browser.extensionId}', false, done))`,
      );
      await page.close();
    },
    close: async () => {
      await browser.close();
      wallet.remove();
      ours.remove();
    },
  };
}

function evaluate<T>(page: Page, code: string): Promise<T> {
  return page.evaluate<T>(`(async () => (${code}))()`);
}
