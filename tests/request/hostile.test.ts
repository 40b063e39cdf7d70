import * as fc from 'fast-check';
import { concatHex, encodeFunctionData, type Hex, pad, parseAbi, toHex } from 'viem';
import { describe, expect, it } from 'vitest';

import { readRequest } from '../../lib/request/index.ts';

const user = '0x1111111111111111111111111111111111111111';
const to = '0x2222222222222222222222222222222222222222';
const context = { chainId: 1, account: user } as const;
const methods = [
  'eth_sendTransaction',
  'wallet_sendTransaction',
  'eth_signTransaction',
  'wallet_sendCalls',
  'wallet_prepareCalls',
  'eth_sendRawTransaction',
  'eth_sendUserOperation',
  'eth_signTypedData',
  'eth_signTypedData_v3',
  'eth_signTypedData_v4',
  'wallet_invokeMethod',
];

/** A word of calldata. */
function word(value: number): Hex {
  return pad(toHex(value), { size: 32 });
}

const ids = (method: string, params: unknown): string[] =>
  readRequest({ method, params }, context).notes.map(({ id }) => id);
const transaction = (fields: object): string[] => ids('eth_sendTransaction', [{ from: user, ...fields }]);

describe('unusable parameters', () => {
  it.each(methods)('are said of %s, whatever shape they have', (method) => {
    for (const params of [undefined, null, 7, 'text', true, {}, [], [null], [7], [[]], [[[]]], ['0xzz']]) {
      expect(ids(method, params), JSON.stringify(params)).toContain('malformed-request');
    }
  });

  it.each([
    ['odd hex', { to, data: '0xabc' }],
    ['data that is no hex', { to, data: 'deposit()' }],
    ['data as numbers', { to, data: [1, 2] }],
    ['a target of 19 bytes', { to: '0x22222222222222222222222222222222222222' }],
    ['a target as a number', { to: 8 }],
    ['a target as a name', { to: 'vitalik.eth' }],
    ['a value that is negative', { to, value: -1 }],
    ['a value with a fraction', { to, value: 0.5 }],
    ['a value of words', { to, value: 'all' }],
    ['a value of 2^256', { to, value: toHex(1n << 256n) }],
    ['a number beyond 2^53, whose digits are lost', { to, value: 2 ** 60 }],
    ['a chain that is none', { to, chainId: 'one' }],
    ['chain zero', { to, chainId: 0 }],
    ['a sender that is no address', { to, from: 7 }],
  ])('such as %s are said', (_, fields) => {
    expect(transaction(fields)).toContain('malformed-request');
  });

  it('never shows an unreadable value as zero', () => {
    expect(
      readRequest({ method: 'eth_sendTransaction', params: [{ from: user, to, value: 'all' }] }, context)
        .calls,
    ).toEqual([]);
  });

  it('accepts what wallets accept: hex in either case, decimal text, small numbers, empty data', () => {
    for (const value of ['0x10', '0X10', '16', 16]) {
      const { calls, notes } = readRequest(
        { method: 'eth_sendTransaction', params: [{ from: user, to, value, data: '' }] },
        context,
      );
      expect(notes).toEqual([]);
      expect(calls[0]).toMatchObject({ value: 16n, data: '0x' });
    }
  });
});

describe('what a page may try', () => {
  it('reads nothing that hides under __proto__ or on a prototype', () => {
    const hidden: unknown = JSON.parse(
      `[{"from":"${user}","value":"0x1","__proto__":{"to":"${to}","data":"0xd0e30db0"}}]`,
    );
    expect(readRequest({ method: 'eth_sendTransaction', params: hidden }, context).calls).toMatchObject([
      { to: null, data: '0x' },
    ]);
    expect(Object.hasOwn(Object.prototype, 'to')).toBe(false);
  });

  it('reads both where data and input differ, and says so', () => {
    const { calls, notes } = readRequest(
      {
        method: 'eth_sendTransaction',
        params: [{ from: user, to, data: '0x12345678', input: '0xd0e30db0' }],
      },
      context,
    );
    expect(calls.map(({ data }) => data)).toEqual(['0x12345678', '0xd0e30db0']);
    expect(notes.map(({ id }) => id)).toEqual(['data-input-differ']);
    expect(transaction({ to, data: '0xAB', input: '0xab' })).toEqual([]);
  });

  it('takes the chain the request names, and says when the wallet is on another', () => {
    for (const chainId of ['0x2105', '8453', 8453]) {
      const { calls, notes } = readRequest(
        { method: 'eth_sendTransaction', params: [{ from: user, to, chainId }] },
        context,
      );
      expect(calls[0]?.chainId).toBe(8453);
      expect(notes.map(({ id }) => id)).toEqual(['chain-mismatch']);
    }
    const inScope = {
      scope: 'eip155:10',
      request: { method: 'eth_sendTransaction', params: [{ from: user, to }] },
    };
    expect(readRequest({ method: 'wallet_invokeMethod', params: inScope }, context).calls[0]?.chainId).toBe(
      10,
    );
  });

  it('stops at 256 kB of calldata, still reads what stands before, and says so', () => {
    const large: Hex = `0xd0e30db0${'00'.repeat(300_000)}`;
    const { calls, notes } = readRequest(
      { method: 'eth_sendTransaction', params: [{ from: user, to, data: large }] },
      context,
    );
    expect(calls[0]?.data.startsWith('0xd0e30db0')).toBe(true);
    expect(notes.map(({ id }) => id)).toEqual(['not-fully-read']);
  });

  it('stops at 512 of 5,000 calls and says so', () => {
    const calls = Array.from({ length: 5_000 }, () => ({ to, data: '0xd0e30db0' }));
    const read = readRequest({ method: 'wallet_sendCalls', params: [{ version: '1.0', calls }] }, context);
    expect(read.calls).toHaveLength(512);
    expect(read.notes.map(({ id }) => id)).toContain('not-fully-read');
  });

  it('survives parameters nested thousands deep', () => {
    const deep: unknown = JSON.parse('['.repeat(3_000) + ']'.repeat(3_000));
    for (const method of methods) expect(ids(method, deep)).toContain('malformed-request');
    const message = `{"types":{},"primaryType":"X","domain":{},"message":{"a":${'['.repeat(3_000)}${']'.repeat(3_000)}}}`;
    expect(() => ids('eth_signTypedData_v4', [user, message])).not.toThrow();
  });

  it('does not follow the same bytes for ever when a batch points at itself', () => {
    // One array whose 4,000 entries all point at one call that is itself such a batch.
    const entries = 4_000;
    const body = concatHex([
      '0xac9650d8',
      word(32),
      word(entries),
      ...Array.from({ length: entries }, () => word(entries * 32)),
      word(100_000),
      pad('0xac9650d8', { size: 100_000, dir: 'right' }),
    ]);
    const read = readRequest(
      { method: 'eth_sendTransaction', params: [{ from: user, to, data: body }] },
      context,
    );
    expect(read.calls.length).toBeLessThanOrEqual(512);
    expect(read.notes.map(({ id }) => id)).toContain('not-fully-read');
  });

  it('stops inside batches of batches, which double with every layer', () => {
    const abi = parseAbi(['function multicall(bytes[] data)']);
    let data: Hex = '0xd0e30db0';
    for (let layer = 0; layer < 10; layer += 1) data = encodeFunctionData({ abi, args: [[data, data]] });
    const read = readRequest({ method: 'eth_sendTransaction', params: [{ from: user, to, data }] }, context);
    expect(read.calls.length).toBeLessThanOrEqual(512);
    expect(read.notes.map(({ id }) => id)).toContain('not-fully-read');
  });

  it('never throws and never goes silent over any JSON at all', () => {
    fc.assert(
      fc.property(fc.constantFrom(...methods), fc.jsonValue({ maxDepth: 6 }), (method, params) => {
        const read = readRequest({ method, params }, context);
        expect(read.calls.length + read.intents.length + read.notes.length).toBeGreaterThanOrEqual(0);
        if (!Array.isArray(params)) expect(read.notes.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it('never throws over any calldata behind any wrapper selector', () => {
    const selectors = [
      'ac9650d8',
      '82ad56cb',
      '6a761202',
      '8d80ff0a',
      'e9ae5c53',
      '1fad948c',
      '765e827f',
      'dbed18e0',
      '8dd7712f',
      '47e1da2a',
    ];
    const words = fc.array(
      fc.oneof(
        fc.constantFrom(0n, 1n, 32n, 64n, 96n, 128n, 2n ** 255n, 2n ** 32n),
        fc.bigInt(0n, 2n ** 256n - 1n),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...selectors), words, (selector, list) => {
        const data = `0x${selector}${list.map((value) => value.toString(16).padStart(64, '0')).join('')}`;
        const read = readRequest(
          { method: 'eth_sendTransaction', params: [{ from: user, to, data }] },
          context,
        );
        expect(read.calls.length).toBeLessThanOrEqual(512);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('methods', () => {
  it.each([
    ['eth_call', [{ to, data: '0xd0e30db0' }]],
    ['eth_estimateGas', [{ to, data: '0xd0e30db0' }]],
    ['eth_createAccessList', [{ to, data: '0xd0e30db0' }]],
    ['pm_getPaymasterStubData', [{ to, data: '0xd0e30db0' }]],
    ['eth_requestAccounts', []],
    ['eth_getBalance', [to, 'latest']],
    ['wallet_watchAsset', { type: 'ERC20', options: { address: to, symbol: 'X' } }],
    ['__proto__', []],
    ['constructor', [{ to: 'me', data: 5 }]],
  ])('leaves %s alone', (method, params) => {
    expect(readRequest({ method, params }, context)).toEqual({
      calls: [],
      outer: [],
      intents: [],
      notes: [],
      matters: false,
    });
  });

  it('reads each transaction method alike', () => {
    for (const method of ['eth_sendTransaction', 'wallet_sendTransaction', 'eth_signTransaction']) {
      expect(
        readRequest({ method, params: [{ to, data: '0xd0e30db0', value: '0x5' }] }, context),
      ).toMatchObject({
        matters: true,
        calls: [{ to, caller: user, value: 5n, chainId: 1, via: [] }],
      });
    }
  });

  it('reads both versions of wallet_sendCalls in order, and prepared calls as not named', () => {
    const calls = [
      { to, data: '0x01020304' },
      { to, value: '0x1' },
    ];
    for (const version of ['1.0', '2.0.0']) {
      const read = readRequest(
        { method: 'wallet_sendCalls', params: [{ version, chainId: '0x1', from: to, calls }] },
        context,
      );
      expect(read.calls.map(({ caller, data, value, via }) => [caller, data, value, via])).toEqual([
        [to, '0x01020304', 0n, ['wallet_sendCalls']],
        [to, '0x', 1n, ['wallet_sendCalls']],
      ]);
    }
    expect(ids('wallet_sendPreparedCalls', [{}])).toEqual(['not-fully-read']);
  });
});
