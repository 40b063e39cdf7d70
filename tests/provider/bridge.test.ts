import { describe, expect, it } from 'vitest';

import { type Bridge, type BridgeDeps, makeBridge } from '../../lib/provider/index.ts';

const hash = 'a'.repeat(64);
const asked = {
  method: 'eth_sendTransaction',
  params: '[]',
  chainId: '0x1',
  account: null,
  via: 'wrapper',
} as const;

type World = {
  now: number;
  alive: boolean;
  yes: boolean;
  readonly sent: { kind: string; id: string }[];
  /** What the background answers to the next message; an error where nobody is there. */
  reply: (id: string) => unknown;
  readonly timers: { work: () => void; at: number }[];
  readonly confirmed: string[];
};

function start(concerns: BridgeDeps['concerns'] = () => true): {
  world: World;
  bridge: Bridge;
  ends: string[];
} {
  const world: World = {
    now: 0,
    alive: true,
    yes: false,
    sent: [],
    reply: (id) => ({ id, v: 'held', hash }),
    timers: [],
    confirmed: [],
  };
  let ids = 0;
  const bridge = makeBridge({
    send: async (message) => {
      world.sent.push(message);
      return world.reply(message.id);
    },
    alive: () => world.alive,
    confirm: (text) => {
      world.confirmed.push(text);
      return world.yes;
    },
    uuid: () => `id-${(ids += 1)}`,
    now: () => world.now,
    later: (work, ms) => world.timers.push({ work, at: world.now + ms }),
    realm: 'own',
    concerns,
  });
  return { world, bridge, ends: [] };
}

async function pass(world: World, ms: number): Promise<void> {
  const until = world.now + ms;
  for (;;) {
    await new Promise((resolve) => setImmediate(resolve));
    const next = world.timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
    if (next === undefined) break;
    world.timers.splice(world.timers.indexOf(next), 1);
    world.now = Math.max(world.now, next.at);
    next.work();
  }
  world.now = until;
}

function judge(bridge: Bridge, ends: string[]): void {
  bridge.judge(asked, (ended) => ends.push(ended));
}

describe('the bridge', () => {
  it('lets go at once, and asks nobody, what is none of our business', () => {
    const { world, bridge, ends } = start(() => false);
    judge(bridge, ends);
    expect(ends).toEqual(['forward']);
    expect(world.sent).toEqual([]);
  });

  it.each([
    ['nothing', undefined],
    ['a plain yes', true],
    ['a yes without an id', { v: 'allow', hash }],
    ['a yes for another request', { id: 'id-9', v: 'allow', hash }],
    ['a yes without a hash', { id: 'id-1', v: 'allow' }],
    ['a yes with a hash that is none', { id: 'id-1', v: 'allow', hash: 'x' }],
    ['an unknown word', { id: 'id-1', v: 'yes', hash }],
  ])('stays undecided, and asks again, after %s', async (_, reply) => {
    const { world, bridge, ends } = start();
    world.reply = () => reply;
    judge(bridge, ends);
    await pass(world, 2_000);
    expect(ends).toEqual([]);
    expect(world.sent.length).toBeGreaterThan(2);
    expect(new Set(world.sent.map(({ id }) => id))).toEqual(new Set(['id-1']));
  });

  it("says whether a person was question, since only then may a wallet's own message pass", async () => {
    const heldOnes: boolean[] = [];
    const question = {
      method: 'eth_sendTransaction',
      params: '[]',
      account: null,
      chainId: null,
      via: 'wrapper',
    } as const;
    const { world, bridge } = start();
    world.reply = (id) => ({ id, v: 'forward' });
    bridge.judge(question, (_, held) => heldOnes.push(held));
    await pass(world, 0);
    world.reply = (id) => ({ id, v: 'held', hash });
    bridge.judge(question, (_, held) => heldOnes.push(held));
    await pass(world, 0);
    bridge.decide({ kind: 'hold/decision', id: 'id-2', hash, v: 'allow' });
    expect(heldOnes).toEqual([false, true]);
  });

  it('takes a decision for the exact id and hash, once', async () => {
    const { world, bridge, ends } = start();
    judge(bridge, ends);
    await pass(world, 0);
    const decision = { kind: 'hold/decision', id: 'id-1', hash, v: 'allow' };
    for (const wrong of [
      { ...decision, id: 'id-2' },
      { ...decision, hash: 'b'.repeat(64) },
      { ...decision, v: 'yes' },
      { ...decision, kind: 'hold/ask' },
      null,
    ])
      expect(bridge.decide(wrong)).toBe(false);
    expect(ends).toEqual([]);
    expect(bridge.decide(decision)).toBe(true);
    expect(bridge.decide(decision)).toBe(false);
    expect(ends).toEqual(['forward']);
  });

  it('takes no decision before the background said that it holds the request', async () => {
    const { world, bridge, ends } = start();
    world.reply = () => undefined;
    judge(bridge, ends);
    await pass(world, 0);
    expect(bridge.decide({ kind: 'hold/decision', id: 'id-1', hash, v: 'allow' })).toBe(false);
    expect(ends).toEqual([]);
  });

  it('outlives a background that dies and comes back', async () => {
    const { world, bridge, ends } = start();
    judge(bridge, ends);
    await pass(world, 0);
    world.reply = () => {
      throw new Error('The message channel closed before a response was received.');
    };
    await pass(world, 20_000);
    expect(ends).toEqual([]);
    world.reply = (id) => ({ id, v: 'deny', hash });
    await pass(world, 6_000);
    expect(ends).toEqual(['deny']);
  });

  it('refuses after 60 s of silence', async () => {
    const { world, bridge, ends } = start();
    world.reply = () => {
      throw new Error('nobody');
    };
    judge(bridge, ends);
    await pass(world, 59_000);
    expect(ends).toEqual([]);
    await pass(world, 3_000);
    expect(ends).toEqual(['deny']);
  });

  it('refuses after five minutes even if the background holds on', async () => {
    const { world, bridge, ends } = start();
    judge(bridge, ends);
    await pass(world, 299_000);
    expect(ends).toEqual([]);
    await pass(world, 20_000);
    expect(ends).toEqual(['deny']);
  });

  it('asks the person itself when the extension was updated under the page', async () => {
    const { world, bridge, ends } = start();
    world.alive = false;
    judge(bridge, ends);
    world.yes = true;
    judge(bridge, ends);
    expect(ends).toEqual(['deny', 'forward']);
    expect(world.confirmed[0]).toMatch(/updated/);
    expect(world.sent).toEqual([]);
  });

  it('refuses everything that waits, and says so, when the page goes away', async () => {
    const { world, bridge, ends } = start();
    judge(bridge, ends);
    judge(bridge, ends);
    await pass(world, 0);
    const back = bridge.leave();
    expect(bridge.waits('id-1')).toBe(false);
    expect(ends).toEqual([]); // what is said to a page that goes may be lost
    expect(world.sent.filter(({ kind }) => kind === 'hold/cancel').map(({ id }) => id)).toEqual([
      'id-1',
      'id-2',
    ]);
    back();
    expect(ends).toEqual(['deny', 'deny']);
    await pass(world, 10_000);
    expect(ends).toHaveLength(2);
  });

  it('answers "busy" beyond twenty at once and beyond 256 kB', () => {
    const { bridge, ends } = start();
    for (let n = 0; n < 21; n += 1) judge(bridge, ends);
    expect(ends).toEqual(['busy']);
    const other = start();
    other.bridge.judge({ ...asked, params: 'x'.repeat(256_001) }, (ended) => other.ends.push(ended));
    expect(other.ends).toEqual(['busy']);
    expect(other.world.sent).toEqual([]);
  });
});
