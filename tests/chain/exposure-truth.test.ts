import { describe, expect, it } from 'vitest';

import type { Snapshot } from '../../lib/exposure/index.ts';
import { createNode } from '../../lib/platform/node-transport.ts';
import { analyse } from '../../lib/risk/index.ts';
import { expectedSnapshot } from '../../tools/chain/expected.ts';
import { startChain, type Variant } from '../../tools/chain/world.ts';
import { DIRECT_OPERATOR, SUDDEN_OPERATOR } from '../../tools/chain/worlds/eigenlayer-direct.ts';
import { depositOf, read, withoutLens, WORLDS } from './exposure-support.ts';

const variants: readonly Variant[] = ['within', 'near', 'over'];
const cases = WORLDS.flatMap((world) => variants.map((variant) => [world, variant] as const));

/** The way out as it was read: it is compared on its own elsewhere. */
function exitOf([snapshot]: readonly Snapshot[]): Pick<Snapshot, 'exit'> {
  return snapshot?.exit === undefined ? {} : { exit: snapshot.exit };
}

/** The model's answer to a snapshot, with addresses in one spelling. */
function answer(snapshot: Snapshot | undefined): unknown {
  const text = JSON.stringify(snapshot ?? null).replaceAll(/0x[0-9a-fA-F]{40}/g, (address) =>
    address.toLowerCase(),
  );
  const result = analyse(JSON.parse(text));
  if (!('pending' in result) || result.pending === undefined) return result;
  // Scheduled changes of one block may stand in any order.
  return {
    ...result,
    pending: result.pending.map((entry) => JSON.stringify(entry)).sort((x, y) => x.localeCompare(y)),
  };
}

/** What must come out: integers exactly, chances (the only fractions of an answer) to 1e-9 as the model says. */
function wanted(snapshot: Snapshot): unknown {
  return near(answer(snapshot));
}

function near(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isInteger(value)) return expect.closeTo(value, 9);
  if (Array.isArray(value)) return value.map(near);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, near(item)]));
}

describe.each(cases)('%s, %s', (world, variant) => {
  it('is judged as its own state says, through the lens and through rounds', async () => {
    const chain = await startChain({ world, variant });
    try {
      const expected = expectedSnapshot(chain.world, { depositWei: 10n ** 19n });
      for (const node of [createNode(chain.url), withoutLens(chain.url)]) {
        const { snapshots } = await read(depositOf(world), [node]);
        expect(snapshots).toHaveLength(1);
        expect(answer(snapshots[0])).toEqual(wanted({ ...expected, ...exitOf(snapshots) }));
      }
    } finally {
      await chain.stop();
    }
  });
});

const RANGES = ['slashableNow', 'redistributableNow', 'noNotice', 'theftNoNotice', 'beforeExit'] as const;

it.each(WORLDS)(
  '%s with books that cannot be read is judged wider than its state, never narrower',
  async (world) => {
    const chain = await startChain({ world, variant: 'unknown' });
    try {
      const { snapshots } = await read(depositOf(world), [createNode(chain.url)]);
      const mine = analyse(snapshots[0]);
      const state = analyse({
        ...expectedSnapshot(chain.world, { depositWei: 10n ** 19n }),
        ...exitOf(snapshots),
      });
      if (!('noNotice' in mine) || !('noNotice' in state)) throw new Error('no answer');
      for (const name of RANGES) {
        const [own, whole] = [mine[name], state[name]];
        if (own === undefined || whole === undefined) throw new Error(`no ${name}`);
        expect([name, BigInt(own.loWad) <= BigInt(whole.loWad)]).toEqual([name, true]);
        expect([name, BigInt(own.hiWad) >= BigInt(whole.hiWad)]).toEqual([name, true]);
      }
    } finally {
      await chain.stop();
    }
  },
);

it('a delegation is judged as the state says', async () => {
  const chain = await startChain({ world: 'eigenlayer-direct' });
  try {
    for (const operator of [SUDDEN_OPERATOR, DIRECT_OPERATOR]) {
      const change = {
        kind: 'delegate',
        signature: 'delegateTo',
        operator,
        amount: null,
        asset: null,
        strategy: null,
      } as const;
      const { snapshots } = await read(depositOf('eigenlayer-direct', change), [createNode(chain.url)]);
      const action = { kind: 'delegate', operator } as const;
      const expected = expectedSnapshot(chain.world, { depositWei: 0n, action });
      expect(answer(snapshots[0])).toEqual(wanted({ ...expected, ...exitOf(snapshots) }));
    }
  } finally {
    await chain.stop();
  }
});
