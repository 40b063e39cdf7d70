import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import {
  type Chromium,
  inWorker,
  killWorker,
  noReviewWindow,
  reviewWindow,
  reviewWindows,
  startChromium,
  workerRuns,
} from './support/chromium.ts';
import {
  ask,
  deposit,
  outcome,
  outcomeNow,
  pageSource,
  servePages,
  site,
  walletSaw,
} from './support/dapp.ts';
import { goBack } from './support/review.ts';
import { prepare, testSettings } from './support/settings.ts';

const refused = { code: 4001, message: 'User rejected the request.' };
/** Large aggregators are protected too; only on the protocols' own sites is every request looked at. */
const elsewhere = 'https://app.uniswap.org';
const unrelated = {
  method: 'eth_sendTransaction',
  params: [{ to: '0x000000000000000000000000000000000000dEaD', value: '0x1', data: '0xa9059cbb' }],
};

let browser: Chromium;
let page: Page;

beforeAll(async () => {
  browser = await startChromium();
  await prepare(browser);
  await servePages(browser.context, { '/': pageSource() });
});

afterAll(() => browser.close());

beforeEach(async () => {
  page = await browser.context.newPage();
  await page.goto(`${site}/`);
});

afterEach(async () => {
  await page.close();
  for (const window of reviewWindows(browser)) await window.close();
  await noReviewWindow(browser);
});

describe('what is none of our business', () => {
  it('reaches the wallet with the worker asleep, without a window and as it was asked', async () => {
    await page.goto(`${elsewhere}/`);
    await killWorker(browser);
    await expect.poll(() => workerRuns(browser)).toBe(false);
    await ask(page, unrelated);
    expect((await outcome(page)).result).toMatch(/^0x1+$/);
    expect((await walletSaw(page)).map(({ method, params }) => ({ method, params }))).toEqual([unrelated]);
    expect(await workerRuns(browser)).toBe(false);
    expect(reviewWindows(browser)).toEqual([]);
  });

  it('hands the wallet the very parameters the page gave, and the page the very answer', async () => {
    const same = await page.evaluate(`(() => {
      const seen = [];
      const answer = { deep: [1, 2] };
      window.ethereum = { request: ({ params }) => { seen.push(params); return answer; } };
      const params = [{ odd: undefined, big: 5n, call: () => 1 }];
      const got = window.ethereum.request({ method: 'wallet_odd', params });
      return seen[0] === params && got === answer;
    })()`);
    expect(same).toBe(true);
  });
});

describe('a full store', () => {
  it('refuses clearly, keeps nothing, and holds again when there is room', async () => {
    // As much as fits: half of what is left each time, until nothing fits any more.
    await inWorker(
      browser,
      `(async () => {
        let filled = 0;
        for (let size = 8_000_000; size >= 200; size = Math.floor(size / 2))
          await chrome.storage.session.set({ ['filler' + filled]: 'x'.repeat(size) }).then(() => { filled += 1; }, () => {});
      })()`,
    );
    await ask(page, deposit('0x7'));
    const end = await outcome(page);
    expect(end.code).toBe(-32002);
    expect(await walletSaw(page)).toEqual([]);
    await inWorker(
      browser,
      `chrome.storage.session.get(null).then((all) =>
        chrome.storage.session.remove(Object.keys(all).filter((key) => key.startsWith('filler'))))`,
    );
    await ask(page, deposit('0x7'), 'second');
    await goBack(await reviewWindow(browser));
    expect(await outcome(page, 'second')).toEqual(refused);
  });
});

describe('a site that the person switched off', () => {
  it('lets its requests go, and the toolbar says so', async () => {
    const host = new URL(site).host;
    expect(await browser.send({ kind: 'site/switch', host, on: false })).toEqual({ ok: true });
    await ask(page, deposit());
    expect((await outcome(page)).result).toBeDefined();
    const badges = await inWorker<string[]>(
      browser,
      `chrome.tabs.query({ url: '${site}/*' })
        .then((tabs) => Promise.all(tabs.map(({ id: tabId }) => chrome.action.getBadgeText({ tabId }))))`,
    );
    expect(badges).toContain('off');
    await browser.send({ kind: 'settings/set', settings: testSettings });
    await noReviewWindow(browser);
    await ask(page, deposit(), 'second');
    await goBack(await reviewWindow(browser));
    expect(await outcome(page, 'second')).toEqual(refused);
  });
});

describe('an extension that is updated under an open page', () => {
  it('leaves the last word to the person, by a dialog of its own', async () => {
    await ask(page, deposit());
    await reviewWindow(browser);
    const asked: string[] = [];
    let go = false;
    page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void (go ? dialog.accept() : dialog.dismiss());
    });
    await inWorker(browser, 'chrome.runtime.reload()').catch(() => undefined); // it takes the worker with it
    expect(await outcome(page)).toEqual(refused);
    expect(asked.at(-1)).toMatch(/Slashlight was updated/);
    await ask(page, deposit(), 'second');
    expect(await outcome(page, 'second')).toEqual(refused);
    expect(await walletSaw(page)).toEqual([]);
    await ask(page, { method: 'eth_blockNumber' }, 'harmless');
    expect((await outcome(page, 'harmless')).result).toBeDefined();
    go = true;
    await ask(page, deposit(), 'third');
    expect((await outcome(page, 'third')).result).toBeDefined();
    expect(await outcomeNow(page, 'third')).not.toBeNull();
  });
});
