import type { Page } from 'playwright-core';
import { encodeFunctionData, parseAbi } from 'viem';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { standInContracts } from '../../tools/chain/compiled.ts';
import { type Chain, startChain } from '../../tools/chain/world.ts';
import { type Chromium, inWorker, noReviewWindow, reviewWindow, startChromium } from './support/chromium.ts';
import { ask, outcome, outcomeNow, pageSource, servePages, walletSaw } from './support/dapp.ts';
import { goBack, goOn } from './support/review.ts';
import { testSettings } from './support/settings.ts';

/** One of the sites that Slashlight is on at install, of no protocol: there calldata alone decides. */
const swaps = 'https://app.uniswap.org';
const ME = '0x00000000000000000000000000000000000a11ce';
const ROUTER = '0x00000000000000000000000000000000005a5a5a';
const EZETH = '0xbf5495Efe5DB9ce00f80364C8B423567e58d2110';
const PUFETH = '0xD9A442856C234a39a81a089C06451EBAa4306a72';
const depositEth = encodeFunctionData({
  abi: parseAbi(['function depositETH(address)']),
  args: [ME],
});
const abi = parseAbi(['function go() payable', 'function fail()', 'function nothing()']);

let chain: Chain;
let browser: Chromium;

beforeAll(async () => {
  chain = await startChain({ world: 'renzo' });
  const { HiddenRouter, GivingToken } = standInContracts();
  await chain.test.setCode({ address: ROUTER, bytecode: HiddenRouter?.runtime ?? '0x' });
  await chain.test.setCode({ address: EZETH, bytecode: GivingToken?.runtime ?? '0x' });
  await chain.test.setCode({ address: PUFETH, bytecode: '0x00' }); // takes every call and does nothing
  await chain.test.setBalance({ address: ME, value: 10n ** 20n });
  browser = await startChromium();
  await servePages(browser.context, { '/': pageSource() });
});
afterEach(() => noReviewWindow(browser));
afterAll(async () => {
  await browser.close();
  await chain.stop();
});

/** Switches simulation on or off, with the chain's node as the person's own, and waits until the scripts stand. */
async function simulation(simulate: boolean): Promise<void> {
  const settings = { ...testSettings, nodes: { '1': [chain.url] }, simulate };
  expect(await browser.send({ kind: 'settings/set', settings })).toEqual({ ok: true });
  const registered = () =>
    inWorker<number>(browser, 'chrome.scripting.getRegisteredContentScripts().then((all) => all.length)');
  await expect.poll(registered).toBe(simulate ? 1 : 0);
}

async function open(): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${swaps}/`);
  return page;
}

function calling(functionName: 'go' | 'fail' | 'nothing') {
  const data = encodeFunctionData({ abi, functionName });
  const value = functionName === 'go' ? '0xde0b6b3a7640000' : '0x0';
  return { method: 'eth_sendTransaction', params: [{ from: ME, to: ROUTER, value, data }] };
}

describe('a deposit that hides in a contract', () => {
  it('passes while simulation is off, as the README says', async () => {
    await simulation(false);
    const page = await open();
    await ask(page, calling('go'));
    expect((await outcome(page)).result).toBeDefined();
    expect(await walletSaw(page)).toHaveLength(1);
    await page.close();
  });

  it('is held once simulation is on, and says what it buys and that the node saw it', async () => {
    await simulation(true);
    const page = await open();
    await ask(page, calling('go'));
    const window = await reviewWindow(browser);
    await window.getByText('ezETH').first().waitFor();
    await window.getByText('A trial on your own node showed what this request hides.').first().waitFor();
    expect(await outcomeNow(page)).toBeNull();
    expect(await walletSaw(page)).toEqual([]);
    await goBack(window);
    expect((await outcome(page)).code).toBe(4001);
    await page.close();
  });

  it('is told beside one that the request shows', async () => {
    await simulation(true);
    const page = await open();
    const [hidden] = calling('go').params;
    const shown = { to: PUFETH, value: '0x1', data: depositEth };
    await ask(page, {
      method: 'wallet_sendCalls',
      params: [{ version: '2.0.0', chainId: '0x1', from: ME, atomicRequired: true, calls: [shown, hidden] }],
    });
    const window = await reviewWindow(browser);
    await window.getByText('ezETH').first().waitFor();
    await window.getByText('pufETH').first().waitFor();
    await window
      .getByText(`${ROUTER.slice(0, 8)}…${ROUTER.slice(-6)}`)
      .first()
      .waitFor();
    await window.getByText('A trial on your own node showed what this request hides.').first().waitFor();
    expect(await walletSaw(page)).toEqual([]);
    await goBack(window);
    await page.close();
  });

  it('is handed on after "Continue"', async () => {
    await simulation(true);
    const page = await open();
    await ask(page, calling('go'));
    const window = await reviewWindow(browser);
    await goOn(window);
    expect((await outcome(page)).result).toBeDefined();
    expect(await walletSaw(page)).toMatchObject([calling('go')]);
    await page.close();
  });
});

describe('other requests, with simulation on', () => {
  it('go on by themselves where a trial shows nothing', async () => {
    await simulation(true);
    const page = await open();
    await ask(page, calling('nothing'));
    expect((await outcome(page)).result).toBeDefined();
    expect(await walletSaw(page)).toHaveLength(1);
    await page.close();
  });

  it('are held where they fail when tried', async () => {
    await simulation(true);
    const page = await open();
    await ask(page, calling('fail'));
    const window = await reviewWindow(browser);
    await window.getByText('This could not be tried on your own node.').first().waitFor();
    expect(await walletSaw(page)).toEqual([]);
    await goBack(window);
    await page.close();
  });
});
