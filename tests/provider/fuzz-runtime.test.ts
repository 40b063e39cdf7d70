import { describe, expect, it, vi } from 'vitest';

import type { CheckedView } from '../../lib/messages/index.ts';
import { type Handlers, route } from '../../lib/platform/router.ts';
import type { Sender } from '../../lib/platform/sender.ts';
import { newWorld, question, ready, settled, startWorker, windowOf } from '../platform/holding.ts';
import { junk, mutated, type Random, seeded } from './fuzz-random.ts';

const ours = 'chrome-extension://ourselves/';
const rounds = 100_000;

vi.mock('wxt/browser', () => ({
  browser: { runtime: { id: 'ourselves', getURL: (path: string) => `chrome-extension://ourselves${path}` } },
}));

const page = 'https://app.example/path';
const tab = { id: 4, url: page, windowId: 1, incognito: false };
const senders: readonly [Sender, ...Sender[]] = [
  { id: 'ourselves', url: page, origin: 'https://app.example', frameId: 0, documentId: 'doc', tab },
  { id: 'ourselves', url: 'about:srcdoc', origin: 'null', frameId: 3, documentId: 'inner', tab },
  { id: 'another', url: page, origin: 'https://app.example', frameId: 0, tab },
  { id: 'ourselves', url: `${ours}popup.html` },
  { id: 'ourselves', url: `${ours}review.html`, tab: { id: 5, windowId: 10 } },
  { id: 'ourselves', url: `${ours}review.html?x`, tab: { id: 6, windowId: 99 } },
  { url: `${ours}review.html` },
  {
    id: 'ourselves',
    url: 'https://evil.example/chrome-extension://ourselves/review.html',
    origin: 'https://evil.example',
    frameId: 0,
    tab,
  },
];

function idle(): Promise<unknown> {
  return Promise.resolve({ ok: false });
}

/** The handlers that hold, with everything else standing still. */
function handlersOf(holder: Awaited<ReturnType<typeof startWorker>>): Handlers {
  const all = {
    'hold/ask': (message: Parameters<Handlers['hold/ask']>[0], asker: Parameters<Handlers['hold/ask']>[1]) =>
      holder.ask(message, asker),
    'hold/cancel': async ({ id }: { id: string }, asker: Parameters<Handlers['hold/ask']>[1]) => {
      await holder.cancel(id, asker);
      return { ok: true } as const;
    },
    'review/open': (message: { windowId: number }, windowId: number | null) =>
      holder.open(windowId ?? message.windowId),
    'review/answer': (message: Parameters<Handlers['review/answer']>[0], windowId: number | null) =>
      windowId === null
        ? Promise.resolve({ ok: false, why: 'ended' } as const)
        : holder.answer(message, windowId),
    'review/retry': async ({ requestId }: { requestId: string }) => ({ ok: await holder.retry(requestId) }),
  };
  const known: Handlers = Reflect.get(
    Object({ handlers: new Proxy(all, { get: (target, key) => Reflect.get(target, key) ?? idle }) }),
    'handlers',
  );
  return known;
}

describe(`${rounds} made-up messages to the background`, () => {
  it('forward nothing, allow nothing and break nothing', async () => {
    const random = seeded(5);
    const world = newWorld();
    // What the verdict demands is never typed, so that every "Continue" among the messages is one too many.
    const demanding: CheckedView = {
      ...ready,
      overall: {
        level: 'exceeds',
        word: 'Over limit',
        headline: 'Stop',
        override: { kind: 'type', text: 'I really mean it', what: 'word' },
      },
    };
    world.check = () => Promise.resolve(demanding);
    const holder = await startWorker(world);
    const handlers = handlersOf(holder);
    const own = {
      tabId: 4,
      frameId: 0,
      documentId: 'doc',
      origin: 'https://app.example',
      topOrigin: 'https://app.example',
      incognito: false,
    };
    const first = question(1);
    expect((await holder.ask(first, own)).v).toBe('held');
    await settled();
    const templates = async () => {
      const revision = (await holder.open(windowOf(world)))?.revision ?? 0;
      const answer = { kind: 'review/answer', requestId: first.id, revision, v: 'continue' };
      return [
        question(2),
        first,
        { kind: 'hold/cancel', id: '00000000-0000-4000-8000-00000000dead' },
        { kind: 'review/open', windowId: windowOf(world) },
        { ...answer, typed: 'I really mean i' },
        { ...answer, typed: '' },
        answer,
        { kind: 'review/retry', requestId: first.id },
        { kind: 'hold/decision', id: first.id, hash: 'a'.repeat(64), v: 'allow' },
      ] as const;
    };
    let real = await templates();
    const said = new Map<string, number>();
    for (let round = 0; round < rounds; round += 1) {
      // A check that starts again has another revision: an answer must be about what stands there now.
      if (round % 20 === 0) real = await templates();
      const message = messageOf(random, real);
      const kind: unknown = Reflect.get(Object(message), 'kind');
      // Going back is allowed to whoever stands in the review window, and leaving to the page itself.
      if (Reflect.get(Object(message), 'v') === 'back') continue;
      if (kind === 'hold/cancel' && Reflect.get(Object(message), 'id') === first.id) continue;
      const reply = await route(handlers, message, random.pick(senders));
      const verb: unknown = Reflect.get(Object(reply), 'v');
      if (typeof verb === 'string') said.set(verb, (said.get(verb) ?? 0) + 1);
      if (kind === 'review/answer')
        expect(Reflect.get(Object(reply ?? { ok: false }), 'ok'), `message ${round}`).toBe(false);
    }
    await settled();
    expect([...said.keys()].filter((verb) => verb === 'allow' || verb === 'forward')).toEqual([]);
    expect(said.get('held')).toBeGreaterThan(100);
    expect(world.delivered.filter(([, decision]) => decision === 'allow')).toEqual([]);
    expect([...world.stored.values()].filter(({ decision }) => decision === 'allow')).toEqual([]);
    // It still waits, and the right answer still counts.
    expect((await holder.ask(first, own)).v).toBe('held');
  });
});

function messageOf(random: Random, real: readonly [object, ...object[]]): unknown {
  const kind = random.below(4);
  if (kind === 0) return junk(random);
  const one = random.pick(real);
  return kind === 1 ? one : mutated(random, kind === 2 ? one : mutated(random, one));
}
