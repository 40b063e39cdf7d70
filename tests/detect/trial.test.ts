import { pad, toEventSelector, toHex } from 'viem';
import { describe, expect, it } from 'vitest';

import type { Address } from '../../lib/core/index.ts';
import { depositsOfTrial, type TrialLog } from '../../lib/detect/index.ts';
import type { Call } from '../../lib/request/index.ts';

const ME = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266';
const FRIEND = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8';
const STRANGER = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC';
const ZERO = '0x0000000000000000000000000000000000000000';
const EZETH = '0xbf5495Efe5DB9ce00f80364C8B423567e58d2110';
const WEETH = '0xCd5fE23C85820F7B72D0926FC9b05b43E359b7ee';
const EETH = '0x35fA164735182de50811E8e2E824cFb9B6118ac2';
const WETH = '0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2';
const STRATEGY_MANAGER = '0x858646372CC42E1A627fcE94aa7A7033e7CF075A';
const DELEGATION = '0x39053D51B77DC0d36036Fc1fCc8Cb819df8Ef37A';
const PODS = '0x91E677b07F7AF907ec9a428aafA9fc14a0d3A338';
const STETH_STRATEGY = '0x93c4b944D05dfe6df7645A86cd2206016c51564D';

const call: Call = {
  chainId: 1,
  caller: ME,
  to: STRANGER,
  value: 0n,
  data: '0x12345678',
  via: [],
  actors: [{ address: ME, as: 'asker' }],
};

function transfer(token: Address, from: Address, to: Address, amount: bigint): TrialLog {
  return {
    address: token,
    topics: [toEventSelector('Transfer(address,address,uint256)'), pad(from), pad(to)],
    data: toHex(amount, { size: 32 }),
    call: 0,
  };
}

function found(logs: readonly TrialLog[], change: Partial<Call> = {}) {
  const one = { ...call, ...change };
  return depositsOfTrial(logs, { chainId: one.chainId, calls: [one], people: [ME] });
}

function words(...parts: readonly string[]): `0x${string}` {
  return `0x${parts.map((part) => part.slice(2).toLowerCase().padStart(64, '0')).join('')}`;
}

describe('restaking that only a trial shows', () => {
  it('finds a restaking token that the person ends with, whoever was called', () => {
    const [deposit, ...more] = found([transfer(EZETH, STRANGER, ME, 5n)], { value: 9n });
    expect(more).toEqual([]);
    expect(deposit).toMatchObject({
      protocol: 'renzo',
      kind: 'acquires',
      token: EZETH,
      asset: 'native',
      amount: 9n,
      receiver: ME,
      stake: 'renzo-ezeth',
    });
  });

  it('counts the token of the whole trial: what only passes through is for who keeps it', () => {
    const logs = [transfer(EZETH, ZERO, STRANGER, 5n), transfer(EZETH, STRANGER, ME, 5n)];
    expect(found(logs).map(({ receiver }) => receiver)).toEqual([ME]);
    expect(found([transfer(EZETH, STRANGER, ME, 5n), transfer(EZETH, ME, STRANGER, 5n)])).toEqual([]);
  });

  it('names the one token that was given, and nothing where more than one was', () => {
    const bought = transfer(EZETH, STRANGER, ME, 5n);
    expect(found([transfer(WETH, ME, STRANGER, 7n), bought])[0]).toMatchObject({ asset: WETH, amount: 7n });
    expect(found([transfer(WETH, ME, STRANGER, 7n), bought], { value: 1n })[0]).toMatchObject({
      asset: null,
      amount: null,
    });
  });

  it('names the contract of the call that it came of, and whether anybody knows that', () => {
    const calls: readonly Call[] = [call, { ...call, to: WEETH }];
    const of = (at: number) =>
      depositsOfTrial(
        [
          { ...transfer(EZETH, STRANGER, ME, 5n), call: at },
          { ...transfer(EZETH, ME, FRIEND, 1n), call: 1 - at },
        ],
        { chainId: 1, calls, people: [ME] },
      ).map(({ contract, contractName }) => [contract, contractName]);
    const spoof = [
      transfer(EZETH, STRANGER, ME, 5n),
      { ...transfer(EZETH, ME, ME, 0n), call: 1 },
      { ...transfer(EZETH, STRANGER, ME, 4n), call: 1 },
    ];
    const [most] = depositsOfTrial(spoof, { chainId: 1, calls, people: [ME] });
    expect(most?.contract).toBe(STRANGER);
    expect(of(0)).toEqual([[STRANGER, 'a contract that is not in the registry']]);
    expect(of(1)).toEqual([[WEETH, 'a contract in the registry']]);
  });

  it('takes another form of the same claim for a wrap, and a swap between two protocols for a purchase', () => {
    const wrapped = found([transfer(EETH, ME, WEETH, 7n), transfer(WEETH, ZERO, ME, 6n)]);
    expect(wrapped.map(({ kind, token }) => [kind, token])).toEqual([['wrap', WEETH]]);
    const swapped = found([transfer(EETH, ME, STRANGER, 7n), transfer(EZETH, STRANGER, ME, 6n)]);
    expect(swapped.map(({ kind, token }) => [kind, token])).toEqual([['acquires', EZETH]]);
  });

  it('says nothing of a sale, a gift, or tokens that are not restaked', () => {
    expect(found([transfer(EZETH, ME, STRANGER, 5n), transfer(WETH, STRANGER, ME, 5n)])).toEqual([]);
    expect(found([transfer(EZETH, ME, FRIEND, 5n)])).toEqual([]);
  });

  it('finds a token that is made for somebody else, and says who gets it', () => {
    expect(found([transfer(EZETH, ZERO, FRIEND, 5n)])[0]?.receiver?.toLowerCase()).toBe(FRIEND.toLowerCase());
  });

  it('says who gets most of it, where a stranger gets more than the person', () => {
    const most = (mine: bigint) =>
      found([transfer(EZETH, ZERO, ME, mine), transfer(EZETH, ZERO, FRIEND, 5n)])[0]?.receiver?.toLowerCase();
    expect(most(1n)).toBe(FRIEND.toLowerCase());
    expect(most(5n)).toBe(ME.toLowerCase());
  });

  it('does not name what a smart account paid: its own coins leave no log', () => {
    const logs = [transfer(WETH, ME, STRANGER, 1n), transfer(EZETH, STRANGER, ME, 5n)];
    const actors = [{ address: ME, as: 'user-operation' }] as const;
    expect(found(logs, { actors })[0]).toMatchObject({ asset: null, amount: null, receiver: ME });
  });

  it('does not read a token of another kind as an amount', () => {
    const log = transfer(EZETH, STRANGER, ME, 5n);
    expect(found([{ ...log, topics: [...log.topics, pad('0x07')], data: '0x' }])).toEqual([]);
  });

  it('knows the same address on another chain for another token', () => {
    expect(found([transfer(EZETH, STRANGER, ME, 5n)], { chainId: 8453 })).toEqual([]);
  });
});

describe("positions of one's own in EigenLayer that a trial shows", () => {
  const deposit: TrialLog = {
    address: STRATEGY_MANAGER,
    topics: [toEventSelector('Deposit(address,address,uint256)')],
    data: words(ME, STETH_STRATEGY, '0x64'),
    call: 0,
  };

  it('finds shares of a strategy, as shares', () => {
    expect(found([deposit])[0]).toMatchObject({
      protocol: 'eigenlayer',
      kind: 'deposit',
      amount: null,
      amountUnit: 'shares',
      shares: 100n,
      receiver: ME,
      strategy: STETH_STRATEGY.toLowerCase(),
      stake: 'eigenlayer-direct',
    });
  });

  it('finds a delegation and a new pod', () => {
    const delegated: TrialLog = {
      address: DELEGATION,
      topics: [toEventSelector('StakerDelegated(address,address)'), pad(ME), pad(FRIEND)],
      data: '0x',
      call: 0,
    };
    const pod: TrialLog = {
      address: PODS,
      topics: [toEventSelector('PodDeployed(address,address)'), pad(STRANGER), pad(ME)],
      data: '0x',
      call: 0,
    };
    expect(found([delegated, pod]).map(({ kind, operator }) => [kind, operator])).toEqual([
      ['delegate', FRIEND.toLowerCase()],
      ['exposure-change', null],
    ]);
  });

  it("leaves a token's own contracts and look-alike contracts out", () => {
    expect(found([{ ...deposit, data: words(STRANGER, STETH_STRATEGY, '0x64') }])).toEqual([]);
    expect(found([{ ...deposit, address: STRANGER }])).toEqual([]);
    expect(found([deposit], { chainId: 10 })).toEqual([]);
  });
});
