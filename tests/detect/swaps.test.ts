import {
  concatHex,
  encodeAbiParameters,
  encodePacked,
  type Hex,
  parseAbiParameters,
  toFunctionSelector,
  toHex,
} from 'viem';
import { describe, expect, it } from 'vitest';

import { answerLine } from '../../lib/detect/index.ts';
import { encode } from '../support/encode.ts';

const user = '0x1111111111111111111111111111111111111111';
const router = '0x68b3465833fb72A70ecDF485E0e4C7bD8665Fc45';
const WETH = '0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2';
const USDC = '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48';
const ezETH = '0xbf5495Efe5DB9ce00f80364C8B423567e58d2110';
const native = '0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE';

function swap(data: Hex, value = 0n) {
  const params = [{ from: user, to: router, data, value: toHex(value) }];
  return answerLine({
    request: { method: 'eth_sendTransaction', params },
    origin: 'https://app.uniswap.org',
    chainId: 1,
    account: user,
  });
}

const path = (...tokens: readonly Hex[]): Hex =>
  concatHex(tokens.flatMap((token, index) => (index === 0 ? [token] : ['0x0001f4', token])));

/** Signature, arguments, what is paid in, how much of it. Written twice: by name here, by selector in the product. */
const table: readonly (readonly [Hex, string, readonly unknown[], string, string | null])[] = [
  [
    '0x04e45aaf',
    'exactInputSingle((address,address,uint24,address,uint256,uint256,uint160))',
    [[WETH, ezETH, 500, user, 7n, 1n, 0n]],
    WETH,
    '7',
  ],
  [
    '0xb858183f',
    'exactInput((bytes,address,uint256,uint256))',
    [[path(USDC, WETH, ezETH), user, 7n, 1n]],
    USDC,
    '7',
  ],
  [
    '0x5023b4df',
    'exactOutputSingle((address,address,uint24,address,uint256,uint256,uint160))',
    [[WETH, ezETH, 500, user, 1n, 7n, 0n]],
    WETH,
    null,
  ],
  [
    '0x09b81346',
    'exactOutput((bytes,address,uint256,uint256))',
    [[path(ezETH, WETH, USDC), user, 1n, 7n]],
    USDC,
    null,
  ],
  [
    '0x414bf389',
    'exactInputSingle((address,address,uint24,address,uint256,uint256,uint256,uint160))',
    [[WETH, ezETH, 500, user, 9n, 7n, 1n, 0n]],
    WETH,
    '7',
  ],
  [
    '0xc04b8d59',
    'exactInput((bytes,address,uint256,uint256,uint256))',
    [[path(USDC, ezETH), user, 9n, 7n, 1n]],
    USDC,
    '7',
  ],
  [
    '0xdb3e2198',
    'exactOutputSingle((address,address,uint24,address,uint256,uint256,uint256,uint160))',
    [[WETH, ezETH, 500, user, 9n, 1n, 7n, 0n]],
    WETH,
    null,
  ],
  [
    '0xf28c0498',
    'exactOutput((bytes,address,uint256,uint256,uint256))',
    [[path(ezETH, USDC), user, 9n, 1n, 7n]],
    USDC,
    null,
  ],
  [
    '0x7ff36ab5',
    'swapExactETHForTokens(uint256,address[],address,uint256)',
    [1n, [WETH, ezETH], user, 9n],
    'native',
    '5',
  ],
  [
    '0xb6f9de95',
    'swapExactETHForTokensSupportingFeeOnTransferTokens(uint256,address[],address,uint256)',
    [1n, [WETH, ezETH], user, 9n],
    'native',
    '5',
  ],
  [
    '0xfb3bdb41',
    'swapETHForExactTokens(uint256,address[],address,uint256)',
    [1n, [WETH, ezETH], user, 9n],
    WETH,
    null,
  ],
  [
    '0x38ed1739',
    'swapExactTokensForTokens(uint256,uint256,address[],address,uint256)',
    [7n, 1n, [USDC, WETH, ezETH], user, 9n],
    USDC,
    '7',
  ],
  [
    '0x5c11d795',
    'swapExactTokensForTokensSupportingFeeOnTransferTokens(uint256,uint256,address[],address,uint256)',
    [7n, 1n, [USDC, ezETH], user, 9n],
    USDC,
    '7',
  ],
  [
    '0x8803dbee',
    'swapTokensForExactTokens(uint256,uint256,address[],address,uint256)',
    [1n, 7n, [USDC, ezETH], user, 9n],
    USDC,
    null,
  ],
  [
    '0x472b43f3',
    'swapExactTokensForTokens(uint256,uint256,address[],address)',
    [7n, 1n, [USDC, ezETH], user],
    USDC,
    '7',
  ],
  [
    '0x42712a67',
    'swapTokensForExactTokens(uint256,uint256,address[],address)',
    [1n, 7n, [USDC, ezETH], user],
    USDC,
    null,
  ],
  [
    '0x12aa3caf',
    'swap(address,(address,address,address,address,uint256,uint256,uint256),bytes,bytes)',
    [router, [USDC, ezETH, router, user, 7n, 1n, 0n], '0x', '0x'],
    USDC,
    '7',
  ],
  [
    '0x07ed2379',
    'swap(address,(address,address,address,address,uint256,uint256,uint256),bytes)',
    [router, [native, ezETH, router, user, 7n, 1n, 0n], '0x'],
    'native',
    '5',
  ],
];

const receiverFor = (last: string): string | null | undefined => {
  const recipient = `0x${last.padStart(40, '0')}`;
  return swap(encode('exactInput((bytes,address,uint256,uint256))', [[path(WETH, ezETH), recipient, 7n, 1n]]))
    .deposits[0]?.receiver;
};

describe('swaps', () => {
  it.each(table)('%s %s buys a restaking token', (selector, signature, args, asset, amount) => {
    expect(toFunctionSelector(`function ${signature}`)).toBe(selector);
    const { deposits, notes } = swap(encode(signature, args), 5n);
    expect(notes).toEqual([]);
    expect(deposits).toHaveLength(1);
    const [deposit] = deposits;
    expect(deposit).toMatchObject({
      kind: 'acquires',
      protocol: 'renzo',
      contract: router,
      token: ezETH,
      gives: 'ezETH',
      stake: 'renzo-ezeth',
      amount,
    });
    expect([deposit?.asset?.toLowerCase(), deposit?.receiver]).toEqual([asset.toLowerCase(), user]);
  });

  it.each(table.filter(([, signature]) => signature.includes('address[]')))(
    '%s %s says nothing of other tokens',
    (_, signature, args) => {
      const others = args.map((value) => (Array.isArray(value) ? [ezETH, WETH] : value));
      expect(swap(encode(signature, others), 5n)).toEqual({ deposits: [], notes: [] });
    },
  );

  it('takes 1 for the caller and 2 for the router as receivers', () => {
    expect([receiverFor('1'), receiverFor('2')]).toEqual([user, router]);
  });

  it('are said where their arguments are cut off', () => {
    const whole = encode('exactInput((bytes,address,uint256,uint256))', [[path(WETH, ezETH), user, 7n, 1n]]);
    const { deposits, notes } = swap(`0x${whole.slice(2, -80)}`);
    expect([deposits, notes.map(({ id }) => id)]).toEqual([[], ['not-fully-read']]);
  });
});

const one = `0x${'1'.padStart(40, '0')}` as const;
const two = `0x${'2'.padStart(40, '0')}` as const;
const v3 = (recipient: Hex, amountIn: bigint, packed: Hex): Hex =>
  encodeAbiParameters(parseAbiParameters('address,uint256,uint256,bytes,bool'), [
    recipient,
    amountIn,
    1n,
    packed,
    true,
  ]);
const v2 = (recipient: Hex, amountIn: bigint, list: readonly Hex[]): Hex =>
  encodeAbiParameters(parseAbiParameters('address,uint256,uint256,address[],bool'), [
    recipient,
    amountIn,
    1n,
    list,
    true,
  ]);
const run = (commands: Hex, inputs: readonly Hex[], value = 0n) =>
  swap(encode('execute(bytes,bytes[],uint256)', [commands, inputs, 9n]), value);

const v4 = (token: Hex): Hex => encodePacked(['bytes32', 'address'], [toHex(1n, { size: 32 }), token]);

describe('Universal Router', () => {
  it('is read with and without a deadline', () => {
    const input = v3(one, 7n, path(WETH, ezETH));
    for (const data of [
      encode('execute(bytes,bytes[],uint256)', ['0x00', [input], 9n]),
      encode('execute(bytes,bytes[])', ['0x00', [input]]),
    ]) {
      expect(swap(data).deposits).toMatchObject([
        { kind: 'acquires', token: ezETH, amount: '7', receiver: user },
      ]);
    }
  });

  it.each([
    ['V3 exact in', '0x00', v3(one, 7n, path(USDC, WETH, ezETH)), USDC, '7'],
    ['V3 exact out, whose path runs backwards', '0x01', v3(one, 7n, path(ezETH, WETH, USDC)), USDC, null],
    ['V2 exact in', '0x08', v2(one, 7n, [USDC, ezETH]), USDC, '7'],
    ['V2 exact out', '0x09', v2(one, 7n, [USDC, ezETH]), USDC, null],
    ['a command that may fail', '0x80', v3(one, 7n, path(WETH, ezETH)), WETH, '7'],
  ] as const)('reads %s', (_, command, input, asset, amount) => {
    const { deposits, notes } = run(command, [input]);
    expect(notes).toEqual([]);
    expect(deposits).toMatchObject([{ asset: asset.toLowerCase(), amount, token: ezETH }]);
  });

  it('follows what is swept out of the router to its receiver', () => {
    const sweep = encodeAbiParameters(parseAbiParameters('address,address,uint256'), [ezETH, user, 1n]);
    expect(run('0x0004', [v3(two, 7n, path(WETH, ezETH)), sweep]).deposits).toMatchObject([
      { receiver: user },
    ]);
    expect(run('0x00', [v3(two, 7n, path(WETH, ezETH))])).toMatchObject({
      deposits: [{ receiver: router }],
      notes: [{ id: 'receiver-not-user' }],
    });
  });

  it('reads plans inside plans', () => {
    const inner = encodeAbiParameters(parseAbiParameters('bytes,bytes[]'), [
      '0x00',
      [v3(one, 7n, path(WETH, ezETH))],
    ]);
    expect(run('0x21', [inner]).deposits).toMatchObject([{ token: ezETH }]);
  });

  it('says so when a command that is not read names a restaking token', () => {
    expect(run('0x14', [v4(ezETH)]).notes.map(({ id }) => id)).toEqual(['not-fully-read']);
    expect(run('0x14', [v4(USDC)]).notes).toEqual([]);
  });

  it('says so when its inputs are missing', () => {
    expect(run('0x0000', [v3(one, 7n, path(WETH, ezETH))]).notes.map(({ id }) => id)).toEqual([
      'not-fully-read',
    ]);
  });
});
