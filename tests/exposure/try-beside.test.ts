import { encodeFunctionData, pad, parseAbi, toEventSelector, toHex } from 'viem';
import { describe, expect, it } from 'vitest';

import type { Address } from '../../lib/core/index.ts';
import { type NodePort, readExposure } from '../../lib/exposure/index.ts';
import { limitsFrom } from '../../lib/limits/index.ts';
import { check } from '../../lib/pipeline.ts';

const ME = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266';
const STRANGER = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC';
const ZERO = '0x0000000000000000000000000000000000000000';
const EZETH = '0xbf5495Efe5DB9ce00f80364C8B423567e58d2110';
const PUFETH = '0xD9A442856C234a39a81a089C06451EBAa4306a72';
const VAULT = '0x007e0B8E99c6134E81A1eAAE754460E3202cB671';
const STRATEGY_MANAGER = '0x858646372CC42E1A627fcE94aa7A7033e7CF075A';
const DELEGATION = '0x39053D51B77DC0d36036Fc1fCc8Cb819df8Ef37A';
const STETH_STRATEGY = '0x93c4b944D05dfe6df7645A86cd2206016c51564D';
const OTHER_STRATEGY = '0x54945180dB7943c0ed0FEE7EdaB2Bd24620256bc';
const STETH = '0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84';

const PZETH = '0x8c9532a60E0E7C6BbD2B2c1303F63aCE1c3E9811';
const EZETH_ARBITRUM = '0x2416092f143378750bb29b79eD961ab195CcEea5';
const RENZO = '0x74a09653A083691711cF8215a6ab074BB4e99ef5';

/** `depositETH()` of Renzo's RestakeManager. */
const renzo = { to: RENZO, value: '0x5', data: '0xf6326fb3' } as const;
const intoStEth = {
  to: STRATEGY_MANAGER,
  data: encodeFunctionData({
    abi: parseAbi(['function depositIntoStrategy(address,address,uint256)']),
    args: [STETH_STRATEGY, STETH, 7n],
  }),
} as const;
const toOperator = {
  to: DELEGATION,
  data: encodeFunctionData({
    abi: parseAbi(['function delegateTo(address,(bytes,uint256),bytes32)']),
    args: [RENZO, ['0x', 0n], pad('0x00')],
  }),
} as const;
const intoVault = {
  to: VAULT,
  data: encodeFunctionData({ abi: parseAbi(['function deposit(address,uint256)']), args: [ME, 5n] }),
} as const;

function gets(token: Address, who: Address) {
  return {
    address: token,
    topics: [toEventSelector('Transfer(address,address,uint256)'), pad(ZERO), pad(who)],
    data: toHex(5n, { size: 32 }),
  };
}

function shares(strategy: Address) {
  const words = [ME, strategy, toHex(7n)].map((part) => part.slice(2).toLowerCase().padStart(64, '0'));
  return {
    address: STRATEGY_MANAGER,
    topics: [toEventSelector('Deposit(address,address,uint256)')],
    data: `0x${words.join('')}`,
  };
}

function delegates(operator: Address) {
  const topics = [toEventSelector('StakerDelegated(address,address)'), pad(ME), pad(operator)];
  return { address: DELEGATION, topics, data: '0x' };
}

/** A made node, of Ethereum or another chain, on which the request writes these logs; null: it fails. */
function nodeWith(logs: readonly unknown[] | null, chainId = 1): NodePort {
  const ran = { status: logs === null ? '0x0' : '0x1', logs: logs ?? [] };
  return {
    name: String(chainId),
    batch: (calls) =>
      Promise.resolve([
        { ok: true, result: toHex(chainId) },
        { ok: true, result: [{ calls: [ran] }] },
        ...calls.slice(2).map(() => ({ ok: true, result: '0x6000' }) as const),
      ]),
  };
}

type Sent = { readonly to: Address; readonly data: `0x${string}`; readonly value?: string };

async function checked(
  sent: Sent,
  node: NodePort,
  { origin = 'https://stake.example', elsewhere }: { origin?: string; elsewhere?: NodePort } = {},
) {
  const asked = {
    request: { method: 'eth_sendTransaction', params: [{ from: ME, ...sent }] },
    origin,
    chainId: 1,
    account: ME,
  } as const;
  const { signal } = new AbortController();
  const nobody: Parameters<typeof check>[2] = (deposit) =>
    readExposure(deposit, { nodes: [], now: () => 0, signal, deadlineMs: 1_000 });
  const nodes = new Map([[1, node]]);
  if (elsewhere !== undefined) nodes.set(Number(elsewhere.name), elsewhere);
  const trial = { nodes, signal };
  const own = { limits: limitsFrom('balanced'), guesses: {} };
  const { found } = await check(asked, own, nobody, undefined, trial, async () => true);
  return {
    deposits: found.deposits.map(({ protocol, gives, via }) => [protocol, gives, via.includes('trial')]),
    notes: found.notes.map(({ id }) => id).filter((id) => /tri/.test(id)),
  };
}

const ownRenzo = ['renzo', 'ezETH', false];

describe('a request that shows a deposit, with simulation switched on', () => {
  it('is judged as it stands where the trial shows the same', async () => {
    expect(await checked(renzo, nodeWith([gets(EZETH, ME)]))).toEqual({ deposits: [ownRenzo], notes: [] });
    expect(await checked(intoStEth, nodeWith([shares(STETH_STRATEGY)]))).toMatchObject({
      deposits: [['eigenlayer', null, false]],
      notes: [],
    });
  });

  it('is judged with another token that the trial shows beside it', async () => {
    const found = await checked(renzo, nodeWith([gets(EZETH, ME), gets(PUFETH, ME)]));
    expect(found).toEqual({
      deposits: [ownRenzo, ['puffer', 'pufETH', true]],
      notes: ['found-by-trial'],
    });
  });

  it.each([
    ['shares of another strategy', shares(OTHER_STRATEGY)],
    ['a delegation', delegates(STRANGER)],
  ])('is judged with %s that the trial shows beside it', async (_, log) => {
    const { deposits } = await checked(renzo, nodeWith([gets(EZETH, ME), log]));
    expect(deposits).toEqual([ownRenzo, ['eigenlayer', null, true]]);
  });

  it('tells two strategies of EigenLayer apart', async () => {
    const { deposits } = await checked(intoStEth, nodeWith([shares(STETH_STRATEGY), shares(OTHER_STRATEGY)]));
    expect(deposits).toEqual([
      ['eigenlayer', null, false],
      ['eigenlayer', null, true],
    ]);
  });

  it('tells two operators, two tokens of one protocol and two chains apart', async () => {
    const operators = await checked(toOperator, nodeWith([delegates(RENZO), delegates(STRANGER)]));
    expect(operators.deposits.map(([, , tried]) => tried)).toEqual([false, true]);
    const tokens = await checked(renzo, nodeWith([gets(EZETH, ME), gets(PZETH, ME)]));
    expect(tokens.deposits).toEqual([ownRenzo, ['renzo', 'pzETH', true]]);
    const elsewhere = nodeWith([gets(EZETH_ARBITRUM, ME)], 42_161);
    const chains = await checked(renzo, nodeWith([gets(EZETH, ME)]), { elsewhere });
    expect(chains.deposits).toEqual([ownRenzo, ['renzo', 'ezETH', true]]);
  });

  it('is judged a second time where its token ends with somebody else', async () => {
    const { deposits } = await checked(renzo, nodeWith([gets(EZETH, STRANGER)]));
    expect(deposits).toEqual([ownRenzo, ['renzo', 'ezETH', true]]);
  });

  it('does not take what a stranger holds of another protocol for a deposit of the person', async () => {
    const { deposits } = await checked(renzo, nodeWith([gets(EZETH, ME), gets(PUFETH, STRANGER)]));
    expect(deposits).toEqual([ownRenzo]);
  });

  it('says so where it could not be tried, and judges what it shows', async () => {
    expect(await checked(renzo, nodeWith(null))).toEqual({ deposits: [ownRenzo], notes: ['rest-not-tried'] });
  });

  it('keeps a vault that only its factory knows, whatever the trial shows beside it', async () => {
    const { deposits } = await checked(intoVault, nodeWith([gets(PUFETH, ME)]), {
      origin: 'https://app.symbiotic.fi',
    });
    expect(deposits).toMatchObject([
      ['symbiotic-v1', null, false],
      ['puffer', 'pufETH', true],
    ]);
  });
});
