import { describe, expect, it } from 'vitest';

import type { CheckedView } from '../../lib/messages/index.ts';
import type { Holder } from '../../lib/platform/holding/holder.ts';
import {
  asker,
  newWorld,
  pass,
  question,
  ready,
  settled,
  startWorker,
  windowOf,
  type World,
} from './holding.ts';

type Choice = { v?: 'continue' | 'back'; typed?: string; revision?: number };

async function held(_: World, holder: Holder, n = 1): Promise<string> {
  const reply = await holder.ask(question(n), asker);
  expect(reply.v).toBe('held');
  return reply.id;
}

async function choose(world: World, holder: Holder, choice: Choice = {}) {
  const view = await holder.open(windowOf(world));
  await settled();
  const now = await holder.open(windowOf(world));
  const { requestId, revision } = now ?? view ?? { requestId: '', revision: 0 };
  const { v = 'continue', typed } = choice;
  const said = typed === undefined ? {} : { typed };
  const answer = {
    kind: 'review/answer' as const,
    requestId,
    revision: choice.revision ?? revision,
    v,
    ...said,
  };
  return holder.answer(answer, windowOf(world));
}

function demanding(override: NonNullable<CheckedView['overall']>['override']): CheckedView {
  return { ...ready, overall: { level: 'exceeds', word: 'Over limit', headline: 'Stop', override } };
}

/** Asks for a request that is looked at until `looked` says what was found. */
async function lookedAt(world: World, holder: Holder) {
  const waiting: ((found: { action: 'forward' | 'hold' }) => void)[] = [];
  world.triage = () => new Promise((resolve) => void waiting.push(resolve));
  const asked = holder.ask(question(1), asker);
  await settled();
  return { asked, looked: (action: 'forward' | 'hold') => waiting[0]?.({ action }) };
}

describe('holding', () => {
  it('tells the page "allow" only after "Continue", once, and forgets the request', async () => {
    const world = newWorld();
    const holder = await startWorker(world);
    const id = await held(world, holder);
    expect(world.delivered).toEqual([]);
    expect(await choose(world, holder)).toEqual({ ok: true });
    expect(world.delivered).toEqual([[id, 'allow']]);
    expect(world.stored.size).toBe(0);
    expect(await choose(world, holder)).toEqual({ ok: false, why: 'ended' });
    expect(world.delivered).toHaveLength(1);
  });

  it('closes the empty window after a moment, and gives it to a request that comes before', async () => {
    const world = newWorld();
    const holder = await startWorker(world);
    await held(world, holder, 1);
    await choose(world, holder, { v: 'back' });
    await held(world, holder, 1);
    await pass(world, 800);
    expect(world.windows.size).toBe(1);
    expect((await holder.open(windowOf(world)))?.repeats).toBe(1);
    await choose(world, holder, { v: 'back' });
    await pass(world, 800);
    expect(world.windows.size).toBe(0);
    expect(world.pushed.at(-1)).toBeNull();
  });

  it('forwards what detection lets go, and holds what it cannot read', async () => {
    const world = newWorld();
    const holder = await startWorker(world);
    world.triage = async () => ({ action: 'forward' });
    expect((await holder.ask(question(1), asker)).v).toBe('forward');
    expect((await holder.ask(question(2, { params: '{' }), asker)).v).toBe('held');
    world.triage = () => {
      throw new Error('a bug');
    };
    expect((await holder.ask(question(3), asker)).v).toBe('held');
    world.triage = () => Promise.reject(new Error('a bug'));
    expect((await holder.ask(question(4), asker)).v).toBe('held');
  });

  it('goes on with everything else while one request waits for a trial', async () => {
    const world = newWorld();
    const holder = await startWorker(world);
    const { asked, looked } = await lookedAt(world, holder);
    world.triage = async () => ({ action: 'hold' });
    expect((await holder.ask(question(2), asker)).v).toBe('held');
    looked('forward');
    expect((await asked).v).toBe('forward');
  });

  it.each([
    ['its document gives it up', (holder: Holder) => holder.cancel(question(1).id, asker), 'busy'],
    ['its tab is closed', (holder: Holder) => holder.tabClosed(asker.tabId), 'busy'],
    ['its tab loads another page', (holder: Holder) => holder.tabLoading(asker.tabId), 'held'],
  ] as const)('asks nobody about a request when %s while it is looked at', async (_, leave, reply) => {
    const world = newWorld();
    const holder = await startWorker(world);
    const { asked, looked } = await lookedAt(world, holder);
    expect(world.watched.at(-1)).toBe(true);
    world.waits = false;
    await leave(holder);
    looked('hold');
    expect((await asked).v).toBe(reply);
    expect(world.watched.at(-1)).toBe(false);
    expect(await holder.status()).toEqual({ held: 0, windowMissing: false });
    expect(world.stored.size).toBe(0);
  });

  it('watches the tab of a request that comes while the worker is starting', async () => {
    const world = newWorld();
    world.triage = () => new Promise(() => undefined);
    const holder = await startWorker(world, (early) => void early.ask(question(1), asker));
    await settled();
    expect(world.watched.at(-1)).toBe(true);
    expect((await holder.status()).held).toBe(0);
    expect(world.watched.at(-1)).toBe(true);
  });

  it('stops watching where the question of a request fails', async () => {
    const world = newWorld();
    const holder = await startWorker(world);
    world.failsSiteOff = true;
    await expect(holder.ask(question(1), asker)).rejects.toThrow('storage');
    expect(world.watched.at(-1)).toBe(false);
  });

  it.each([
    ['another document gives up its id', { documentId: 'other' }],
    ['another tab is closed', { tabId: 2 }],
  ])('holds a request although %s while it is looked at', async (_, other) => {
    const world = newWorld();
    const holder = await startWorker(world);
    const { asked, looked } = await lookedAt(world, holder);
    await holder.cancel(question(1).id, { ...asker, ...other });
    await holder.tabClosed(2);
    await holder.tabLoading(2);
    world.waits = false;
    looked('hold');
    expect((await asked).v).toBe('held');
    expect((await holder.status()).held).toBe(1);
  });

  it('looks at a request once: one that asks again is not tried again, also by a new worker', async () => {
    const world = newWorld();
    let looked = 0;
    world.triage = async () => {
      looked += 1;
      return { action: 'hold' };
    };
    await (await startWorker(world)).ask(question(1), asker);
    expect((await (await startWorker(world)).ask(question(1), asker)).v).toBe('held');
    expect(looked).toBe(1);
  });

  it('answers the sixth of one site with "busy" and keeps nothing of it', async () => {
    const world = newWorld();
    const holder = await startWorker(world);
    for (let n = 1; n <= 5; n += 1) await held(world, holder, n);
    expect((await holder.ask(question(6), asker)).v).toBe('busy');
    expect(world.stored.size).toBe(5);
    expect(world.windows.size).toBe(1);
  });

  it('answers "busy" when the session store is full, and keeps nothing', async () => {
    const world = newWorld();
    const holder = await startWorker(world);
    world.full = true;
    expect((await holder.ask(question(1), asker)).v).toBe('busy');
    expect(world.stored.size).toBe(0);
    world.full = false;
    await held(world, holder);
  });

  it('does not count an approval that could not be written down', async () => {
    const world = newWorld();
    const holder = await startWorker(world);
    await held(world, holder);
    await holder.open(windowOf(world));
    world.full = true;
    expect(await choose(world, holder)).toEqual({ ok: false, why: 'changed' });
    expect(world.delivered).toEqual([]);
    expect(await choose(world, holder, { v: 'back' })).toEqual({ ok: true });
    expect(world.delivered.map(([, decision]) => decision)).toEqual(['deny']);
  });

  it('refuses an id that another document or other contents use again', async () => {
    const world = newWorld();
    const holder = await startWorker(world);
    await held(world, holder);
    expect((await holder.ask(question(1), { ...asker, documentId: 'other' })).v).toBe('deny');
    expect((await holder.ask(question(1, { params: '["other"]' }), asker)).v).toBe('deny');
    await holder.cancel(question(1).id, { ...asker, tabId: 9 });
    expect((await holder.ask(question(1), asker)).v).toBe('held');
    expect(world.stored.size).toBe(1);
  });

  it('keeps the request and calls for attention when no window opens, until one does', async () => {
    const world = newWorld();
    const holder = await startWorker(world);
    world.canOpen = false;
    await held(world, holder);
    expect(world.attention).toEqual([true]);
    expect(await holder.status()).toEqual({ held: 1, windowMissing: true });
    expect(await holder.showReview()).toBe(false);
    world.canOpen = true;
    expect(await holder.showReview()).toBe(true);
    expect(world.attention).toEqual([true, false]);
    expect(await choose(world, holder)).toEqual({ ok: true });
  });

  it('lets every request of a closed window, a closed tab and five minutes end as a refusal', async () => {
    const world = newWorld();
    const holder = await startWorker(world);
    await held(world, holder, 1);
    await held(world, holder, 2);
    const id = windowOf(world);
    world.windows.delete(id);
    await holder.windowClosed(id);
    expect(world.delivered.map(([, decision]) => decision)).toEqual(['deny', 'deny']);
    await held(world, holder, 3);
    await holder.tabClosed(asker.tabId);
    await held(world, holder, 4);
    await pass(world, 5 * 60_000 + 100);
    expect(world.delivered.map(([, decision]) => decision)).toEqual(['deny', 'deny', 'deny', 'deny']);
    expect(world.rows.map(({ outcome }) => outcome)).toEqual(['lapsed', 'lapsed', 'lapsed', 'lapsed']);
    expect(await holder.status()).toEqual({ held: 0, windowMissing: false });
  });

  it('writes nothing down about a private window', async () => {
    const world = newWorld();
    const holder = await startWorker(world);
    await holder.ask(question(1), { ...asker, incognito: true });
    await choose(world, holder);
    expect(world.delivered).toHaveLength(1);
    expect(world.rows).toEqual([]);
  });

  it('forwards on a site that is switched off', async () => {
    const world = newWorld();
    const holder = await startWorker(world);
    world.off = true;
    expect((await holder.ask(question(1), asker)).v).toBe('forward');
  });
});

describe('"Continue"', () => {
  it('does not count while reads are under way, nor when the check failed', async () => {
    const world = newWorld();
    const holder = await startWorker(world);
    let finish: ((view: CheckedView) => void) | undefined;
    world.check = (_, onUpdate) => {
      onUpdate({ ...ready, state: 'loading' });
      return new Promise((resolve) => (finish = resolve));
    };
    await held(world, holder);
    expect(await choose(world, holder)).toEqual({ ok: false, why: 'not-final' });
    finish?.(ready);
    await settled();
    expect(await choose(world, holder)).toEqual({ ok: true });
    world.check = () => Promise.reject(new Error('no node'));
    await held(world, holder, 2);
    expect(await choose(world, holder)).toEqual({ ok: false, why: 'blocked' });
    const view = await holder.open(windowOf(world));
    expect([view?.state, view?.detail]).toEqual(['error', 'no node']);
    expect(world.delivered).toHaveLength(1);
  });

  it('takes exactly what the verdict demands', async () => {
    const world = newWorld();
    const holder = await startWorker(world);
    world.check = () => Promise.resolve(demanding({ kind: 'type', text: '12.4', what: 'figure' }));
    await held(world, holder);
    expect(await choose(world, holder)).toEqual({ ok: false, why: 'typed' });
    expect(await choose(world, holder, { typed: '12.5' })).toEqual({ ok: false, why: 'typed' });
    expect(await choose(world, holder, { typed: '12.4' })).toEqual({ ok: true });
    world.check = () => Promise.resolve(demanding({ kind: 'options' }));
    await held(world, holder, 2);
    expect(await choose(world, holder, { typed: 'anything' })).toEqual({ ok: false, why: 'blocked' });
    expect(world.delivered).toHaveLength(1);
  });

  it('is about the revision on screen, and a new verdict is a new revision', async () => {
    const world = newWorld();
    const holder = await startWorker(world);
    let update: ((view: CheckedView) => void) | undefined;
    world.check = (_, onUpdate) => {
      update = onUpdate;
      return new Promise(() => undefined);
    };
    await held(world, holder);
    const first = await holder.open(windowOf(world));
    await settled();
    update?.({ ...ready, state: 'loading', overall: null });
    const second = await holder.open(windowOf(world));
    update?.({ ...ready, state: 'loading', overall: null, block: '2' });
    const third = await holder.open(windowOf(world));
    update?.({ ...demanding({ kind: 'click' }), state: 'loading' });
    const fourth = await holder.open(windowOf(world));
    expect(second?.revision).toBe(first?.revision);
    expect(third?.revision).toBe(first?.revision);
    expect(fourth?.revision).toBeGreaterThan(first?.revision ?? 0);
    expect(await choose(world, holder, { revision: first?.revision ?? 0 })).toEqual({
      ok: false,
      why: 'changed',
    });
  });
});

describe('a worker that dies', () => {
  it('leaves every request to the next one: held, shown, and its window kept', async () => {
    const world = newWorld();
    const first = await startWorker(world);
    const id = await held(world, first);
    const view = await first.open(windowOf(world));
    await settled();
    world.now += 1_000; // a worker takes longer than a millisecond to die and start again
    const second = await startWorker(world);
    expect(world.windows.size).toBe(1);
    const old = {
      kind: 'review/answer' as const,
      requestId: id,
      revision: view?.revision ?? 0,
      v: 'continue' as const,
    };
    expect(await second.answer(old, windowOf(world))).toEqual({ ok: false, why: 'changed' });
    expect(world.delivered).toEqual([]);
    expect(await choose(world, second)).toEqual({ ok: true });
    expect(world.delivered).toEqual([[id, 'allow']]);
  });

  it('between writing a request down and opening the window: the next one opens it', async () => {
    const world = newWorld();
    world.canOpen = false;
    await held(world, await startWorker(world));
    world.canOpen = true;
    await startWorker(world);
    expect(world.windows.size).toBe(1);
  });

  it('between opening the window and writing its id down: the page that stands there is the one', async () => {
    const world = newWorld();
    await held(world, await startWorker(world));
    world.meta = { ...world.meta, windowId: null };
    const second = await startWorker(world);
    expect(world.windows.size).toBe(1);
    expect(await choose(world, second)).toEqual({ ok: true });
  });

  it('between deciding and telling the page: the next one tells it', async () => {
    const world = newWorld();
    const first = await startWorker(world);
    const id = await held(world, first);
    world.taken = false;
    await choose(world, first);
    expect(world.stored.get(id)?.decision).toBe('allow');
    world.taken = true;
    await startWorker(world);
    expect(world.delivered).toEqual([[id, 'allow']]);
    expect(world.stored.size).toBe(0);
  });

  it('while the page asks again: it hears the decision that was lost', async () => {
    const world = newWorld();
    const first = await startWorker(world);
    await held(world, first);
    world.taken = false;
    await choose(world, first, { v: 'back' });
    expect((await first.ask(question(1), asker)).v).toBe('deny');
  });

  it('while its window is closed: what it held is refused', async () => {
    const world = newWorld();
    const first = await startWorker(world);
    await held(world, first);
    await first.open(windowOf(world));
    world.windows.clear();
    await startWorker(world);
    expect(world.delivered.map(([, decision]) => decision)).toEqual(['deny']);
    expect(world.windows.size).toBe(0);
  });

  it('for longer than a request lives: it has lapsed', async () => {
    const world = newWorld();
    await held(world, await startWorker(world));
    world.now += 5 * 60_000;
    await startWorker(world);
    expect(world.stored.size).toBe(0);
    expect(world.delivered.map(([, decision]) => decision)).toEqual(['deny']);
  });
});
