import type { Page } from 'playwright-core';
import { afterEach, beforeAll, afterAll, beforeEach, describe, expect, it } from 'vitest';

import {
  type Chromium,
  killWorker,
  noReviewWindow,
  reviewWindow,
  reviewWindows,
  startChromium,
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
import { goBack, goOn } from './support/review.ts';
import { prepare } from './support/settings.ts';

const refused = { code: 4001, message: 'User rejected the request.' };

let browser: Chromium;
let page: Page;

beforeAll(async () => {
  browser = await startChromium();
  await prepare(browser);
  await servePages(browser.context, { '/': pageSource(), '/next': '<!doctype html><title>Next</title>' });
});

afterAll(() => browser.close());

beforeEach(async () => {
  page = await browser.context.newPage();
  await page.goto(`${site}/`);
});

afterEach(async () => {
  await page.close();
  for (const window of reviewWindows(browser)) await window.close();
  await until(async () => (await held()) === 0);
  await noReviewWindow(browser);
});

async function held(): Promise<number> {
  return (await browser.send({ kind: 'popup/status' })).held;
}

async function until(done: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await done()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it never came about');
}

describe('every request ends, and only "Continue" reaches the wallet', () => {
  it('refuses when the review window is closed', async () => {
    await ask(page, deposit());
    await (await reviewWindow(browser)).close();
    expect(await outcome(page)).toEqual(refused);
    expect(await walletSaw(page)).toEqual([]);
    expect(await held()).toBe(0);
  });

  it('refuses on Esc', async () => {
    await ask(page, deposit());
    const window = await reviewWindow(browser);
    await window.getByRole('button', { name: 'Go back' }).waitFor();
    await window.keyboard.press('Escape');
    expect(await outcome(page)).toEqual(refused);
    expect(await walletSaw(page)).toEqual([]);
  });

  it('lets go when the page goes elsewhere, and closes its window', async () => {
    await ask(page, deposit());
    const window = await reviewWindow(browser);
    await page.goto(`${site}/next`);
    await until(async () => (await held()) === 0 && window.isClosed());
    expect(reviewWindows(browser)).toEqual([]);
  });

  it('lets go when the tab is closed, and closes its window', async () => {
    await ask(page, deposit());
    const window = await reviewWindow(browser);
    await page.close();
    await until(async () => (await held()) === 0 && window.isClosed());
  });

  it('goes through several requests in one window, oldest first', async () => {
    await ask(page, deposit('0x1'), 'first');
    await ask(page, deposit('0x2'), 'second');
    const window = await reviewWindow(browser);
    await window.getByText('1 of 2').waitFor();
    await goBack(window);
    expect(await outcome(page, 'first')).toEqual(refused);
    expect(await outcomeNow(page, 'second')).toBeNull();
    expect(reviewWindows(browser)).toHaveLength(1);
    await window.getByText('2 of 2').waitFor();
    await goOn(window);
    expect((await outcome(page, 'second')).result).toMatch(/^0x/);
    expect((await walletSaw(page)).map(({ params }) => params)).toEqual([deposit('0x2').params]);
  });

  it('counts the same request sent back before, in the same window', async () => {
    await page.evaluate(`{
      const again = () => void window.ethereum.request(${JSON.stringify(deposit('0x5'))}).catch(again);
      again();
    }`);
    const window = await reviewWindow(browser);
    await goBack(window);
    await window.getByText('The page asked again once.').waitFor({ state: 'attached' });
    expect(reviewWindows(browser)).toHaveLength(1);
    expect(await walletSaw(page)).toEqual([]);
  });

  it('holds at most five of a thousand requests at once, answers all others with -32002, and hangs none', async () => {
    await page.evaluate(`
      window.ends = [];
      for (let index = 0; index < 1_000; index += 1)
        void window.ethereum.request(${JSON.stringify(deposit('0x9'))}).then(() => ends.push(0), ({ code }) => ends.push(code));`);
    const window = await reviewWindow(browser);
    const ends = (): Promise<number[]> => page.evaluate<number[]>('window.ends');
    await until(async () => (await ends()).length === 995);
    expect(new Set(await ends())).toEqual(new Set([-32002]));
    expect(await held()).toBe(5);
    await window.close();
    await until(async () => (await ends()).length === 1_000);
    expect((await ends()).slice(995)).toEqual([4001, 4001, 4001, 4001, 4001]);
    expect(await walletSaw(page)).toEqual([]);
  });
});

describe('the worker may die at any step', () => {
  it('while the request is held and the person reads', async () => {
    await ask(page, deposit());
    const window = await reviewWindow(browser);
    await window.getByRole('button', { name: 'Go back' }).waitFor();
    for (let kills = 0; kills < 3; kills += 1) {
      await killWorker(browser);
      expect(await held()).toBe(1); // wakes it
    }
    expect(await outcomeNow(page)).toBeNull();
    expect(await walletSaw(page)).toEqual([]);
    await goOn(window);
    expect((await outcome(page)).result).toMatch(/^0x/);
    expect(await walletSaw(page)).toHaveLength(1);
  });

  it('right after the page asked, before any window stands', async () => {
    await killWorker(browser);
    await ask(page, deposit());
    await killWorker(browser);
    const window = await reviewWindow(browser);
    expect(await walletSaw(page)).toEqual([]);
    await page.waitForTimeout(1_000);
    expect(reviewWindows(browser)).toHaveLength(1);
    await goBack(window);
    expect(await outcome(page)).toEqual(refused);
  });

  it('at the moment of the click', async () => {
    await ask(page, deposit());
    const window = await reviewWindow(browser);
    await window.getByRole('button', { name: 'Go back' }).waitFor();
    await Promise.all([goBack(window), killWorker(browser)]);
    if ((await outcomeNow(page)) === null && !window.isClosed())
      await window
        .getByRole('button', { name: 'Go back' })
        .click({ timeout: 5_000 })
        .catch(() => undefined);
    expect(await outcome(page)).toEqual(refused);
    expect(await walletSaw(page)).toEqual([]);
  });

  it('and the window be closed while it is dead', async () => {
    await ask(page, deposit());
    const window = await reviewWindow(browser);
    await window.getByRole('button', { name: 'Go back' }).waitFor();
    await killWorker(browser);
    await window.close();
    expect(await outcome(page)).toEqual(refused);
    expect(await walletSaw(page)).toEqual([]);
  });
});
