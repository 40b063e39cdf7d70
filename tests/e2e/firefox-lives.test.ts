import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type Firefox, startFirefox } from '../../tools/browser/firefox.ts';
import { deposit, pageSource, site } from './support/dapp.ts';
import { testSettings } from './support/settings.ts';

/** A site that is none of the registry's. */
const elsewhere = 'https://farm.example';
const everywhere = JSON.stringify({ origins: ['*://*/*'] });
const patience = { timeout: 20_000 };

let firefox: Firefox;
let popup: string;

beforeAll(async () => {
  firefox = await startFirefox(
    {
      '/': pageSource(),
      '/next': '<!doctype html><title>Next</title>',
      '/framed': '<!doctype html><iframe src="/"></iframe>',
    },
    { 'extensions.webextOptionalPermissionPrompts': false }, // a prompt that no test can click
  );
  popup = await firefox.open(firefox.page('popup.html'));
  const settings = JSON.stringify({ kind: 'settings/set', settings: testSettings });
  expect(await firefox.run(popup, `browser.runtime.sendMessage(${settings})`)).toEqual({ ok: true });
});

afterAll(() => firefox.close());

beforeEach(async () => {
  await expect.poll(reviewWindows, patience).toEqual([]);
});

async function reviewWindows(): Promise<string[]> {
  const all = await firefox.contexts();
  return all.map(({ url }) => url).filter((url) => url.includes('/review.html'));
}

/** Starts a deposit in a page, by the provider of one of its windows; its end is kept under a name. */
async function ask(page: string, name: string, of = 'window'): Promise<void> {
  await firefox.run(
    page,
    `(window.ends ??= {}, void ${of}.ethereum.request(${JSON.stringify(deposit())}).then(
      () => { ends.${name} = 'went on'; }, ({ code }) => { ends.${name} = code; }), true)`,
  );
}

async function end(page: string, name: string): Promise<unknown> {
  return firefox.run(page, `window.ends?.${name}`);
}

async function walletSaw(page: string): Promise<number> {
  return firefox.run<number>(
    page,
    `window.walletSaw.filter(({ method }) => method === 'eth_sendTransaction').length`,
  );
}

async function held(): Promise<unknown> {
  return firefox.run(popup, `browser.runtime.sendMessage({ kind: 'popup/status' }).then(({ held }) => held)`);
}

/** Presses a button of ours that does this: access is only given at a click. */
async function click(code: string): Promise<unknown> {
  const button = `Object.assign(document.createElement('button'), { id: 'test', textContent: 'Test' })`;
  await firefox.run(
    popup,
    `(document.getElementById('test')?.remove(), window.done = null, document.body.prepend(
      Object.assign(${button}, { onclick: () => { ${code}.then((done) => { window.done = done; }); } })), true)`,
  );
  await firefox.bidi.send('browsingContext.activate', { context: popup });
  await firefox.press(popup, 'Test');
  await expect.poll(() => firefox.run(popup, 'window.done'), patience).not.toBeNull();
  return firefox.run(popup, 'window.done');
}

describe('the page', () => {
  it('goes into the cache of the browser: its request ends, and the next is held when it is back', async () => {
    const page = await firefox.open(`${site}/`);
    await firefox.run(
      page,
      `(addEventListener('pageshow', ({ persisted }) => { window.back = persisted; }), true)`,
    );
    await ask(page, 'first');
    await firefox.reviewWindow();
    await firefox.bidi.send('browsingContext.navigate', {
      context: page,
      url: `${site}/next`,
      wait: 'complete',
    });
    await expect.poll(held, patience).toBe(0);
    await expect.poll(reviewWindows, patience).toEqual([]);
    await firefox.bidi.send('browsingContext.traverseHistory', { context: page, delta: -1 });
    await expect.poll(() => firefox.run(page, 'window.back').catch(() => null), patience).toBe(true);
    await expect.poll(() => end(page, 'first'), patience).toBe(4001);
    await ask(page, 'second');
    await firefox.press(await firefox.reviewWindow(), 'Go back');
    await expect.poll(() => end(page, 'second'), patience).toBe(4001);
    expect(await walletSaw(page)).toBe(0);
  });

  it('removes the frame that asked: the request ends and its window closes', async () => {
    const page = await firefox.open(`${site}/framed`);
    await ask(page, 'first', 'frames[0]');
    await firefox.reviewWindow();
    await firefox.run(page, `(document.querySelector('iframe').remove(), true)`);
    await expect.poll(held, patience).toBe(0);
    await expect.poll(reviewWindows, patience).toEqual([]);
  });
});

describe('a site that is none of ours', () => {
  it('is let go until the person allows it, and held from the next load on', async () => {
    const page = await firefox.open(`${elsewhere}/`);
    await ask(page, 'first');
    await expect.poll(() => end(page, 'first'), patience).toBe('went on');
    expect(await click(`browser.permissions.request(${everywhere})`)).toBe(true);
    const registered = `browser.scripting.getRegisteredContentScripts().then((all) => all.length)`;
    await expect.poll(() => firefox.run(popup, registered), patience).toBe(2);
    await firefox.bidi.send('browsingContext.reload', { context: page, wait: 'complete' });
    await ask(page, 'second');
    const window = await firefox.reviewWindow();
    expect(await walletSaw(page)).toBe(0);
    await firefox.press(window, 'Go back');
    await expect.poll(() => end(page, 'second'), patience).toBe(4001);
    expect(await walletSaw(page)).toBe(0);
    expect(await click(`browser.permissions.remove(${everywhere})`)).toBe(true);
    await expect.poll(() => firefox.run(popup, registered), patience).toBe(0);
  });
});
