import { known, type Reading, unknown, WAD } from '../core/index.ts';
import { type Market, marketOf, RUNGS } from '../protocols/index.ts';

import type { Aside, AsideFindings } from './asides.ts';
import { depositValue } from './deposit-value.ts';
import { figure } from './expression.ts';
import type { StakeReading } from './findings.ts';
import { isBelievable, paysMore, type Quote, saleAt } from './market-curve.ts';
import { poolQuotes, type PoolQuotes } from './market-pools.ts';
import { marketReads } from './market-reads.ts';

type Figures = AsideFindings['figures'];
type Unknown = Extract<Reading<bigint>, { status: 'unknown' }>;

/**
 * What the token trades at, and what selling the deposit would cost: from quotes of pools for sizes that never change,
 * and from a published price where it is fresh. A pool whose answers cannot all be true gives nothing.
 */
export const market: Aside = {
  reads: (record) => {
    const found = record.kind === 'direct' ? null : marketOf(record.id);
    return found === null ? {} : marketReads(found);
  },
  findings: (reading) => ({ figures: figuresOf(reading), remarks: [], unread: [] }),
};

function figuresOf(reading: StakeReading): Figures {
  if (reading.record.kind === 'direct') return {};
  const found = marketOf(reading.record.id);
  if (found === null) return all(unknown('no-source', 'no market of this token is known'));
  const rate = rateOf(reading);
  if (rate.status === 'unknown') return all(rate);
  const pools = poolQuotes(found, reading.answers, rate.value);
  const published = feedPrice(found, reading, rate.value);
  return {
    marketRate: priceOf(pools, published),
    ...(isUnheard(published) ? { marketRateAtLeast: published } : {}),
    ...saleOf(pools, soldOf(reading, rate)),
  };
}

function all(reading: Reading<never>): Figures {
  return { marketRate: reading, sellIn: reading, sellOut: reading };
}

/** The token's redemption rate: what a price is held against. */
function rateOf({ record, answers }: StakeReading): Reading<bigint> {
  const entry = record.figures['rate'];
  if (entry === undefined) return unknown('not-modelled', 'rate');
  const rate = figure(entry, { answers, traced: unknown('no-source'), found: false });
  return rate.status === 'known' && rate.value === 0n ? unknown('malformed', rate.source) : rate;
}

/**
 * The price of the smallest sale in the pool that pays most for it, or the published price where that is lower. Where
 * pools are known and none could be read, the published price alone would hide what they say: then it is unknown.
 */
function priceOf(pools: readonly PoolQuotes[], feed: Reading<bigint>): Reading<bigint> {
  const prices = pools.map(({ name, quotes }) => smallest(name, quotes));
  const best = prices.reduce<Reading<bigint> | undefined>(better, undefined);
  if (best === undefined) return feed;
  if (best.status === 'unknown' || feed.status === 'unknown') return best;
  return feed.value < best.value ? { ...feed, source: `${feed.source}, below the pools` } : best;
}

/** Whether nobody knows what is published, since a node failed to tell: it may be lower than any pool says. */
function isUnheard(feed: Reading<bigint>): boolean {
  return feed.status === 'unknown' && UNHEARD.has(feed.reason);
}

/** A price that is stale or cannot be true was heard, and is out for what it is. */
const UNHEARD: ReadonlySet<Unknown['reason']> = new Set([
  'rpc-failed',
  'not-reached',
  'starved',
  'oversized',
]);

function smallest(name: string, quotes: PoolQuotes['quotes']): Reading<bigint> {
  if (quotes.status === 'unknown') return quotes;
  const [first] = quotes.value;
  if (first === undefined || first.sold !== RUNGS[0]) return unknown('no-source', `smallest sale in ${name}`);
  const source = `sale of 0.1 in ${name}, its fee taken off`;
  return known((first.paid * WAD) / first.sold, source, quotes.block);
}

/** The higher of two known prices; a known one before an unknown one. */
function better(a: Reading<bigint> | undefined, b: Reading<bigint>): Reading<bigint> {
  if (a === undefined || a.status === 'unknown') return a === undefined || b.status === 'known' ? b : a;
  return b.status === 'known' && b.value > a.value ? b : a;
}

/** Time a feed may need to land its renewal on the chain, in seconds: our own allowance. */
const RENEWAL_SECS = 3_600n;

/** The published price of one token in ETH, 1e18; unknown where it is older than its own rule, or cannot be true. */
function feedPrice({ feed }: Market, { answers }: StakeReading, rateWad: bigint): Reading<bigint> {
  if (feed === null) return unknown('no-source', 'no published price is known');
  const [answer, updatedAt, decimals] = [
    answers.word('marketFeed', 1),
    answers.word('marketFeed', 3),
    answers.word('marketFeedDecimals'),
  ];
  if (answer.status === 'unknown') return answer;
  if (updatedAt.status === 'unknown') return updatedAt;
  if (decimals.status === 'unknown') return decimals;
  const source = `${feed.pair} at ${feed.address}`;
  if (updatedAt.value > answers.timestamp || decimals.value !== BigInt(feed.decimals))
    return unknown('malformed', source);
  if (answers.timestamp - updatedAt.value > BigInt(feed.heartbeat.value) + RENEWAL_SECS)
    return unknown('stale', source);
  const price = answer.value * 10n ** (18n - decimals.value);
  // A negative answer is a huge number here, and no more believable than one.
  const believable = isBelievable({ sold: WAD, paid: price }, rateWad);
  return believable ? known(price, source, answer.block) : unknown('malformed', source);
}

/**
 * How much of the token stands for the deposit, in base units: rounded up, and two more, so that it is plainly more
 * than the deposit and what it costs is taken for an upper end and not for the very cost.
 */
function soldOf({ deposit, answers }: StakeReading, rate: Reading<bigint>): Reading<bigint> {
  const worth = depositValue(deposit, answers, rate);
  if (worth.status === 'unknown') return worth;
  if (rate.status === 'unknown') return rate;
  return { ...rate, value: (worth.value * WAD + rate.value - 1n) / rate.value + 2n };
}

/** The best sale of so much that one pool alone makes. Several together may pay more; they are not added up. */
function saleOf(pools: readonly PoolQuotes[], sold: Reading<bigint>): Figures {
  if (sold.status === 'unknown') return { sellIn: sold, sellOut: sold };
  let best: { readonly sale: Quote; readonly source: string; readonly block: bigint | null } | null = null;
  let why: Unknown = { status: 'unknown', reason: 'no-source', source: 'no pool of this token is known' };
  for (const { name, quotes } of pools) {
    const sale = quotes.status === 'unknown' ? null : saleAt(quotes.value, sold.value);
    if (quotes.status === 'known' && sale !== null && (best === null || paysMore(sale, best.sale))) {
      best = { sale, source: `${name} alone, by quotes for fixed sizes`, block: quotes.block };
    }
    if (quotes.status === 'unknown') why = why.reason === 'no-source' ? quotes : why;
  }
  const sound = pools.some(({ quotes }) => quotes.status === 'known');
  if (best === null && sound)
    why = { ...why, reason: 'no-source', source: 'more than any size that is asked' };
  if (best === null) return { sellIn: why, sellOut: why };
  const { sale, source, block } = best;
  return { sellIn: known(sale.sold, source, block), sellOut: known(sale.paid, source, block) };
}
