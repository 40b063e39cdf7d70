import type { Address, Hex } from '../../lib/core/index.ts';
import {
  BALANCER_VAULT,
  type Market,
  type MarketPool,
  markets,
  UNISWAP_V3_QUOTER,
  WETH,
} from '../../lib/protocols/index.ts';
import { codeQuestion, numberOf } from './contracts.ts';
import { addressOf, digitsOf, type Outcome, type Question, same, unread } from './question.ts';

/** What the data of markets claims: which tokens a pool trades, at which fee, and in which units a price is published. */
export function marketQuestions(): Question[] {
  return [
    codeQuestion(1, UNISWAP_V3_QUOTER, 'market: Uniswap QuoterV2', 'third-party'),
    codeQuestion(1, BALANCER_VAULT, 'market: Balancer V2 vault', 'third-party'),
    ...markets.flatMap((market) => [
      ...market.pools.flatMap((pool) => poolQuestions(market, pool)),
      ...feedQuestions(market),
    ]),
  ];
}

function poolQuestions(market: Market, pool: MarketPool): Question[] {
  const { address, evidence, pair } = pool;
  const ask = (what: string, to: Address, data: Hex, judge: Question['judge']): Question => ({
    chainId: 1,
    fact: `market ${market.symbol}: ${what} (${pair}, ${address})`,
    evidence,
    call: { method: 'eth_call', params: [{ to, data }, 'latest'] },
    judge,
  });
  const oneOf = (result: unknown) => coinOf(result, market);
  if (pool.venue === 'curve') {
    return ['0', '1'].map((n) =>
      ask(
        `coin ${n} of the Curve pool is one of the pair`,
        address,
        `0xc6610657${n.padStart(64, '0')}`,
        oneOf,
      ),
    );
  }
  if (pool.venue === 'uniswap-v3') {
    return [
      ask('token0 of the Uniswap pool is one of the pair', address, '0x0dfe1681', oneOf),
      ask('token1 of the Uniswap pool is one of the pair', address, '0xd21220a7', oneOf),
      ask(`fee of the Uniswap pool is ${pool.fee}`, address, '0xddca3f43', (result) =>
        is(result, BigInt(pool.fee)),
      ),
    ];
  }
  const data: Hex = `0xf94d4668${pool.poolId.slice(2)}`;
  return [
    ask('the Balancer pool holds the pair', BALANCER_VAULT, data, (result) => holdsBoth(result, market)),
  ];
}

function feedQuestions({ symbol, feed }: Market): Question[] {
  if (feed === null) return [];
  return [
    {
      chainId: 1,
      fact: `market ${symbol}: ${feed.pair} at ${feed.address} has ${feed.decimals} decimals`,
      evidence: feed.evidence,
      call: { method: 'eth_call', params: [{ to: feed.address, data: '0x313ce567' }, 'latest'] },
      judge: (result) => is(result, BigInt(feed.decimals)),
    },
  ];
}

/** Which of the two tokens it is: no source says the order, so that is told. */
function coinOf(result: unknown, { symbol, token }: Market): Outcome {
  const address = addressOf(result);
  if (address === null) return unread('no answer that can be read');
  if (address === token.toLowerCase()) return { state: 'told', now: symbol };
  return address === WETH.toLowerCase() ? { state: 'told', now: 'WETH' } : { state: 'differs', now: address };
}

function is(result: unknown, expected: bigint): Outcome {
  const now = numberOf(result);
  if (now === null) return unread('no answer that can be read');
  return now === expected ? same : { state: 'differs', now: String(now) };
}

function holdsBoth(result: unknown, { token }: Market): Outcome {
  const digits = digitsOf(result);
  if (digits === null || digits === '') return unread('no answer that can be read');
  const words = new Set(digits.match(/.{64}/g));
  const missing = [token, WETH].filter((one) => !words.has(one.slice(2).toLowerCase().padStart(64, '0')));
  return missing.length === 0 ? same : { state: 'differs', now: `without ${missing.join(' and ')}` };
}
