import { getAddress, toFunctionSelector } from 'viem';
import { describe, expect, it } from 'vitest';

import { CURVE_BUNDLE, marketReads } from '../../lib/exposure/market-reads.ts';
import { marketOf, markets, marketTraps, registry, RUNGS, stakes } from '../../lib/protocols/index.ts';

describe.each(markets.map((market) => [market.symbol, market] as const))('the market of %s', (_, market) => {
  const all = [...market.pools, ...market.leftOut, ...(market.feed === null ? [] : [market.feed])];

  it('sells a restaking token that is registered', () => {
    const token = registry.findToken(1, market.token);
    if (token === null) {
      // Its protocol has no data yet: then nothing can be deposited there either.
      expect(stakes.find(({ id }) => id === market.stake)?.symbols ?? [market.symbol]).toContain(
        market.symbol,
      );
      return;
    }
    expect(token).toMatchObject({ symbol: market.symbol, restaking: true, decimals: 18 });
  });

  it('writes addresses with their checksum, each once, with a source', () => {
    expect(getAddress(market.token)).toBe(market.token);
    for (const { address, source, pair } of all) {
      expect(getAddress(address)).toBe(address);
      expect(source.length).toBeGreaterThan(10);
      expect(pair).toContain(market.symbol);
    }
    expect(new Set(all.map(({ address }) => address)).size).toBe(all.length);
    expect(market.readOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('says why a pool is left out', () => {
    for (const { why } of market.leftOut) expect(why).toMatch(/^[A-Z].*\.$/);
  });

  it('has selectors that belong to their signatures', () => {
    for (const read of Object.values(marketReads(market))) {
      if (read.kind !== 'view' && read.kind !== 'quote') continue;
      if (read.sig.startsWith('get_dy of')) continue;
      const selector = read.kind === 'view' ? read.selector : read.data.slice(0, 10);
      expect([read.sig, selector]).toEqual([read.sig, toFunctionSelector(read.sig)]);
    }
    const forms = ['get_dy(int128,int128,uint256)', 'get_dy(uint256,uint256,uint256)'];
    for (const { form, selector } of CURVE_BUNDLE)
      expect(selector).toBe(toFunctionSelector(forms[form] ?? ''));
  });

  it('takes a published price only for as long as its publisher renews it', () => {
    if (market.feed === null) return;
    const { heartbeat, decimals } = market.feed;
    expect(heartbeat.value).toBeGreaterThanOrEqual(3_600);
    expect(heartbeat.value).toBeLessThanOrEqual(86_400);
    expect(decimals).toBe(8);
  });
});

it('one market stands for one stake', () => {
  expect(new Set(markets.map(({ stake }) => stake)).size).toBe(markets.length);
  for (const market of markets) expect(marketOf(market.stake)).toBe(market);
  expect(marketOf('eigenlayer-direct')).toBeNull();
});

it('an address that only looks like a price says what it is, and where that was read', () => {
  for (const { address, what, source } of marketTraps) {
    expect(getAddress(address)).toBe(address);
    expect(what.length).toBeGreaterThan(20);
    expect(source.length).toBeGreaterThan(10);
  }
});

it('the sizes are whole tokens in steps of ten, the same for all', () => {
  expect(RUNGS.map((size) => Number(size) / 1e18)).toEqual([0.1, 1, 10, 100, 1_000]);
});
