import { type Address, known, type Reading, unknown } from '../core/index.ts';
import { type Market, type MarketPool, RUNGS, WETH } from '../protocols/index.ts';

import type { Answers } from './answers.ts';
import { balancerQuotes, vaultHolds } from './market-balancer.ts';
import { bundled } from './market-bundle.ts';
import { agrees, type Quote } from './market-curve.ts';
import { CURVE_BUNDLE } from './market-reads.ts';

/** What one pool pays for the sizes that could be read, smallest first. */
export type PoolQuotes = { readonly name: string; readonly quotes: Reading<readonly Quote[]> };

const VENUES = { curve: 'Curve', 'uniswap-v3': 'Uniswap V3', 'balancer-v2': 'Balancer V2' } as const;

/** A pool that holds less than this pays nobody: what it quotes is no market. 10 ETH, our own line. */
const DUST_WEI = 10n ** 19n;

/**
 * The quotes of every pool of a market. Those of one pool must all be believable together, or none of them counts;
 * a size that could not be read is left out.
 */
export function poolQuotes(market: Market, answers: Answers, rateWad: bigint): PoolQuotes[] {
  return market.pools.map((pool, i) => ({
    name: `${VENUES[pool.venue]} ${pool.pair} (${pool.address})`,
    quotes: quotesOf(market.token, pool, answers, i, rateWad),
  }));
}

function quotesOf(
  token: Address,
  pool: MarketPool,
  answers: Answers,
  i: number,
  rateWad: bigint,
): Reading<readonly Quote[]> {
  const heldBy = `market${i}Held`;
  const held = pool.venue === 'balancer-v2' ? vaultHolds(answers, heldBy) : answers.word(heldBy);
  if (held.status === 'unknown') return held;
  if (held.value < DUST_WEI) return unknown('no-source', `${pool.pair} holds next to nothing`);
  const paid = paidBy(token, pool, answers, i);
  if (paid.status === 'unknown') return paid;
  const quotes = RUNGS.flatMap((sold, rung) => {
    const reading = paid.value[rung];
    return reading?.status === 'known' ? [{ sold, paid: reading.value }] : [];
  });
  const unread = paid.value.find((reading) => reading.status === 'unknown');
  if (quotes.length === 0 && unread !== undefined) return unread;
  return agrees(quotes, held.value, rateWad)
    ? known(quotes, pool.pair, held.block)
    : unknown('malformed', `quotes of ${pool.pair} at ${pool.address}`);
}

/** One reading for each size; unknown as a whole where the pool is not the one it should be. */
type Paid = Reading<readonly Reading<bigint>[]>;

function paidBy(token: Address, { venue }: MarketPool, answers: Answers, i: number): Paid {
  if (venue === 'curve') return curveQuotes(token, answers, i);
  const paid =
    venue === 'balancer-v2'
      ? balancerQuotes(answers, `market${i}Bundle`)
      : RUNGS.map((_, rung) => answers.word(`market${i}Quote${rung}`));
  return known(paid, venue, answers.block);
}

/** By the order of coins and in the form that the pool itself tells; one that answers in both must say the same. */
function curveQuotes(token: Address, answers: Answers, i: number): Paid {
  const [first, second] = [answers.word(`market${i}Coin0`), answers.word(`market${i}Coin1`)];
  if (first.status === 'unknown') return first;
  if (second.status === 'unknown') return second;
  const [weth, sold] = [BigInt(WETH), BigInt(token)];
  const forward = first.value === sold && second.value === weth;
  if (!forward && !(first.value === weth && second.value === sold))
    return unknown('malformed', `coins of a pool: ${first.source}`);
  const order = forward ? 0 : 1;
  const quote = (form: number, rung: number) => {
    const at = CURVE_BUNDLE.findIndex((one) => one.form === form && one.sold === order && one.rung === rung);
    return bundled(answers, `market${i}Bundle`, at);
  };
  const paid = RUNGS.map((_, rung) => eitherForm(quote(0, rung), quote(1, rung)));
  return known(paid, 'get_dy', answers.block);
}

/** The form that is answered. One that is only refused says nothing beside one that failed for another reason. */
function eitherForm(a: Reading<bigint>, b: Reading<bigint>): Reading<bigint> {
  if (a.status === 'known' && b.status === 'known') {
    return a.value === b.value ? a : unknown('malformed', a.source);
  }
  if (a.status === 'known') return a;
  if (b.status === 'known') return b;
  return a.reason === 'reverted' ? b : a;
}
