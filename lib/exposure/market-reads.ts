import type { Hex } from '../core/index.ts';
import {
  type Market,
  type MarketPool,
  RUNGS,
  type StakeRead,
  UNISWAP_V3_QUOTER,
  WETH,
} from '../protocols/index.ts';

import type { QuoteRead } from './plan.ts';
import { word } from './words.ts';

type Reads = Record<string, StakeRead | QuoteRead>;

/** Forms of a Curve quote: pools of the stable kind number their coins by int128, those of the crypto kind by uint256. */
export const CURVE_FORMS = [
  { name: 'Stable', sig: 'get_dy(int128,int128,uint256)', selector: '0x5e0d443f' },
  { name: 'Crypto', sig: 'get_dy(uint256,uint256,uint256)', selector: '0x556d6e9f' },
] as const;

/** Coin sold and coin paid, by number. Which of the two orders is the token's is read in the same trip. */
export const CURVE_ORDERS = ['01', '10'] as const;

/** Name of the list of sizes among the reads. */
const LADDER = 'marketLadder';

/** Gas one quote may use: many times what an honest one takes. A pool that is sold out may use it up. */
const QUOTE_GAS = 2_000_000;

/** Everything that is read of a token's market. It depends on the token alone, never on what is deposited. */
export function marketReads(market: Market): Reads {
  const curve = market.pools.some(({ venue }) => venue === 'curve');
  return Object.assign(
    {},
    curve ? { [LADDER]: ladder() } : {},
    ...market.pools.map((pool, i) => poolReads(market, pool, i)),
    market.feed === null ? {} : feedReads(market.feed.address),
  );
}

/**
 * The sizes as the answer of a read, so that one step asks them all: the identity precompile (0x04) gives back what it
 * is given, after four bytes of selector, which is why every word is shifted by as much.
 */
function ladder(): StakeRead {
  const words = [32n, BigInt(RUNGS.length), ...RUNGS];
  return {
    kind: 'view',
    to: '0x0000000000000000000000000000000000000004',
    sig: 'the fixed sizes',
    selector: '0x00000000',
    args: words.map((value): Hex => `0x${word(value << 32n)}`),
    grade: 'S',
  };
}

function poolReads({ token }: Market, pool: MarketPool, i: number): Reads {
  const held: StakeRead = {
    kind: 'view',
    to: WETH,
    sig: 'balanceOf(address)',
    selector: '0x70a08231',
    args: [pool.address],
    grade: 'S',
  };
  const quotes = pool.venue === 'curve' ? curveReads(pool, i) : quoterReads(token, pool.fee, i);
  return { [`market${i}Held`]: held, ...quotes };
}

function curveReads({ address }: MarketPool, i: number): Reads {
  const coins = [0, 1].map((n): [string, StakeRead] => [
    `market${i}Coin${n}`,
    {
      kind: 'view',
      to: address,
      sig: 'coins(uint256)',
      selector: '0xc6610657',
      args: [n === 0 ? '0' : '1'],
      grade: 'T',
    },
  ]);
  const quotes = CURVE_FORMS.flatMap(({ name, sig, selector }) =>
    CURVE_ORDERS.map((order): [string, StakeRead] => [
      `market${i}${name}${order}`,
      {
        kind: 'view',
        to: address,
        sig,
        selector,
        args: [...(order === '01' ? (['0', '1'] as const) : (['1', '0'] as const)), { item: true }],
        for: { list: LADDER },
        max: RUNGS.length,
        gas: QUOTE_GAS,
        grade: 'T',
      },
    ]),
  );
  return Object.fromEntries([...coins, ...quotes]);
}

function quoterReads(token: Market['token'], fee: number, i: number): Reads {
  const quotes = RUNGS.map((amount, rung): [string, QuoteRead] => [
    `market${i}Quote${rung}`,
    {
      kind: 'quote',
      to: UNISWAP_V3_QUOTER,
      sig: 'quoteExactInputSingle((address,address,uint256,uint24,uint160))',
      selector: '0xc6a5026a',
      args: [token, WETH, `0x${word(amount)}`, `0x${word(fee)}`, '0'],
      gas: QUOTE_GAS,
      size: 32,
    },
  ]);
  return Object.fromEntries(quotes);
}

function feedReads(to: Market['token']): Reads {
  const round = { kind: 'view', to, sig: 'latestRoundData()', selector: '0xfeaf968c', grade: 'T' } as const;
  const decimals = { kind: 'view', to, sig: 'decimals()', selector: '0x313ce567', grade: 'T' } as const;
  return { marketFeed: round, marketFeedDecimals: decimals };
}
