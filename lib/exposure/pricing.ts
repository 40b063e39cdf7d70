import { known, type Reading, unknown, WAD } from '../core/index.ts';
import { strategies } from '../protocols/index.ts';

import { isBeacon } from './plan.ts';
import type { Raw } from './request.ts';
import { PRICED_SHARES } from './views.ts';
import type { PriceAnswers } from './walk.ts';
import { value0 } from './words.ts';

/** Prices of strategies, rounded down as the strategies themselves round. */
export type Pricing = {
  /** Wei of ETH for a number of shares. */
  ethOf(strategy: string, shares: bigint): Reading<bigint>;
  /** Wei of ETH for an amount of the strategy's token. */
  ethOfToken(strategy: string, amount: bigint): Reading<bigint>;
};

type Rate = { readonly times: bigint; readonly over: bigint; readonly source: string };

/** Prices of the strategies a walk met; what has no ETH rate on chain has none here. */
export function pricingOf(prices: readonly PriceAnswers[], block: bigint): Pricing {
  const answers = new Map(prices.map((price) => [price.strategy.toLowerCase(), price]));
  const ethOfToken = (strategy: string, amount: bigint): Reading<bigint> => {
    if (isBeacon(strategy)) return known(amount, 'native ETH', block);
    const rate = rateOf(strategy, answers.get(strategy.toLowerCase())?.rate);
    if (rate.status === 'unknown') return rate;
    return known((amount * rate.value.times) / rate.value.over, rate.source, block);
  };
  const ethOf = (strategy: string, shares: bigint): Reading<bigint> => {
    if (isBeacon(strategy)) return known(shares, 'native ETH shares are wei', block);
    const view = `sharesToUnderlyingView at ${strategy}`;
    const underlying = answers.get(strategy.toLowerCase())?.underlying;
    const per = value0(underlying);
    if (per === null) return failed(underlying, view);
    const value = ethOfToken(strategy, (shares * per) / PRICED_SHARES);
    return value.status === 'known' ? { ...value, source: `${view}, ${value.source}` } : value;
  };
  return { ethOf, ethOfToken };
}

function rateOf(strategy: string, raw: Raw | undefined): Reading<Rate> {
  const entry = strategies.find((item) => item.strategy.toLowerCase() === strategy.toLowerCase());
  const toEth = entry?.toEth;
  if (toEth === undefined || toEth.kind === 'none') return unknown('no-source', `ETH rate of ${strategy}`);
  if (!('sig' in toEth)) return knownRate(WAD, WAD, `${entry?.symbol ?? ''} at par`);
  const value = value0(raw);
  const source = `${toEth.sig} at ${toEth.to}`;
  if (value === null || value === 0n) return failed(raw, source);
  return toEth.kind === 'view' ? knownRate(value, WAD, source) : knownRate(WAD, value, source);
}

function knownRate(times: bigint, over: bigint, source: string): Reading<Rate> {
  return known({ times, over, source }, source, null);
}

function failed(raw: Raw | undefined, source: string): Reading<never> {
  const reason = raw === undefined ? 'not-reached' : raw.status === 'failed' ? raw.reason : 'malformed';
  return unknown(reason, source);
}
