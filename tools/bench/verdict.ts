import type { BrowserContext, Worker } from 'playwright-core';

import { built } from '../browser/built.ts';
import { chooseNodes, servePage, startChromium } from '../browser/chromium.ts';
import { type FaultyNode, startFaultyNode } from '../chain/faulty-node.ts';
import type { WorldName } from '../chain/world-types.ts';
import { DEMO_ACCOUNT, startChain } from '../chain/world.ts';
import { demoDeposits } from '../demo/deposits.ts';
import type { DemoDeposit } from '../demo/pages.ts';
import { line } from './statistics.ts';

const delayMs = 100;
const rounds = 10;

type Case = {
  readonly world: WorldName;
  readonly label: RegExp;
  readonly site: string;
  readonly trips: number;
};

/** Tokens of the main job, with the round trips each may take (design §7). */
const cases: readonly Case[] = [
  { world: 'renzo', label: /Renzo/, site: 'https://app.renzoprotocol.com/', trips: 1 },
  { world: 'kelp', label: /Kelp/, site: 'https://kelpdao.xyz/', trips: 1 },
  { world: 'puffer', label: /Puffer/, site: 'https://app.puffer.fi/', trips: 1 },
  { world: 'eigenlayer-direct', label: /EigenLayer/, site: 'https://app.eigenlayer.xyz/', trips: 1 },
  { world: 'etherfi', label: /ether\.fi/, site: 'https://app.ether.fi/', trips: 2 },
];

const page = `<!doctype html><title>Verdict</title><script>
  window.ethereum = { async request({ method }) {
    if (method === 'eth_chainId') return '0x1';
    if (method === 'eth_accounts') return ['${DEMO_ACCOUNT}'];
    return null;
  }, on() {}, removeListener() {} };
</script>`;

type Measured = { readonly verdict: number; readonly trip: number; readonly trips: number };

/** Time of verdicts in a real browser, each on a chain of its own behind two nodes that answer 100 ms late. */
export async function benchVerdict(): Promise<void> {
  for (const one of cases) {
    const chain = await startChain({ world: one.world });
    const nodes = await Promise.all([
      startFaultyNode(chain.url, { delayMs }),
      startFaultyNode(chain.url, { delayMs }),
    ]);
    const deposit = demoDeposits(DEMO_ACCOUNT).find(({ label }) => one.label.test(label));
    if (deposit === undefined) throw new Error(`no deposit for ${one.world}`);
    try {
      const fresh = await measureFresh(one, deposit, nodes, 5);
      const warm = await measure(one, deposit, nodes, rounds, false);
      report(`${one.world}, first check of a browser`, fresh, one.trips);
      report(`${one.world}, operators seen before`, warm, one.trips);
    } finally {
      await Promise.all(nodes.map((node) => node.stop()));
      await chain.stop();
    }
  }
}

function report(name: string, all: readonly Measured[], trips: number): void {
  const over = all.map(({ verdict, trip }) => verdict - (1.3 * trip * trips + 60));
  console.log(
    line(
      `${name}: verdict`,
      all.map(({ verdict }) => verdict),
      'ms',
    ),
  );
  console.log(line('  over 1.3 × trips + 60 ms by', over, 'ms', 0));
  const most = Math.max(...all.map((entry) => entry.trips));
  console.log(`  HTTP round trips to one node: ${most} (budget ${trips})`);
}

async function measureFresh(
  one: Case,
  deposit: DemoDeposit,
  nodes: readonly FaultyNode[],
  times: number,
): Promise<Measured[]> {
  const all: Measured[] = [];
  for (let time = 0; time < times; time += 1) all.push(...(await measure(one, deposit, nodes, 1, true)));
  return all;
}

/** Several checks in one browser. Unless `fresh`, a first one that is not counted meets the operators. */
async function measure(
  { site }: Case,
  deposit: DemoDeposit,
  nodes: readonly FaultyNode[],
  times: number,
  fresh: boolean,
): Promise<Measured[]> {
  const { context, stop } = await startChromium({ extensions: [built('chrome-mv3')] });
  try {
    await chooseNodes(
      context,
      nodes.map(({ url }) => url),
    );
    await servePage(context, site, page);
    if (!fresh) await once(context, site, deposit, nodes);
    const all: Measured[] = [];
    for (let time = 0; time < times; time += 1) all.push(await once(context, site, deposit, nodes));
    return all;
  } finally {
    await stop();
  }
}

async function once(
  context: BrowserContext,
  site: string,
  { to, value, data }: DemoDeposit,
  nodes: readonly FaultyNode[],
): Promise<Measured> {
  for (const node of nodes) node.resetStats();
  const worker = context.serviceWorkers().at(-1) ?? (await context.waitForEvent('serviceworker'));
  await listen(worker);
  const tab = await context.newPage();
  await tab.goto(site);
  const opened = context.waitForEvent('page', (one) => one.url().includes('review.html'));
  const params = [{ from: DEMO_ACCOUNT, to, value, data }];
  await tab.evaluate(
    (asked) => {
      const wallet: { request(asked: unknown): Promise<unknown> } = Reflect.get(globalThis, 'ethereum');
      wallet.request(asked).catch(() => undefined);
    },
    { method: 'eth_sendTransaction', params },
  );
  const review = await opened;
  await review.getByRole('button', { name: /^Continue/ }).waitFor({ timeout: 30_000 });
  const measured = await read(worker);
  const closed = review.waitForEvent('close');
  await review.getByRole('button', { name: 'Go back' }).click();
  await closed;
  await tab.close();
  return { ...measured, trips: Math.max(...nodes.map((node) => node.stats().roundTrips)) };
}

/** Notes in the worker when a request is asked for and when the last thing is said about it. */
async function listen(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    const { runtime } = Reflect.get(globalThis, 'chrome');
    const notes = { asked: 0, said: 0 };
    if (Reflect.get(globalThis, 'benchNotes') === undefined) {
      runtime.onMessage.addListener((message: { kind?: string }) => {
        if (message.kind === 'hold/ask') Reflect.get(globalThis, 'benchNotes').asked = performance.now();
      });
      const send = runtime.sendMessage.bind(runtime);
      runtime.sendMessage = (message: { kind?: string; view?: { state: string } | null }) => {
        const state = message.view?.state;
        if (message.kind === 'review/update' && state !== undefined && state !== 'loading')
          Reflect.get(globalThis, 'benchNotes').said = performance.now();
        return send(message);
      };
    }
    Reflect.set(globalThis, 'benchNotes', notes);
    performance.clearResourceTimings();
  });
}

async function read(worker: Worker): Promise<Omit<Measured, 'trips'>> {
  return worker.evaluate(() => {
    const { asked, said } = Reflect.get(globalThis, 'benchNotes');
    const trips = performance.getEntriesByType('resource').map(({ duration }) => duration);
    return { verdict: said - asked, trip: Math.max(...trips) };
  });
}
