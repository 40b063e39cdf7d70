import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Exposure, NodePort } from '../../lib/exposure/index.ts';
import { createNode } from '../../lib/platform/node-transport.ts';
import { EIGENLAYER } from '../../tools/chain/eigenlayer-state.ts';
import { type Answer, behave, view } from '../../tools/chain/stand-in.ts';
import { type Chain, startChain } from '../../tools/chain/world.ts';
import { depositOf, read } from './exposure-support.ts';

const UINT32 = 'view returns (uint32)';

let chain: Chain;
let whole: Exposure;
beforeAll(async () => {
  chain = await startChain({ world: 'renzo' });
  whole = await read(depositOf('renzo'), [createNode(chain.url)]);
});
afterAll(() => chain.stop());

async function under(address: `0x${string}`, answers: readonly Answer[]): Promise<Exposure> {
  const id = await chain.test.snapshot();
  await chain.answer(address, answers);
  try {
    return await read(depositOf('renzo'), [createNode(chain.url)]);
  } finally {
    await chain.test.revert({ id });
  }
}

/** Answers once and is silent from then on. */
function onceOnly(url: string): NodePort {
  const node = createNode(url);
  let asked = 0;
  return {
    name: 'once only',
    batch: (calls, signal) => {
      asked += 1;
      if (asked === 1) return node.batch(calls, signal);
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
      });
    },
  };
}

describe('a deadline between two trips', () => {
  it('keeps what is known and leaves the rest unknown, never none', async () => {
    const exposure = await read(depositOf('renzo'), [onceOnly(chain.url)], { deadlineMs: 1_000 });
    expect(exposure.figures['totalWei']).toEqual(whole.figures['totalWei']);
    expect(exposure.snapshots[0]?.lines).toEqual(whole.snapshots[0]?.lines);
    const operators = exposure.snapshots[0]?.operators ?? [];
    expect(operators.length).toBeGreaterThan(0);
    expect(operators.every(({ pendingAllocationDelay }) => pendingAllocationDelay === null)).toBe(true);
    expect(exposure.upgradeDelaySecs.status).toBe('unknown');
    expect(exposure.evidence.unread.length).toBeGreaterThan(0);
  });
});

describe('a chain that is not like Ethereum today', () => {
  it('is read with its own delays', async () => {
    const id = await chain.test.snapshot();
    await chain.answer(EIGENLAYER.delegationManager, [
      view(`function minWithdrawalDelayBlocks() ${UINT32}`, 50),
    ]);
    await chain.answer(EIGENLAYER.allocationManager, [
      view(`function DEALLOCATION_DELAY() ${UINT32}`, 25),
      view(`function ALLOCATION_CONFIGURATION_DELAY() ${UINT32}`, 75),
    ]);
    const exposure = await read(depositOf('renzo'), [createNode(chain.url)]);
    await chain.test.revert({ id });
    const [snapshot] = exposure.snapshots;
    expect(snapshot).toMatchObject({ deallocationDelayBlocks: 25, allocationConfigurationDelayBlocks: 75 });
    expect(snapshot?.exit?.escrowBlocks).toBe(50);
    const [mine, theirs] = [snapshot?.queued?.[0]?.lastBlock, whole.snapshots[0]?.queued?.[0]?.lastBlock];
    expect(Number(theirs) - Number(mine)).toBe(100_800 - 50);
  });

  it('takes the bundled delays of Ethereum only where a contract does not answer, and says so', async () => {
    const exposure = await under(EIGENLAYER.allocationManager, [
      behave('function DEALLOCATION_DELAY()', { kind: 'revert' }),
    ]);
    expect(exposure.figures['deallocationDelayBlocks']).toMatchObject({
      value: 100_800n,
      block: null,
      source: expect.stringContaining('bundled'),
    });
  });

  it('without newer views, leaves only what they would say unknown', async () => {
    const set = '(address,uint32)';
    const exposure = await under(EIGENLAYER.allocationManager, [
      behave(`function isRedistributingOperatorSet(${set})`, { kind: 'revert' }),
      behave(`function getSlasher(${set})`, { kind: 'revert' }),
      behave(`function getPendingSlasher(${set})`, { kind: 'revert' }),
    ]);
    const allocations = exposure.snapshots[0]?.operators.flatMap(({ books }) =>
      books.flatMap((book) => book.allocations ?? []),
    );
    expect(allocations?.length).toBeGreaterThan(0);
    expect(allocations?.every(({ redistributing }) => redistributing === null)).toBe(true);
    expect(allocations?.some(({ slashable }) => slashable === true)).toBe(true);
    expect(exposure.sets.every(({ slasher }) => slasher.status === 'unknown')).toBe(true);
    expect(exposure.figures).toEqual(whole.figures);
  });

  it('with another id has no position of this one: it is not modelled, and no node is asked', async () => {
    const exposure = await read(depositOf('eigenlayer-direct', { chainId: 17_000 }), [createNode(chain.url)]);
    expect(exposure).toMatchObject({ stake: null, snapshots: [], evidence: { roundTrips: 0, calls: 0 } });
    expect(exposure.notModelled).toContain('not modelled');
  });
});

describe('EigenLayer’s own pause', () => {
  it('leaves the way out without an end, and is said', async () => {
    const exposure = await under(EIGENLAYER.delegationManager, [
      view('function paused() view returns (uint256)', 4n),
    ]);
    expect(exposure.snapshots[0]?.exit).toMatchObject({ escrowBlocks: null, queue: { maxSecs: null } });
    expect(exposure.remarks.join()).toContain('EigenLayer has paused its withdrawal queue');
  });
});
