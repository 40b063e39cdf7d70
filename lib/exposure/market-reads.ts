import type { Address, Hex } from '../core/index.ts';
import {
  BALANCER_VAULT,
  type Market,
  type MarketPool,
  RUNGS,
  type StakeRead,
  UNISWAP_V3_QUOTER,
  WETH,
} from '../protocols/index.ts';

import { aggregate3, MULTICALL3 } from './lens-call.ts';
import type { QuoteRead } from './plan.ts';
import { addressWord, calldata, word } from './words.ts';

type Reads = Record<string, StakeRead | QuoteRead>;

/** Quotes of a Curve pool: those of the stable kind number their coins by int128, those of the crypto kind by uint256. */
const CURVE_FORMS = ['0x5e0d443f', '0x556d6e9f'] as const;

/**
 * The quotes in a Curve pool's bundle, in their order: both forms, coin 0 sold for coin 1 and the other way round, every
 * size. Which of them speak of the token is read in the same trip.
 */
export const CURVE_BUNDLE = CURVE_FORMS.flatMap((selector, form) =>
  [0, 1].flatMap((sold) => RUNGS.map((amount, rung) => ({ selector, form, sold, amount, rung }))),
);

/**
 * Gas that the quotes of one Curve pool may use, all of them together: many times what honest ones take, where the
 * pool asks the token's rate each time, and below what the smallest nodes give a call.
 */
const BUNDLE_GAS = 15_000_000;

/** Gas one quote of Uniswap may use. Selling more than the pool can pay uses it up, and is then unknown. */
const QUOTE_GAS = 2_000_000;

/**
 * Everything that is read of a token's market. It depends on the token alone, never on what is deposited. Quotes stand
 * beside the lens, so that a pool which burns gas costs its own figures and nothing else.
 */
export function marketReads(market: Market): Reads {
  const pools = market.pools.map((pool, i) => poolReads(market.token, pool, i));
  return Object.assign({}, ...pools, market.feed === null ? {} : feedReads(market.feed.address));
}

function poolReads(token: Address, pool: MarketPool, i: number): Reads {
  if (pool.venue === 'balancer-v2') return balancerReads(token, pool.poolId, i);
  const held: StakeRead = {
    kind: 'view',
    to: WETH,
    sig: 'balanceOf(address)',
    selector: '0x70a08231',
    args: [pool.address],
    grade: 'S',
  };
  const quotes = pool.venue === 'curve' ? curveReads(pool.address, i) : quoterReads(token, pool.fee, i);
  return { [`market${i}Held`]: held, ...quotes };
}

function curveReads(to: Address, i: number): Reads {
  const coin = (arg: '0' | '1'): StakeRead => ({
    kind: 'view',
    to,
    sig: 'coins(uint256)',
    selector: '0xc6610657',
    args: [arg],
    grade: 'T',
  });
  const calls = CURVE_BUNDLE.map(({ selector, sold, amount }) => ({
    to,
    data: calldata(selector, word(sold), word(1 - sold), word(amount)),
  }));
  const bundle: QuoteRead = {
    kind: 'quote',
    to: MULTICALL3,
    sig: `get_dy of ${to}, several at once,`,
    data: aggregate3(calls),
    gas: BUNDLE_GAS,
    size: 8_192,
  };
  return { [`market${i}Coin0`]: coin('0'), [`market${i}Coin1`]: coin('1'), [`market${i}Bundle`]: bundle };
}

function quoterReads(token: Address, fee: number, i: number): Reads {
  const quotes = RUNGS.map((amount, rung): [string, QuoteRead] => [
    `market${i}Quote${rung}`,
    {
      kind: 'quote',
      to: UNISWAP_V3_QUOTER,
      sig: 'quoteExactInputSingle((address,address,uint256,uint24,uint160))',
      data: calldata('0xc6a5026a', addressWord(token), addressWord(WETH), word(amount), word(fee), word(0)),
      gas: QUOTE_GAS,
      size: 32,
    },
  ]);
  return Object.fromEntries(quotes);
}

/** All sizes in one bundle; what the pool holds is told by the vault. */
function balancerReads(token: Address, poolId: Hex, i: number): Reads {
  const vault = { to: BALANCER_VAULT, grade: 'T' } as const;
  const sig = 'getPoolTokens(bytes32)';
  const held: StakeRead = { ...vault, kind: 'view', sig, selector: '0xf94d4668', args: [poolId] };
  const bundle: QuoteRead = {
    kind: 'quote',
    to: MULTICALL3,
    sig: `queryBatchSwap of ${BALANCER_VAULT}, several at once,`,
    data: aggregate3(RUNGS.map((amount) => ({ to: BALANCER_VAULT, data: batchSwap(token, poolId, amount) }))),
    gas: BUNDLE_GAS,
    size: 8_192,
  };
  return { [`market${i}Held`]: held, [`market${i}Bundle`]: bundle };
}

/** One swap of a given amount of the token (asset 0) for WETH (asset 1), for nobody and out of nobody's funds. */
function batchSwap(token: Address, poolId: Hex, amount: bigint): Hex {
  const swap = [poolId.slice(2), word(0), word(1), word(amount), word(160), word(0)];
  const nobody = [word(0), word(0), word(0), word(0)];
  const assets = [word(2), addressWord(token), addressWord(WETH)];
  return calldata(
    '0xf84d066e',
    word(0),
    word(224),
    word(480),
    ...nobody,
    word(1),
    word(32),
    ...swap,
    ...assets,
  );
}

function feedReads(to: Address): Reads {
  const round = { kind: 'view', to, sig: 'latestRoundData()', selector: '0xfeaf968c', grade: 'T' } as const;
  const decimals = { kind: 'view', to, sig: 'decimals()', selector: '0x313ce567', grade: 'T' } as const;
  return { marketFeed: round, marketFeedDecimals: decimals };
}
