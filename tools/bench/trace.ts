import type { BrowserContext, Page } from 'playwright-core';
import * as z from 'zod/mini';

const traceEvent = z.object({
  name: z.string(),
  pid: z.number(),
  tid: z.number(),
  tts: z.optional(z.number()),
  dur: z.optional(z.number()),
  tdur: z.optional(z.number()),
  args: z.optional(z.object({ data: z.optional(z.object({ url: z.optional(z.string()) })) })),
});
type TraceEvent = z.infer<typeof traceEvent>;

/** What a page's main thread did while it loaded, from Chromium's own trace. Times in milliseconds. */
export type Load = {
  /** Time in scripts of whomever: what was evaluated, called, or ran as a microtask. */
  readonly scripts: number;
  /** Of these, the scripts of extensions from their first line to their last; and the same by the clock. */
  readonly extension: number;
  readonly extensionWall: number;
  /** Timers and frames that were asked for. */
  readonly timers: number;
};

const scriptEvents = new Set([
  'EvaluateScript',
  'v8.compile',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
  'EventDispatch',
]);
const timerEvents = new Set(['TimerInstall', 'RequestAnimationFrame', 'RequestIdleCallback']);
/** What a script leaves for later, such as messages, has run by then. */
const restMs = 100;

/** Loads a page once and reads what its main thread did. */
export async function traceLoad(context: BrowserContext, tab: Page, url: string): Promise<Load> {
  const session = await context.newCDPSession(tab);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const raw of value) {
      const event = z.safeParse(traceEvent, raw);
      if (event.success) events.push(event.data);
    }
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8'] },
  });
  await tab.goto(url);
  await new Promise((resolve) => setTimeout(resolve, restMs));
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return read(events, url);
}

function read(events: readonly TraceEvent[], url: string): Load {
  const page = events.find(({ name, args }) => name === 'EvaluateScript' && args?.data?.url === url);
  if (page === undefined) throw new Error('the trace shows no script of the page');
  const here = events.filter(({ pid, tid }) => pid === page.pid && tid === page.tid);
  const own = here.filter(
    ({ name, args }) =>
      name === 'EvaluateScript' && args?.data?.url?.startsWith('chrome-extension://') === true,
  );
  return {
    scripts: covered(here.filter(({ name }) => scriptEvents.has(name))) / 1000,
    extension: sum(own.map(({ tdur }) => tdur ?? 0)) / 1000,
    extensionWall: sum(own.map(({ dur }) => dur ?? 0)) / 1000,
    timers: here.filter(({ name }) => timerEvents.has(name)).length,
  };
}

/** Microseconds of the thread that some events cover; one that runs inside another counts once. */
function covered(events: readonly TraceEvent[]): number {
  let total = 0;
  let until = 0;
  for (const { tts = 0, tdur = 0 } of events.toSorted((a, b) => (a.tts ?? 0) - (b.tts ?? 0))) {
    total += Math.max(0, tts + tdur - Math.max(tts, until));
    until = Math.max(until, tts + tdur);
  }
  return total;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
