import { type Address, known, type Reading, sameAddress, unknown } from '../core/index.ts';
import { type Market, type MarketPool, RUNGS, WETH } from '../protocols/index.ts';

import type { Answers } from './answers.ts';
import { agrees, type Quote } from './market-curve.ts';
import { CURVE_BUNDLE } from './market-reads.ts';

/** What one pool pays for the sizes that could be read, smallest first. */
export type PoolQuotes = { readonly name: string; readonly quotes: Reading<readonly Quote[]> };

/** A pool that holds less than this pays nobody: what it quotes is no market. 10 ETH, our own line. */
const DUST_WEI = 10n ** 19n;

/**
 * The quotes of every pool of a market. Those of one pool must all be believable together, or none of them counts;
 * a size that could not be read is left out.
 */
export function poolQuotes(market: Market, answers: Answers, rateWad: bigint): PoolQuotes[] {
  return market.pools.map((pool, i) => ({
    name: `${pool.venue === 'curve' ? 'Curve' : 'Uniswap V3'} ${pool.pair} (${pool.address})`,
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
  const held = answers.word(`market${i}Held`);
  if (held.status === 'unknown') return held;
  if (held.value < DUST_WEI) return unknown('no-source', `${pool.pair} holds next to nothing`);
  const paid = pool.venue === 'curve' ? curveQuotes(token, answers, i) : quoterQuotes(answers, i);
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
type Paid = Reading<readonly Reading<bigint>[]>;

function quoterQuotes(answers: Answers, i: number): Paid {
  const paid = RUNGS.map((_, rung) => answers.word(`market${i}Quote${rung}`));
  return known(paid, 'quoter', answers.block);
}

/** By the order of coins and in the form that the pool itself tells; one that answers in both must say the same. */
function curveQuotes(token: Address, answers: Answers, i: number): Paid {
  const [first, second] = [answers.word(`market${i}Coin0`), answers.word(`market${i}Coin1`)];
  if (first.status === 'unknown') return first;
  if (second.status === 'unknown') return second;
  const forward = is(first.value, token) && is(second.value, WETH);
  if (!forward && !(is(first.value, WETH) && is(second.value, token)))
    return unknown('malformed', `coins of a pool: ${first.source}`);
  const sold = forward ? 0 : 1;
  const paid = RUNGS.map((_, rung) => {
    const [stable, crypto] = [0, 1].map((form) => bundled(answers, i, form, sold, rung));
    return stable === undefined || crypto === undefined ? unknown('malformed') : eitherForm(stable, crypto);
  });
  return known(paid, 'get_dy', answers.block);
}

/** One quote out of a Curve pool's bundle, as Multicall3 lays its answer out: a list of (went well, bytes). */
function bundled(answers: Answers, i: number, form: number, sold: number, rung: number): Reading<bigint> {
  const at = CURVE_BUNDLE.findIndex((one) => one.form === form && one.sold === sold && one.rung === rung);
  const name = `market${i}Bundle`;
  const offset = answers.word(name, 2 + at);
  if (offset.status === 'unknown') return offset;
  if (offset.value % 32n !== 0n || offset.value > 8_192n) return unknown('malformed', offset.source);
  const from = 2 + Number(offset.value / 32n);
  const [wentWell, length, value] = [0, 2, 3].map((n) => answers.word(name, from + n));
  if (wentWell?.status === 'known' && wentWell.value === 0n) return unknown('reverted', offset.source);
  const whole = length?.status === 'known' && length.value === 32n;
  return whole && value !== undefined ? value : unknown('malformed', offset.source);
}

function is(coin: bigint, address: Address): boolean {
  return sameAddress(`0x${coin.toString(16).padStart(40, '0')}`, address);
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
