import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { NodePort, RpcReply } from '../../lib/exposure/index.ts';
import { createNode } from '../../lib/platform/node-transport.ts';
import { made } from '../../tools/chain/eigenlayer-state.ts';
import { view } from '../../tools/chain/stand-in.ts';
import { WSTETH_RATE } from '../../tools/chain/symbiotic/deploy.ts';
import { act, encode } from '../../tools/chain/symbiotic/send.ts';
import * as vaults from '../../tools/chain/symbiotic/vault.ts';
import type { Chain } from '../../tools/chain/world.ts';
import {
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
  usualVault,
} from './symbiotic-support.ts';

const WAD = 10n ** 18n;
const DAY = 86_400;
const TEN = 10n * ETH;

let chain: Chain;
beforeAll(async () => {
  chain = await symbioticChain();
}, 240_000);
afterAll(() => chain.stop());

const node = () => createNode(chain.url);
const read = (vault: `0x${string}`, nodes: readonly NodePort[] = [node()]) =>
  readVault(chain, intoVault(vault, TEN), nodes);

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

describe('a vault of the first kind', () => {
  it.each([
    [0, 300n],
    [1, 300n],
    [2, 300n],
    [3, 100n],
  ] as const)(
    'with a delegator of type %i is read whole, in three trips, with confidence A',
    async (delegator, sum) => {
      const { vault } = await usualVault(chain, { delegator });
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
    const vault = await usualVault(chain);
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
    const assessment = told(await read((await usualVault(chain)).vault));
    expect(rangeOf(assessment, 'noNotice')?.hi).toBe(WAD);
    expect(assessment.findings).toContainEqual({ kind: 'promisesChange' });
  });

  it('finds a network and an operator that no list names, by the log', async () => {
    const vault = await usualVault(chain);
    await vaults.setLimit(chain.url, vault, STRANGER, 500n * ETH);
    await vaults.setOperator(chain.url, vault, STRANGER, OPERATORS[1], 500n * ETH);
    const assessment = told(await read(vault.vault));
    expect(assessment.answer).toMatchObject({ worstNetwork: { id: STRANGER.toLowerCase() } });
    expect(rangeOf(assessment, 'slashableNow')?.hi).toBe((8n * WAD) / 10n);
  });

  it('without a log takes the bundled lists for the low end and all of the pool for the high one', async () => {
    const vault = await usualVault(chain);
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
    const vault = await usualVault(chain);
    const liar = lying('eth_getLogs', (reply) =>
      reply.ok && Array.isArray(reply.result) ? { ok: true, result: lie(reply.result) } : reply,
    );
    expect(rangeOf(told(await read(vault.vault, [liar])), 'slashableNow')?.hi).toBe(WAD);
    const both = told(await read(vault.vault, [node(), liar]));
    expect(rangeOf(both, 'slashableNow')?.hi).toBeGreaterThanOrEqual((3n * WAD) / 10n);
  });

  it('with no slasher cannot be slashed, now or without notice', async () => {
    const assessment = told(await read((await usualVault(chain, { slasher: 'none' })).vault));
    expect(rangeOf(assessment, 'slashableNow')).toEqual({ lo: 0n, hi: 0n });
    expect(rangeOf(assessment, 'noNotice')).toEqual({ lo: 0n, hi: 0n });
    expect(assessment.findings.some(({ kind }) => kind === 'promisesChange')).toBe(false);
  });

  it('with a slasher of unknown type has no sure low end', async () => {
    const vault = await usualVault(chain);
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
    const vault = await usualVault(chain);
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
    const vault = await usualVault(chain, { slasher: 'instant', epochSecs: 600 });
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
    const full = await usualVault(chain, { depositLimit: 1_000n * ETH });
    expect((await read(full.vault)).depositsPaused).toMatchObject({ status: 'known', value: true });
    const open = await usualVault(chain, { depositLimit: 1_001n * ETH });
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
    const waits = await read((await usualVault(chain, { owner: timelock })).vault);
    expect([waits.upgradeDelaySecs, waits.admin]).toMatchObject([
      { value: 172_800n },
      { value: { type: 'timelock' } },
    ]);
    const key = await read((await usualVault(chain, { owner: made('an owner with one key') })).vault);
    expect([key.upgradeDelaySecs, key.admin]).toMatchObject([
      { value: 0n },
      { value: { type: 'singleKey' } },
    ]);
    expect((await read((await usualVault(chain)).vault)).admin).toMatchObject({ value: { type: 'none' } });
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
