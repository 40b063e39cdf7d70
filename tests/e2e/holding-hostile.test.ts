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
import { walletSource } from './support/wallet.ts';

const refused = { code: 4001, message: 'User rejected the request.' };
const tx = JSON.stringify(deposit());

let browser: Chromium;
let page: Page;

/** Scripts of hostile pages, by path. Each starts one request for a deposit in its own way and keeps its end. */
const start = `
  const keep = (promise) => { window.outcomes = {}; promise.then(
    (result) => { outcomes.first = { result }; },
    (error) => { outcomes.first = { code: error.code, message: error.message }; }); };
  const tx = ${tx};
`;
const hostile: Record<string, string> = {
  'pollutes Object.prototype with answers': `
    Object.prototype.refusal = null; Object.prototype.get = undefined; Object.prototype.later = undefined;
    Object.prototype.v = 'allow'; Object.prototype.hash = 'x'; Object.prototype.acknowledged = true;
    delete Object.prototype.get;
    keep(window.ethereum.request(tx));`,
  'hands traps to proxies through Object.prototype': `
    window.caught = [];
    for (const name of ['get', 'apply', 'getPrototypeOf'])
      Object.prototype[name] = function (...all) { caught.push(all[0]); };
    let promise; try { promise = window.ethereum.request(tx); } catch (error) { promise = Promise.reject(error); }
    for (const name of ['get', 'apply', 'getPrototypeOf']) delete Object.prototype[name];
    keep(promise);
    for (const one of caught) try { one.request?.(tx).catch(() => {}); one(tx)?.catch?.(() => {}); } catch {}`,
  'gives another method at the second look': `
    let looks = 0;
    keep(window.ethereum.request({ get method() { return looks++ ? 'eth_sendTransaction' : 'eth_blockNumber'; }, params: tx.params }).then(() => window.ethereum.request(tx)));`,
  'hides the method in a proxy': `
    let looks = 0;
    const liar = new Proxy({ ...tx }, { get: (target, key) => (key === 'method' && looks++ === 0 ? 'eth_blockNumber' : target[key]) });
    keep(window.ethereum.request(liar).then(() => window.ethereum.request(tx)));`,
  'changes the request after it asked': `
    const mine = JSON.parse(JSON.stringify(tx));
    keep(window.ethereum.request(mine));
    mine.params[0].value = '0xffff'; mine.params[0].to = '0x000000000000000000000000000000000000dead'; mine.method = 'eth_accounts';`,
  'answers differently each time it is copied': `
    let copies = 0;
    const value = () => (copies++ === 0 ? tx.params[0].value : '0xffff');
    keep(window.ethereum.request({ method: tx.method, params: [{ ...tx.params[0], get value() { return value(); } }] }));`,
  'has a toJSON that changes its mind': `
    let copies = 0;
    Object.defineProperty(Array.prototype, 'toJSON', { configurable: true, writable: true, value() {
      return copies++ === 0 ? tx.params.slice() && Object.assign([], { 0: tx.params[0], length: 1, toJSON: undefined }) : []; } });
    keep(window.ethereum.request(tx));
    delete Array.prototype.toJSON;`,
  'forges the handshake': `
    window.got = [];
    addEventListener('slashlight:line', (event) => { got.push(event.ports.length); event.preventDefault(); }, true);
    dispatchEvent(new Event('slashlight:ready'));
    const channel = new MessageChannel();
    dispatchEvent(new MessageEvent('slashlight:line', { ports: [channel.port2], cancelable: true }));
    channel.port1.postMessage(JSON.stringify({ t: 'ask', n: 1, method: 'eth_sendTransaction', params: '[]', chainId: null, account: null }));
    for (let n = 1; n < 9; n += 1) postMessage(JSON.stringify([n, 'forward']), '*');
    keep(window.ethereum.request(tx));`,
  'deletes window.ethereum and waits for the wallet to come back': `
    delete window.ethereum;
    ${walletSource()}
    keep(window.ethereum.request(tx));`,
  'opens the document anew': `
    keep(new Promise((resolve, reject) => setTimeout(() => {
      document.open(); document.write('<p>new</p>'); document.close();
      setTimeout(() => window.ethereum.request(tx).then(resolve, reject), 50);
    }, 50)));`,
  'asks from a frame that has no address': `
    const frame = document.createElement('iframe'); document.documentElement.append(frame);
    frame.contentWindow.ethereum = { request: async ({ method, params }) => { walletSaw.push({ method, params }); return '0x1'; } };
    keep(frame.contentWindow.ethereum.request(tx));`,
};

const tamper = `
    const lie = () => true;
    JSON.parse = (text) => ['forward', 0, text]; JSON.stringify = () => '[]';
    Promise.prototype.then = function () { return this; };
    MessagePort.prototype.postMessage = lie; EventTarget.prototype.dispatchEvent = lie;
    Array.prototype.push = lie; Array.prototype.map = lie; Array.prototype[Symbol.iterator] = function* () {};
    WeakMap.prototype.get = lie; Map.prototype.get = lie; RegExp.prototype.test = lie; String.prototype.charCodeAt = () => 0;
    Reflect.apply = lie; Function.prototype.apply = lie; Function.prototype.call = lie; window.setTimeout = lie;
    window.ethereum = { request: ({ method }) => { new Image().src = '/saw/' + method; return fetch('/saw/' + method); } };
    window.started = window.ethereum.request(tx);`;

beforeAll(async () => {
  browser = await startChromium();
  await prepare(browser);
  const names = Object.entries(hostile);
  const pages = names.map(([, code], index): [string, string] => [
    `/${index}`,
    pageSource({ after: `${start}${code}` }),
  ]);
  await servePages(browser.context, {
    '/': pageSource(),
    '/tampering': pageSource({ wallet: null, after: `${start}${tamper}` }),
    ...Object.fromEntries(pages),
  });
});

afterAll(() => browser.close());

afterEach(async () => {
  await page.close();
  for (const window of reviewWindows(browser)) await window.close();
  await noReviewWindow(browser);
});

describe('a page that wants to be signed unseen', () => {
  it('replaces every built-in before its wallet comes: held', async () => {
    page = await browser.context.newPage();
    // Nothing in this page can be asked any more, so its wallet reports by what it loads.
    const saw: string[] = [];
    page.on('request', (request) => saw.push(new URL(request.url()).pathname));
    await page.goto(`${site}/tampering`);
    const window = await reviewWindow(browser);
    await page.waitForTimeout(300);
    expect(saw).not.toContain('/saw/eth_sendTransaction');
    await goOn(window);
    await expect.poll(() => saw).toContain('/saw/eth_sendTransaction');
  });

  it.each(Object.keys(hostile).map((name, index) => [name, index] as const))(
    '%s: held',
    async (name, index) => {
      page = await browser.context.newPage();
      await page.goto(`${site}/${index}`);
      const window = await reviewWindow(browser);
      await page.waitForTimeout(200);
      const before = (await walletSaw(page)).filter(({ method }) => method === 'eth_sendTransaction');
      expect(before, name).toEqual([]);
      await goOn(window);
      expect((await outcome(page)).result).toBeDefined();
      const saw = (await walletSaw(page)).filter(({ method }) => method === 'eth_sendTransaction');
      expect(saw).toHaveLength(1);
      expect(saw[0]?.params).toEqual(deposit().params);
    },
  );

  it('never hands its line to a page that asks for it', async () => {
    page = await browser.context.newPage();
    await page.goto(`${site}/${Object.keys(hostile).indexOf('forges the handshake')}`);
    await reviewWindow(browser);
    expect(await page.evaluate(() => Reflect.get(window, 'got'))).toEqual([1]);
  });

  it('is told to wait by every frame of its origin', async () => {
    page = await browser.context.newPage();
    await page.goto(`${site}/`);
    await page.evaluate(
      async ([source, request]) => {
        const frame = document.createElement('iframe');
        frame.srcdoc = `<script>${source}</script>`;
        document.body.append(frame);
        await new Promise((resolve) => frame.addEventListener('load', resolve));
        const inner: unknown = Reflect.get(frame.contentWindow ?? {}, 'ethereum');
        Reflect.set(window, 'ethereum', inner);
        Reflect.set(window, 'walletSaw', Reflect.get(frame.contentWindow ?? {}, 'walletSaw'));
        Reflect.set(window, 'request', request);
      },
      [walletSource(), tx],
    );
    await ask(page, deposit());
    await goBack(await reviewWindow(browser));
    expect(await outcome(page)).toEqual(refused);
    expect(await walletSaw(page)).toEqual([]);
  });
});

describe('messages that are not what they say', () => {
  it('takes no answer from a page of ours that is not the review window, nor to a revision that was not shown', async () => {
    page = await browser.context.newPage();
    await page.goto(`${site}/`);
    await ask(page, deposit());
    const window = await reviewWindow(browser);
    await window.getByRole('button', { name: 'Go back' }).waitFor();
    const held = await window.evaluate<{ requestId: string; revision: number; wrong: unknown; odd: unknown }>(
      `(async () => {
        const say = (message) => chrome.runtime.sendMessage(message);
        const { requestId, revision } = await say({ kind: 'review/open', windowId: 1 });
        const answer = { kind: 'review/answer', requestId, revision };
        return {
          requestId,
          revision,
          wrong: await say({ ...answer, revision: revision - 1, v: 'continue' }),
          odd: await say({ ...answer, v: 'allow' }),
        };
      })()`,
    );
    expect(held.wrong).toEqual({ ok: false, why: 'changed' });
    expect(held.odd ?? null).toBeNull();
    const { requestId, revision } = held;
    const foreign = await browser.send({ kind: 'review/answer', requestId, revision, v: 'continue' });
    expect(foreign ?? null).toBeNull();
    expect(await outcomeNow(page)).toBeNull();
    expect(await walletSaw(page)).toEqual([]);
  });
});
