import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { built } from '../../tools/browser/built.ts';
import {
  type Chromium,
  noReviewWindow,
  reviewWindow,
  reviewWindows,
  startChromium,
} from './support/chromium.ts';
import { ask, deposit, outcome, pageSource, servePages, site, walletSaw } from './support/dapp.ts';
import { goBack } from './support/review.ts';
import { prepare } from './support/settings.ts';

const refused = { code: 4001, message: 'User rejected the request.' };
const pages = {
  '/': pageSource(),
  '/next': '<!doctype html><title>Next</title>',
  '/framed': '<!doctype html><iframe src="/inner"></iframe>',
  '/inner': pageSource(),
};
const patience = { timeout: 20_000 };

let folder: string;
let browser: Chromium;
let page: Page;

async function start(): Promise<void> {
  browser = await startChromium(built('chrome-mv3'), {
    profile: folder,
    args: ['--restore-last-session'],
    pageCache: true,
  });
  await prepare(browser);
  await servePages(browser.context, pages);
}

async function held(): Promise<number> {
  return (await browser.send({ kind: 'popup/status' })).held;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'slashlight-lives-'));
  await start();
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

beforeEach(async () => {
  page = await browser.context.newPage();
  await page.goto(`${site}/`);
});

afterEach(async () => {
  await page.close();
  for (const window of reviewWindows(browser)) await window.close();
  await expect.poll(held, patience).toBe(0);
  await noReviewWindow(browser);
});

describe('the page', () => {
  it('goes into the cache of the browser: its request ends, and the next is held when it is back', async () => {
    await page.evaluate(`addEventListener('pageshow', ({ persisted }) => { window.back = persisted; })`);
    await ask(page, deposit());
    await reviewWindow(browser);
    await page.goto(`${site}/next`);
    await expect.poll(held, patience).toBe(0);
    await noReviewWindow(browser);
    await page.goBack({ waitUntil: 'commit' }); // a page from the cache does not load again
    expect(await page.evaluate('window.back')).toBe(true);
    expect(await outcome(page)).toEqual(refused);
    await ask(page, deposit('0x2'), 'second');
    const window = await reviewWindow(browser);
    expect(await walletSaw(page)).toEqual([]);
    await goBack(window);
    expect(await outcome(page, 'second')).toEqual(refused);
    expect(await walletSaw(page)).toEqual([]);
  });

  it('removes the frame that asked: the request ends and its window closes', async () => {
    await page.goto(`${site}/framed`);
    await page.frameLocator('iframe').locator('p').waitFor();
    await page.evaluate(`void frames[0].ethereum.request(${JSON.stringify(deposit())}).catch(() => {})`);
    await reviewWindow(browser);
    await page.evaluate(`document.querySelector('iframe').remove()`);
    await expect.poll(held, patience).toBe(0);
    await expect.poll(() => reviewWindows(browser).length, patience).toBe(0);
  });
});

describe('two windows of the browser', () => {
  it('share one review window, and one that is closed takes only its own request with it', async () => {
    const opened = browser.context.waitForEvent('page');
    await page.evaluate(`void window.open('/', 'other', 'popup,noopener')`);
    const other = await opened;
    await other.waitForURL(`${site}/`);
    await ask(page, deposit('0x1'));
    const window = await reviewWindow(browser);
    await ask(other, deposit('0x2'));
    await window.getByText('1 of 2').waitFor();
    await page.close();
    await window.getByText('2 of 2').waitFor();
    expect(reviewWindows(browser)).toHaveLength(1);
    expect(await held()).toBe(1);
    await goBack(window);
    expect(await outcome(other)).toEqual(refused);
    expect(await walletSaw(other)).toEqual([]);
    await other.close();
  });
});

describe('the extension', () => {
  it('is reloaded: pages are held again as soon as they are loaded anew', async () => {
    const extensions = await browser.context.newPage();
    await extensions.goto('chrome://extensions');
    // Without developer mode the browser takes an unpacked extension that is reloaded for good.
    await extensions.evaluate(`chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })
      .then(() => chrome.developerPrivate.reload('${browser.extensionId}', { failQuietly: true }))`);
    const said: string[] = [];
    page.on('dialog', (dialog) => {
      said.push(dialog.message());
      void dialog.dismiss();
    });
    await ask(page, deposit());
    expect(await outcome(page)).toEqual(refused);
    expect(said).toEqual([expect.stringContaining('Slashlight was updated')]);
    await page.reload();
    await ask(page, deposit(), 'second');
    const window = await reviewWindow(browser);
    expect(await walletSaw(page)).toEqual([]);
    await goBack(window);
    expect(await outcome(page, 'second')).toEqual(refused);
    await extensions.close();
    await browser.close();
    await start();
    page = await browser.context.newPage();
  });
});

describe('the browser', () => {
  it('is started anew while a request waits: no window is left, and what is asked then is held', async () => {
    await ask(page, deposit());
    await reviewWindow(browser);
    await browser.close();
    await start();
    expect(await held()).toBe(0);
    await expect.poll(() => reviewWindows(browser).length, patience).toBe(0);
    page = await browser.context.newPage();
    await page.goto(`${site}/`);
    expect(await walletSaw(page)).toEqual([]);
    await ask(page, deposit());
    const window = await reviewWindow(browser);
    await goBack(window);
    expect(await outcome(page)).toEqual(refused);
    expect(await walletSaw(page)).toEqual([]);
  });
});
