import { EventEmitter, once } from 'node:events';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import type { Exposure, NodePort, Snapshot } from '../../lib/exposure/index.ts';
import { createNode } from '../../lib/platform/node-transport.ts';
import { assess } from '../../lib/risk/index.ts';
import { type FaultyNode, startFaultyNode } from '../../tools/chain/faulty-node.ts';
import { type Chain, startChain } from '../../tools/chain/world.ts';
import { depositOf, probed, read, said, unreadOfStake, withoutLens, WORLDS } from './exposure-support.ts';

const REQUIRED = ['paused', 'slashableNow', 'noNotice', 'singleAvs', 'exit', 'upgradeDelay'];

/** The required figure that hangs on one that nothing tells. */
const REQUIRED_OF: Readonly<Record<string, string>> = {
  redemptionPaused: 'paused',
  queueMaxSecs: 'exit',
  upgradeDelay: 'upgradeDelay',
};

function sumOf(lines: Snapshot['lines']): bigint {
  return lines.reduce((sum, { valueWei }) => sum + BigInt(valueWei ?? 0), 0n);
}

/** Ids of the required figures that are not known well enough to judge. */
function unknownRequired(exposure: Exposure): string[] {
  const identity = {
    contractKnown: true,
    domainKnown: true,
    sameProtocol: true,
    lookalike: false,
    recipientIsUser: true,
  };
  return assess({ exposure, identity, notes: [] })
    .figures.filter(({ id }) => REQUIRED.includes(id))
    .filter(
      ({ value }) =>
        value.kind === 'unknown' ||
        (value.kind === 'range' && value.hi === null) ||
        ('set' in value && value.set === null),
    )
    .map(({ id }) => id);
}

/** Nobody published the admins of these: proxy, admin, owner and what the owner is are asked one after the other. */
const STEPS_TO_ADMIN: readonly string[] = ['yneth', 'ynlsde', 'mantle'];

/** What must be said of a figure; null: that nothing tells it. */
function knownOr(value: unknown): Record<string, unknown> {
  return value === null ? { status: 'unknown', reason: 'no-source' } : { status: 'known', value };
}

/** A node that gives its second answer only when something has happened. */
function waitingAfterFirst(node: NodePort, happened: () => Promise<void>): NodePort {
  let asked = 0;
  return {
    ...node,
    batch: async (calls, signal) => {
      asked += 1;
      if (asked > 1) await happened();
      return node.batch(calls, signal);
    },
  };
}

describe.each(WORLDS)('%s', (world) => {
  let chain: Chain;
  let front: readonly FaultyNode[];
  beforeAll(async () => {
    chain = await startChain({ world });
    front = [await startFaultyNode(chain.url), await startFaultyNode(chain.url)];
  });
  afterAll(async () => {
    for (const node of front) await node.stop();
    await chain.stop();
  });
  const nodes = () => front.map(({ url }) => createNode(url));

  it('is read in one round trip from two nodes that agree, once they were probed', async () => {
    const probes = await probed(nodes());
    for (const node of front) node.resetStats();
    const exposure = await read(depositOf(world), nodes(), { probes });
    expect(front.map((node) => node.stats().roundTrips)).toEqual([1, 1]);
    expect(exposure.evidence.roundTrips).toBe(1);
    expect(exposure.evidence.nodes.map(({ state }) => state)).toEqual(['replied', 'replied']);
    const { unsaid = [] } = chain.world.expected;
    expect(unreadOfStake(exposure)).toEqual(unsaid);
  });

  it('leaves no required figure unknown that something tells', async () => {
    const exposure = await read(depositOf(world), nodes());
    const { unsaid = [] } = chain.world.expected;
    const wanted = unsaid.flatMap((figure) => REQUIRED_OF[figure] ?? []);
    expect(unknownRequired(exposure).sort()).toEqual(wanted.sort());
  });

  it('takes few trips from nodes nobody has probed, and says the same', async () => {
    const probes = await probed(nodes());
    for (const node of front) node.resetStats();
    const plain = await read(depositOf(world), nodes());
    const most = STEPS_TO_ADMIN.includes(world) ? 4 : 2;
    expect(front.map((node) => node.stats().roundTrips)).toEqual([most, most]);
    expect(said(plain)).toEqual(said(await read(depositOf(world), nodes(), { probes })));
  });

  it('says the same through rounds of Multicall3 where the lens is refused', async () => {
    const [, second] = nodes();
    if (second === undefined) throw new Error('no node');
    const byRounds = await read(depositOf(world), [withoutLens(chain.url)]);
    const byLens = await read(depositOf(world), [second]);
    expect(byRounds.evidence.roundTrips).toBeGreaterThan(2);
    expect(said(byRounds)).toEqual(said(byLens));
  });

  it('finds what the state of the chain holds', async () => {
    const { expected } = chain.world;
    const exposure = await read(depositOf(world), nodes());
    const [snapshot] = exposure.snapshots;
    if (snapshot === undefined) throw new Error('no snapshot');
    expect(exposure.depositsPaused).toMatchObject({ status: 'known', value: expected.depositsPaused });
    expect(exposure.redemptionPaused).toMatchObject(knownOr(expected.redemptionPaused));
    expect(exposure.upgradeDelaySecs).toMatchObject(knownOr(expected.upgradeDelaySecs));
    if (expected.kind === 'direct') return;
    for (const [name, value] of Object.entries(expected.figures)) {
      if (exposure.figures[name] !== undefined)
        expect([name, exposure.figures[name]]).toMatchObject([name, { value }]);
    }
    expect(snapshot.assets).toEqual({ totalWei: `${expected.totalWei}`, idleWei: `${expected.idleWei}` });
    const found = sumOf(snapshot.lines) + sumOf(snapshot.queued ?? []);
    expect(expected.totalWei - expected.idleWei - found).toBe(expected.untracedWei);
  });

  it('looks only worse while more is being read', async () => {
    const seen: Exposure[] = [];
    let reading: Promise<Exposure> | undefined;
    const told = new Promise<void>((resolve) => {
      const onProgress = (sofar: Exposure): void => {
        seen.push(sofar);
        resolve();
      };
      const waiting = nodes().map((node) => waitingAfterFirst(node, () => told));
      reading = read(depositOf(world), waiting, { onProgress });
    });
    await told;
    await reading;
    expect(seen.length).toBeGreaterThan(0);
    const [first] = seen;
    expect(first?.evidence.unread.length).toBeGreaterThan(0);
    expect(first?.evidence.nodes.some(({ state }) => state === 'waiting')).toBe(true);
  });
});

it('tells nothing of one node where the other answers at once', async () => {
  const chain = await startChain({ world: 'renzo' });
  try {
    const both = [createNode(chain.url), createNode(chain.url.replace('127.0.0.1', 'localhost'))];
    const probes = await probed(both);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const seen: Exposure[] = [];
    const { evidence } = await read(depositOf('renzo'), both, {
      probes,
      onProgress: (sofar) => seen.push(sofar),
    });
    vi.runAllTimers();
    expect(evidence.nodes.map(({ state }) => state)).toEqual(['replied', 'replied']);
    expect(seen).toEqual([]);
  } finally {
    vi.useRealTimers();
    await chain.stop();
  }
});

it('tells nothing of a node that answers after nobody waits for it any more', async () => {
  const chain = await startChain({ world: 'renzo' });
  try {
    const quick = createNode(chain.url);
    const probes = await probed([quick]);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const gate = new EventEmitter();
    const allowed = once(gate, 'open');
    const answered: Promise<unknown>[] = [];
    const late: NodePort = {
      name: 'late',
      batch: (calls, signal) => {
        const reply = allowed.then(() => quick.batch(calls, signal));
        answered.push(reply);
        return reply;
      },
    };
    const seen: Exposure[] = [];
    const reader = { ended: false };
    const reading = read(depositOf('renzo'), [quick, late], {
      probes,
      onProgress: (sofar) => seen.push(sofar),
    }).finally(() => (reader.ended = true));
    while (!reader.ended) {
      await new Promise((resolve) => setImmediate(resolve));
      vi.advanceTimersByTime(100);
    }
    const before = seen.length;
    expect((await reading).evidence.nodes.map(({ state }) => state)).toEqual(['replied', 'waiting']);
    gate.emit('open');
    for (let done = 0; done < answered.length; done += 1) {
      await answered[done];
      await new Promise((resolve) => setImmediate(resolve));
    }
    vi.runAllTimers();
    expect(before).toBeGreaterThan(0);
    expect(seen).toHaveLength(before);
  } finally {
    vi.useRealTimers();
    await chain.stop();
  }
});

it('remembers operators and slots, so that the next read needs one trip without any feature of the node', async () => {
  const chain = await startChain({ world: 'renzo' });
  try {
    let memory = {};
    await read(depositOf('renzo'), [createNode(chain.url)], {
      onMemory: (learnt) => (memory = { memory: learnt }),
    });
    const again = await read(depositOf('renzo'), [createNode(chain.url)], memory);
    expect(again.evidence.unread).toEqual([]);
    expect(again.evidence.roundTrips).toBe(1);
  } finally {
    await chain.stop();
  }
});
