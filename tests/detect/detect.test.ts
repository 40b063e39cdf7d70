import { type Hex, pad, toHex } from 'viem';
import { describe, expect, it } from 'vitest';

import { detect } from '../../lib/detect/index.ts';
import { readRequest } from '../../lib/request/index.ts';
import { encode } from '../support/encode.ts';

const user = '0x1111111111111111111111111111111111111111';
const other = '0x2222222222222222222222222222222222222222';
const stranger = '0x5555555555555555555555555555555555555555';
const renzo = '0x74a09653A083691711cF8215a6ab074BB4e99ef5';
const puffer = '0xD9A442856C234a39a81a089C06451EBAa4306a72';
const stETH = '0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84';
const weETH = '0xCd5fE23C85820F7B72D0926FC9b05b43E359b7ee';
const multicall3 = '0xcA11bde05977b3631167028862bE2a173976CA11';
const renzoSite = 'https://app.renzoprotocol.com';

function ask(method: string, params: unknown, origin: string, account: Hex | null = user, chainId = 1) {
  const context = { chainId, account };
  const found = detect(readRequest({ method, params }, context), { origin }, context);
  return { ...found, ids: found.notes.map(({ id }) => id) };
}

function send(to: Hex | null, data: Hex, origin: string, value = 0n, chainId = 1) {
  return ask(
    'eth_sendTransaction',
    [{ from: user, ...(to === null ? {} : { to }), data, value: toHex(value) }],
    origin,
    user,
    chainId,
  );
}

const approve = (spender: Hex, amount = 5n): Hex => encode('approve(address,uint256)', [spender, amount]);

describe('site and contract', () => {
  it('of the same protocol leave nothing to say', () => {
    const { ids, identity, deposits, opensWindow } = send(renzo, '0xf6326fb3', renzoSite, 5n);
    expect(ids).toEqual([]);
    expect(deposits).toHaveLength(1);
    expect(opensWindow).toBe(true);
    expect(identity).toEqual({
      contractKnown: true,
      domainKnown: true,
      sameProtocol: true,
      aggregatorSite: false,
      lookalike: false,
      recipientIsUser: true,
      siteProtocols: ['renzo'],
    });
  });

  it('are told apart: unknown site, other protocol, aggregator, imitation', () => {
    expect(send(renzo, '0xf6326fb3', 'https://stake.example', 5n).ids).toEqual([
      'known-contract-unknown-site',
    ]);
    expect(send(renzo, '0xf6326fb3', 'https://app.ether.fi', 5n).ids).toEqual(['other-protocol-site']);
    expect(send(renzo, '0xf6326fb3', 'https://app.uniswap.org', 5n)).toMatchObject({
      ids: [],
      identity: { aggregatorSite: true },
    });
    expect(send(renzo, '0xf6326fb3', 'https://app.renzoprotocoI.com', 5n).ids).toEqual(['look-alike-site']);
    expect(send(renzo, '0xf6326fb3', 'null', 5n).ids).toEqual(['known-contract-unknown-site']);
  });

  it('name a hijacked site: a deposit function at a contract nobody knows', () => {
    const { ids, deposits, identity, opensWindow } = send(stranger, '0xf6326fb3', renzoSite, 5n);
    expect(ids).toEqual(['known-site-unknown-contract']);
    expect(deposits).toEqual([]);
    expect(identity.contractKnown).toBe(false);
    expect(opensWindow).toBe(true);
  });

  it('say nothing of the same call where the site is nobody’s', () => {
    expect(send(stranger, '0xf6326fb3', 'https://farm.example', 5n)).toMatchObject({
      ids: [],
      opensWindow: false,
    });
    expect(send(stranger, '0xf6326fb3', 'https://app.uniswap.org', 5n)).toMatchObject({
      ids: [],
      opensWindow: false,
    });
  });

  it('name an imitation that asks for a deposit function anywhere', () => {
    expect(send(stranger, '0xf6326fb3', 'https://renzoprotocol.com.example', 5n).ids).toEqual([
      'look-alike-site',
    ]);
    expect(send(stranger, '0x', 'https://renzoprotocol.com.example', 5n).ids).toEqual([]);
  });

  it('do not mistake the wrapped coin, an exit or a token for a stranger', () => {
    const weth = '0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2';
    expect(send(weth, '0xd0e30db0', renzoSite, 5n)).toMatchObject({
      ids: [],
      deposits: [],
      opensWindow: false,
    });
    expect(send(weETH, encode('transfer(address,uint256)', [other, 5n]), renzoSite).ids).toEqual([]);
    expect(
      send(
        '0x5efc9D10E42FB517456f4ac41EB5e2eBe42C8918',
        encode('withdraw(uint256,address)', [5n, stETH]),
        renzoSite,
      ).ids,
    ).toEqual([]);
  });

  it('keep chains apart: what is registered on one is a stranger on another', () => {
    expect(send(renzo, '0xf6326fb3', renzoSite, 5n, 10).ids).toEqual(['known-site-unknown-contract']);
  });

  it('name payments to strangers on an official site, wherever they hide', () => {
    expect(send(stranger, '0x', renzoSite, 5n)).toMatchObject({
      ids: ['value-to-unknown-contract'],
      opensWindow: true,
    });
    expect(send(stranger, '0x', 'https://example.org', 5n)).toMatchObject({ ids: [], opensWindow: false });
    const inBatch = encode('aggregate3Value((address,bool,uint256,bytes)[])', [
      [[stranger, false, 5n, '0x']],
    ]);
    expect(send(multicall3, inBatch, renzoSite, 5n).ids).toEqual(['value-to-unknown-contract']);
    const throughStranger = encode('execute(address,uint256,bytes)', [renzo, 5n, '0xf6326fb3']);
    expect(send(stranger, throughStranger, renzoSite, 5n).ids).toEqual([
      'receiver-smart-account',
      'value-to-unknown-contract',
    ]);
  });
});

describe('allowances', () => {
  it('to a deposit contract are a line, not a window', () => {
    const { ids, deposits, opensWindow } = send(stETH, approve(renzo), renzoSite);
    expect([ids, deposits, opensWindow]).toEqual([['approval-to-deposit-contract'], [], false]);
  });

  it('that are signed open the window, since they alone can move funds', () => {
    const permit = {
      types: {},
      primaryType: 'Permit',
      domain: { chainId: 1, verifyingContract: stETH },
      message: { owner: user, spender: renzo, value: '5' },
    };
    expect(ask('eth_signTypedData_v4', [user, permit], renzoSite)).toMatchObject({
      ids: ['approval-to-deposit-contract'],
      opensWindow: true,
    });
  });

  it.each([
    ['increaseAllowance', encode('increaseAllowance(address,uint256)', [renzo, 5n])],
    [
      'permit',
      encode('permit(address,address,uint256,uint256,uint8,bytes32,bytes32)', [
        user,
        renzo,
        5n,
        9n,
        27,
        pad('0x'),
        pad('0x'),
      ]),
    ],
    [
      'permit of the other kind',
      encode('permit(address,address,uint256,uint256,bool,uint8,bytes32,bytes32)', [
        user,
        renzo,
        5n,
        9n,
        true,
        27,
        pad('0x'),
        pad('0x'),
      ]),
    ],
    ['Permit2 approve', encode('approve(address,address,uint160,uint48)', [stETH, renzo, 5n, 9])],
    [
      'Permit2 permit',
      encode('permit(address,((address,uint160,uint48,uint48),address,uint256),bytes)', [
        user,
        [[stETH, 5n, 9, 0], renzo, 9n],
        '0x',
      ]),
    ],
    [
      'Permit2 permits',
      encode('permit(address,((address,uint160,uint48,uint48)[],address,uint256),bytes)', [
        user,
        [[[stETH, 5n, 9, 0]], renzo, 9n],
        '0x',
      ]),
    ],
  ])('by %s are seen', (_, data) => {
    expect(send(stETH, data, renzoSite).ids).toEqual(['approval-to-deposit-contract']);
  });

  it('of nothing take an allowance back and are not named', () => {
    expect(send(stETH, approve(renzo, 0n), renzoSite).ids).toEqual([]);
    expect(send(stETH, approve(stranger, 0n), renzoSite).ids).toEqual([]);
  });

  it('to strangers are named on official sites only', () => {
    expect(send(stETH, approve(stranger), renzoSite)).toMatchObject({
      ids: ['approval-to-unknown-contract'],
      opensWindow: true,
    });
    expect(send(stETH, approve(stranger), 'https://example.org')).toMatchObject({
      ids: [],
      opensWindow: false,
    });
  });

  it('before a deposit in the same batch are part of it', () => {
    const calls = [
      { to: stETH, data: approve(renzo) },
      { to: renzo, data: encode('deposit(address,uint256)', [stETH, 5n]) },
    ];
    const { ids, deposits } = ask(
      'wallet_sendCalls',
      [{ version: '2.0.0', chainId: '0x1', from: user, calls }],
      renzoSite,
    );
    expect(ids).toEqual([]);
    expect(deposits).toMatchObject([
      { asset: stETH.toLowerCase(), amount: 5n, receiver: user, stake: 'renzo-ezeth' },
    ]);
  });
});

describe('the receiver', () => {
  it('who is somebody else is named', () => {
    const { ids, identity } = send(
      puffer,
      encode('depositETH(address)', [other]),
      'https://www.puffer.fi',
      5n,
    );
    expect([ids, identity.recipientIsUser]).toEqual([['receiver-not-user'], false]);
  });

  it('is a batch contract where that makes the call', () => {
    const batch = encode('aggregate3Value((address,bool,uint256,bytes)[])', [
      [[renzo, false, 5n, '0xf6326fb3']],
    ]);
    const { ids, deposits } = send(multicall3, batch, renzoSite, 5n);
    expect(ids).toEqual(['receiver-not-user']);
    expect(deposits[0]?.receiver?.toLowerCase()).toBe(multicall3.toLowerCase());
  });

  it('who is a smart account on the way is not judged, and not called the user', () => {
    const { ids, identity } = send(
      other,
      encode('execute(address,uint256,bytes)', [renzo, 0n, '0xf6326fb3']),
      renzoSite,
    );
    expect([ids, identity.recipientIsUser]).toEqual([['receiver-smart-account'], null]);
  });

  it('who sends the user operation, or is the account itself, is the user', () => {
    const callData = encode('execute(address,uint256,bytes)', [renzo, 5n, '0xf6326fb3']);
    expect(
      ask('eth_sendUserOperation', [{ sender: other, callData }, stranger], renzoSite).identity
        .recipientIsUser,
    ).toBe(true);
    expect(send(user, callData, renzoSite).identity.recipientIsUser).toBe(true);
  });

  it('is compared with the connected account, not with what the page calls the sender', () => {
    const { ids } = ask(
      'eth_sendTransaction',
      [{ from: other, to: renzo, data: '0xf6326fb3', value: '0x5' }],
      renzoSite,
    );
    expect(ids).toEqual(['receiver-not-user']);
  });

  it('is the sender where no account is known', () => {
    const found = ask(
      'eth_sendTransaction',
      [{ from: other, to: renzo, data: '0xf6326fb3' }],
      renzoSite,
      null,
    );
    expect(found.identity.recipientIsUser).toBe(true);
  });
});

describe('what is paid', () => {
  const teller = '0x9AA79C84b79816ab920bBcE20f8f74557B514734';
  const native = '0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE';

  it('in the native coin is the value of the very call', () => {
    const data = encode('deposit(address,uint256,uint256)', [native, 9n, 0n]);
    expect(send(teller, data, 'https://app.ether.fi', 7n).deposits).toMatchObject([
      { asset: 'native', assetSymbol: 'ETH', amount: 7n },
    ]);
  });

  it('never holds the fee of a bridge', () => {
    const data = encode('depositAndBridge(address,uint256,uint256,address,bytes,address,uint256)', [
      native,
      9n,
      0n,
      user,
      '0x',
      native,
      1n,
    ]);
    expect(send(teller, data, 'https://app.ether.fi', 10n).deposits).toMatchObject([
      { asset: 'native', amount: 9n, stake: null },
    ]);
  });

  it('in shares names no amount of assets', () => {
    const data = encode('mint(uint256,address)', [8n, user]);
    expect(send(puffer, data, 'https://www.puffer.fi').deposits).toMatchObject([
      { amount: null, amountUnit: 'shares', shares: 8n },
    ]);
  });

  it('says why nothing stands behind it where no stake is modelled', () => {
    const data = encode('deposit(address,uint256,uint256)', [stETH, 9n, 0n]);
    const [deposit] = send(teller, data, 'https://app.ether.fi').deposits;
    expect([deposit?.stake, deposit?.notModelled]).toEqual([null, expect.stringContaining('not modelled')]);
  });

  it('back in from a queue carries the withdrawal it moves', () => {
    const manager = '0x39053D51B77DC0d36036Fc1fCc8Cb819df8Ef37A';
    const withdrawal = [user, other, user, 1n, 5, [stranger], [9n]];
    const signature =
      'completeQueuedWithdrawals((address,address,address,uint256,uint32,address[],uint256[])[],address[][],bool[])';
    const data = encode(signature, [
      [withdrawal, withdrawal, withdrawal],
      [[stETH], [stETH], [stETH]],
      [false, true, false],
    ]);
    const { deposits } = send(manager, data, 'https://app.eigenlayer.xyz');
    expect(deposits).toHaveLength(2);
    expect(deposits[0]?.withdrawal).toEqual({
      staker: user,
      delegatedTo: other,
      withdrawer: user,
      strategies: [stranger],
      scaledShares: [9n],
    });
  });
});

describe('what cannot be seen', () => {
  const hiding = `0xdeadbeef${renzo.slice(2).padStart(64, '0')}` as Hex;

  it('is said of an unknown call that names a deposit contract', () => {
    expect(send(stranger, hiding, 'https://zap.example')).toMatchObject({
      ids: ['not-fully-read'],
      opensWindow: true,
    });
    expect(send(null, hiding, 'https://zap.example').ids).toEqual(['not-fully-read']);
  });

  it('is not said where the function is known to be harmless', () => {
    expect(send(stETH, encode('transfer(address,uint256)', [renzo, 5n]), 'https://example.org').ids).toEqual(
      [],
    );
    expect(
      send(stranger, `0xdeadbeef${weETH.slice(2).padStart(64, '0')}`, 'https://example.org').ids,
    ).toEqual([]);
    expect(send(stranger, hiding, 'https://example.org', 0n, 10).ids).toEqual([]);
  });

  it('is said of a payment to a deposit contract by a function nobody knows', () => {
    expect(send(renzo, '0xdeadbeef', renzoSite, 5n).ids).toEqual(['not-fully-read']);
    expect(send(renzo, '0xdeadbeef', renzoSite).ids).toEqual([]);
  });

  it('is said of a deposit function that a deposit contract is not known to have', () => {
    const newer = encode('deposit(address,uint256,address)', [stETH, 5n, user]);
    const { ids, opensWindow } = send(renzo, newer, renzoSite);
    expect([ids, opensWindow]).toEqual([['not-fully-read'], true]);
    expect(send(renzo, encode('claim(uint256)', [5n]), renzoSite).opensWindow).toBe(false);
  });

  it('is said of a message nobody knows that names a deposit contract', () => {
    const order = { types: {}, primaryType: 'Order', domain: { chainId: 1 }, message: { receiver: renzo } };
    expect(ask('eth_signTypedData_v4', [user, order], 'https://example.org').ids).toEqual(['not-fully-read']);
  });

  it('never comes from a signed deposit at a contract that is not EigenLayer’s', () => {
    const message = { staker: user, strategy: other, token: stETH, amount: '5' };
    const typed = {
      types: {},
      primaryType: 'Deposit',
      domain: { chainId: 1, verifyingContract: stranger },
      message,
    };
    expect(ask('eth_signTypedData_v4', [user, typed], 'https://example.org').deposits).toEqual([]);
  });
});
