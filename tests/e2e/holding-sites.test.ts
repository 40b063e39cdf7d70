import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Chromium, inWorker, killWorker, reviewWindow, startChromium } from './support/chromium.ts';
import { ask, deposit, outcome, pageSource, servePages, walletSaw } from './support/dapp.ts';
import { goBack } from './support/review.ts';
import { prepare } from './support/settings.ts';

/** A site that is none of the registry's. */
const elsewhere = 'https://farm.example';
const everywhere = JSON.stringify({ origins: ['*://*/*'] });

let browser: Chromium;
let desk: Page;
let page: Page;

beforeAll(async () => {
  browser = await startChromium();
  await prepare(browser);
  await servePages(browser.context, { '/': pageSource() });
  // Lets the next request for access succeed without the browser's own prompt, which no test can click.
  const extensions = await browser.context.newPage();
  await extensions.goto('chrome://extensions');
  await extensions.evaluate(`chrome.developerPrivate.addHostPermission('${browser.extensionId}', '*://*/*')`);
  await extensions.close();
  desk = await browser.context.newPage();
  await desk.goto(`chrome-extension://${browser.extensionId}/popup.html`);
  page = await browser.context.newPage();
  await page.goto(`${elsewhere}/`);
});

afterAll(() => browser.close());

/** Presses a button of ours that does this: access is only given at a click. */
async function click(code: string): Promise<unknown> {
  await desk.evaluate(`(() => {
    const button = Object.assign(document.createElement('button'), { id: 'test', textContent: 'Test' });
    button.onclick = () => { window.done = ${code}; };
    document.getElementById('test')?.remove();
    document.body.prepend(button);
  })()`);
  await desk.bringToFront();
  await desk.locator('#test').click();
  return desk.evaluate('window.done');
}

async function title(): Promise<string> {
  const titles = await inWorker<string[]>(
    browser,
    `chrome.tabs.query({}).then((tabs) => Promise.all(tabs.map(({ id: tabId }) => chrome.action.getTitle({ tabId }))))`,
  );
  return titles.filter((one) => one !== 'Slashlight').join();
}

async function registered(): Promise<number> {
  return inWorker<number>(
    browser,
    'chrome.scripting.getRegisteredContentScripts().then((all) => all.length)',
  );
}

describe('a site that is none of ours', () => {
  it('is left alone until the person allows it', async () => {
    expect(await registered()).toBe(0);
    await ask(page, deposit());
    expect((await outcome(page)).result).toBeDefined();
    expect(await walletSaw(page)).toHaveLength(1);
  });

  it('says to reload what was open when it was allowed, and is protected from then on', async () => {
    expect(await click(`chrome.permissions.request(${everywhere})`)).toBe(true);
    await expect.poll(title).toContain('reload this page');
    await expect.poll(registered).toBe(2);
    await page.reload();
    await expect.poll(title).toBe('');
    await ask(page, deposit());
    const window = await reviewWindow(browser);
    expect(await walletSaw(page)).toEqual([]);
    await goBack(window);
    expect((await outcome(page)).code).toBe(4001);
  });

  it('gets its scripts back at the next start of the background where they were lost', async () => {
    await inWorker(browser, 'chrome.scripting.unregisterContentScripts()');
    expect(await registered()).toBe(0);
    const afterStart = async (): Promise<number> => {
      await killWorker(browser);
      return registered(); // which starts it again
    };
    await expect.poll(afterStart, { timeout: 15_000 }).toBe(2);
  });

  it('is shown as not looked at, at once, when access is taken back', async () => {
    await page.reload();
    expect(await click(`chrome.permissions.remove(${everywhere})`)).toBe(true);
    await expect.poll(title, { timeout: 1_000 }).toContain('may not look');
    await expect.poll(registered).toBe(0);
  });
});
