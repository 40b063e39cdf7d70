import type { Page } from 'playwright-core';

import { extensionId, servePage, type Started } from '../browser/chromium.ts';
import { killWorkers, workersRunning } from '../browser/workers.ts';
import { paired, withPair } from './paired.ts';
import { line } from './statistics.ts';

const site = 'https://app.renzoprotocol.com/';
const page = `<!doctype html><title>Unrelated</title><script>
  window.ethereum = { request: async () => '0x1', on() {}, removeListener() {} };
</script>`;
const rounds = 20;
const perRound = 500;

const read = { method: 'eth_blockNumber' };
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

type Timed = { readonly first: number; readonly mean: number };

/** Milliseconds that the very first request of a page takes, and one of many after it. */
async function timed(tab: Page, request: unknown): Promise<Timed> {
  return tab.evaluate(
    async ({ asked, times }) => {
      const wallet: { request(asked: unknown): Promise<unknown> } = Reflect.get(globalThis, 'ethereum');
      const start = performance.now();
      await wallet.request(asked);
      const from = performance.now();
      for (let index = 0; index < times; index += 1) await wallet.request(asked);
      return { first: from - start, mean: (performance.now() - from) / times };
    },
    { asked: request, times: perRound },
  );
}

/** One of many requests after the first, which is kept apart. */
async function meanAfter(tab: Page, firsts: number[]): Promise<number> {
  const { first, mean } = await timed(tab, read);
  firsts.push(first);
  return mean;
}

/** Puts the worker to sleep, and sees that it is. */
async function asleep({ context }: Started): Promise<void> {
  await killWorkers(context, extensionId);
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await workersRunning(context, extensionId)) === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the worker does not go to sleep');
}

/** What a request that is none of our business takes longer with the worker asleep, and whether it woke the worker. */
export async function benchUnrelated(): Promise<void> {
  await withPair(async ({ guarded, bare }) => {
    const [withIt, without] = [await openTab(guarded), await openTab(bare)];
    const firsts: { with: number[]; without: number[] } = { with: [], without: [] };
    let woken = 0;
    const reads = await paired(
      rounds,
      async () => {
        await withIt.goto(site);
        await asleep(guarded);
        const mean = await meanAfter(withIt, firsts.with);
        woken += await workersRunning(guarded.context, extensionId);
        return mean;
      },
      async () => {
        await without.goto(site);
        return meanAfter(without, firsts.without);
      },
    );
    const transfers = await paired(
      rounds,
      async () => (await timed(withIt, transfer)).mean,
      async () => (await timed(without, transfer)).mean,
    );
    const added = firsts.with.map((first, round) => first - (firsts.without[round] ?? 0));
    console.log(line('unrelated request added, worker asleep, paired', reads.added, 'ms', 0.5));
    console.log(line('  with', reads.with, 'ms'));
    console.log(line('  without', reads.without, 'ms'));
    console.log(line('  the first one after a load, added, paired', added, 'ms', 0.5));
    console.log(
      `  one load each, mean of ${perRound} requests; the worker woke in ${woken} of ${rounds} loads`,
    );
    console.log(line('unrelated transaction on a listed site added, paired', transfers.added, 'ms'));
  });
}

async function openTab({ context }: Started): Promise<Page> {
  await servePage(context, site, page);
  const tab = await context.newPage();
  await tab.goto(site);
  return tab;
}
