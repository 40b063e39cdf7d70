import { describe, expect, it } from 'vitest';

import { readRequest } from '../../lib/request/index.ts';

const user = '0x1111111111111111111111111111111111111111';
const safe = '0x2222222222222222222222222222222222222222';
const token = '0x3333333333333333333333333333333333333333';
const spender = '0x4444444444444444444444444444444444444444';
const context = { chainId: 1, account: user } as const;

function sign(
  primaryType: string,
  message: object,
  domain: object = { chainId: 1, verifyingContract: token },
  method = 'eth_signTypedData_v4',
) {
  return readRequest({ method, params: [user, { types: {}, primaryType, domain, message }] }, context);
}

describe('typed messages', () => {
  it('are read as an object and as text, in either order, by every version of the method', () => {
    const whole = {
      types: {},
      primaryType: 'Permit',
      domain: { chainId: 1, verifyingContract: token },
      message: { spender, value: '5' },
    };
    for (const method of ['eth_signTypedData', 'eth_signTypedData_v3', 'eth_signTypedData_v4']) {
      for (const params of [
        [user, whole],
        [whole, user],
        [user, JSON.stringify(whole)],
        [JSON.stringify(whole), user],
      ]) {
        expect(readRequest({ method, params }, context)).toMatchObject({
          matters: true,
          notes: [],
          intents: [{ kind: 'grant', chainId: 1, token, spender, amount: 5n }],
        });
      }
    }
  });

  it('name an EigenLayer deposit with its staker, strategy, token and amount', () => {
    const message = { staker: user, strategy: safe, token, amount: '7', nonce: 0, expiry: '9' };
    expect(sign('Deposit', message).intents).toEqual([
      {
        kind: 'eigenlayer-deposit',
        chainId: 1,
        verifyingContract: token,
        staker: user,
        strategy: safe,
        token,
        amount: 7n,
      },
    ]);
  });

  it('leave an amount unknown when its number has lost digits', () => {
    expect(sign('Deposit', { staker: user, strategy: safe, token, amount: 1e18 }).intents).toMatchObject([
      { amount: null },
    ]);
  });

  it.each([
    [
      'Permit',
      { holder: user, spender, nonce: 1, expiry: 0, allowed: true },
      [{ token, spender, amount: null }],
    ],
    ['PermitSingle', { details: { token, amount: '9' }, spender }, [{ token, spender, amount: 9n }]],
    [
      'PermitBatch',
      {
        details: [
          { token, amount: '9' },
          { token: safe, amount: '8' },
        ],
        spender,
      },
      [
        { token, amount: 9n },
        { token: safe, amount: 8n },
      ],
    ],
    ['PermitTransferFrom', { permitted: { token, amount: '9' }, spender }, [{ token, spender, amount: 9n }]],
    [
      'PermitWitnessTransferFrom',
      { permitted: { token, amount: '9' }, spender, witness: { what: token } },
      // What it is a witness of is not read, and kept to be searched: without the permit around it.
      [
        { token, spender, amount: 9n },
        { kind: 'unread', body: JSON.stringify({ what: token }) },
      ],
    ],
    [
      'PermitBatchTransferFrom',
      { permitted: [{ token, amount: '9' }], spender },
      [{ token, spender, amount: 9n }],
    ],
  ])('say whom %s allows how much', (primaryType, message, intents) => {
    expect(sign(primaryType, message).intents).toMatchObject(intents);
  });

  it('open the call inside a Safe transaction, with the Safe as caller', () => {
    const read = sign(
      'SafeTx',
      { to: token, value: '5', data: '0xd0e30db0', operation: 0 },
      { chainId: '0x2105', verifyingContract: safe },
    );
    expect(read.calls).toMatchObject([
      { chainId: 8453, to: token, caller: safe, value: 5n, data: '0xd0e30db0' },
    ]);
    expect(read.calls[0]?.actors).toEqual([{ address: safe, as: 'smart-account' }]);
    expect(read.notes.map(({ id }) => id)).toEqual(['chain-mismatch']);
  });

  it('list no call of a Safe transaction that runs other code as the Safe, and say so', () => {
    const read = sign(
      'SafeTx',
      { to: token, value: '0', data: '0xd0e30db0', operation: 1 },
      { verifyingContract: safe },
    );
    expect(read.calls).toEqual([]);
    expect(read.notes.map(({ id }) => id)).toEqual(['not-fully-read']);
  });

  it('open what a signed user operation executes', () => {
    const callData = `0xb61d27f6${token.slice(2).padStart(64, '0')}${'5'.padStart(64, '0')}${'60'.padStart(64, '0')}${'4'.padStart(64, '0')}${'d0e30db0'.padEnd(64, '0')}`;
    const read = sign('PackedUserOperation', { sender: safe, callData });
    expect(read.calls).toMatchObject([{ to: token, caller: safe, value: 5n, data: '0xd0e30db0' }]);
    expect(read.calls[0]?.actors).toEqual([{ address: safe, as: 'user-operation' }]);
  });

  it('are handed on whole where their type is not known', () => {
    const read = sign('Order', { sellToken: token, buyToken: safe });
    expect(read.intents).toMatchObject([{ kind: 'unread', primaryType: 'Order' }]);
    expect(JSON.stringify(read.intents)).toContain(safe.slice(2));
  });

  it('of the oldest form hold no permission', () => {
    const flat = [[{ type: 'string', name: 'Message', value: 'hi' }], user];
    expect(readRequest({ method: 'eth_signTypedData', params: flat }, context)).toMatchObject({
      matters: true,
      notes: [],
      intents: [],
    });
  });

  it('that are larger than is read are said', () => {
    const large = JSON.stringify({
      types: {},
      primaryType: 'X',
      domain: {},
      message: { text: 'a'.repeat(600_000) },
    });
    expect(
      readRequest({ method: 'eth_signTypedData_v4', params: [user, large] }, context).notes.map(
        ({ id }) => id,
      ),
    ).toEqual(['not-fully-read']);
  });

  it('without domain, type or message are said', () => {
    for (const whole of [
      {},
      { domain: {}, message: {} },
      { domain: {}, primaryType: 'Permit' },
      { primaryType: 'Permit', message: {} },
    ]) {
      expect(
        readRequest({ method: 'eth_signTypedData_v4', params: [user, whole] }, context).notes.map(
          ({ id }) => id,
        ),
      ).toEqual(['malformed-request']);
    }
  });
});
