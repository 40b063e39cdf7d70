import {
  encodeAbiParameters,
  encodePacked,
  concatHex,
  type Hex,
  pad,
  size,
  toFunctionSelector,
  toHex,
} from 'viem';
import { describe, expect, it } from 'vitest';

import { accountWrappers } from '../../lib/request/accounts.ts';
import { batches } from '../../lib/request/batches.ts';
import { readRequest } from '../../lib/request/index.ts';
import { safeWrappers } from '../../lib/request/safe.ts';
import { encode } from '../support/encode.ts';

const user = '0x1111111111111111111111111111111111111111';
const account = '0x2222222222222222222222222222222222222222';
const target = '0x3333333333333333333333333333333333333333';
const context = { chainId: 1, account: user } as const;
const inner = '0xd0e30db0';
const zero = '0x0000000000000000000000000000000000000000';

function send(to: Hex, data: Hex, value = 0n) {
  return readRequest(
    { method: 'eth_sendTransaction', params: [{ from: user, to, data, value: toHex(value) }] },
    context,
  );
}

const call = { to: target, value: 5n, data: inner } as const;
const triples = [[target, 5n, inner]] as const;
const batchData = encodeAbiParameters(
  [{ type: 'tuple[]', components: [{ type: 'address' }, { type: 'uint256' }, { type: 'bytes' }] }],
  [triples],
);
const packed = encodePacked(
  ['uint8', 'address', 'uint256', 'uint256', 'bytes'],
  [0, target, 5n, BigInt(size(inner)), inner],
);
const multiSendCallOnly = '0x9641d764fc13c8B624c04430C7356C1C7C8102e2';
const safeTail = [0n, 0n, 0n, zero, zero, '0x'] as const;
const execTransaction =
  'execTransaction(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,bytes)';
const operation = (data: Hex) => [account, 0n, '0x', data, pad('0x'), 0n, pad('0x'), '0x', '0x'];

/** Every wrapper of the table: signature, arguments, who calls inside, and the value inside. */
const table: readonly (readonly [string, readonly unknown[], Hex, bigint])[] = [
  ['aggregate((address,bytes)[])', [[[target, inner]]], account, 0n],
  ['tryAggregate(bool,(address,bytes)[])', [true, [[target, inner]]], account, 0n],
  ['blockAndAggregate((address,bytes)[])', [[[target, inner]]], account, 0n],
  ['tryBlockAndAggregate(bool,(address,bytes)[])', [true, [[target, inner]]], account, 0n],
  ['aggregate3((address,bool,bytes)[])', [[[target, true, inner]]], account, 0n],
  ['exec(address,address,uint256,address,bytes)', [user, zero, 0n, target, inner], account, 0n],
  ['aggregate3Value((address,bool,uint256,bytes)[])', [[[target, true, 5n, inner]]], account, 5n],
  [execTransaction, [target, 5n, inner, 0, ...safeTail], account, 5n],
  ['execTransactionFromModule(address,uint256,bytes,uint8)', [target, 5n, inner, 0], account, 5n],
  ['execTransactionFromModuleReturnData(address,uint256,bytes,uint8)', [target, 5n, inner, 0], account, 5n],
  ['executeUserOp(address,uint256,bytes,uint8)', [target, 5n, inner, 0], account, 5n],
  ['executeUserOpWithErrorString(address,uint256,bytes,uint8)', [target, 5n, inner, 0], account, 5n],
  ['multiSend(bytes)', [packed], account, 5n],
  ['execute(address,uint256,bytes)', [target, 5n, inner], account, 5n],
  ['execute(address,uint256,bytes,uint8)', [target, 5n, inner, 0], account, 5n],
  ['executeBatch(address[],bytes[])', [[target], [inner]], account, 0n],
  ['executeBatch(address[],uint256[],bytes[])', [[target], [5n], [inner]], account, 5n],
  ['executeBatch(address[],uint256[],bytes[])', [[target], [], [inner]], account, 0n],
  ['executeBatch((address,uint256,bytes)[])', [triples], account, 5n],
  ['execute((address,uint256,bytes)[])', [triples], account, 5n],
  ['execute((address,uint256,bytes)[],bytes)', [triples, '0x1234'], account, 5n],
  [
    'executeWithoutChainIdValidation(bytes[])',
    [[encode('execute(address,uint256,bytes)', [target, 5n, inner])]],
    account,
    5n,
  ],
  ['execute(bytes32,bytes)', [pad('0x01', { dir: 'right' }), batchData], account, 5n],
  [
    'execute(bytes32,bytes)',
    [pad('0x00', { dir: 'right' }), encodePacked(['address', 'uint256', 'bytes'], [target, 5n, inner])],
    account,
    5n,
  ],
  [
    'execute(bytes32,bytes)',
    [
      pad('0x01000000000078210002', { dir: 'right' }),
      encodeAbiParameters([{ type: 'bytes[]' }], [[batchData]]),
    ],
    account,
    5n,
  ],
  [
    'execute(bytes32,bytes)',
    [
      pad('0x01000000000078210001', { dir: 'right' }),
      encodeAbiParameters(
        [
          { type: 'tuple[]', components: [{ type: 'address' }, { type: 'uint256' }, { type: 'bytes' }] },
          { type: 'bytes' },
        ],
        [triples, '0xaa'],
      ),
    ],
    account,
    5n,
  ],
  ['executeFromExecutor(bytes32,bytes)', [pad('0x01', { dir: 'right' }), batchData], account, 5n],
  [
    'executeUserOp((address,uint256,bytes,bytes,bytes32,uint256,bytes32,bytes,bytes),bytes32)',
    [
      operation(concatHex(['0x8dd7712f', encode('execute(address,uint256,bytes)', [target, 5n, inner])])),
      pad('0x'),
    ],
    account,
    5n,
  ],
  [
    'handleOps((address,uint256,bytes,bytes,bytes32,uint256,bytes32,bytes,bytes)[],address)',
    [[operation(encode('execute(address,uint256,bytes)', [target, 5n, inner]))], user],
    account,
    5n,
  ],
  [
    'handleOps((address,uint256,bytes,bytes,uint256,uint256,uint256,uint256,uint256,bytes,bytes)[],address)',
    [
      [
        [
          account,
          0n,
          '0x',
          encode('execute(address,uint256,bytes)', [target, 5n, inner]),
          0n,
          0n,
          0n,
          0n,
          0n,
          '0x',
          '0x',
        ],
      ],
      user,
    ],
    account,
    5n,
  ],
  [
    'handleAggregatedOps(((address,uint256,bytes,bytes,bytes32,uint256,bytes32,bytes,bytes)[],address,bytes)[],address)',
    [[[[operation(encode('execute(address,uint256,bytes)', [target, 5n, inner]))], zero, '0x']], user],
    account,
    5n,
  ],
];

describe('wrappers', () => {
  it.each(table)('opens %s', (signature, args, caller, value) => {
    const { calls, notes } = send(account, encode(signature, args));
    expect(notes).toEqual([]);
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ to: target, caller, value, data: inner });
  });

  it('has for each selector a signature that gives it, and no selector twice', () => {
    const all = [...batches, ...safeWrappers, ...accountWrappers];
    for (const { name, types, selector } of all)
      expect(toFunctionSelector(`function ${name}(${types})`)).toBe(selector);
    expect(new Set(all.map(({ selector }) => selector)).size).toBe(all.length);
  });

  it('is tried for every wrapper there is', () => {
    const tried = new Set([
      ...table.map(([signature]) => toFunctionSelector(`function ${signature}`)),
      '0xac9650d8',
      '0x5ae401dc',
      '0x1f0464d1',
    ]);
    for (const { selector } of [...batches, ...safeWrappers, ...accountWrappers])
      expect(tried).toContain(selector);
  });

  it.each([
    ['multicall(bytes[])', [[inner, '0xf6326fb3']]],
    ['multicall(uint256,bytes[])', [9n, [inner, '0xf6326fb3']]],
    ['multicall(bytes32,bytes[])', [pad('0x'), [inner, '0xf6326fb3']]],
  ])('keeps contract, caller and value inside %s', (signature, args) => {
    const { calls } = send(account, encode(signature, args), 7n);
    expect(calls.map(({ to, caller, value, data }) => [to, caller, value, data])).toEqual([
      [account, user, 7n, inner],
      [account, user, 7n, '0xf6326fb3'],
    ]);
  });

  it('keeps the Safe as caller where it runs a batch by delegatecall', () => {
    const batch = encode('multiSend(bytes)', [concatHex([packed, packed])]);
    const { calls, notes } = send(
      account,
      encode(execTransaction, [multiSendCallOnly, 0n, batch, 1, ...safeTail]),
    );
    expect(notes).toEqual([]);
    expect(calls.map(({ caller, via }) => [caller, via])).toEqual([
      [account, ['execTransaction', 'multiSend']],
      [account, ['execTransaction', 'multiSend']],
    ]);
  });

  it('says so when a Safe runs the code of a batch contract nobody knows', () => {
    const batch = encode('multiSend(bytes)', [packed]);
    const { calls, notes } = send(account, encode(execTransaction, [target, 0n, batch, 1, ...safeTail]));
    expect(calls).toHaveLength(1);
    expect(notes.map(({ id }) => id)).toEqual(['not-fully-read']);
  });

  it('lists no call, but says so, when other code runs as the account', () => {
    const { calls, notes } = send(account, encode(execTransaction, [target, 0n, inner, 1, ...safeTail]));
    expect(calls).toEqual([]);
    expect(notes.map(({ id }) => id)).toEqual(['not-fully-read']);
  });

  it('takes the zero address for the account itself', () => {
    const nested = encode('execute(address,uint256,bytes)', [target, 5n, inner]);
    const { calls } = send(account, encode('execute((address,uint256,bytes)[])', [[[zero, 0n, nested]]]));
    expect(calls[0]).toMatchObject({ to: target, caller: account, value: 5n });
  });

  it('names who acts: the asker, smart accounts, senders of user operations', () => {
    const wrapped = encode('execute(address,uint256,bytes)', [target, 5n, inner]);
    expect(send(account, wrapped).calls[0]?.actors).toEqual([
      { address: user, as: 'asker' },
      { address: account, as: 'smart-account' },
    ]);
    expect(send(user, wrapped).calls[0]?.actors).toEqual([{ address: user, as: 'asker' }]);
    const sent = readRequest(
      { method: 'eth_sendUserOperation', params: [{ sender: account, callData: wrapped }, target] },
      context,
    );
    expect(sent.calls[0]?.actors).toEqual([{ address: account, as: 'user-operation' }]);
    expect(sent.calls[0]?.caller).toBe(account);
  });

  it('keeps a wrapper whose arguments are cut off as a call, and says so', () => {
    const whole = encode('aggregate3((address,bool,bytes)[])', [[[target, true, inner]]]);
    for (let length = 10; length < whole.length - 56; length += 16) {
      const { calls, notes } = send(account, `0x${whole.slice(2, length)}`);
      expect(calls.map(({ to }) => to)).toEqual([account]);
      expect(notes.map(({ id }) => id)).toEqual(['not-fully-read']);
    }
  });

  it('reads one layer inside another up to eight, and says where it stops', () => {
    const nest = (layers: number): Hex =>
      layers === 0 ? inner : encode('multicall(bytes[])', [[nest(layers - 1)]]);
    expect(send(account, nest(8))).toMatchObject({ notes: [], calls: [{ data: inner }] });
    expect(send(account, nest(9)).notes.map(({ id }) => id)).toEqual(['not-fully-read']);
  });

  it('reads 512 calls, and says so when there are more', () => {
    const many = (count: number): Hex =>
      encode('aggregate((address,bytes)[])', [Array.from({ length: count }, () => [target, inner])]);
    expect(send(account, many(512))).toMatchObject({ notes: [] });
    expect(send(account, many(512)).calls).toHaveLength(512);
    expect(send(account, many(513)).calls).toHaveLength(512);
    expect(send(account, many(513)).notes.map(({ id }) => id)).toEqual(['not-fully-read']);
    expect(call.to).toBe(target);
  });
});
