import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type Firefox, startFirefox } from '../../tools/browser/firefox.ts';
import { deposit, pageSource, site } from './support/dapp.ts';
import { testSettings } from './support/settings.ts';

const refused = { code: 4001, message: 'User rejected the request.' };

const asked = {
  id: 'a1',
  method: 'sendTransactions',
  params: { txs: deposit().params },
  env: { sdkVersion: '9.1.0' },
};
/** A Safe with an app of its own site in a frame: keeps what it was asked to sign, and what the app was answered. */
const safe = `
  window.outcome = null; window.signed = [];
  addEventListener('message', ({ data }) => { if (data.answer) window.outcome = data.answer; else window.signed.push(data); });
  addEventListener('load', () => { const app = document.createElement('iframe'); app.src = 'https://safe.${new URL(site).host}/safe-app'; document.body.append(app); });`;
const safeApp = `
  addEventListener('message', ({ data, source }) => { if (source === parent) parent.postMessage({ answer: data }, '*'); });
  parent.postMessage(${JSON.stringify(asked)}, '*');`;

let firefox: Firefox;

beforeAll(async () => {
  firefox = await startFirefox({
    '/': pageSource(),
    '/announced': pageSource({ wallet: { place: 'none' } }),
    '/safe': pageSource({ wallet: null, after: safe }),
    '/safe-app': pageSource({ wallet: null, after: safeApp }),
  });
  const popup = await firefox.open(firefox.page('popup.html'));
  const settings = JSON.stringify({ kind: 'settings/set', settings: testSettings });
  expect(await firefox.run(popup, `browser.runtime.sendMessage(${settings})`)).toEqual({ ok: true });
});

afterAll(() => firefox.close());

beforeEach(async () => {
  await expect.poll(reviewWindows, { timeout: 20_000 }).toEqual([]);
});

async function reviewWindows(): Promise<string[]> {
  const all = await firefox.contexts();
  return all.map(({ url }) => url).filter((url) => url.includes('/review.html'));
}

/** Starts a deposit in a page; its end is kept in `outcome`. */
async function ask(page: string, provider = 'window.ethereum'): Promise<void> {
  const end = `(${provider}).request(${JSON.stringify(deposit())}).then(
    (result) => ({ result }), ({ code, message }) => ({ code, message })).then((end) => { window.outcome = end; })`;
  await firefox.run(page, `(void (window.outcome = null, ${end}), true)`);
}

async function outcome(page: string): Promise<Record<string, unknown>> {
  for (let tries = 0; tries < 400; tries += 1) {
    const end = await firefox.run<Record<string, unknown> | null>(page, 'window.outcome');
    if (end !== null) return end;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the request never ended');
}

async function walletSaw(page: string): Promise<unknown> {
  return firefox.run(
    page,
    `window.walletSaw.filter(({ method }) => method === 'eth_sendTransaction').map(({ params }) => params)`,
  );
}

function has(name: string): string {
  return `[...document.querySelectorAll('button')].some((one) => one.textContent.trim() === ${JSON.stringify(name)})`;
}

/** Whether the window has come to a verdict that can be gone past. */
async function canGoOn(window: string): Promise<boolean> {
  return firefox.run<boolean>(window, `${has('Continue')} || ${has('Continue anyway…')}`).catch(() => false);
}

/** Presses "Continue" until the window takes it; the input guard ignores what comes too early. */
async function goOn(window: string): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const found = await firefox
      .run<[boolean, boolean]>(window, `[${has('Continue')}, ${has('Continue anyway…')}]`)
      .catch(() => null);
    if (found === null) return;
    if (found[0]) await firefox.press(window, 'Continue').catch(() => undefined);
    else if (found[1]) {
      await firefox.press(window, 'Continue anyway…');
      const type = `((input, text) => { Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, text);
        input.dispatchEvent(new Event('input', { bubbles: true })); })(document.querySelector('input'), document.querySelector('label strong').textContent)`;
      await firefox.run(window, `(${type}, true)`);
    }
  }
}

describe('Firefox', () => {
  it('holds a deposit until "Continue", over the suspension of the background', async () => {
    const page = await firefox.open(`${site}/`);
    await ask(page);
    const window = await firefox.reviewWindow();
    await expect.poll(() => canGoOn(window), { timeout: 30_000 }).toBe(true);
    await firefox.suspend();
    expect(await walletSaw(page)).toEqual([]);
    expect(await firefox.run(page, 'window.outcome')).toBeNull();
    await goOn(window);
    expect((await outcome(page)).result).toMatch(/^0x1+$/);
    expect(await walletSaw(page)).toEqual([deposit().params]);
  });

  it('refuses on "Go back"', async () => {
    const page = await firefox.open(`${site}/`);
    await ask(page);
    await firefox.press(await firefox.reviewWindow(), 'Go back');
    expect(await outcome(page)).toEqual(refused);
    expect(await walletSaw(page)).toEqual([]);
  });

  it('answers a Safe app on "Go back" as its Safe would', async () => {
    const page = await firefox.open(`${site}/safe`);
    await firefox.press(await firefox.reviewWindow(), 'Go back');
    expect(await outcome(page)).toEqual({
      id: 'a1',
      success: false,
      error: 'User rejected the request.',
      version: '9.1.0',
    });
    expect(await firefox.run(page, 'window.signed')).toEqual([]);
  });

  it('refuses when the window is closed, the background asleep', async () => {
    const page = await firefox.open(`${site}/`);
    await ask(page);
    const window = await firefox.reviewWindow();
    await firefox.suspend();
    await firefox.bidi.send('browsingContext.close', { context: window });
    expect(await outcome(page)).toEqual(refused);
    expect(await walletSaw(page)).toEqual([]);
  });

  it('leaves no empty window when the background dies before it could close it', async () => {
    const page = await firefox.open(`${site}/`);
    const popup = await firefox.open(firefox.page('popup.html'));
    await ask(page);
    const window = await firefox.reviewWindow();
    await expect.poll(() => canGoOn(window), { timeout: 30_000 }).toBe(true);
    await firefox.bidi.send('browsingContext.close', { context: page });
    const held = `browser.runtime.sendMessage({ kind: 'popup/status' }).then(({ held }) => held)`;
    await expect.poll(() => firefox.run(popup, held), { timeout: 20_000 }).toBe(0);
    await firefox.bidi.send('browsingContext.close', { context: popup });
    await firefox.suspend(); // nothing wakes it any more but the window
    await expect.poll(reviewWindows, { timeout: 20_000 }).toEqual([]);
  });

  it('holds what an announced provider is asked', async () => {
    const page = await firefox.open(`${site}/announced`);
    await firefox.run(
      page,
      `(addEventListener('eip6963:announceProvider', ({ detail }) => { window.announced = detail.provider; }),
        dispatchEvent(new Event('eip6963:requestProvider')), true)`,
    );
    await ask(page, 'window.announced');
    await firefox.press(await firefox.reviewWindow(), 'Go back');
    expect(await outcome(page)).toEqual(refused);
    expect(await walletSaw(page)).toEqual([]);
  });

  it('refuses and says to reload when the extension was updated under the page', async () => {
    const page = await firefox.open(`${site}/`);
    await firefox.install();
    const popup = await firefox.open(firefox.page('popup.html'));
    const title = `browser.tabs.query({ url: '${site}/*' }).then((tabs) => Promise.all(
      tabs.map(({ id }) => browser.action.getTitle({ tabId: id }))))`;
    await expect
      .poll(() => firefox.run<string[]>(popup, title), { timeout: 20_000 })
      .toContainEqual(expect.stringContaining('reload this page'));
    await ask(page);
    const window = await Promise.race([firefox.reviewWindow(), outcome(page).then(() => null)]);
    if (window !== null) await goOn(window);
    const end = await outcome(page);
    expect(end.code).toBe(4001);
    expect(end.message).toMatch(/reload this page/);
    expect(await walletSaw(page)).toEqual([]);
  });
});
