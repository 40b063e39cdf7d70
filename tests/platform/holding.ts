import type { Decision, Held } from '../../lib/decide/index.ts';
import type { CheckedView, CheckRow, HoldAsk, ReviewView } from '../../lib/messages/index.ts';
import type { Asker, HeldStore, HoldingDeps, Meta } from '../../lib/platform/holding/deps.ts';
import { type Holder, makeHolder } from '../../lib/platform/holding/holder.ts';

export const asker: Asker = {
  tabId: 1,
  frameId: 0,
  documentId: 'doc',
  origin: 'https://app.example',
  topOrigin: 'https://app.example',
  incognito: false,
};

export const ready: CheckedView = {
  state: 'ready',
  detail: null,
  deposits: [],
  notes: [],
  overall: { level: 'ok', word: 'Within limits', headline: 'Fine', override: { kind: 'click' } },
  sources: [],
  stillReading: [],
  block: '1',
  readAt: 0,
};

export function question(n: number, more: Partial<HoldAsk> = {}): HoldAsk {
  return {
    kind: 'hold/ask',
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    method: 'eth_sendTransaction',
    params: `[{"value":"0x${n.toString(16)}"}]`,
    account: null,
    chainId: '0x1',
    via: 'wrapper',
    realm: 'own',
    ...more,
  };
}

/** A browser without a browser: what outlives a worker, and what the worker did to the world. */
export type World = {
  readonly stored: Map<string, Held>;
  meta: Meta;
  now: number;
  readonly windows: Set<number>;
  canOpen: boolean;
  full: boolean;
  taken: boolean;
  off: boolean;
  waits: boolean;
  failsSiteOff: boolean;
  check: HoldingDeps['check'];
  triage: HoldingDeps['triage'];
  readonly delivered: [id: string, decision: Decision][];
  readonly pushed: (ReviewView | null)[];
  readonly attention: boolean[];
  readonly rows: CheckRow[];
  readonly watched: boolean[];
  readonly timers: { work: () => void; at: number }[];
};

export function newWorld(): World {
  return {
    stored: new Map(),
    meta: { windowId: null, backs: [] },
    now: 1_000_000,
    windows: new Set(),
    canOpen: true,
    full: false,
    taken: true,
    off: false,
    waits: true,
    failsSiteOff: false,
    check: () => Promise.resolve(ready),
    triage: async () => ({ action: 'hold' }),
    delivered: [],
    pushed: [],
    attention: [],
    rows: [],
    watched: [],
    timers: [],
  };
}

/** Starts a worker in a world. Start another to see what it picks up after the first one died. */
export async function startWorker(world: World, meanwhile?: (holder: Holder) => void): Promise<Holder> {
  const room = (): void => {
    if (world.full) throw new Error('QUOTA_BYTES quota exceeded');
  };
  const store: HeldStore = {
    load: () => Promise.resolve({ held: [...world.stored.values()], meta: world.meta }),
    add: async (held) => {
      room();
      world.stored.set(held.id, held);
    },
    mark: async (held) => {
      room();
      world.stored.set(held.id, held);
    },
    drop: async (id) => void world.stored.delete(id),
    setMeta: async (meta) => {
      room();
      world.meta = meta;
    },
  };
  const holder = makeHolder({
    store,
    windows: {
      open: async () => {
        if (!world.canOpen) return null;
        const id = 10 + world.windows.size + world.delivered.length;
        world.windows.add(id);
        return id;
      },
      close: async (id) => void world.windows.delete(id),
      focus: async () => undefined,
      exists: async (id) => world.windows.has(id),
      find: async () => [...world.windows][0] ?? null,
    },
    triage: (asked) => world.triage(asked),
    check: (held, onUpdate, signal) => world.check(held, onUpdate, signal),
    deliver: async (held, decision) => {
      if (world.taken) world.delivered.push([held.id, decision]);
      return world.taken;
    },
    stillWaits: async () => world.waits,
    push: (_, view) => world.pushed.push(view),
    attention: (needed) => world.attention.push(needed),
    siteOff: async () => {
      if (world.failsSiteOff) throw new Error('storage');
      return world.off;
    },
    passedOff: () => undefined,
    remember: (row) => world.rows.push(row),
    line: () => undefined,
    watch: (on) => world.watched.push(on),
    now: () => world.now,
    later: (work, ms) => world.timers.push({ work, at: world.now + ms }),
  });
  const started = holder.start();
  meanwhile?.(holder);
  await started;
  return holder;
}

/** Lets time pass: timers that are due run. */
export async function pass(world: World, ms: number): Promise<void> {
  world.now += ms;
  const due = world.timers.filter(({ at }) => at <= world.now);
  for (const timer of due) {
    world.timers.splice(world.timers.indexOf(timer), 1);
    timer.work();
  }
  await settled();
}

/** Lets everything that waits for nothing run to its end. */
export async function settled(): Promise<void> {
  for (let turns = 0; turns < 20; turns += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** The one window of a world. */
export function windowOf(world: World): number {
  const id = [...world.windows][0];
  if (id === undefined) throw new Error('no window stands');
  return id;
}
