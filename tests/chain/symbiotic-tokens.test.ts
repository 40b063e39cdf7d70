import { toFunctionSelector } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { confirmVault, type NodePort } from '../../lib/exposure/index.ts';
import { limitsFrom } from '../../lib/limits/index.ts';
import { check } from '../../lib/pipeline.ts';
import { createNode } from '../../lib/platform/node-transport.ts';
import { stakeById, symbioticAdapters } from '../../lib/protocols/index.ts';
import { made } from '../../tools/chain/eigenlayer-state.ts';
import { view } from '../../tools/chain/stand-in.ts';
import { SYMBIOTIC, WSTETH_RATE } from '../../tools/chain/symbiotic/deploy.ts';
import { encode } from '../../tools/chain/symbiotic/send.ts';
import { mellowToken, secondVault } from '../../tools/chain/symbiotic/stand-ins.ts';
import * as vaults from '../../tools/chain/symbiotic/vault.ts';
import type { Chain } from '../../tools/chain/world.ts';
import { probed } from './exposure-support.ts';
import {
  BOB,
  ETH,
  intoVault,
  NETWORKS,
  OPERATORS,
  rangeOf,
  readVault,
  symbioticChain,
  told,
  usualVault,
} from './symbiotic-support.ts';

const WAD = 10n ** 18n;
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

it('is a deposit, with its contract known, at a vault that the real factory made, and a stop at any other', async () => {
  const { vault } = await usualVault(chain);
  const own = { limits: limitsFrom('balanced'), guesses: {} };
  const ask = (to: `0x${string}`) => {
    const data = encode('function deposit(address, uint256)', BOB, TEN);
    const request = { method: 'eth_sendTransaction', params: [{ from: BOB, to, data }] };
    return check(
      { request, origin: 'https://app.symbiotic.fi', chainId: 1, account: BOB },
      own,
      (deposit) => readVault(chain, deposit, [node()]),
      undefined,
      null,
      ({ deposit, vaults: kind }) =>
        confirmVault(deposit.contract, kind, [node()], AbortSignal.timeout(10_000)),
    );
  };
  const genuine = await ask(vault);
  const [first] = genuine.deposits;
  expect([first?.deposit.stake, genuine.found.identity.contractKnown]).toEqual(['symbiotic-v1', true]);
  expect(first?.assessment.confidence).toBe('A');
  expect(first === undefined ? null : rangeOf(first.assessment, 'slashableNow')?.hi).toBe((3n * WAD) / 10n);
  const fake = await ask(made('a contract nobody made'));
  expect(fake.deposits).toEqual([]);
  expect(fake.found.notes.map(({ id }) => id)).toContain('known-site-unknown-contract');
});

describe.each(['mellow-rsteth', 'mellow-steaklrt', 'mellow-re7lrt', 'mellow-amphreth', 'renzo-pzeth'])(
  '%s',
  (id) => {
    const token = stakeById(id)?.holder ?? '0x';

    it('is read through its token into the vault, with confidence A, idle money counted as if it were in it', async () => {
      const vault = await usualVault(chain);
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
      const inShares = {
        ...intoVault(token, TEN, id),
        amount: null,
        amountUnit: 'shares',
        shares: TEN,
      } as const;
      const minted = await readVault(chain, inShares, nodes);
      expect(minted.figures['depositWei']).toEqual(exposure.figures['depositWei']);
      expect(rangeOf(told(minted), 'slashableNow')).toEqual(share);
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
    expect(exposure.evidence.unread).toEqual([{ figure: 'redemptionPaused', reason: 'no-source' }]);
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
