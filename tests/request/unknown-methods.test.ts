import { describe, expect, it } from 'vitest';

import { type RequestRead, readRequest } from '../../lib/request/index.ts';

const user = '0x1111111111111111111111111111111111111111';
const to = '0x2222222222222222222222222222222222222222';
const context = { chainId: 1, account: user } as const;
const call = { to, data: '0xd0e30db0', value: '0x5' };
const permit = {
  types: {},
  primaryType: 'Permit',
  domain: { chainId: 1, verifyingContract: to },
  message: { spender: to, value: '5' },
};

function read(method: string, params: unknown): RequestRead {
  return readRequest({ method, params }, context);
}

function notes(method: string, params: unknown): string[] {
  return read(method, params).notes.map(({ id }) => id);
}

describe('a method that nobody knows', () => {
  it.each([
    ['a call', [call]],
    ['a call deep inside', { one: [{ two: [call] }] }],
    ['a call in a text', [JSON.stringify({ tx: call })]],
    ['a request', { data: { jsonrpc: '2.0', id: 1, method: 'eth_sendTransaction', params: [call] } }],
    [
      'a request for a chain',
      {
        method: 'wallet_invokeMethod',
        params: { scope: 'eip155:1', request: { method: 'eth_sendTransaction', params: [call] } },
      },
    ],
    ['calls', { data: { method: 'wallet_sendCalls', params: [{ calls: [call], chainId: '0x1' }] } }],
  ])('is read where it holds %s, once', (_, params) => {
    const found = read('vendor_doSomething', params);
    expect(found.matters).toBe(true);
    expect(found.calls).toHaveLength(1);
    expect(found.calls[0]).toMatchObject({ to, data: call.data, value: 5n });
  });

  it('is read where it holds a permission to sign, as object and as text', () => {
    for (const params of [
      [user, permit],
      [user, JSON.stringify(permit)],
    ])
      expect(read('vendor_sign', params).intents).toMatchObject([{ kind: 'grant', spender: to, amount: 5n }]);
  });

  it('keeps the chain of the scope inside', () => {
    const request = { method: 'eth_sendTransaction', params: [call] };
    const message = {
      type: 'caip-348',
      data: { method: 'wallet_invokeMethod', params: { scope: 'eip155:10', request } },
    };
    expect(read('runtime.sendMessage', [message]).calls[0]?.chainId).toBe(10);
  });

  it('says so where it holds more than is read', () => {
    let deep: unknown = call;
    for (let layer = 0; layer < 40; layer += 1) deep = [deep];
    expect(notes('vendor_odd', deep)).toEqual(['not-fully-read']);
    let asked: unknown = { method: 'eth_accounts' };
    for (let layer = 0; layer < 12; layer += 1)
      asked = { method: 'wallet_invokeMethod', params: { scope: 'eip155:1', request: asked } };
    expect(notes('vendor_odd', asked)).toContain('not-fully-read');
  });

  it('is left alone where it only reads', () => {
    const inside = { data: { method: 'eth_call', params: [call] } };
    expect(read('vendor_odd', inside)).toMatchObject({ matters: false, calls: [], notes: [] });
  });
});

describe('what is signed blindly', () => {
  it('is said: 32 bytes that may be a hash of anything, and powers for later', () => {
    const hash = `0x${'ab'.repeat(32)}`;
    for (const params of [
      [hash, user],
      [user, hash],
    ]) {
      expect(notes('personal_sign', params)).toEqual(['not-fully-read']);
      expect(notes('eth_sign', params)).toEqual(['not-fully-read']);
    }
    expect(notes('wallet_grantPermissions', [{}])).toEqual(['not-fully-read']);
    expect(notes('wallet_requestExecutionPermissions', [[{}]])).toEqual(['not-fully-read']);
  });

  it('is not a message in words', () => {
    for (const message of ['0x68656c6c6f', 'I agree to the terms', '0x'])
      expect(notes('personal_sign', [message, user])).toEqual([]);
  });

  it('says when several typed messages stand where one is signed, and reads each', () => {
    const found = read('eth_signTypedData_v4', [user, permit, JSON.stringify(permit)]);
    expect(found.notes.map(({ id }) => id)).toEqual(['not-fully-read']);
    expect(found.intents).toHaveLength(2);
  });
});

describe('a request for a chain', () => {
  const request = { method: 'eth_sendTransaction', params: [call] };
  it.each(['EIP155:1', 'eip155:0x1', ' eip155:1', 'eip155:01', 'eip155', 'wallet:eip155', ''])(
    'is read, and said to be odd, where its scope is "%s"',
    (scope) => {
      const found = read('wallet_invokeMethod', { scope, request });
      expect(found.notes.map(({ id }) => id)).toEqual(['not-fully-read']);
      expect(found.calls).toHaveLength(1);
    },
  );

  it('is none of ours where its method is of another world', () => {
    const solana = {
      scope: 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp',
      request: { method: 'signTransaction', params: { transaction: 'AQ' } },
    };
    expect(read('wallet_invokeMethod', solana)).toMatchObject({ matters: false, notes: [] });
  });
});
