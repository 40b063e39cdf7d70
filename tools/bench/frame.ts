import type { BrowserContext, Page } from 'playwright-core';
import * as z from 'zod/mini';

import { built, servePage, startChromium } from '../browser/chromium.ts';
import { line } from './statistics.ts';

const site = 'https://app.renzoprotocol.com/';
const page =
  '<!doctype html><script>performance.mark("first")</script><title>Frame</title><p>A page of a protocol.';
const rounds = 30;

const traceEvent = z.object({
  name: z.string(),
  dur: z.optional(z.number()),
  tdur: z.optional(z.number()),
  args: z.optional(z.object({ data: z.optional(z.object({ url: z.optional(z.string()) })) })),
});

type Cost = { readonly wall: number; readonly thread: number };

/** Milliseconds that scripts of an extension run in one load of a page, from Chromium's own trace. */
async function scriptCost(context: BrowserContext, tab: Page): Promise<Cost> {
  const session = await context.newCDPSession(tab);
  const events: unknown[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline'] },
  });
  await tab.goto(site);
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  let wall = 0;
  let thread = 0;
  for (const raw of events) {
    const event = z.safeParse(traceEvent, raw);
    if (!event.success || event.data.name !== 'EvaluateScript') continue;
    if (!event.data.args?.data?.url?.startsWith('chrome-extension://')) continue;
    wall += (event.data.dur ?? 0) / 1000;
    thread += (event.data.tdur ?? 0) / 1000;
  }
  return { wall, thread };
}

/** Milliseconds from the end of the response to the first script of the page. */
async function firstScript(tab: Page): Promise<number> {
  await tab.goto(site);
  return tab.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    const end = navigation instanceof PerformanceNavigationTiming ? navigation.responseEnd : 0;
    return (performance.getEntriesByName('first')[0]?.startTime ?? 0) - end;
  });
}

/** What both scripts cost a frame at its start, and how much later the page's own first script runs. */
export async function benchFrame(): Promise<void> {
  const guarded = await startChromium({ extension: built('chrome-mv3') });
  const bare = await startChromium({ extension: null });
  try {
    const tabs = await Promise.all(
      [guarded, bare].map(async ({ context }) => {
        await servePage(context, site, page);
        return context.newPage();
      }),
    );
    const [withIt, without] = tabs;
    if (withIt === undefined || without === undefined) throw new Error('no page');
    const costs: Cost[] = [];
    const later: number[] = [];
    await scriptCost(guarded.context, withIt); // the first load compiles; the browser caches that
    await firstScript(without);
    for (let round = 0; round < rounds; round += 1) {
      costs.push(await scriptCost(guarded.context, withIt));
      later.push((await firstScript(withIt)) - (await firstScript(without)));
    }
    console.log(
      line(
        'script time per frame at start, thread',
        costs.map((cost) => cost.thread),
        'ms',
        1,
      ),
    );
    console.log(
      line(
        'script time per frame at start, wall',
        costs.map((cost) => cost.wall),
        'ms',
      ),
    );
    console.log(line('first page script later than without extension, paired', later, 'ms'));
  } finally {
    await guarded.stop();
    await bare.stop();
  }
}
