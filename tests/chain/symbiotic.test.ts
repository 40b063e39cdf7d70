import { toFunctionSelector } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { NodePort, RpcReply } from '../../lib/exposure/index.ts';
import { createNode } from '../../lib/platform/node-transport.ts';
import { stakeById, symbioticAdapters } from '../../lib/protocols/index.ts';
import { made } from '../../tools/chain/eigenlayer-state.ts';
import { view } from '../../tools/chain/stand-in.ts';
import { SYMBIOTIC, WSTETH_RATE } from '../../tools/chain/symbiotic/deploy.ts';
import { act, encode } from '../../tools/chain/symbiotic/send.ts';
import { mellowToken, secondVault } from '../../tools/chain/symbiotic/stand-ins.ts';
import * as vaults from '../../tools/chain/symbiotic/vault.ts';
import type { Chain } from '../../tools/chain/world.ts';
import { probed } from './exposure-support.ts';
import {
  ALICE,
  ETH,
  intoVault,
  middlewareOf,
  NETWORKS,
  OPERATORS,
  pass,
  rangeOf,
  readVault,
  STRANGER,
  symbioticChain,
  told,
} from './symbiotic-support.ts';

const WAD = 10n ** 18n;
const DAY = 86_400;
const TEN = 10n * ETH;
const BOOL = 'view returns (bool)';

let chain: Chain;
beforeAll(async () => {
  chain = await symbioticChain();
}, 240_000);
afterAll(() => chain.stop());

const node = () => createNode(chain.url);
const read = (vault: `0x${string}`, nodes: readonly NodePort[] = [node()], stake?: string) =>
  readVault(chain, intoVault(vault, TEN, stake), nodes);

/** A node whose answers to one method are its own. */
function lying(method: string, answer: (reply: RpcReply) => RpcReply): NodePort {
  const honest = node();
  return {
    name: `${chain.url} ${method}`,
    batch: async (calls, signal) => {
      const replies = await honest.batch(calls, signal);
      return replies.map((reply, i) => (calls[i]?.method === method ? answer(reply) : reply));
    },
  };
}
const withoutLogs = () =>
  lying('eth_getLogs', () => ({ ok: false, code: -32_005, message: 'range too wide' }));

/** A vault with 1,000 wstETH in it, of which two networks may take parts. */
async function usual(spec: Partial<vaults.VaultSpec> = {}): Promise<vaults.Vault> {
  const vault = await vaults.createVault(chain.url, {
    delegator: 1,
    slasher: 'veto',
    epochSecs: 7 * DAY,
    vetoSecs: DAY,
    operator: OPERATORS[0],
    network: NETWORKS[0],
    ...spec,
  });
  await vaults.optIn(chain.url, vault, OPERATORS);
  await vaults.deposit(chain.url, vault, ALICE, 1_000n * ETH);
  for (const [i, network] of (vault.spec.delegator === 3
    ? [NETWORKS[0]]
    : [NETWORKS[0], NETWORKS[1]]
  ).entries()) {
    await vaults.setLimit(chain.url, vault, network, BigInt(100 * (i + 1)) * ETH);
    if (vault.spec.delegator < 2)
      await vaults.setOperator(
        chain.url,
        vault,
        network,
        OPERATORS[0],
        vault.spec.delegator === 0 ? 1n : 300n * ETH,
      );
  }
  return vault;
}

describe('a vault of the first kind', () => {
  it.each([
    [0, 300n],
    [1, 300n],
    [2, 300n],
    [3, 100n],
  ] as const)(
    'with a delegator of type %i is read whole, in three trips, with confidence A',
    async (delegator, sum) => {
      const { vault } = await usual({ delegator });
      const exposure = await read(vault, [node(), node()]);
      expect(exposure.evidence.unread).toEqual([]);
      expect(exposure.evidence.roundTrips).toBeLessThanOrEqual(3);
      expect(exposure.figures['poolPromised']).toMatchObject({ value: sum * ETH });
      expect(exposure.figures['totalWei']).toMatchObject({ value: 1_000n * WSTETH_RATE });
      const assessment = told(exposure);
      expect([assessment.confidence, assessment.coverageWad]).toEqual(['A', WAD]);
      expect(rangeOf(assessment, 'slashableNow')).toEqual({
        lo: (sum * WAD) / 1_010n,
        hi: (sum * WAD) / 1_000n,
      });
      expect(rangeOf(assessment, 'exit')).toEqual({ lo: BigInt(7 * DAY), hi: BigInt(14 * DAY) });
    },
  );

  it('names who slashes: the middleware, whether it is a contract, and that nobody can veto', async () => {
    const vault = await usual();
    await chain.place([{ role: 'middleware', address: middlewareOf(NETWORKS[1]), answers: [] }]);
    const exposure = await read(vault.vault);
    const slashers = exposure.sets.map(({ avs, slasher, slasherHasCode }) => [avs, slasher, slasherHasCode]);
    expect(slashers).toMatchObject([
      [NETWORKS[0].toLowerCase(), { value: middlewareOf(NETWORKS[0]).toLowerCase() }, { value: false }],
      [NETWORKS[1].toLowerCase(), { value: middlewareOf(NETWORKS[1]).toLowerCase() }, { value: true }],
    ]);
    expect(told(exposure).findings.filter(({ kind }) => kind === 'slasherIsAccount')).toHaveLength(1);
    expect(exposure.remarks).toContain('Nobody can veto a slash by 2 of the networks here.');
    const resolver = encode('function setResolver(uint96, address, bytes)', 0n, made('a resolver'), '0x');
    await act(chain.url, [{ from: NETWORKS[0], to: vault.slasher, data: resolver }]);
    expect((await read(vault.vault)).remarks).toContain('Nobody can veto a slash by 1 of the networks here.');
    expect(exposure.labels[NETWORKS[0].toLowerCase()]).toBe('zkLink (its own name for itself)');
  });

  it('says that promises can change in the next block, and counts all of it there', async () => {
    const assessment = told(await read((await usual()).vault));
    expect(rangeOf(assessment, 'noNotice')?.hi).toBe(WAD);
    expect(assessment.findings).toContainEqual({ kind: 'promisesChange' });
  });

  it('finds a network and an operator that no list names, by the log', async () => {
    const vault = await usual();
    await vaults.setLimit(chain.url, vault, STRANGER, 500n * ETH);
    await vaults.setOperator(chain.url, vault, STRANGER, OPERATORS[1], 500n * ETH);
    const assessment = told(await read(vault.vault));
    expect(assessment.answer).toMatchObject({ worstNetwork: { id: STRANGER.toLowerCase() } });
    expect(rangeOf(assessment, 'slashableNow')?.hi).toBe((8n * WAD) / 10n);
  });

  it('without a log takes the bundled lists for the low end and all of the pool for the high one', async () => {
    const vault = await usual();
    const exposure = await read(vault.vault, [withoutLogs()]);
    const assessment = told(exposure);
    expect(exposure.evidence.roundTrips).toBeLessThanOrEqual(3);
    expect(exposure.evidence.unread).toEqual([
      { figure: 'poolPromised', reason: 'rpc-failed' },
      { figure: 'networks', reason: 'rpc-failed' },
    ]);
    expect(rangeOf(assessment, 'slashableNow')).toEqual({ lo: (300n * WAD) / 1_010n, hi: WAD });
    expect([assessment.confidence, assessment.coverageWad]).toEqual(['D', 0n]);
    expect(assessment.findings).toContainEqual({ kind: 'untraced', coverageWad: 0n });
    expect(assessment.findings.some(({ kind }) => kind === 'promisedTwice')).toBe(false);
  });

  it.each([
    ['an empty log', () => []],
    ['half a log', (logs: readonly unknown[]) => logs.slice(0, 2)],
    ['something else', () => ({ logs: 'none' })],
    [
      'events of another kind',
      (logs: readonly unknown[]) => logs.map((log) => ({ ...Object(log), topics: [`0x${'1'.repeat(64)}`] })),
    ],
    ['a flood', () => Array.from({ length: 5_000 }, () => ({}))],
  ])('is never told as safer by a node that gives %s', async (_, lie) => {
    const vault = await usual();
    const liar = lying('eth_getLogs', (reply) =>
      reply.ok && Array.isArray(reply.result) ? { ok: true, result: lie(reply.result) } : reply,
    );
    expect(rangeOf(told(await read(vault.vault, [liar])), 'slashableNow')?.hi).toBe(WAD);
    const both = told(await read(vault.vault, [node(), liar]));
    expect(rangeOf(both, 'slashableNow')?.hi).toBeGreaterThanOrEqual((3n * WAD) / 10n);
  });

  it('with no slasher cannot be slashed, now or without notice', async () => {
    const assessment = told(await read((await usual({ slasher: 'none' })).vault));
    expect(rangeOf(assessment, 'slashableNow')).toEqual({ lo: 0n, hi: 0n });
    expect(rangeOf(assessment, 'noNotice')).toEqual({ lo: 0n, hi: 0n });
    expect(assessment.findings.some(({ kind }) => kind === 'promisesChange')).toBe(false);
  });

  it('with a slasher of unknown type has no sure low end', async () => {
    const vault = await usual();
    await chain.place([
      {
        role: 'slasher',
        address: vault.slasher,
        answers: [view('function TYPE() view returns (uint64)', 7n)],
      },
    ]);
    const assessment = told(await read(vault.vault));
    expect(rangeOf(assessment, 'slashableNow')).toEqual({ lo: 0n, hi: (3n * WAD) / 10n });
  });

  it('tells of a slash that is asked for already, and what it takes of a new deposit', async () => {
    const vault = await usual();
    await chain.test.mine({ blocks: 2 });
    const capture = Number((await chain.test.getBlock()).timestamp);
    const data = encode(
      'function requestSlash(bytes32, address, uint256, uint48, bytes)',
      vaults.subnetwork(NETWORKS[0]),
      OPERATORS[0],
      60n * ETH,
      capture,
      '0x',
    );
    await act(chain.url, [{ from: middlewareOf(NETWORKS[0]), to: vault.slasher, data }]);
    const exposure = await read(vault.vault);
    expect(exposure.figures['pendingSlashes']).toMatchObject({ value: 1n });
    expect(exposure.figures['pendingSlashWei']).toMatchObject({ value: 60n * WSTETH_RATE });
    const finding = told(exposure).findings.find(({ kind }) => kind === 'pendingSlash');
    expect(finding).toEqual({
      kind: 'pendingSlash',
      count: 1n,
      hiWad: (6n * WAD) / 100n,
      depositWei: 10n * WSTETH_RATE,
    });
    await pass(chain, 7 * DAY + 100);
    expect((await read(vault.vault)).figures['pendingSlashes']).toMatchObject({ value: 0n });
  });

  it('counts a promise that was taken back within the epoch, since a slash may speak of it still', async () => {
    const vault = await usual({ slasher: 'instant', epochSecs: 600 });
    const data = encode(
      'function setNetworkLimit(bytes32, uint256)',
      vaults.subnetwork(NETWORKS[1]),
      1n * ETH,
    );
    await act(chain.url, [{ from: vaults.CURATOR, to: vault.delegator, data }]);
    expect(rangeOf(told(await read(vault.vault)), 'slashableNow')).toEqual({
      lo: (101n * WAD) / 1_010n,
      hi: (3n * WAD) / 10n,
    });
    await chain.test.mine({ blocks: 60 });
    expect(rangeOf(told(await read(vault.vault)), 'slashableNow')?.hi).toBe((101n * WAD) / 1_000n);
  });

  it('takes no deposit where its limit is reached, and does not know whom a list lets in', async () => {
    const full = await usual({ depositLimit: 1_000n * ETH });
    expect((await read(full.vault)).depositsPaused).toMatchObject({ status: 'known', value: true });
    const open = await usual({ depositLimit: 1_001n * ETH });
    expect((await read(open.vault)).depositsPaused).toMatchObject({ status: 'known', value: false });
    const data = encode('function setDepositWhitelist(bool)', true);
    await act(chain.url, [{ from: vaults.CURATOR, to: open.vault, data }]);
    expect((await read(open.vault)).depositsPaused).toMatchObject({ status: 'unknown' });
  });

  it('has the delay that its owner names, or none, and never changes where it has no owner', async () => {
    const timelock = made('an owner that waits');
    await chain.place([
      {
        role: 'timelock',
        address: timelock,
        answers: [view('function getMinDelay() view returns (uint256)', 172_800n)],
      },
    ]);
    const waits = await read((await usual({ owner: timelock })).vault);
    expect([waits.upgradeDelaySecs, waits.admin]).toMatchObject([
      { value: 172_800n },
      { value: { type: 'timelock' } },
    ]);
    const key = await read((await usual({ owner: made('an owner with one key') })).vault);
    expect([key.upgradeDelaySecs, key.admin]).toMatchObject([
      { value: 0n },
      { value: { type: 'singleKey' } },
    ]);
    expect((await read((await usual()).vault)).admin).toMatchObject({ value: { type: 'none' } });
  });

  it('is not read where the factory does not know it', async () => {
    const fake = made('a contract that says it is a vault');
    await chain.place([
      {
        role: 'fake vault',
        address: fake,
        answers: [
          view('function version() view returns (uint64)', 1n),
          view('function activeStake() view returns (uint256)', 1_000n * ETH),
          view('function totalStake() view returns (uint256)', 1_000n * ETH),
        ],
      },
    ]);
    const assessment = told(await read(fake));
    expect(assessment.answer).toMatchObject({ cannotEvaluate: 'poolUnknown' });
  });
});

describe.each(['mellow-rsteth', 'mellow-steaklrt', 'mellow-re7lrt', 'mellow-amphreth', 'renzo-pzeth'])(
  '%s',
  (id) => {
    const token = stakeById(id)?.holder ?? '0x';

    it('is read through its token into the vault, with confidence A, idle money counted as if it were in it', async () => {
      const vault = await usual();
      await vaults.deposit(chain.url, vault, token, 1_000n * ETH);
      await chain.place(mellowToken({ token, vault: vault.vault, held: 1_000n * ETH, idle: 990n * ETH }));
      const nodes = [node(), node()];
      const exposure = await readVault(chain, intoVault(token, TEN, id), nodes, {
        probes: await probed(nodes),
      });
      expect(exposure.evidence.unread).toEqual([]);
      expect(exposure.evidence.roundTrips).toBeLessThanOrEqual(3);
      expect(exposure.figures).toMatchObject({
        totalWei: { value: 1_990n * WSTETH_RATE },
        idleWei: { value: 990n * WSTETH_RATE },
        rate: { value: WSTETH_RATE },
      });
      const assessment = told(exposure);
      expect(assessment.confidence).toBe('A');
      // 300 of 2,000 in the vault; of the token, with the deposit, 1,000 of 2,000 stand there.
      const share = rangeOf(assessment, 'slashableNow');
      expect(share?.hi).toBe((15n * WAD) / 100n);
      expect(share?.lo).toBe((300n * WAD) / (2_010n * 2n));
      expect(exposure.upgradeDelaySecs).toMatchObject({ value: 86_400n });
    });

    it('is not known where it has moved to other code', async () => {
      await chain.forget(token, toFunctionSelector('function symbioticVault()'));
      await chain.place(mellowToken({ token, vault: null, held: 1_000n * ETH, idle: 0n, paused: true }));
      const exposure = await readVault(chain, intoVault(token, TEN, id), [node()]);
      expect(told(exposure).answer).toMatchObject({ cannotEvaluate: 'poolUnknown' });
      expect(exposure.depositsPaused).toMatchObject({ value: true });
      expect(exposure.remarks.join()).toContain('could not confirm that the vault behind this token');
    });
  },
);

describe('a vault of the second kind', () => {
  const [app, restaking] = symbioticAdapters.slashing;
  const [lane] = symbioticAdapters.other;
  const factories = [...symbioticAdapters.slashing, ...symbioticAdapters.other].map(({ factory }) => factory);
  const app0 = {
    factory: app.factory,
    total: 300n * ETH,
    slashable: 200n * ETH,
    network: NETWORKS[0],
    operator: OPERATORS[0],
  };

  async function place(
    name: string,
    adapters: Parameters<typeof secondVault>[0]['adapters'],
    only = factories,
  ) {
    const vault = made(name);
    await chain.place(secondVault({ vault, free: 100n * ETH, adapters, factories: only }));
    const isEntity = view(`function isEntity(address) ${BOOL}`, true, [vault]);
    await chain.place([{ role: 'VaultFactory', address: SYMBIOTIC.vaultFactory, answers: [isEntity] }]);
    return vault;
  }

  it('may lose what its restaking adapters show as slashable, at once; what is lent is not slashing', async () => {
    const vault = await place('vault 2a', [
      app0,
      { ...app0, factory: restaking.factory, slashable: 50n * ETH, network: NETWORKS[1] },
      { factory: lane.factory, total: 300n * ETH },
    ]);
    const exposure = await read(vault, [node()], 'symbiotic-v2');
    expect(exposure.evidence.unread).toEqual([]);
    expect(exposure.evidence.roundTrips).toBe(1);
    const assessment = told(exposure);
    expect(rangeOf(assessment, 'slashableNow')).toEqual({
      lo: (250n * WAD) / 1_010n,
      hi: (25n * WAD) / 100n,
    });
    expect(rangeOf(assessment, 'exit')).toEqual({ lo: 0n, hi: null });
    expect(exposure.remarks).toContain('Slashing here needs no veto: a service takes it at once.');
    expect(exposure.remarks.some((text) => text.startsWith('1 parts of this vault are lent'))).toBe(true);
  });

  it('counts an adapter that no factory knows in the high end, and never as nothing', async () => {
    const vault = await place('vault 2b', [app0, { factory: null, total: 300n * ETH }]);
    const assessment = told(await read(vault, [node()], 'symbiotic-v2'));
    expect(rangeOf(assessment, 'slashableNow')).toEqual({ lo: (200n * WAD) / 710n, hi: ceil(500n, 700n) });
    const without = await place('vault 2c', [app0, { factory: lane.factory, total: 300n * ETH }], []);
    for (const factory of factories) await chain.place([{ role: 'nothing', address: factory, answers: [] }]);
    const unsure = told(await read(without, [node()], 'symbiotic-v2'));
    expect(rangeOf(unsure, 'slashableNow')).toEqual({ lo: 0n, hi: ceil(600n, 700n) });
  });

  it('is not taken for a vault of the first kind', async () => {
    const vault = await place('vault 2d', [app0]);
    expect(told(await read(vault)).answer).toMatchObject({ cannotEvaluate: 'poolUnknown' });
  });
});

function ceil(part: bigint, whole: bigint): bigint {
  return (part * WAD + whole - 1n) / whole;
}
