import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import {
  type Chromium,
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

beforeAll(async () => {
  browser = await startChromium();
  await prepare(browser);
  await servePages(browser.context, {
    '/': pageSource(),
    '/announced': pageSource({ wallet: { place: 'none' } }),
    '/fixed': pageSource({ wallet: { place: 'fixed' } }),
    '/getter': pageSource({ wallet: { place: 'getter-only' } }),
    '/frozen': pageSource({ wallet: { frozen: true } }),
    '/frozen-fixed': pageSource({ wallet: { frozen: true, place: 'fixed' } }),
  });
});

afterEach(() => noReviewWindow(browser));

afterAll(() => browser.close());

async function open(path: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${site}${path}`);
  return page;
}

/** Runs code in the page that starts one request; `provider` is the announced wallet. */
async function start(page: Page, code: string): Promise<void> {
  await page.evaluate(`(() => {
    window.outcomes = {};
    let provider = null;
    addEventListener('eip6963:announceProvider', (event) => { provider = event.detail.provider; });
    dispatchEvent(new Event('eip6963:requestProvider'));
    const done = (result) => { outcomes.first = { result }; };
    const failed = ({ code, message }) => { outcomes.first = { code, message }; };
    const callback = (error, reply) => (error === null ? done(reply.result) : failed(error));
    const tx = ${JSON.stringify(deposit())};
    const returned = ${code};
    if (returned instanceof Promise) returned.then(done, failed);
  })()`);
}

describe('the wallet sees nothing before "Continue", whichever way the page takes', () => {
  const ways: [name: string, path: string, code: string][] = [
    ['window.ethereum.request', '/', 'window.ethereum.request(tx)'],
    ['send with a method', '/', 'window.ethereum.send(tx.method, tx.params)'],
    ['send with a callback', '/', 'window.ethereum.send({ id: 1, ...tx }, callback)'],
    ['sendAsync', '/', 'window.ethereum.sendAsync({ id: 1, ...tx }, callback)'],
    ['the prototype', '/', 'Object.getPrototypeOf(window.ethereum).request.call(window.ethereum, tx)'],
    ['what on() returns', '/', 'window.ethereum.on("connect", () => {}).request(tx)'],
    ['a function taken off first', '/', '(({ request }) => request(tx))(window.ethereum)'],
    ['an announced provider', '/announced', 'provider.request(tx)'],
    ['an announced provider, sendAsync', '/announced', 'provider.sendAsync({ id: 1, ...tx }, callback)'],
    ['a fixed window.ethereum', '/fixed', 'window.ethereum.request(tx)'],
    ['a getter-only window.ethereum', '/getter', 'window.ethereum.request(tx)'],
    ['a frozen provider', '/frozen', 'window.ethereum.request(tx)'],
    ['a frozen provider in a fixed place', '/frozen-fixed', 'window.ethereum.request(tx)'],
    ['a frozen provider, announced', '/frozen', 'provider.request(tx)'],
  ];

  it.each(ways)('%s', async (_, path, code) => {
    const page = await open(path);
    await start(page, code);
    const window = await reviewWindow(browser);
    expect(await walletSaw(page)).toEqual([]);
    expect(await outcomeNow(page)).toBeNull();
    await goBack(window);
    expect(await outcome(page)).toEqual(refused);
    expect(await walletSaw(page)).toEqual([]);

    await noReviewWindow(browser);
    await start(page, code);
    const again = await reviewWindow(browser);
    expect(await walletSaw(page)).toEqual([]);
    await goOn(again);
    expect((await outcome(page)).result).toMatch(/^0x1+$/);
    const saw = await walletSaw(page);
    expect(saw).toHaveLength(1);
    expect(saw[0]).toMatchObject(deposit());
    await page.close();
  });

  it('holds a list when one of its requests matters, and forwards none of it before', async () => {
    const page = await open('/');
    await start(
      page,
      'window.ethereum.sendAsync([{ id: 1, method: "eth_blockNumber" }, { id: 2, ...tx }], callback)',
    );
    const window = await reviewWindow(browser);
    expect(await walletSaw(page)).toEqual([]);
    await goBack(window);
    expect(await outcome(page)).toEqual(refused);
    expect(await walletSaw(page)).toEqual([]);
    await page.close();
  });

  it.each([
    ['1.0', {}],
    ['2.0.0', { atomicRequired: true }],
  ])('holds wallet_sendCalls %s and forwards it whole', async (version, more) => {
    const [call] = deposit().params;
    const calls = {
      method: 'wallet_sendCalls',
      params: [{ version, chainId: '0x1', from: call?.from, calls: [call], ...more }],
    };
    const page = await open('/');
    await ask(page, calls);
    const window = await reviewWindow(browser);
    expect(await walletSaw(page)).toEqual([]);
    await goOn(window);
    expect((await outcome(page)).result).toBeDefined();
    expect(await walletSaw(page)).toMatchObject([calls]);
    await page.close();
  });

  it('gives one wrapper for one provider, the same everywhere', async () => {
    const page = await open('/');
    const same = await page.evaluate(`(() => {
      const found = [];
      addEventListener('eip6963:announceProvider', (event) => found.push(event.detail.provider));
      dispatchEvent(new Event('eip6963:requestProvider'));
      dispatchEvent(new Event('eip6963:requestProvider'));
      return found.length === 2 && found.every((one) => one === window.ethereum);
    })()`);
    expect(same).toBe(true);
    await page.close();
  });

  it('opens no window and changes nothing for what is none of its business', async () => {
    const page = await open('/');
    await ask(page, { method: 'personal_sign', params: ['0x00', '0x0'] });
    expect((await outcome(page)).result).toBeDefined();
    await ask(page, { method: 'wallet_fails' }, 'second');
    expect(await outcome(page, 'second')).toEqual({ code: 4200, message: 'No such thing.' });
    expect(reviewWindows(browser)).toEqual([]);
    await page.close();
  });
});
