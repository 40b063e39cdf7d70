import { decodeFunctionData, getAddress, parseAbi, toFunctionSelector, zeroAddress } from 'viem';
import { describe, expect, it } from 'vitest';

import { CURVE_BUNDLE, marketReads } from '../../lib/exposure/market-reads.ts';
import {
  BALANCER_VAULT,
  marketOf,
  markets,
  marketTraps,
  registry,
  RUNGS,
  stakes,
  WETH,
} from '../../lib/protocols/index.ts';

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
      if (read.sig.endsWith(', several at once,')) continue;
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

const bundles = parseAbi([
  'function aggregate3((address target, bool allowFailure, bytes callData)[])',
  'struct Step { bytes32 poolId; uint256 assetInIndex; uint256 assetOutIndex; uint256 amount; bytes userData; }',
  'struct Funds { address sender; bool fromInternal; address recipient; bool toInternal; }',
  'function queryBatchSwap(uint8 kind, Step[] swaps, address[] assets, Funds funds)',
]);

it('a bundle for Balancer sells each size of the token for WETH, given in, for nobody', () => {
  const market = marketOf('renzo-ezeth');
  const pool = market?.pools.find(({ venue }) => venue === 'balancer-v2');
  if (market === null || pool?.venue !== 'balancer-v2') throw new Error('no such pool');
  const read = marketReads(market)[`market${market.pools.indexOf(pool)}Bundle`];
  if (read?.kind !== 'quote') throw new Error('no bundle');
  const outer = decodeFunctionData({ abi: bundles, data: read.data });
  if (outer.functionName !== 'aggregate3') throw new Error(outer.functionName);
  const asked = outer.args[0].map(({ target, allowFailure, callData }) => {
    expect([target, allowFailure]).toEqual([BALANCER_VAULT, true]);
    const { args } = decodeFunctionData({ abi: bundles, data: callData });
    return args;
  });
  const nobody = { sender: zeroAddress, fromInternal: false, recipient: zeroAddress, toInternal: false };
  const swap = { poolId: pool.poolId, assetInIndex: 0n, assetOutIndex: 1n, userData: '0x' };
  expect(asked).toEqual(RUNGS.map((amount) => [0, [{ ...swap, amount }], [market.token, WETH], nobody]));
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
