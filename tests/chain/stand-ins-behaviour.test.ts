import {
  type Abi,
  decodeFunctionResult,
  encodeFunctionData,
  keccak256,
  parseAbi,
  parseEther,
  toHex,
} from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Address, Hex } from '../../lib/core/index.ts';
import { BEACON_ETH, EIGENLAYER, made } from '../../tools/chain/eigenlayer-state.ts';
import { behave, MALFORMED, scale, view } from '../../tools/chain/stand-in.ts';
import { type Chain, DEMO_ACCOUNT, startChain } from '../../tools/chain/world.ts';
import { STETH, STETH_STRATEGY } from '../../tools/chain/worlds/base.ts';
import {
  DIRECT_OPERATOR,
  RUINED_OPERATOR,
  SUDDEN_OPERATOR,
} from '../../tools/chain/worlds/eigenlayer-direct.ts';

const MULTICALL3: Address = '0xcA11bde05977b3631167028862bE2a173976CA11';
const DEPLOYER: Address = '0x4e59b44847b379578588920cA78FbF26c0B4956C';
const TARGET = made('a target');

describe('a stand-in', () => {
  let chain: Chain;

  beforeAll(async () => {
    chain = await startChain();
    await chain.place([
      {
        role: 'target',
        address: TARGET,
        balance: 5n,
        answers: [
          view('function f() view returns (uint256)', 7n),
          view('function g(uint256) view returns (uint256)', 1n),
          view('function g(uint256) view returns (uint256)', 2n, [42n]),
          view(
            'function text() view returns (string)',
            'longer than one word, so that it takes several of them',
          ),
          scale('function half(address,uint256) view returns (uint256)', 1, 1n, 2n),
          behave('function reverts() view', { kind: 'revert', data: '0xdeadbeef' }),
          behave('function floods() view', { kind: 'flood', size: 1_000_000 }),
          behave('function revertFloods() view', { kind: 'revert-flood', size: 1_000_000 }),
          behave('function loops() view', { kind: 'loop' }),
          behave('function breaks() view', { kind: 'invalid' }),
          behave('function recurses() view', { kind: 'recurse' }),
          behave('function burns() view', { kind: 'burn', gas: 3_000_000, data: toHex(9n, { size: 32 }) }),
          behave('function claims() view', { kind: 'return', data: MALFORMED.endlessArray }),
          view('function deposit() payable returns (uint256)', 1n),
        ],
      },
    ]);
  });
  afterAll(() => chain.stop());

  const call = async (signature: string, args: readonly unknown[] = [], gas = 10_000_000n): Promise<Hex> => {
    const { data } = await chain.test.call({ to: TARGET, data: encoded(signature, args), gas });
    return data ?? '0x';
  };

  it('answers by whole calldata before selector, and computes from an argument', async () => {
    expect(BigInt(await call('function f()'))).toBe(7n);
    expect(BigInt(await call('function g(uint256)', [41n]))).toBe(1n);
    expect(BigInt(await call('function g(uint256)', [42n]))).toBe(2n);
    expect(BigInt(await call('function half(address,uint256)', [TARGET, 21n]))).toBe(10n);
    const text = {
      abi: parseAbi(['function text() view returns (string)']),
      data: await call('function text()'),
    };
    expect(decodeFunctionResult(text)).toBe('longer than one word, so that it takes several of them');
  });

  it('reverts for what it does not know', async () => {
    await expect(call('function unknown()')).rejects.toThrow(/revert/i);
  });

  it('can revert, flood, starve, break and lie about lengths', async () => {
    await expect(call('function reverts()')).rejects.toThrow(/revert/i);
    expect((await call('function floods()')).length).toBe(2_000_002);
    await expect(call('function revertFloods()')).rejects.toThrow();
    await expect(call('function loops()')).rejects.toThrow(/gas/i);
    await expect(call('function breaks()')).rejects.toThrow();
    await call('function recurses()');
    expect(BigInt(await call('function burns()'))).toBe(9n);
    await expect(call('function burns()', [], 2_000_000n)).rejects.toThrow(/gas/i);
    expect(await call('function claims()')).toBe(MALFORMED.endlessArray);
  });

  it('takes ether, with a deposit function and without', async () => {
    for (const data of [encoded('function deposit()', []), '0x'] as const) {
      const hash = await chain.test.sendTransaction({
        account: DEMO_ACCOUNT,
        chain: null,
        to: TARGET,
        data,
        value: parseEther('1'),
      });
      expect((await chain.test.waitForTransactionReceipt({ hash })).status).toBe('success');
    }
    expect(await chain.test.getBalance({ address: TARGET })).toBe(parseEther('2') + 5n);
  });

  it('stands beside Multicall3 and the deterministic deployer', async () => {
    const abi = parseAbi([
      'struct Call3 { address target; bool allowFailure; bytes callData; }',
      'struct Result { bool success; bytes returnData; }',
      'function aggregate3(Call3[] calls) payable returns (Result[] results)',
      'function getEthBalance(address) view returns (uint256)',
      'function getBlockNumber() view returns (uint256)',
    ]);
    const runtime = '0x602a60005260206000f3'; // returns 42
    const creation: Hex = `0x69${runtime.slice(2)}600052600a6016f3`;
    const deployed: Address = `0x${keccak256(`0xff${DEPLOYER.slice(2)}${'0'.repeat(64)}${keccak256(creation).slice(2)}`).slice(-40)}`;
    const calls = [
      { target: DEPLOYER, allowFailure: false, callData: `0x${'0'.repeat(64)}${creation.slice(2)}` as const },
      { target: deployed, allowFailure: false, callData: '0x' as const },
      { target: TARGET, allowFailure: true, callData: encoded('function reverts()', []) },
      { target: MULTICALL3, allowFailure: false, callData: encoded('function getBlockNumber()', []) },
    ];
    const { result } = await chain.test.simulateContract({
      address: MULTICALL3,
      abi,
      functionName: 'aggregate3',
      args: [calls],
    });
    expect(result.map((entry) => entry.success)).toEqual([true, true, false, true]);
    expect(BigInt(result[1]?.returnData ?? '0x')).toBe(42n);
    expect(result[2]?.returnData).toBe('0xdeadbeef');
    expect(BigInt(result[3]?.returnData ?? '0x')).toBe(await chain.test.getBlockNumber());
    const strict = [{ target: TARGET, allowFailure: false, callData: encoded('function reverts()', []) }];
    await expect(
      chain.test.simulateContract({ address: MULTICALL3, abi, functionName: 'aggregate3', args: [strict] }),
    ).rejects.toThrow();
  });
});

describe('a wallet on the local chain', () => {
  let chain: Chain;

  beforeAll(async () => {
    chain = await startChain({ world: 'eigenlayer-direct' });
  });
  afterAll(() => chain.stop());

  const send = async (to: Address, signature: string, args: readonly unknown[]) => {
    const hash = await chain.test.sendTransaction({
      account: DEMO_ACCOUNT,
      chain: null,
      to,
      data: encoded(signature, args),
    });
    return (await chain.test.waitForTransactionReceipt({ hash })).status;
  };
  const withdrawableStEth = () => withdrawable(chain, STETH_STRATEGY);

  it('can approve and deposit stETH, which is exposed at once', async () => {
    const { delegationManager, strategyManager } = EIGENLAYER;
    const before = await withdrawableStEth();
    expect(await send(STETH, 'function approve(address,uint256)', [strategyManager, 5n])).toBe('success');
    const deposit = 'function depositIntoStrategy(address,address,uint256)';
    expect(await send(strategyManager, deposit, [STETH_STRATEGY, STETH, parseEther('5')])).toBe('success');
    expect(await withdrawableStEth()).toBe(before + parseEther('5'));
    const abi = parseAbi(['function operatorShares(address,address) view returns (uint256)']);
    const shares = await chain.test.readContract({
      address: delegationManager,
      abi,
      functionName: 'operatorShares',
      args: [DIRECT_OPERATOR, STETH_STRATEGY],
    });
    expect(shares).toBe(parseEther('515'));
  });

  it('can complete an old withdrawal as shares, but not a young one', async () => {
    const before = await withdrawableStEth();
    const [young, old] = await queued(chain);
    const complete =
      'function completeQueuedWithdrawal((address staker, address delegatedTo, address withdrawer, uint256 nonce, uint32 startBlock, address[] strategies, uint256[] scaledShares) withdrawal, address[] tokens, bool receiveAsTokens)';
    expect(await send(EIGENLAYER.delegationManager, complete, [old, [STETH], false])).toBe('success');
    expect(await withdrawableStEth()).toBe(before + parseEther('1'));
    await expect(
      chain.test.call({
        account: DEMO_ACCOUNT,
        to: EIGENLAYER.delegationManager,
        data: encoded(complete, [young, [STETH], false]),
      }),
    ).rejects.toThrow();
  });

  it('can move to another operator: everything is queued at the old one', async () => {
    const redelegate = 'function redelegate(address,(bytes,uint256),bytes32)';
    const none = ['0x', 0n];
    const salt = toHex(0n, { size: 32 });
    const waitingBefore = (await queued(chain)).length;
    expect(await send(EIGENLAYER.delegationManager, redelegate, [SUDDEN_OPERATOR, none, salt])).toBe(
      'success',
    );
    const waiting = await queued(chain);
    expect(waiting.length).toBe(waitingBefore + 2);
    expect(waiting.at(-1)?.delegatedTo).toBe(DIRECT_OPERATOR);
    expect(await withdrawableStEth()).toBe(0n);
    expect(await withdrawable(chain, BEACON_ETH)).toBe(0n);
    const abi = parseAbi(['function delegatedTo(address) view returns (address)']);
    const to = await chain.test.readContract({
      address: EIGENLAYER.delegationManager,
      abi,
      functionName: 'delegatedTo',
      args: [DEMO_ACCOUNT],
    });
    expect(to).toBe(SUDDEN_OPERATOR);
  });

  it('cannot deposit under an operator that was slashed away', async () => {
    const person = made('other person 2');
    const data = encoded('function depositIntoStrategy(address,address,uint256)', [
      STETH_STRATEGY,
      STETH,
      5n,
    ]);
    await expect(
      chain.test.call({ account: person, to: EIGENLAYER.strategyManager, data }),
      RUINED_OPERATOR,
    ).rejects.toThrow();
  });
});

function encoded(signature: string, args: readonly unknown[]): Hex {
  const signatures: readonly string[] = [signature];
  const abi: Abi = parseAbi(signatures);
  return encodeFunctionData({ abi, args });
}

async function withdrawable(chain: Chain, strategy: Address): Promise<bigint> {
  const abi = parseAbi([
    'function getWithdrawableShares(address,address[]) view returns (uint256[], uint256[])',
  ]);
  const [[shares]] = await chain.test.readContract({
    address: EIGENLAYER.delegationManager,
    abi,
    functionName: 'getWithdrawableShares',
    args: [DEMO_ACCOUNT, [strategy]],
  });
  return shares ?? -1n;
}

async function queued(chain: Chain) {
  const abi = parseAbi([
    'struct Withdrawal { address staker; address delegatedTo; address withdrawer; uint256 nonce; uint32 startBlock; address[] strategies; uint256[] scaledShares; }',
    'function getQueuedWithdrawals(address staker) view returns (Withdrawal[] withdrawals, uint256[][] shares)',
  ]);
  const [waiting] = await chain.test.readContract({
    address: EIGENLAYER.delegationManager,
    abi,
    functionName: 'getQueuedWithdrawals',
    args: [DEMO_ACCOUNT],
  });
  return waiting;
}
