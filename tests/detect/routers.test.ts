import { encodeAbiParameters, type Hex, parseAbiParameters, toFunctionSelector, toHex } from 'viem';
import { describe, expect, it } from 'vitest';

import { answerLine } from '../../lib/detect/index.ts';
import { markets, pools } from '../../lib/protocols/index.ts';
import { encode } from '../support/encode.ts';

const user = '0x1111111111111111111111111111111111111111';
const other = '0x2222222222222222222222222222222222222222';
const router = '0x5555555555555555555555555555555555555555';
const zero = '0x0000000000000000000000000000000000000000';
const WETH = '0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2';
const USDC = '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48';
const DAI = '0x6B175474E89094C44Da98b954EedeAC495271d0F';
const ezETH = '0xbf5495Efe5DB9ce00f80364C8B423567e58d2110';
const pufETH = '0xD9A442856C234a39a81a089C06451EBAa4306a72';
const native = '0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE';
const pool = '0x7777777777777777777777777777777777777777';
const b32 = `0x${'00'.repeat(32)}` as const;
const never = 9n;

function ask(data: Hex, value = 0n, to: Hex = router, origin = 'https://farm.example') {
  const params = [{ from: user, to, data, value: toHex(value) }];
  const found = answerLine({
    request: { method: 'eth_sendTransaction', params },
    origin,
    chainId: 1,
    account: user,
  });
  return { ...found, ids: found.notes.map(({ id }) => id) };
}

/** The same call with what is paid and what is bought given, so that each row is tried as purchase and as sale. */
type Row = readonly [
  Hex,
  string,
  (paid: Hex, bought: Hex, recipient: Hex) => readonly unknown[],
  { readonly amount: string | null; readonly named?: true; readonly paid?: null },
];

const asWord = (address: Hex, flags = 0n): bigint => BigInt(address) | (flags << 160n);
const route = (...stops: readonly Hex[]): readonly Hex[] => [
  ...stops,
  ...Array.from({ length: 11 - stops.length }, (): Hex => zero),
];
const shortRoute = (...stops: readonly Hex[]): readonly Hex[] => route(...stops).slice(0, 9);
const fill = (rows: number, columns: number): readonly (readonly bigint[])[] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0n));
const five = [zero, zero, zero, zero, zero];
const four = [zero, zero, zero, zero];

const kyber =
  '(address,address,address[],uint256[],address[],uint256[],address,uint256,uint256,uint256,bytes)';
const kyberArgs = (paid: Hex, bought: Hex, recipient: Hex): readonly unknown[] => [
  paid,
  bought,
  [],
  [],
  [],
  [],
  recipient,
  7n,
  1n,
  0n,
  '0x',
];
const generic = '(address,address,uint256,uint256,uint256,bytes32,address)';
const onUniswap = '(address,address,uint256,uint256,uint256,bytes32,address,bytes)';
const step = '(address,address,address,address,uint256,bytes,bool)';
const lead = [b32, 'app', ''] as const;
const funds = '(address,bool,address,bool)';

const table: readonly Row[] = [
  [
    '0xe21fd0e9',
    `swap((address,address,bytes,${kyber},bytes))`,
    (paid, bought, to) => [[router, router, '0x', kyberArgs(paid, bought, to), '0x']],
    { amount: '7', named: true },
  ],
  [
    '0x59e50fed',
    `swapGeneric((address,address,bytes,${kyber},bytes))`,
    (paid, bought, to) => [[router, router, '0x', kyberArgs(paid, bought, to), '0x']],
    { amount: '7', named: true },
  ],
  [
    '0x8af033fb',
    `swapSimpleMode(address,${kyber},bytes,bytes)`,
    (paid, bought, to) => [router, kyberArgs(paid, bought, to), '0x', '0x'],
    { amount: '7', named: true },
  ],
  [
    '0xe3ead59e',
    `swapExactAmountIn(address,${generic},uint256,bytes,bytes)`,
    (paid, bought, to) => [router, [paid, bought, 7n, 1n, 1n, b32, to], 0n, '0x', '0x'],
    { amount: '7', named: true },
  ],
  [
    '0x7f457675',
    `swapExactAmountOut(address,${generic},uint256,bytes,bytes)`,
    (paid, bought, to) => [router, [paid, bought, 7n, 1n, 1n, b32, to], 0n, '0x', '0x'],
    { amount: null, named: true },
  ],
  [
    '0x876a02f6',
    `swapExactAmountInOnUniswapV3(${onUniswap},uint256,bytes)`,
    (paid, bought, to) => [[paid, bought, 7n, 1n, 1n, b32, to, '0x'], 0n, '0x'],
    { amount: '7', named: true },
  ],
  [
    '0x5e94e28d',
    `swapExactAmountOutOnUniswapV3(${onUniswap},uint256,bytes)`,
    (paid, bought, to) => [[paid, bought, 7n, 1n, 1n, b32, to, '0x'], 0n, '0x'],
    { amount: null, named: true },
  ],
  [
    '0xe8bb3b6c',
    `swapExactAmountInOnUniswapV2(${onUniswap},uint256,bytes)`,
    (paid, bought, to) => [[paid, bought, 7n, 1n, 1n, b32, to, '0x'], 0n, '0x'],
    { amount: '7', named: true },
  ],
  [
    '0xa76f4eb6',
    `swapExactAmountOutOnUniswapV2(${onUniswap},uint256,bytes)`,
    (paid, bought, to) => [[paid, bought, 7n, 1n, 1n, b32, to, '0x'], 0n, '0x'],
    { amount: null, named: true },
  ],
  [
    '0x1a01c532',
    'swapExactAmountInOnCurveV1((uint256,uint256,address,address,uint256,uint256,uint256,bytes32,address),uint256,bytes)',
    (paid, bought, to) => [[1n, 2n, paid, bought, 7n, 1n, 1n, b32, to], 0n, '0x'],
    { amount: '7', named: true },
  ],
  [
    '0xe37ed256',
    'swapExactAmountInOnCurveV2((uint256,uint256,uint256,address,address,address,uint256,uint256,uint256,bytes32,address),uint256,bytes)',
    (paid, bought, to) => [[1n, 0n, 1n, pool, paid, bought, 7n, 1n, 1n, b32, to], 0n, '0x'],
    { amount: '7', named: true },
  ],
  [
    '0x4666fc80',
    `swapTokensSingleV3ERC20ToERC20(bytes32,string,string,address,uint256,${step})`,
    (paid, bought, to) => [...lead, to, 1n, [router, router, paid, bought, 7n, '0x', false]],
    { amount: '7', named: true },
  ],
  [
    '0x5fd9ae2e',
    `swapTokensMultipleV3ERC20ToERC20(bytes32,string,string,address,uint256,${step}[])`,
    (paid, bought, to) => [
      ...lead,
      to,
      1n,
      [
        [router, router, paid, DAI, 7n, '0x', false],
        [router, router, DAI, bought, 8n, '0x', false],
      ],
    ],
    { amount: '7', named: true },
  ],
  [
    '0x4630a0d8',
    `swapTokensGeneric(bytes32,string,string,address,uint256,${step}[])`,
    (paid, bought, to) => [...lead, to, 1n, [[router, router, paid, bought, 7n, '0x', false]]],
    { amount: '7', named: true },
  ],
  [
    '0x54e3f31b',
    'simpleSwap((address,address,uint256,uint256,uint256,address[],bytes,uint256[],uint256[],address,address,uint256,bytes,uint256,bytes16))',
    (paid, bought, to) => [
      [paid, bought, 7n, 1n, 1n, [], '0x', [], [], to, zero, 0n, '0x', never, `0x${'00'.repeat(16)}`],
    ],
    { amount: '7', named: true },
  ],
  [
    '0x3b635ce4',
    'swap((address,uint256,address,address,uint256,uint256,address),bytes,address,uint32)',
    (paid, bought, to) => [[paid, 7n, router, bought, 1n, 1n, to], '0x', router, 0],
    { amount: '7', named: true },
  ],
  [
    '0x7bf2d6d4',
    'swapMulti((address,uint256,address)[],(address,uint256,address)[],uint256,bytes,address,uint32)',
    (paid, bought, to) => [[[paid, 7n, router]], [[bought, 1n, to]], 1n, '0x', router, 0],
    { amount: null, named: true },
  ],
  [
    '0x415565b0',
    'transformERC20(address,address,uint256,uint256,(uint32,bytes)[])',
    (paid, bought) => [paid, bought, 7n, 1n, [[1, '0x']]],
    { amount: '7' },
  ],
  [
    '0xd9627aa4',
    'sellToUniswap(address[],uint256,uint256,bool)',
    (paid, bought) => [[paid, WETH, bought], 7n, 1n, false],
    { amount: '7' },
  ],
  [
    '0x1fff991f',
    'execute((address,address,uint256),bytes[],bytes32)',
    (_paid, bought, to) => [[to, bought, 1n], ['0x12345678'], b32],
    { amount: null, named: true, paid: null },
  ],
  [
    '0xfd3ad6d4',
    'executeMetaTxn((address,address,uint256),bytes[],bytes32,address,bytes)',
    (_paid, bought, to) => [[to, bought, 1n], ['0x12345678'], b32, user, '0x'],
    { amount: null, named: true, paid: null },
  ],
  [
    '0x84bd6d29',
    'clipperSwap(address,address,address,uint256,uint256,uint256,bytes32,bytes32)',
    (paid, bought) => [pool, paid, bought, 7n, 1n, never, b32, b32],
    { amount: '7' },
  ],
  [
    '0x093d4fa5',
    'clipperSwapTo(address,address,address,address,uint256,uint256,uint256,bytes32,bytes32)',
    (paid, bought, to) => [pool, to, paid, bought, 7n, 1n, never, b32, b32],
    { amount: '7', named: true },
  ],
  [
    '0xd2d374e5',
    'clipperSwap(address,uint256,address,uint256,uint256,uint256,bytes32,bytes32)',
    (paid, bought) => [pool, asWord(paid, 0xbeefn), bought, 7n, 1n, never, b32, b32],
    { amount: '7' },
  ],
  [
    '0xc4d652af',
    'clipperSwapTo(address,address,uint256,address,uint256,uint256,uint256,bytes32,bytes32)',
    (paid, bought, to) => [pool, to, asWord(paid), bought, 7n, 1n, never, b32, b32],
    { amount: '7', named: true },
  ],
  [
    '0x371dc447',
    'exchange(address[11],uint256[5][5],uint256,uint256)',
    (paid, bought) => [route(paid, pool, WETH, pool, bought), fill(5, 5), 7n, 1n],
    { amount: '7' },
  ],
  [
    '0x5c9c18e2',
    'exchange(address[11],uint256[5][5],uint256,uint256,address[5])',
    (paid, bought) => [route(paid, pool, bought), fill(5, 5), 7n, 1n, five],
    { amount: '7' },
  ],
  [
    '0xc872a3c5',
    'exchange(address[11],uint256[5][5],uint256,uint256,address[5],address)',
    (paid, bought, to) => [route(paid, pool, bought), fill(5, 5), 7n, 1n, five, to],
    { amount: '7', named: true },
  ],
  [
    '0xaad348a2',
    'exchange(address[11],uint256[4][5],uint256,uint256)',
    (paid, bought) => [route(paid, pool, bought), fill(5, 4), 7n, 1n],
    { amount: '7' },
  ],
  [
    '0xfd44959c',
    'exchange(address[11],uint256[4][5],uint256,uint256,address)',
    (paid, bought, to) => [route(paid, pool, bought), fill(5, 4), 7n, 1n, to],
    { amount: '7', named: true },
  ],
  [
    '0x353ca424',
    'exchange_multiple(address[9],uint256[3][4],uint256,uint256)',
    (paid, bought) => [shortRoute(paid, pool, bought), fill(4, 3), 7n, 1n],
    { amount: '7' },
  ],
  [
    '0x9db4f7aa',
    'exchange_multiple(address[9],uint256[3][4],uint256,uint256,address[4])',
    (paid, bought) => [shortRoute(paid, pool, bought), fill(4, 3), 7n, 1n, four],
    { amount: '7' },
  ],
  [
    '0x0651cb35',
    'exchange_multiple(address[9],uint256[3][4],uint256,uint256,address[4],address)',
    (paid, bought, to) => [shortRoute(paid, pool, bought), fill(4, 3), 7n, 1n, four, to],
    { amount: '7', named: true },
  ],
  [
    '0x4798ce5b',
    'exchange(address,address,address,uint256,uint256)',
    (paid, bought) => [pool, paid, bought, 7n, 1n],
    { amount: '7' },
  ],
  [
    '0x1a4c1ca3',
    'exchange(address,address,address,uint256,uint256,address)',
    (paid, bought, to) => [pool, paid, bought, 7n, 1n, to],
    { amount: '7', named: true },
  ],
  [
    '0x52bbbe29',
    `swap((bytes32,uint8,address,address,uint256,bytes),${funds},uint256,uint256)`,
    (paid, bought, to) => [[b32, 0, paid, bought, 7n, '0x'], [user, false, to, false], 1n, never],
    { amount: '7', named: true },
  ],
  [
    '0x945bcec9',
    `batchSwap(uint8,(bytes32,uint256,uint256,uint256,bytes)[],address[],${funds},int256[],uint256)`,
    (paid, bought, to) => [
      0,
      [
        [b32, 0n, 1n, 7n, '0x'],
        [b32, 1n, 2n, 0n, '0x'],
      ],
      [paid, WETH, bought],
      [user, false, to, false],
      [7n, 0n, 0n],
      never,
    ],
    { amount: null, named: true },
  ],
  [
    '0x750283bc',
    'swapSingleTokenExactIn(address,address,address,uint256,uint256,uint256,bool,bytes)',
    (paid, bought) => [pool, paid, bought, 7n, 1n, never, false, '0x'],
    { amount: '7' },
  ],
  [
    '0x94e86ef8',
    'swapSingleTokenExactOut(address,address,address,uint256,uint256,uint256,bool,bytes)',
    (paid, bought) => [pool, paid, bought, 7n, 1n, never, false, '0x'],
    { amount: null },
  ],
  [
    '0x286f580d',
    'swapExactIn((address,(address,address,bool)[],uint256,uint256)[],uint256,bool,bytes)',
    (paid, bought) => [
      [
        [
          paid,
          [
            [pool, WETH, false],
            [pool, bought, false],
          ],
          7n,
          1n,
        ],
      ],
      never,
      false,
      '0x',
    ],
    { amount: '7' },
  ],
  [
    '0x8eb1b65e',
    'swapExactOut((address,(address,address,bool)[],uint256,uint256)[],uint256,bool,bytes)',
    (paid, bought) => [[[paid, [[pool, bought, false]], 7n, 1n]], never, false, '0x'],
    { amount: null },
  ],
];

describe('a router’s function', () => {
  it.each(table)('%s %s is read as a purchase', (selector, signature, args, { amount, paid }) => {
    expect(toFunctionSelector(`function ${signature}`)).toBe(selector);
    const { deposits, ids } = ask(encode(signature, args(USDC, ezETH, user)));
    expect(ids).toEqual(['known-contract-unknown-site']);
    expect(deposits).toHaveLength(1);
    expect(deposits[0]).toMatchObject({ kind: 'acquires', token: ezETH, amount, contract: router });
    expect([deposits[0]?.asset?.toLowerCase() ?? null, deposits[0]?.receiver]).toEqual([
      paid === null ? null : USDC.toLowerCase(),
      user,
    ]);
  });

  it.each(table)('%s %s says nothing of a sale, or of other tokens', (_, signature, args) => {
    for (const [paid, bought] of [
      [ezETH, USDC],
      [pufETH, USDC], // a token that is a deposit contract too
      [USDC, DAI],
    ] as const)
      expect(ask(encode(signature, args(paid, bought, user)))).toMatchObject({ deposits: [], ids: [] });
  });

  it.each(table.filter(([, , , { named }]) => named === true))(
    '%s %s says whom it credits',
    (_, signature, args) => {
      expect(ask(encode(signature, args(USDC, ezETH, other))).ids).toContain('receiver-not-user');
    },
  );

  it('is read wherever it hides: behind an AllowanceHolder, in a batch', () => {
    const settle = encode('execute((address,address,uint256),bytes[],bytes32)', [[user, ezETH, 1n], [], b32]);
    const held = encode('exec(address,address,uint256,address,bytes)', [router, USDC, 7n, router, settle]);
    expect(ask(held).deposits).toMatchObject([{ token: ezETH, receiver: user }]);
    const many = encode('aggregate3((address,bool,bytes)[])', [[[router, false, held]]]);
    expect(ask(many).deposits).toMatchObject([{ token: ezETH, receiver: user }]);
  });

  it('takes the value of the call for what is paid in the native coin', () => {
    const kyberSwap = encode(`swap((address,address,bytes,${kyber},bytes))`, [
      [router, router, '0x', kyberArgs(native, ezETH, user), '0x'],
    ]);
    expect(ask(kyberSwap, 5n).deposits).toMatchObject([{ asset: 'native', amount: '5' }]);
    const flow = 'createOrder((address,address,uint256,uint256,bytes32,uint256,uint32,bool,int64))';
    const order = encode(flow, [[ezETH, user, 7n, 1n, b32, 0n, 9, false, 1n]]);
    expect(ask(order, 8n).deposits).toMatchObject([{ asset: 'native', amount: '7', receiver: user }]);
  });
});

describe('a batch of swaps', () => {
  const signature = `batchSwap(uint8,(bytes32,uint256,uint256,uint256,bytes)[],address[],${funds},int256[],uint256)`;
  const through = (limit: bigint): Hex =>
    encode(signature, [
      0,
      [
        [b32, 0n, 1n, 7n, '0x'],
        [b32, 1n, 2n, 0n, '0x'],
      ],
      [USDC, ezETH, DAI],
      [user, false, user, false],
      [7n, limit, 0n],
      never,
    ]);

  it('buys what only comes out, and what is on the way only where some of it is asked for', () => {
    expect(ask(through(0n))).toMatchObject({ deposits: [], ids: [] });
    expect(ask(through(-1n)).deposits).toMatchObject([{ token: ezETH, receiver: user }]);
  });
});

const weETHPool = '0x7A415B19932c0105c82FDB6b720bb01B0CC2CAe3';
const ezETHPool = '0xBE80225f09645f172B079394312220637C440A63';
const weETH = '0xCd5fE23C85820F7B72D0926FC9b05b43E359b7ee';

const v5 = (flag: bigint): Hex =>
  encode('uniswapV3Swap(uint256,uint256,uint256[])', [7n, 1n, [BigInt(ezETHPool) | (flag << 255n)]]);

describe('a swap that names pools only', () => {
  const single = 'unoswap(uint256,uint256,uint256,uint256)';

  it('is read where one known pool tells what comes out', () => {
    const data = encode(single, [asWord(WETH), 7n, 1n, asWord(ezETHPool, 1n << 93n)]);
    expect(ask(data).deposits).toMatchObject([{ token: ezETH, amount: '7', receiver: user }]);
    const paidInCoin = encode('ethUnoswapTo(uint256,uint256,uint256)', [
      asWord(other),
      1n,
      asWord(weETHPool),
    ]);
    expect(ask(paidInCoin, 5n)).toMatchObject({
      deposits: [{ token: weETH, asset: 'native', amount: '5', receiver: other }],
    });
  });

  it('says nothing of a sale through it, or of other pools', () => {
    expect(ask(encode(single, [asWord(ezETH), 7n, 1n, asWord(ezETHPool)]))).toMatchObject({
      deposits: [],
      ids: [],
    });
    expect(ask(encode(single, [asWord(ezETH), 7n, 1n, asWord(pool)]))).toMatchObject({
      deposits: [],
      ids: [],
    });
  });

  it('is said where a route of several ends in such a pool', () => {
    const route2 = encode('unoswap2(uint256,uint256,uint256,uint256,uint256)', [
      asWord(USDC),
      7n,
      1n,
      asWord(pool),
      asWord(ezETHPool),
    ]);
    expect(ask(route2)).toMatchObject({ deposits: [], ids: ['swap-not-read'] });
  });

  it('of the old form is read alike', () => {
    const data = encode('unoswapTo(address,address,uint256,uint256,uint256[])', [
      other,
      WETH,
      7n,
      1n,
      [BigInt(ezETHPool)],
    ]);
    expect(ask(data).deposits).toMatchObject([{ token: ezETH, amount: '7', receiver: other }]);
    const sold = encode('unoswap(address,uint256,uint256,uint256[])', [ezETH, 7n, 1n, [BigInt(ezETHPool)]]);
    expect(ask(sold)).toMatchObject({ deposits: [], ids: [] });
  });

  it('tells the direction of a V3 pool by its flag: the lower address is token 0', () => {
    // Of ezETH (0xbf…) and WETH (0xc0…) the first is token 0.
    expect(ask(v5(1n)).deposits).toMatchObject([{ token: ezETH, amount: '7' }]);
    expect(ask(v5(0n))).toMatchObject({ deposits: [], ids: [] });
  });

  const curvePool = '0x85dE3ADd465a219EE25E04d22c39aB027cF5C12E';

  it.each([
    ['0x3df02124', 'exchange(int128,int128,uint256,uint256)', []],
    ['0xddc1f59d', 'exchange(int128,int128,uint256,uint256,address)', [user]],
    ['0x5b41b908', 'exchange(uint256,uint256,uint256,uint256)', []],
    ['0x394747c5', 'exchange(uint256,uint256,uint256,uint256,bool)', [true]],
    ['0xce7d6503', 'exchange(uint256,uint256,uint256,uint256,bool,address)', [true, user]],
    ['0xa64833a0', 'exchange(uint256,uint256,uint256,uint256,address)', [user]],
    ['0xa6417ed6', 'exchange_underlying(int128,int128,uint256,uint256)', []],
    ['0x44ee1986', 'exchange_underlying(int128,int128,uint256,uint256,address)', [user]],
    ['0x65b2489b', 'exchange_underlying(uint256,uint256,uint256,uint256)', []],
    ['0xe2ad025a', 'exchange_underlying(uint256,uint256,uint256,uint256,address)', [user]],
    ['0x7e3db030', 'exchange_received(int128,int128,uint256,uint256)', []],
    ['0xafb43012', 'exchange_received(int128,int128,uint256,uint256,address)', [user]],
    ['0x29b244bb', 'exchange_received(uint256,uint256,uint256,uint256)', []],
    ['0x767691e7', 'exchange_received(uint256,uint256,uint256,uint256,address)', [user]],
  ] as const)('%s %s at a Curve pool is said: its coins are numbers', (selector, signature, rest) => {
    expect(toFunctionSelector(`function ${signature}`)).toBe(selector);
    const data = encode(signature, [0n, 1n, 7n, 1n, ...rest]);
    expect(ask(data, 0n, curvePool)).toMatchObject({ deposits: [], ids: ['swap-not-read'] });
    expect(ask(data, 0n, pool)).toMatchObject({ deposits: [], ids: [] });
  });

  it('knows every pool that a market is read from', () => {
    const known = new Set(pools.map(({ address }) => address.toLowerCase()));
    for (const market of markets)
      for (const { address } of market.pools) expect(known).toContain(address.toLowerCase());
  });
});

const preSign = (signed: boolean): Hex =>
  encode('setPreSignature(bytes,bool)', [`0x${'ab'.repeat(56)}`, signed]);

const opaque = (token: Hex): Hex => `0x83bd37f9${'00'.repeat(7)}${token.slice(2)}${'11'.repeat(5)}`;

describe('a call to a router that nobody reads', () => {
  const odos = '0xCf5540fFFCdC3d510B18bFcA6d2b9987b0772559';

  it('is said where it names a restaking token: it may buy it, or sell it', () => {
    expect(ask(opaque(ezETH), 0n, odos)).toMatchObject({ deposits: [], ids: ['swap-not-read'] });
    expect(ask(opaque(weETHPool), 0n, odos).ids).toEqual(['swap-not-read']);
    expect(ask(opaque(USDC), 0n, odos).ids).toEqual([]);
  });

  it('is said of an unknown contract too, where an aggregator asks or the coin itself is paid', () => {
    expect(ask(opaque(ezETH), 0n, router, 'https://app.1inch.io').ids).toEqual(['swap-not-read']);
    expect(ask(opaque(ezETH), 5n).ids).toEqual(['swap-not-read']);
    expect(ask(opaque(ezETH)).ids).toEqual([]);
  });

  it('is said where an order is named by its hash alone', () => {
    expect(ask(preSign(true)).ids).toEqual(['swap-not-read']);
    expect(ask(preSign(false)).ids).toEqual([]);
  });

  it('is said where it swaps, but names a deposit contract inside', () => {
    const manager = '0x74a09653A083691711cF8215a6ab074BB4e99ef5';
    const data = encode(`swap((address,address,bytes,${kyber},bytes))`, [
      [router, router, manager, kyberArgs(USDC, DAI, user), '0x'],
    ]);
    expect(ask(data)).toMatchObject({ deposits: [], ids: ['not-fully-read'] });
  });
});

const v4Parameters = (types: string, values: readonly unknown[]): Hex =>
  encodeAbiParameters(parseAbiParameters(types), values);
const key = (a: Hex, b: Hex): readonly unknown[] => [a, b, 500, 10, zero];
const keyType = '(address,address,uint24,int24,address)';
const hopType = '(address,uint24,int24,address,bytes)[]';
const hop = (token: Hex): readonly unknown[] => [token, 500, 10, zero, '0x'];
const one = `0x${'1'.padStart(40, '0')}` as const;

function v4(actions: Hex, parameters: readonly Hex[]) {
  const input = encodeAbiParameters(parseAbiParameters('bytes,bytes[]'), [actions, parameters]);
  return ask(
    encode('execute(bytes,bytes[],uint256)', ['0x10', [input], never]),
    0n,
    router,
    'https://app.uniswap.org',
  );
}

describe('Uniswap V4 in the Universal Router', () => {
  const single = `(${keyType},bool,uint128,uint128,bytes)`;
  const singleNew = `(${keyType},bool,uint128,uint128,uint256,bytes)`;
  const settled: readonly Hex[] = [
    v4Parameters('address,uint256', [zero, 7n]),
    v4Parameters('address,uint256', [ezETH, 1n]),
  ];

  it.each([
    ['exact in', '0x060c0f', single, [key(zero, ezETH), true, 7n, 1n, '0x'], '7'],
    ['exact in of router 2.1', '0x060c0f', singleNew, [key(zero, ezETH), true, 7n, 1n, 0n, '0x'], '7'],
    ['exact out', '0x080c0f', single, [key(zero, ezETH), true, 1n, 7n, '0x'], null],
    ['all there is', '0x060c0f', single, [key(zero, ezETH), true, 0n, 1n, '0x'], null],
  ] as const)('reads one pool, %s', (_, actions, type, struct, amount) => {
    const { deposits, ids } = v4(actions, [v4Parameters(type, [struct]), ...settled]);
    expect(ids).toEqual([]);
    expect(deposits).toMatchObject([{ token: ezETH, asset: 'native', amount, receiver: user }]);
  });

  it.each([
    [
      'exact in',
      '0x070c0f',
      `(address,${hopType},uint128,uint128)`,
      [zero, [hop(USDC), hop(ezETH)], 7n, 1n],
      '7',
    ],
    [
      'exact in of router 2.1',
      '0x070c0f',
      `(address,${hopType},uint256[],uint128,uint128)`,
      [zero, [hop(USDC), hop(ezETH)], [0n, 0n], 7n, 1n],
      '7',
    ],
    [
      'exact out',
      '0x090c0f',
      `(address,${hopType},uint128,uint128)`,
      [ezETH, [hop(zero), hop(USDC)], 1n, 7n],
      null,
    ],
  ] as const)('reads several pools, %s', (_, actions, type, struct, amount) => {
    const { deposits, ids } = v4(actions, [v4Parameters(type, [struct]), ...settled]);
    expect(ids).toEqual([]);
    expect(deposits).toMatchObject([{ token: ezETH, asset: 'native', amount, receiver: user }]);
  });

  it('says nothing of a sale', () => {
    const sold = v4Parameters(single, [[key(zero, ezETH), false, 7n, 1n, '0x']]);
    expect(v4('0x060c0f', [sold, ...settled])).toMatchObject({ deposits: [], ids: [] });
  });

  it('credits whom it is taken for', () => {
    const swap = v4Parameters(single, [[key(zero, ezETH), true, 7n, 1n, '0x']]);
    const taken = (to: Hex): Hex => v4Parameters('address,address,uint256', [ezETH, to, 0n]);
    expect(v4('0x060e', [swap, taken(other)]).ids).toEqual(['receiver-not-user']);
    expect(v4('0x060e', [swap, taken(one)]).deposits).toMatchObject([{ receiver: user }]);
  });

  it('says so when an action is not read and names a restaking token, or its arguments are cut off', () => {
    expect(v4('0x02', [v4Parameters('address', [ezETH])]).ids).toEqual(['not-fully-read']);
    expect(v4('0x02', [v4Parameters('address', [USDC])]).ids).toEqual([]);
    expect(v4('0x06', ['0x1234']).ids).toEqual(['not-fully-read']);
  });
});

describe('what a swap leaves in the router', () => {
  const swap = encode('exactInputSingle((address,address,uint24,address,uint256,uint256,uint256,uint160))', [
    [WETH, ezETH, 500, zero, never, 7n, 1n, 0n],
  ]);
  const sweep = (to: Hex, token: Hex = ezETH): Hex =>
    encode('sweepToken(address,uint256,address)', [token, 1n, to]);

  it('goes to whom a later call of the same request hands it', () => {
    expect(ask(encode('multicall(bytes[])', [[swap, sweep(user)]])).deposits).toMatchObject([
      { receiver: user },
    ]);
    expect(ask(encode('multicall(bytes[])', [[swap, sweep(other)]])).ids).toContain('receiver-not-user');
    expect(ask(encode('multicall(bytes[])', [[swap, sweep(user, USDC)]])).ids).toContain('receiver-not-user');
    expect(ask(encode('multicall(bytes[])', [[swap]])).ids).toContain('receiver-not-user');
  });

  const router02 = '0x68b3465833fb72A70ecDF485E0e4C7bD8665Fc45';
  const permitted = [7n, never, 27, b32, b32] as const;

  it.each([
    ['0xf3995c67', 'selfPermit(address,uint256,uint256,uint8,bytes32,bytes32)', permitted],
    ['0xc2e3140a', 'selfPermitIfNecessary(address,uint256,uint256,uint8,bytes32,bytes32)', permitted],
    ['0x4659a494', 'selfPermitAllowed(address,uint256,uint256,uint8,bytes32,bytes32)', permitted],
    ['0xa4a78f0c', 'selfPermitAllowedIfNecessary(address,uint256,uint256,uint8,bytes32,bytes32)', permitted],
    ['0xf2d5d56b', 'pull(address,uint256)', [7n]],
    ['0xdf2ab5bb', 'sweepToken(address,uint256,address)', [1n, user]],
    ['0xe90a182f', 'sweepToken(address,uint256)', [1n]],
    ['0xe0e189a0', 'sweepTokenWithFee(address,uint256,address,uint256,address)', [1n, user, 1n, other]],
    ['0x3068c554', 'sweepTokenWithFee(address,uint256,uint256,address)', [1n, 1n, other]],
  ] as const)('%s %s around a swap is no purchase by itself', (selector, signature, rest) => {
    expect(toFunctionSelector(`function ${signature}`)).toBe(selector);
    const data = encode('multicall(bytes[])', [[encode(signature, [ezETH, ...rest])]]);
    expect(ask(data, 5n, router02, 'https://app.uniswap.org')).toMatchObject({ deposits: [], ids: [] });
  });
});
