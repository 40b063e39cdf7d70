import { afterAll, beforeAll, expect, it } from 'vitest';

import type { Address } from '../../lib/core/index.ts';
import type { Deposit } from '../../lib/detect/index.ts';
import type { Exposure } from '../../lib/exposure/index.ts';
import { createNode } from '../../lib/platform/node-transport.ts';
import { analyse } from '../../lib/risk/index.ts';
import { type Chain, startChain } from '../../tools/chain/world.ts';
import {
  DIRECT_OPERATOR,
  RUINED_OPERATOR,
  SUDDEN_OPERATOR,
} from '../../tools/chain/worlds/eigenlayer-direct.ts';
import { depositOf, PERSON, read, STETH_STRATEGY } from './exposure-support.ts';

const BEACON = '0xbeac0eeeeeeeeeeeeeeeeeeeeeeeeeeeeeebeac0';
const EIGEN_STRATEGY = '0xaCB55C530Acdb2849e6d4f36992Cd8c9D50ED8F7';
const EIGEN = '0x83E9115d334D248Ce39a6f36144aEaB5b3456e75';
const STRANGER: Address = '0x00000000000000000000000000000000000057aa';
const ETH = 10n ** 18n;

let chain: Chain;
beforeAll(async () => {
  chain = await startChain({ world: 'eigenlayer-direct' });
});
afterAll(() => chain.stop());

function readDirect(change: Partial<Deposit> = {}): Promise<Exposure> {
  return read(depositOf('eigenlayer-direct', change), [createNode(chain.url)]);
}

/** What a call of the DelegationManager gives to a reading. */
function delegating(signature: string, operator: Address): Partial<Deposit> {
  return { kind: 'delegate', signature, operator, amount: null, asset: null, strategy: null };
}

const lower = (address: string) => address.toLowerCase();

it('a deposit: one line at the person’s operator, of the deposited strategy alone', async () => {
  const { snapshots, figures } = await readDirect();
  expect(snapshots).toHaveLength(1);
  expect(snapshots[0]).toMatchObject({
    kind: 'direct',
    depositWei: `${10n * ETH}`,
    lines: [{ operator: lower(DIRECT_OPERATOR), strategy: lower(STETH_STRATEGY), valueWei: `${10n * ETH}` }],
    queued: [],
  });
  expect(figures['ownDelegatedWei']).toMatchObject({ value: 42n * ETH });
  expect(figures['ownQueuedWei']).toMatchObject({ value: 3n * ETH });
});

it('a deposit of somebody who delegates to nobody: idle, and nothing of it slashable', async () => {
  const { snapshots } = await readDirect({ receiver: STRANGER, caller: STRANGER });
  expect(snapshots[0]).toMatchObject({
    lines: [],
    assets: { totalWei: `${10n * ETH}`, idleWei: `${10n * ETH}` },
  });
  expect(analyse(snapshots[0])).toMatchObject({ slashableNow: { loWad: '0', hiWad: '0' } });
});

it('a deposit of nobody in particular: all of it may be at risk', async () => {
  const { snapshots } = await readDirect({ receiver: null, caller: null });
  expect(analyse(snapshots[0])).toMatchObject({ slashableNow: { loWad: '0', hiWad: `${ETH}` } });
});

it('native ETH: validators have to leave, and only EigenPodManager’s pauses count on the way in', async () => {
  const exposure = await readDirect({ asset: 'native', strategy: null, amount: 32n * ETH });
  expect(exposure.snapshots[0]?.lines).toEqual([
    { operator: lower(DIRECT_OPERATOR), strategy: BEACON, valueWei: `${32n * ETH}` },
  ]);
  expect(exposure.snapshots[0]?.strategies).toEqual(
    expect.objectContaining({ [BEACON]: { redistributable: false } }),
  );
  expect(exposure.exitUpperEndIsAssumed).toBe(true);
  expect(exposure.depositsPaused).toMatchObject({ status: 'known', value: false });
  expect(exposure.depositsPaused).not.toMatchObject({ source: expect.stringContaining('0x858646') });
});

it('a token without an ETH rate: shares are right, amounts in ETH are not known', async () => {
  const exposure = await readDirect({ asset: EIGEN, strategy: EIGEN_STRATEGY, amount: 7n * ETH });
  expect(exposure.snapshots[0]).toMatchObject({ depositWei: null, lines: [{ valueWei: `${7n * ETH}` }] });
  expect(exposure.figures['depositWei']).toMatchObject({ status: 'unknown', reason: 'no-source' });
  expect(exposure.remarks.join()).toContain('No contract values this token in ETH');
  expect(exposure.remarks).toContain('The nodes were asked about your own address.');
});

it('delegateTo: all shares at the new operator, what waits stays at the old one', async () => {
  const { snapshots } = await readDirect(
    delegating('delegateTo(address,(bytes,uint256),bytes32)', SUDDEN_OPERATOR),
  );
  const [snapshot] = snapshots;
  expect(snapshots).toHaveLength(1);
  expect(new Set(snapshot?.lines.map(({ operator }) => operator))).toEqual(new Set([lower(SUDDEN_OPERATOR)]));
  expect(
    snapshot?.lines.map(({ valueWei }) => valueWei).sort((a, b) => String(a).localeCompare(String(b))),
  ).toEqual([`${10n * ETH}`, `${32n * ETH}`]);
  expect(snapshot?.queued).toHaveLength(2);
  expect(snapshot?.depositWei).toBe(`${45n * ETH}`);
  expect(snapshot?.operators.find(({ id }) => id === lower(SUDDEN_OPERATOR))?.allocationDelayBlocks).toBe(0);
});

it('redelegate: two ways to see it, everything still at the old operator and everything at the new', async () => {
  const { snapshots } = await readDirect(
    delegating('redelegate(address,(bytes,uint256),bytes32)', SUDDEN_OPERATOR),
  );
  const [before, after] = snapshots;
  expect(snapshots).toHaveLength(2);
  expect(before?.lines).toEqual([]);
  const own = before?.queued?.filter(({ operator }) => operator === lower(DIRECT_OPERATOR)) ?? [];
  expect(own.map(({ valueWei }) => valueWei).sort((a, b) => String(a).localeCompare(String(b)))).toEqual([
    `${10n * ETH}`,
    `${32n * ETH}`,
  ]);
  expect(own.every(({ lastBlock }) => lastBlock === (before?.nowBlock ?? 0) + 100_800)).toBe(true);
  expect(after?.lines.every(({ operator }) => operator === lower(SUDDEN_OPERATOR))).toBe(true);
});

it('a withdrawal taken back as shares: what it moves, worth what the queue says now', async () => {
  const withdrawal = {
    staker: PERSON,
    delegatedTo: SUDDEN_OPERATOR,
    withdrawer: PERSON,
    strategies: [STETH_STRATEGY],
    scaledShares: [2n * ETH],
  } as const;
  const call = {
    signature: 'completeQueuedWithdrawal(…)',
    amount: null,
    asset: null,
    strategy: null,
  } as const;
  const { snapshots } = await readDirect({ ...call, withdrawal });
  expect(snapshots[0]?.lines).toHaveLength(1);
  expect(snapshots[0]?.lines[0]).toMatchObject({
    operator: lower(DIRECT_OPERATOR),
    strategy: lower(STETH_STRATEGY),
  });
  expect(BigInt(snapshots[0]?.depositWei ?? 0)).toBeGreaterThan(0n);
  const other = await readDirect({ ...call, withdrawal: { ...withdrawal, scaledShares: [3n * ETH] } });
  expect(other.snapshots[0]?.depositWei).toBeNull();
  expect(other.snapshots[0]?.lines[0]?.valueWei).toBeNull();
  expect(other.remarks.join()).toContain('was not found in the queue');
});

it('an operator that was slashed to nothing is named as such by the model', async () => {
  const { snapshots } = await readDirect(
    delegating('delegateTo(address,(bytes,uint256),bytes32)', RUINED_OPERATOR),
  );
  expect(analyse(snapshots[0])).toMatchObject({
    fullySlashed: [{ operator: lower(RUINED_OPERATOR), strategy: lower(STETH_STRATEGY) }],
  });
});

it('reads nobody’s position for a deposit into a token', async () => {
  const asked: string[] = [];
  const node = createNode(chain.url);
  const spy = {
    name: node.name,
    batch: (calls: Parameters<typeof node.batch>[0], signal: AbortSignal) => {
      asked.push(JSON.stringify(calls).toLowerCase());
      return node.batch(calls, signal);
    },
  };
  await read(depositOf('renzo', { amount: 123_456_789_123_456_789n }), [spy]);
  expect(asked.join()).not.toContain(lower(PERSON).slice(2));
  expect(asked.join()).not.toContain(123_456_789_123_456_789n.toString(16));
});
