import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import type { Page } from 'playwright-core';

import { built } from '../browser/built.ts';
import { servePage } from '../browser/chromium.ts';
import { paired, withPair } from './paired.ts';
import { line } from './statistics.ts';
import { type Load, traceLoad } from './trace.ts';

const site = 'https://app.renzoprotocol.com/';
const page =
  '<!doctype html><script>performance.mark("first")</script><title>Frame</title><p>A page of a protocol.';
const rounds = 30;

/** Milliseconds from the end of the response to the first script of the page. */
async function firstScript(tab: Page): Promise<number> {
  await tab.goto(site);
  return tab.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    const end = navigation instanceof PerformanceNavigationTiming ? navigation.responseEnd : 0;
    return (performance.getEntriesByName('first')[0]?.startTime ?? 0) - end;
  });
}

function gzip(name: string): number {
  return gzipSync(readFileSync(join(built('chrome-mv3'), 'content-scripts', name)), { level: 9 }).length;
}

/** What both scripts weigh, compressed as `npm run size` does it. */
function weights(): void {
  const [wrapper, bridge] = [gzip('provider.js'), gzip('bridge.js')];
  for (const [what, bytes, budget] of [
    ['page-world script, gzip', wrapper, 6_000],
    ['page-world script and bridge, gzip', wrapper + bridge, 12_000],
  ] as const)
    console.log(`${what.padEnd(58)} ${bytes} bytes  ${bytes <= budget ? 'within' : 'OVER'} ${budget}`);
}

/** What both scripts weigh and cost a frame at its start, and how much later the page's own first script runs. */
export async function benchFrame(): Promise<void> {
  weights();
  await withPair(async ({ guarded, bare }) => {
    for (const { context } of [guarded, bare]) await servePage(context, site, page);
    const [withIt, without] = [await guarded.context.newPage(), await bare.context.newPage()];
    const loads: Load[] = [];
    const usual: Load[] = [];
    const traced = async (into: Load[], context: typeof guarded.context, tab: Page): Promise<number> => {
      const load = await traceLoad(context, tab, site);
      into.push(load);
      return load.scripts;
    };
    // The first load compiles; the browser caches that.
    await paired(
      1,
      () => firstScript(withIt),
      () => firstScript(without),
    );
    const scripts = await paired(
      rounds,
      () => traced(loads, guarded.context, withIt),
      () => traced(usual, bare.context, without),
    );
    const later = await paired(
      rounds,
      () => firstScript(withIt),
      () => firstScript(without),
    );
    console.log(line('script time per frame at start, added, paired', scripts.added, 'ms', 1));
    console.log(line('  all scripts of the frame, with', scripts.with, 'ms'));
    console.log(line('  all scripts of the frame, without', scripts.without, 'ms'));
    console.log(
      line(
        '  both scripts by their address, thread',
        loads.map(({ extension }) => extension),
        'ms',
        1,
      ),
    );
    console.log(
      line(
        '  both scripts by their address, wall',
        loads.map(({ extensionWall }) => extensionWall),
        'ms',
      ),
    );
    console.log(
      line(
        'timers set at start, with',
        loads.map(({ timers }) => timers),
        '',
      ),
    );
    console.log(
      line(
        'timers set at start, without',
        usual.map(({ timers }) => timers),
        '',
      ),
    );
    console.log(line('first page script later than without, paired', later.added, 'ms'));
  });
}
