import { concatHex, encodeAbiParameters, type Hex, pad, parseAbiParameters, toHex } from 'viem';
import { describe, expect, it } from 'vitest';

import { answerLine } from '../../lib/detect/index.ts';
import { readRequest } from '../../lib/request/index.ts';
import { encode } from '../support/encode.ts';

const user = '0x1111111111111111111111111111111111111111';
const account = '0x2222222222222222222222222222222222222222';
const factory = '0x3333333333333333333333333333333333333333';
const paymaster = '0x4444444444444444444444444444444444444444';
const entryPoint = '0x4337084D9E255Ff0702461CF8895CE9E3b5Ff108';
const renzo = '0x74a09653A083691711cF8215a6ab074BB4e99ef5';
const context = { chainId: 1, account: user } as const;

const deposit = encode('execute(address,uint256,bytes)', [renzo, 5n, '0xf6326fb3']);
const idle = encode('execute(address,uint256,bytes)', [user, 0n, '0x']);
const executeUserOp = concatHex(['0x8dd7712f', deposit]);
const initCode = concatHex([factory, encode('createAccount(bytes,uint256)', [deposit, 0n])]);

function detected(method: string, params: readonly unknown[]) {
  const request = { method, params };
  const { deposits, notes } = answerLine({
    request,
    origin: 'https://app.renzoprotocol.com',
    chainId: 1,
    account: user,
  });
  return { deposits, ids: notes.map(({ id }) => id) };
}

/** Each way in which a request carries a user operation, given its call, its init code and its paymaster's data. */
const carriers: readonly (readonly [
  string,
  (callData: Hex, init: Hex, paid: Hex) => [string, readonly unknown[]],
])[] = [
  [
    'eth_sendUserOperation v0.6',
    (callData, init, paid) => [
      'eth_sendUserOperation',
      [{ sender: account, callData, initCode: init, paymasterAndData: paid }, entryPoint],
    ],
  ],
  [
    'eth_sendUserOperation v0.7',
    (callData, init, paid) => [
      'eth_sendUserOperation',
      [
        {
          sender: account,
          callData,
          ...(init === '0x' ? {} : { factory: init.slice(0, 42), factoryData: `0x${init.slice(42)}` }),
          ...(paid === '0x' ? {} : { paymaster: paid.slice(0, 42), paymasterData: `0x${paid.slice(42)}` }),
        },
        entryPoint,
      ],
    ],
  ],
  [
    'PackedUserOperation, as EntryPoint v0.8 has it signed',
    (callData, init, paid) => [
      'eth_signTypedData_v4',
      [
        user,
        {
          types: {},
          primaryType: 'PackedUserOperation',
          domain: { name: 'ERC4337', version: '1', chainId: 1, verifyingContract: entryPoint },
          message: { sender: account, nonce: '0', initCode: init, callData, paymasterAndData: paid },
        },
      ],
    ],
  ],
  [
    'SafeOp',
    (callData, init, paid) => [
      'eth_signTypedData_v4',
      [
        user,
        {
          types: {},
          primaryType: 'SafeOp',
          domain: { chainId: 1, verifyingContract: factory },
          message: {
            safe: account,
            nonce: '0',
            initCode: init,
            callData,
            paymasterAndData: paid,
            entryPoint,
          },
        },
      ],
    ],
  ],
  [
    'handleOps v0.6',
    (callData, init, paid) => [
      'eth_sendTransaction',
      [
        {
          from: user,
          to: entryPoint,
          data: encode(
            'handleOps((address,uint256,bytes,bytes,uint256,uint256,uint256,uint256,uint256,bytes,bytes)[],address)',
            [[[account, 0n, init, callData, 0n, 0n, 0n, 0n, 0n, paid, '0x']], user],
          ),
        },
      ],
    ],
  ],
  [
    'handleOps v0.7',
    (callData, init, paid) => [
      'eth_sendTransaction',
      [
        {
          from: user,
          to: entryPoint,
          data: encode(
            'handleOps((address,uint256,bytes,bytes,bytes32,uint256,bytes32,bytes,bytes)[],address)',
            [[[account, 0n, init, callData, pad('0x'), 0n, pad('0x'), paid, '0x']], user],
          ),
        },
      ],
    ],
  ],
  [
    'handleAggregatedOps v0.7',
    (callData, init, paid) => [
      'eth_sendTransaction',
      [
        {
          from: user,
          to: entryPoint,
          data: encode(
            'handleAggregatedOps(((address,uint256,bytes,bytes,bytes32,uint256,bytes32,bytes,bytes)[],address,bytes)[],address)',
            [[[[[account, 0n, init, callData, pad('0x'), 0n, pad('0x'), paid, '0x']], user, '0x']], user],
          ),
        },
      ],
    ],
  ],
];

describe.each(carriers)('%s', (_, carry) => {
  it('is opened: the deposit inside is the account’s', () => {
    const { deposits, ids } = detected(...carry(deposit, '0x', '0x'));
    expect(ids).toEqual([]);
    expect(deposits).toMatchObject([{ protocol: 'renzo', amount: '5', receiver: account }]);
  });

  it('is opened too where the entry point hands the whole operation over', () => {
    expect(detected(...carry(executeUserOp, '0x', '0x')).deposits).toMatchObject([{ receiver: account }]);
  });

  it('says so where what its factory is called with names a deposit contract', () => {
    expect(detected(...carry(idle, initCode, '0x'))).toEqual({ deposits: [], ids: ['not-fully-read'] });
    expect(detected(...carry(idle, concatHex([factory, '0x12345678']), '0x')).ids).toEqual([]);
  });

  it('opens a first call that stands in its init code as a call of the account that runs code of its own', () => {
    const delegated = concatHex(['0x7702', pad('0x', { size: 18 }), deposit]);
    const asV6 = carry(idle, delegated, '0x');
    expect(detected(...asV6).deposits).toMatchObject([{ protocol: 'renzo', amount: '5', receiver: account }]);
  });

  it('says so where what goes to its paymaster names a deposit contract', () => {
    const paid = concatHex([paymaster, '0x1234', renzo]);
    expect(detected(...carry(idle, '0x', paid))).toEqual({ deposits: [], ids: ['not-fully-read'] });
    expect(detected(...carry(idle, '0x', concatHex([paymaster, '0x1234']))).ids).toEqual([]);
  });
});

describe('EIP-7702', () => {
  const batch = encode('execute(bytes32,bytes)', [
    pad('0x01', { dir: 'right' }),
    encodeAbiParameters(parseAbiParameters('(address,uint256,bytes)[]'), [[[renzo, 5n, '0xf6326fb3']]]),
  ]);
  const authorization = { chainId: '0x1', address: factory, nonce: '0x0' };
  const own = { from: user, to: user, data: batch, type: '0x4' };

  it('reads the account’s own batch, and says that other code would act as it', () => {
    const sent = { ...own, authorizationList: [authorization] };
    const { deposits, ids } = detected('eth_sendTransaction', [sent]);
    expect(deposits).toMatchObject([{ protocol: 'renzo', amount: '5', receiver: user }]);
    expect(ids).toEqual(['account-takes-code']);
  });

  it('reads it alike once the account runs such code, and where a wallet makes the batch', () => {
    expect(detected('eth_sendTransaction', [own])).toMatchObject({ ids: [], deposits: [{ receiver: user }] });
    const calls = [{ to: renzo, value: '0x5', data: '0xf6326fb3' }];
    expect(
      detected('wallet_sendCalls', [{ version: '2.0.0', chainId: '0x1', from: user, calls }]),
    ).toMatchObject({
      ids: [],
      deposits: [{ receiver: user, amount: '5' }],
    });
  });

  it.each(['wallet_signAuthorization', 'eth_signAuthorization'])('says what %s would give away', (method) => {
    for (const params of [[authorization], [{ ...authorization, contractAddress: factory }]])
      expect(detected(method, params).ids).toEqual(['account-takes-code']);
    expect(readRequest({ method, params: authorization }, context).notes).toMatchObject([
      { id: 'account-takes-code' },
    ]);
    expect(readRequest({ method, params: [7] }, context).notes).toMatchObject([{ id: 'malformed-request' }]);
  });

  it('says it of a user operation that brings such code along', () => {
    const operation = { sender: account, callData: deposit, eip7702Auth: authorization };
    expect(detected('eth_sendUserOperation', [operation, entryPoint])).toMatchObject({
      ids: ['account-takes-code'],
      deposits: [{ receiver: account }],
    });
  });

  it('takes such code away by the zero address', () => {
    const cleared = { ...own, authorizationList: [{ ...authorization, address: pad('0x', { size: 20 }) }] };
    expect(detected('eth_sendTransaction', [cleared]).ids).toEqual([]);
  });
});

describe('a user operation in a method nobody knows', () => {
  it('is found by its fields', () => {
    const params = [{ op: { sender: account, callData: deposit, nonce: toHex(1) } }];
    expect(detected('wallet_doEverything', params).deposits).toMatchObject([{ receiver: account }]);
  });
});

describe('capabilities of wallet_sendCalls', () => {
  const calls = [{ to: user, value: '0x0' }];
  const hidden = { preCalls: { calls: [{ to: renzo, data: '0xf6326fb3' }] } };

  it('are said where they name a deposit contract, for the whole or for one call', () => {
    for (const params of [
      { version: '2.0.0', calls, capabilities: hidden },
      { version: '2.0.0', calls: [{ ...calls[0], capabilities: hidden }] },
    ])
      expect(detected('wallet_sendCalls', [params])).toEqual({ deposits: [], ids: ['not-fully-read'] });
    const usual = { paymasterService: { url: 'https://paymaster.example' } };
    expect(detected('wallet_sendCalls', [{ version: '2.0.0', calls, capabilities: usual }]).ids).toEqual([]);
  });
});
