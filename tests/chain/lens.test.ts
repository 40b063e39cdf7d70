import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { asideReads } from '../../lib/exposure/asides.ts';
import { compilePlan } from '../../lib/exposure/compile.ts';
import { firstTrip } from '../../lib/exposure/first-trip.ts';
import { pagesOf } from '../../lib/exposure/pages.ts';
import { type Plan, WIDE_CAPS } from '../../lib/exposure/plan.ts';
import { memoAsk } from '../../lib/exposure/sample.ts';
import { Session } from '../../lib/exposure/session.ts';
import { directExtras } from '../../lib/exposure/direct-extras.ts';
import { walk } from '../../lib/exposure/walk.ts';
import { createNode } from '../../lib/platform/node-transport.ts';
import { stakeById } from '../../lib/protocols/index.ts';
import { lensGas } from '../../tools/bench/lens-gas.ts';
import { startFaultyNode } from '../../tools/chain/faulty-node.ts';
import { type Chain, startChain, type WorldName } from '../../tools/chain/world.ts';
import { depositOf, STAKE_OF, WORLDS } from './exposure-support.ts';

const EMPTY = { operators: [], slots: {} };

function planFor(world: WorldName): Plan {
  const record = stakeById(STAKE_OF[world]);
  if (record === null) throw new Error('no record');
  const deposit = depositOf(world);
  const extras = world === 'eigenlayer-direct' ? directExtras(deposit) : {};
  // With all that is asked beside the stake: bridge, market.
  return compilePlan(record, { ...extras, reads: { ...extras.reads, ...asideReads(record, deposit) } });
}

function session(url: string): Session {
  return new Session(createNode(url), new AbortController().signal, true);
}

describe.each(WORLDS)('the lens on %s', (world) => {
  let chain: Chain;
  beforeAll(async () => {
    chain = await startChain({ world });
  });
  afterAll(() => chain.stop());

  it('stays below its gas in every page', async () => {
    const ceiling = world === 'etherfi' ? 25_000_000 : 15_000_000;
    const pages = await lensGas(chain.url, planFor(world));
    expect(pages).toHaveLength(pagesOf(planFor(world)).length);
    for (const { whole, stopped } of pages) {
      expect(stopped).toBe(false);
      expect(whole).toBeLessThanOrEqual(ceiling);
    }
  });

  it('gives a part of the truth, and nothing else, to a node with 16.7 million gas', async () => {
    const small = await startFaultyNode(chain.url, { maxGas: 16_777_216n });
    try {
      const plan = planFor(world);
      const whole = await firstTrip(session(chain.url), plan, 'multicall', undefined, EMPTY, 'latest');
      const part = await firstTrip(session(small.url), plan, 'multicall', undefined, EMPTY, 'latest');
      expect(part.lens).toBe(true);
      for (const [key, raw] of part.memo) expect([key, raw]).toEqual([key, whole.memo.get(key)]);
      expect(part.memo.size).toBeGreaterThan(20);
    } finally {
      await small.stop();
    }
  });

  it('says of what it did not reach that it was not reached', async () => {
    const small = await startFaultyNode(chain.url, { maxGas: 5_500_000n });
    try {
      const plan = planFor(world);
      const part = await firstTrip(session(small.url), plan, 'multicall', undefined, EMPTY, 'latest');
      const missed: string[] = [];
      await walk(
        plan,
        memoAsk(part.memo, (key) => missed.push(key)),
        WIDE_CAPS,
      );
      expect(missed.length).toBeGreaterThan(0);
    } finally {
      await small.stop();
    }
  });
});

it('the lens never answers wrongly, whatever gas a node gives it', async () => {
  const chain = await startChain({ world: 'kelp' });
  const node = await startFaultyNode(chain.url);
  try {
    const plan = planFor('kelp');
    const whole = await firstTrip(session(chain.url), plan, 'multicall', undefined, EMPTY, 'latest');
    let before = 0;
    for (let gas = 3_000_000n; gas < 13_700_000n; gas += 333_333n) {
      node.set({ maxGas: gas });
      const part = await firstTrip(session(node.url), plan, 'multicall', undefined, EMPTY, 'latest');
      const wrong = [...part.memo].filter(
        ([key, raw]) => JSON.stringify(raw) !== JSON.stringify(whole.memo.get(key)),
      );
      expect(wrong).toEqual([]);
      // Once there is enough to bring the lens up, it always answers, and more gas never means less.
      if (gas > 4_000_000n) expect(part.lens).toBe(true);
      expect(part.memo.size).toBeGreaterThanOrEqual(before);
      before = part.memo.size;
    }
    expect(before).toBe(whole.memo.size);
  } finally {
    await node.stop();
    await chain.stop();
  }
});
