import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { WAD } from '../../lib/core/index.ts';
import type { Exposure } from '../../lib/exposure/index.ts';
import { createNode } from '../../lib/platform/node-transport.ts';
import { registry } from '../../lib/protocols/index.ts';
import { type FaultyNode, startFaultyNode } from '../../tools/chain/faulty-node.ts';
import { EIGENLAYER } from '../../tools/chain/eigenlayer-state.ts';
import { SLOTS, view, word } from '../../tools/chain/stand-in.ts';
import { type Chain, startChain, type Variant } from '../../tools/chain/world.ts';
import { DIRECT_OPERATOR } from '../../tools/chain/worlds/eigenlayer-direct.ts';
import {
  depositOf,
  probed,
  read,
  STETH_STRATEGY,
  unreadOfStake,
  withoutLens,
  WORLDS,
} from './exposure-support.ts';

const variants: readonly Variant[] = ['within', 'over'];
const MAX_MAGNITUDE = 'function getMaxMagnitude(address,address) view returns (uint64)';
/** An address as the chain gives it, or with its checksum. */
function anyCase(address: string): unknown {
  return expect.stringMatching(new RegExp(`^${address}$`, 'i'));
}

/** Tokens of whose contracts nobody published the code. */
const UNPUBLISHED: readonly string[] = ['renzo', 'swell', 'yneth', 'ynlsde', 'mantle'];
const CHANGED = /is not the code known on/;

/** The last second of a day, Unix. */
function endOf(day: string): bigint {
  return BigInt(Date.parse(`${day}T23:59:59Z`) / 1000);
}

describe.each(WORLDS.flatMap((world) => variants.map((variant) => [world, variant] as const)))(
  '%s, %s',
  (world, variant) => {
    let chain: Chain;
    let exposure: Exposure;
    beforeAll(async () => {
      chain = await startChain({ world, variant });
      const nodes = [createNode(chain.url)];
      exposure = await read(depositOf(world), nodes, { probes: await probed(nodes) });
    });
    afterAll(() => chain.stop());

    it('is read in one round trip, code and all', () => {
      expect(exposure.evidence.roundTrips).toBe(1);
      expect(unreadOfStake(exposure)).toEqual(chain.world.expected.unsaid ?? []);
    });

    it('names who can change the code', () => {
      const { admin } = chain.world.expected;
      expect(exposure.admin).toMatchObject(
        admin === null
          ? { status: 'unknown', reason: 'no-source' }
          : { status: 'known', value: { type: 'timelock', ...admin, who: anyCase(admin.who) } },
      );
    });

    it('tells when the code last changed, or that nobody published it', () => {
      const { codeSince, changedCode } = chain.world.expected;
      const expected =
        codeSince === null || changedCode !== null
          ? { status: 'unknown', reason: 'no-source' }
          : { status: 'known', value: endOf(codeSince) };
      expect(exposure.figures['lastUpgradeAt']).toMatchObject(expected);
    });

    it('says which code is not the published one, and of no other', () => {
      const { changedCode } = chain.world.expected;
      expect(changedCode === null).toBe(variant === 'within' || UNPUBLISHED.includes(world));
      const said = exposure.remarks.filter((remark) => CHANGED.test(remark));
      expect(said).toEqual(
        changedCode === null ? [] : [expect.stringContaining(`The code of ${changedCode} is`)],
      );
    });

    it('tells no slash only where there was none', () => {
      const { slashed } = chain.world.expected;
      expect(slashed).toBe(world !== 'eigenlayer-direct');
      expect(exposure.lastSlashAt).toMatchObject(
        slashed ? { status: 'unknown' } : { status: 'known', value: null },
      );
    });

    it('tells when the price was set, where a view does', () => {
      if (world === 'eigenlayer-direct') return expect(exposure.figures['rateUpdatedAt']).toBeUndefined();
      const { rateUpdatedAt } = chain.world.expected;
      expect(exposure.figures['rateUpdatedAt']).toMatchObject(
        rateUpdatedAt === null
          ? { status: 'unknown', reason: 'no-source' }
          : { status: 'known', value: rateUpdatedAt },
      );
    });

    it('carries the past of its protocol', () => {
      const { protocol } = depositOf(world);
      expect(exposure.track).toBe(registry.track(protocol));
    });
  },
);

describe('two nodes', () => {
  let chain: Chain;
  let other: FaultyNode;
  beforeAll(async () => {
    chain = await startChain({ world: 'kelp' });
    other = await startFaultyNode(chain.url);
  });
  afterAll(async () => {
    await other.stop();
    await chain.stop();
  });

  it('that name different code leave open when it changed, and the change is said', async () => {
    const published = word('0xC59110239240761cCd3E670288443316e10Dd271').toLowerCase();
    other.set({
      alter: (method, params, result) =>
        method === 'eth_getStorageAt' && params[1] === SLOTS.implementation && result === published
          ? word('0x00000000000000000000000000000000000000aa')
          : undefined,
    });
    const exposure = await read(depositOf('kelp'), [createNode(chain.url), createNode(other.url)]);
    expect(exposure.figures['lastUpgradeAt']).toMatchObject({ status: 'unknown' });
    expect(exposure.remarks.join()).toContain('The code of LRTOracle is not the code known on');
    expect(exposure.remarks.join()).toContain('different answers for the same block');
    // Who can change it is not touched by that.
    expect(exposure.admin.status).toBe('known');
  });

  it('one of which refuses the lens say the same of code, slash and admin', async () => {
    const lens = await read(depositOf('kelp'), [createNode(chain.url)]);
    const rounds = await read(depositOf('kelp'), [withoutLens(chain.url)]);
    expect(rounds.figures['lastUpgradeAt']).toEqual(lens.figures['lastUpgradeAt']);
    expect(rounds.lastSlashAt).toEqual(lens.lastSlashAt);
    expect(rounds.admin).toEqual(lens.admin);
  });
});

describe('a slash that happens', () => {
  it('is no longer taken for none', async () => {
    const chain = await startChain({ world: 'eigenlayer-direct' });
    try {
      const nodes = [createNode(chain.url)];
      expect((await read(depositOf('eigenlayer-direct'), nodes)).lastSlashAt).toMatchObject({ value: null });
      await chain.answer(EIGENLAYER.allocationManager, [
        view(MAX_MAGNITUDE, WAD - 1n, [DIRECT_OPERATOR, STETH_STRATEGY]),
      ]);
      expect((await read(depositOf('eigenlayer-direct'), nodes)).lastSlashAt).toMatchObject({
        status: 'unknown',
        reason: 'no-source',
      });
    } finally {
      await chain.stop();
    }
  });
});
