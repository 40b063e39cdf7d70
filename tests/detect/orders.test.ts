import { describe, expect, it } from 'vitest';

import { answerLine } from '../../lib/detect/index.ts';

const user = '0x1111111111111111111111111111111111111111';
const other = '0x2222222222222222222222222222222222222222';
const zero = '0x0000000000000000000000000000000000000000';
const reactor = '0x6000da47483062A0D734Ba3dc7576Ce6A0B645C4';
const settlement = '0x9008D19f58AAbD9eD0D60971565AA8510560ab41';
const limitOrders = '0x111111125421cA6dc452d289314280a0f8842A65';
const permit2 = '0x000000000022D473030F116dDEE9F6B43aC78BA3';
const WETH = '0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2';
const USDC = '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48';
const ezETH = '0xbf5495Efe5DB9ce00f80364C8B423567e58d2110';
const pufETH = '0xD9A442856C234a39a81a089C06451EBAa4306a72';
const manager = '0x74a09653A083691711cF8215a6ab074BB4e99ef5';

function sign(primaryType: string, domain: object, message: object, origin = 'https://app.uniswap.org') {
  const data = JSON.stringify({ types: {}, primaryType, domain: { chainId: 1, ...domain }, message });
  const request = { method: 'eth_signTypedData_v4', params: [user, data] };
  const found = answerLine({ request, origin, chainId: 1, account: user });
  return { ...found, ids: found.notes.map(({ id }) => id) };
}

const cowOrder = (more: object): object => ({
  sellToken: WETH,
  buyToken: ezETH,
  receiver: user,
  sellAmount: '7',
  buyAmount: '6',
  kind: 'sell',
  ...more,
});

describe('a CoW order', () => {
  const domain = { name: 'Gnosis Protocol', version: 'v2', verifyingContract: settlement };

  it('is a purchase, with what is sold and who gets it', () => {
    expect(sign('Order', domain, cowOrder({}))).toMatchObject({
      ids: [],
      deposits: [
        { kind: 'acquires', token: ezETH, asset: WETH, amount: '7', receiver: user, contract: settlement },
      ],
    });
  });

  it('takes a receiver of zero for whoever signs, and names any other', () => {
    expect(sign('Order', domain, cowOrder({ receiver: zero })).deposits).toMatchObject([{ receiver: user }]);
    expect(sign('Order', domain, cowOrder({ receiver: other })).ids).toEqual(['receiver-not-user']);
  });

  it('to buy an exact amount names a mere maximum of what is paid', () => {
    expect(sign('Order', domain, cowOrder({ kind: 'buy' })).deposits).toMatchObject([{ amount: null }]);
  });

  it('that sells a restaking token, or trades others, is none of our business', () => {
    for (const tokens of [
      { sellToken: ezETH, buyToken: WETH },
      { sellToken: pufETH, buyToken: USDC },
      { sellToken: USDC, buyToken: WETH },
    ])
      expect(sign('Order', domain, cowOrder(tokens))).toMatchObject({ deposits: [], ids: [] });
  });
});

const limitOrder = (more: object): object => ({
  salt: '1',
  maker: user,
  receiver: zero,
  makerAsset: WETH,
  takerAsset: ezETH,
  makingAmount: '7',
  takingAmount: '6',
  makerTraits: '0',
  ...more,
});

describe('a 1inch order', () => {
  const domain = { name: '1inch Aggregation Router', version: '6', verifyingContract: limitOrders };

  it('is a purchase of what the taker gives', () => {
    expect(sign('Order', domain, limitOrder({})).deposits).toMatchObject([
      { kind: 'acquires', token: ezETH, asset: WETH, amount: '7', receiver: user },
    ]);
    expect(sign('Order', domain, limitOrder({ makerAsset: ezETH, takerAsset: WETH }))).toMatchObject({
      deposits: [],
      ids: [],
    });
  });

  it('names another receiver, except where an extension may pass it on to one that is not named', () => {
    expect(sign('Order', domain, limitOrder({ receiver: other })).ids).toEqual(['receiver-not-user']);
    const extended = limitOrder({ receiver: other, makerTraits: String(1n << 249n) });
    expect(sign('Order', domain, extended)).toMatchObject({ ids: [], deposits: [{ receiver: null }] });
  });
});

describe('a UniswapX order', () => {
  const domain = { name: 'Permit2', verifyingContract: permit2 };
  const permit = (witness: object, permitted = WETH): object => ({
    permitted: { token: permitted, amount: '9' },
    spender: reactor,
    nonce: '1',
    deadline: '1',
    witness,
  });
  const info = { reactor, swapper: user, nonce: '1', deadline: '1' };
  const output = { token: ezETH, startAmount: '6', endAmount: '5', recipient: user };

  it.each([
    ['limit', { inputToken: WETH, inputAmount: '7', outputs: [output] }, '7'],
    [
      'exclusive Dutch',
      { inputToken: WETH, inputStartAmount: '7', inputEndAmount: '7', outputs: [output] },
      '7',
    ],
    [
      'Dutch V2',
      { baseInputToken: WETH, baseInputStartAmount: '7', baseInputEndAmount: '7', baseOutputs: [output] },
      '7',
    ],
    ['Dutch V3', { baseInput: { token: WETH, startAmount: '7' }, baseOutputs: [output] }, null],
    ['priority', { input: { token: WETH, amount: '7' }, outputs: [output] }, '7'],
    [
      'exclusive Dutch that pays at most',
      { inputToken: WETH, inputStartAmount: '7', inputEndAmount: '9', outputs: [output] },
      null,
    ],
  ])('of the kind %s is a purchase', (_, witness, amount) => {
    const { deposits, ids } = sign('PermitWitnessTransferFrom', domain, permit({ info, ...witness }));
    expect(ids).toEqual([]);
    expect(deposits).toMatchObject([{ kind: 'acquires', token: ezETH, asset: WETH, amount, receiver: user }]);
  });

  it('that sells a restaking token is none of our business', () => {
    const sold = { info, inputToken: ezETH, inputAmount: '7', outputs: [{ ...output, token: USDC }] };
    expect(sign('PermitWitnessTransferFrom', domain, permit(sold, ezETH))).toMatchObject({
      deposits: [],
      ids: [],
    });
  });

  it('of a kind nobody reads is said where its witness names a restaking token', () => {
    const relay = { info, actions: [`0x1234${ezETH.slice(2)}`] };
    expect(sign('PermitWitnessTransferFrom', domain, permit(relay)).ids).toEqual(['swap-not-read']);
    expect(sign('PermitWitnessTransferFrom', domain, permit({ info }, ezETH)).ids).toEqual([]);
  });
});

describe('a message of another kind', () => {
  it('is said where it names a deposit contract, or a restaking token outside its domain', () => {
    const domain = { name: 'X', verifyingContract: ezETH };
    expect(sign('Vote', domain, { by: user }).ids).toEqual([]);
    expect(sign('Trade', {}, { get: ezETH }).ids).toEqual(['swap-not-read']);
    expect(sign('Trade', {}, { at: manager }).ids).toEqual(['not-fully-read']);
  });

  it('that lets tokens be sent to a deposit contract is a grant to it', () => {
    const sent = { from: user, to: manager, value: '7', validAfter: 0, validBefore: 9, nonce: '0x01' };
    for (const kind of ['TransferWithAuthorization', 'ReceiveWithAuthorization'])
      expect(sign(kind, { verifyingContract: USDC }, sent).ids).toEqual(['approval-to-deposit-contract']);
    expect(sign('TransferWithAuthorization', {}, { ...sent, to: other }).ids).toEqual([]);
  });

  it.each([
    ['Permit', { owner: user, spender: manager, value: '7' }],
    ['Permit', { holder: user, spender: manager, nonce: 1, expiry: 0, allowed: true }],
    ['PermitSingle', { details: { token: WETH, amount: '7' }, spender: manager }],
    ['PermitBatch', { details: [{ token: WETH, amount: '7' }], spender: manager }],
    ['PermitTransferFrom', { permitted: { token: WETH, amount: '7' }, spender: manager }],
    ['PermitBatchTransferFrom', { permitted: [{ token: WETH, amount: '7' }], spender: manager }],
    [
      'PermitWitnessTransferFrom',
      { permitted: { token: WETH, amount: '7' }, spender: manager, witness: { a: 1 } },
    ],
    [
      'PermitBatchWitnessTransferFrom',
      { permitted: [{ token: WETH, amount: '7' }], spender: manager, witness: {} },
    ],
  ])('%s for a deposit contract is a grant to it', (kind, message) => {
    expect(sign(kind, { verifyingContract: WETH }, message).ids).toEqual(['approval-to-deposit-contract']);
  });

  it('that takes a permission away is none', () => {
    const taken = { holder: user, spender: manager, nonce: 1, expiry: 0, allowed: false };
    expect(sign('Permit', { verifyingContract: WETH }, taken).ids).toEqual([]);
  });
});
