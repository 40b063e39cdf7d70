import type { BrowserContext, Page } from 'playwright-core';

import { built, servePage, startChromium } from '../browser/chromium.ts';
import { line } from './statistics.ts';

const site = 'https://app.renzoprotocol.com/';
const page = `<!doctype html><title>Unrelated</title><script>
  window.ethereum = { request: async () => '0x1', on() {}, removeListener() {} };
</script>`;
const rounds = 20;
const perRound = 500;

/** A transfer of a token that has nothing to do with restaking (USDC), as a page would send it. */
const transfer = {
  method: 'eth_sendTransaction',
  params: [
    {
      from: '0x00000000000000000000000000000000000000aa',
      to: '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48',
      data: `0xa9059cbb${'00'.repeat(12)}${'bb'.repeat(20)}${'00'.repeat(31)}01`,
    },
  ],
};

/** Milliseconds that one request takes in the page, the mean of many in a row. */
async function perRequest(tab: Page, request: unknown): Promise<number> {
  return tab.evaluate(
    async ({ asked, times }) => {
      const wallet: { request(asked: unknown): Promise<unknown> } = Reflect.get(globalThis, 'ethereum');
      for (let index = 0; index < 50; index += 1) await wallet.request(asked);
      const from = performance.now();
      for (let index = 0; index < times; index += 1) await wallet.request(asked);
      return (performance.now() - from) / times;
    },
    { asked: request, times: perRound },
  );
}

async function workers(context: BrowserContext): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('Chromium gives no session to ask for its workers.');
  const { targetInfos } = await session.send('Target.getTargets');
  const found = targetInfos.filter(({ type }) => type === 'service_worker');
  await session.detach();
  return found.length;
}

async function stopWorkers(context: BrowserContext): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('Chromium gives no session to stop its workers.');
  const { targetInfos } = await session.send('Target.getTargets');
  for (const { type, targetId } of targetInfos) {
    if (type === 'service_worker') await session.send('Target.closeTarget', { targetId });
  }
  await session.detach();
}

/** What a request that is none of our business takes longer, and whether it woke the worker. */
export async function benchUnrelated(): Promise<void> {
  const guarded = await startChromium({ extension: built('chrome-mv3') });
  const bare = await startChromium({ extension: null });
  try {
    const withIt = await openTab(guarded.context);
    const without = await openTab(bare.context);
    const added = async (request: unknown): Promise<number> =>
      (await perRequest(withIt, request)) - (await perRequest(without, request));
    const reads: number[] = [];
    const transfers: number[] = [];
    await stopWorkers(guarded.context);
    const before = await workers(guarded.context);
    for (let round = 0; round < rounds; round += 1) reads.push(await added({ method: 'eth_blockNumber' }));
    const after = await workers(guarded.context);
    for (let round = 0; round < rounds; round += 1) transfers.push(await added(transfer));
    console.log(line('unrelated request added, paired', reads, 'ms', 0.5));
    console.log(line('unrelated transaction on a listed site added, paired', transfers, 'ms'));
    console.log(`workers running: ${before} before ${rounds * perRound} unrelated requests, ${after} after`);
  } finally {
    await guarded.stop();
    await bare.stop();
  }
}

async function openTab(context: BrowserContext): Promise<Page> {
  await servePage(context, site, page);
  const tab = await context.newPage();
  await tab.goto(site);
  return tab;
}
