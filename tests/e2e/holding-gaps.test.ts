import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page, Worker } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { built } from '../../tools/browser/built.ts';
import {
  type Chromium,
  inWorker,
  noReviewWindow,
  reviewWindow,
  reviewWindows,
  startChromium,
} from './support/chromium.ts';
import { ask, deposit, outcome, pageSource, servePages, site } from './support/dapp.ts';
import { goBack, goOn } from './support/review.ts';
import { prepare } from './support/settings.ts';

const refused = { code: 4001, message: 'User rejected the request.' };

function isStub(worker: Worker): boolean {
  return worker.url().endsWith('/worker.js');
}

/** A wallet that speaks to pages by an extension port, and keeps what it got. */
function stubWallet(folder: string): void {
  mkdirSync(folder);
  const manifest = {
    manifest_version: 3,
    name: 'Stub wallet',
    version: '1',
    background: { service_worker: 'worker.js' },
    externally_connectable: { matches: [`${site}/*`] },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(
    join(folder, 'worker.js'),
    `const saw = [];
     const answer = ({ data }) => ({ type: 'caip-348', data: { jsonrpc: '2.0', id: data?.id, result: saw } });
     chrome.runtime.onConnectExternal.addListener((port) => port.onMessage.addListener((message) => {
       if (message.data?.method !== 'saw') saw.push(message);
       port.postMessage(answer(message)); }));
     chrome.runtime.onMessageExternal.addListener((message, sender, reply) => {
       if (message.data?.method !== 'saw') saw.push(message);
       reply(answer(message)); });`,
  );
}

let folder: string;
let browser: Chromium;
let walletId: string;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'slashlight-stub-'));
  const stub = join(folder, 'stub');
  stubWallet(stub);
  browser = await startChromium(`${built('chrome-mv3')},${stub}`);
  const worker =
    browser.context.serviceWorkers().find(isStub) ??
    (await browser.context.waitForEvent('serviceworker', { predicate: isStub }));
  walletId = new URL(worker.url()).host;
  await prepare(browser);
  await servePages(browser.context, { '/': pageSource(), '/inner': pageSource() });
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

afterEach(async () => {
  await page.close();
  for (const window of reviewWindows(browser)) await window.close();
  await noReviewWindow(browser);
});

/** What the toolbar says on the tab of a page. */
async function toolbar(): Promise<{ text: string; title: string } | null> {
  const tabs = await inWorker<{ text: string; title: string }[]>(
    browser,
    `chrome.tabs.query({ url: '${site}/*' }).then((tabs) => Promise.all(tabs.map(async ({ id: tabId }) => ({
      text: await chrome.action.getBadgeText({ tabId }), title: await chrome.action.getTitle({ tabId }) }))))`,
  );
  return tabs[0] ?? null;
}

/** The reasons that the popup gives for the page that is in front. */
async function gaps() {
  return (await browser.send({ kind: 'popup/status' })).gaps;
}

async function open(path = '/'): Promise<void> {
  page = await browser.context.newPage();
  await page.goto(`${site}${path}`);
}

/** Posts to the wallet by a port, and keeps every answer. */
async function connect(): Promise<void> {
  await page.evaluate(`window.port = chrome.runtime.connect(${JSON.stringify(walletId)});
    window.answers = []; port.onMessage.addListener((answer) => answers.push(answer)); undefined`);
}

async function walletGot(): Promise<unknown[]> {
  return page.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(walletId)}, { data: { method: 'saw' } })
    .then(({ data }) => data.result)`);
}

describe('the way to an extension', () => {
  const call = { scope: 'eip155:1', request: deposit() };
  const message = {
    type: 'caip-348',
    data: { jsonrpc: '2.0', id: 5, method: 'wallet_invokeMethod', params: call },
  };

  it('is held at a port until "Continue", and a refusal is heard there', async () => {
    await open();
    await connect();
    await page.evaluate(`port.postMessage(${JSON.stringify(message)})`);
    await goBack(await reviewWindow(browser));
    await expect.poll(() => page.evaluate('answers')).toMatchObject([{ data: { id: 5, error: refused } }]);
    expect(await walletGot()).toEqual([]);
    await noReviewWindow(browser);
    const other = { ...message, data: { ...message.data, params: { ...call, request: deposit('0x2') } } };
    await page.evaluate(`port.postMessage(${JSON.stringify(other)})`);
    const window = await reviewWindow(browser);
    expect(await walletGot()).toEqual([]);
    await goOn(window);
    await expect.poll(walletGot).toEqual([other]);
  });

  it('is held as a single message too', async () => {
    await open();
    await page.evaluate(`window.outcomes = {}; void chrome.runtime.sendMessage(${JSON.stringify(walletId)}, ${JSON.stringify(message)})
      .then((result) => { outcomes.first = { result }; }, ({ code, message }) => { outcomes.first = { code, message }; })`);
    const before = await walletGot();
    await goBack(await reviewWindow(browser));
    expect(await outcome(page)).toEqual(refused);
    expect(await walletGot()).toEqual(before);
  });

  it('carries everything else at once', async () => {
    await open();
    await connect();
    await page.evaluate(
      `port.postMessage({ type: 'caip-348', data: { jsonrpc: '2.0', id: 1, method: 'wallet_getSession' } })`,
    );
    await expect.poll(() => page.evaluate('answers.length')).toBe(1);
    expect(reviewWindows(browser)).toEqual([]);
  });
});

describe('the toolbar', () => {
  it('says nothing on a page that is protected', async () => {
    await open();
    await ask(page, { method: 'eth_blockNumber' });
    await outcome(page);
    expect(await toolbar()).toMatchObject({ text: '' });
  });

  it('says that a frame which its own site may have prepared is not protected', async () => {
    await open();
    await page.evaluate(`new Promise((done) => {
      const frame = document.createElement('iframe');
      frame.src = '/inner'; frame.onload = done; document.body.append(frame); })`);
    await expect.poll(toolbar).toMatchObject({ text: '!', title: expect.stringContaining('prepared') });
  });

  it('says so where a wallet is frozen, and nobody can define its place past us', async () => {
    await open();
    // A realm that nobody enters: the first window of a frame whose page is still on its way.
    const ended = await page.evaluate(`(() => {
      const frame = document.createElement('iframe'); frame.src = '/inner'; document.body.append(frame);
      const { Object: clean } = frame.contentWindow;
      frame.remove();
      const wallet = Object.freeze({ request: async () => 'raw' });
      try {
        clean.defineProperty(window, 'ethereum', { value: wallet, configurable: false });
        return 'defined';
      } catch ({ name }) {
        window.ethereum = wallet;
        void window.ethereum.request; // looked at, as any page does
        return name;
      }
    })()`);
    expect(ended).toBe('TypeError');
    await expect.poll(toolbar).toMatchObject({ text: '!', title: expect.stringContaining('cannot stand') });
    // A milder reason that comes later does not wipe out the worse one.
    await page.evaluate(`new Promise((done) => {
      const frame = document.createElement('iframe');
      frame.src = '/inner'; frame.onload = done; document.body.append(frame); })`);
    await expect.poll(gaps).toEqual(expect.arrayContaining(['fixed-provider', 'prepared-realm']));
    await expect.poll(toolbar).toMatchObject({ text: '!', title: expect.stringContaining('cannot stand') });
  });
});
