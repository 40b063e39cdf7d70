import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { Exposure, NodePort } from '../../lib/exposure/index.ts';
import { probeNode } from '../../lib/exposure/index.ts';
import { createNode } from '../../lib/platform/node-transport.ts';
import { type FaultyNode, type Faults, startFaultyNode } from '../../tools/chain/faulty-node.ts';
import { type Chain, startChain } from '../../tools/chain/world.ts';
import { depositOf, probed, read, said } from './exposure-support.ts';

let chain: Chain;
let good: FaultyNode;
let bad: FaultyNode;
let honest: Exposure;

beforeAll(async () => {
  chain = await startChain({ world: 'eigenlayer-direct' });
  good = await startFaultyNode(chain.url);
  bad = await startFaultyNode(chain.url);
  honest = await read(depositOf('eigenlayer-direct'), [createNode(chain.url), createNode(good.url)]);
});
afterAll(async () => {
  await good.stop();
  await bad.stop();
  await chain.stop();
});
beforeEach(() => {
  good.set({});
  bad.set({});
});

function withBad(faults: Faults, deadlineMs = 20_000): Promise<Exposure> {
  bad.set(faults);
  return read(depositOf('eigenlayer-direct'), [createNode(bad.url), createNode(good.url)], { deadlineMs });
}

function rowOf(exposure: Exposure, node: FaultyNode) {
  return exposure.evidence.nodes.find(({ node: name }) => name === node.url);
}

describe('one node of two', () => {
  const faults: readonly (readonly [string, Faults, RegExp])[] = [
    ['is down', { down: true }, /cannot be reached/],
    ['limits requests', { status: 429 }, /too many requests/],
    ['fails with HTTP 500', { status: 500 }, /HTTP status 500/],
    ['is on another chain', { chainId: 17_000 }, /chain/],
    ['is an hour behind', { blocksBehind: 300 }, /behind/],
    ['answers junk', { junk: true }, /cannot read/],
    ['is cut off in the middle', { maxBytes: 20_000 }, /cannot read/],
  ];
  it.each(faults)('%s: the other one is read, and both facts are said', async (_, fault, detail) => {
    const exposure = await withBad(fault);
    expect(rowOf(exposure, bad)).toMatchObject({ state: 'failed', detail: expect.stringMatching(detail) });
    expect(rowOf(exposure, good)).toMatchObject({ state: 'replied' });
    expect(exposure.remarks.join()).toContain('Only one node answered');
    expect(exposure.snapshots).toEqual(honest.snapshots);
    expect(exposure.figures).toEqual(honest.figures);
  });

  it('is silent: the other one is not held up until the deadline', async () => {
    const exposure = await withBad({ silent: true });
    expect(rowOf(exposure, bad)?.state).toBe('waiting');
    expect(exposure.snapshots).toEqual(honest.snapshots);
  });

  it.each([
    ['takes no batches', { noBatch: true }],
    ['takes no state override', { noOverride: true }],
    ['gives a call 16.7 million gas', { maxGas: 16_777_216n }],
  ] as const)('%s: it still gives the whole answer', async (_, fault) => {
    const exposure = await withBad(fault);
    expect(exposure.evidence.nodes.map(({ state }) => state)).toEqual(['replied', 'replied']);
    expect(said(exposure)).toEqual(said(honest));
  });
});

it('a node too small for the lens is read in rounds, and the other fills what it cannot say', async () => {
  const exposure = await withBad({ maxGas: 3_000_000n });
  expect(exposure.evidence.nodes.map(({ state }) => state)).toEqual(['replied', 'replied']);
  expect(exposure.snapshots).toEqual(honest.snapshots);
  expect(exposure.evidence.unread).toEqual([]);
});

describe('two nodes that differ', () => {
  it('at the same block: what differs is unknown, both are judged, and it is said', async () => {
    const exposure = await withBad({ alter: lie });
    expect(exposure.evidence.nodes.map(({ state }) => state)).toEqual(['disagrees', 'disagrees']);
    expect(exposure.snapshots).toHaveLength(2);
    expect(exposure.snapshots).toContainEqual(honest.snapshots[0]);
    expect(exposure.remarks.join()).toContain('different answers for the same block');
  });

  it('at different blocks: the one ahead is asked again at the other’s block', async () => {
    const [behind, ahead] = [createNode(good.url), createNode(bad.url)];
    good.set({ blocksBehind: 0 });
    const late = held(behind, async () => {
      await chain.test.mine({ blocks: 1 });
    });
    const exposure = await read(depositOf('eigenlayer-direct'), [late, ahead]);
    expect(new Set(exposure.evidence.blocks.map(({ number }) => number)).size).toBe(1);
    expect(exposure.evidence.nodes.map(({ state }) => state)).toEqual(['replied', 'replied']);
    expect(exposure.remarks).toEqual(['The nodes were asked about your own address.']);
  });
});

/** A lie in one figure: the max magnitude of operators, in whatever way it is asked. */
function lie(_: string, __: readonly unknown[], result: unknown): unknown {
  const long = typeof result === 'string' && result.length > 10_000;
  return long ? result.replaceAll('0de0b6b3a7640000', '06f05b59d3b20000') : undefined;
}

/** A node whose first answer is followed by something else happening before the caller goes on. */
function held(node: NodePort, then: () => Promise<void>): NodePort {
  let done = false;
  return {
    name: node.name,
    batch: async (calls, signal) => {
      const replies = await node.batch(calls, signal);
      if (!done) {
        done = true;
        await then();
      }
      return replies;
    },
  };
}

describe('no node', () => {
  it('answers: everything is unknown and no figure is invented', async () => {
    good.set({ down: true });
    const exposure = await withBad({ down: true });
    expect(exposure.snapshots).toEqual([]);
    expect(exposure.figures['totalWei']).toMatchObject({ status: 'unknown', reason: 'rpc-failed' });
    expect(exposure.depositsPaused.status).toBe('unknown');
    expect(exposure.upgradeDelaySecs.status).toBe('unknown');
    expect(exposure.remarks).toEqual(['No node answered.']);
  });

  it('answers in time: the deadline ends the reading', async () => {
    good.set({ silent: true });
    const exposure = await withBad({ silent: true }, 300);
    expect(exposure.snapshots).toEqual([]);
    expect(exposure.evidence.nodes.map(({ state }) => state)).toEqual(['failed', 'failed']);
  });

  it('is set: nothing is asked', async () => {
    const exposure = await read(depositOf('eigenlayer-direct'), []);
    expect(exposure.remarks).toEqual(['No node is set for this chain.']);
    expect(exposure.evidence.roundTrips).toBe(0);
  });
});

describe('probing', () => {
  it('finds what a node can do', async () => {
    const found = await probeNode(createNode(chain.url), AbortSignal.timeout(5_000));
    expect(found).toMatchObject({ chainId: 1, batch: true, override: true, answerBytes: 262_144 });
    expect(Number(found.gas)).toBeGreaterThan(40_000_000);
    expect(Object.keys(found.codes)).toContain('0x948a420b8cc1d6bfd0b6087c2e7c344a2cd0bc39');
  });

  it('finds what a node cannot do', async () => {
    bad.set({ noBatch: true, noOverride: true, maxGas: 16_777_216n });
    const found = await probeNode(createNode(bad.url), AbortSignal.timeout(5_000));
    expect(found).toMatchObject({ batch: false, override: false, answerBytes: null });
    expect(Number(found.gas)).toBeLessThan(16_777_216);
  });

  it('that is out of date costs a trip and no truth', async () => {
    const nodes = [createNode(bad.url), createNode(good.url)];
    const probes = await probed(nodes);
    bad.set({ noBatch: true, noOverride: true });
    const exposure = await read(depositOf('eigenlayer-direct'), nodes, { probes });
    bad.set({});
    expect(said(exposure)).toEqual(said(await read(depositOf('eigenlayer-direct'), nodes)));
  });
});
