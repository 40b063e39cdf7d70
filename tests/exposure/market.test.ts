import { decodeFunctionData, encodeFunctionResult, parseAbi } from 'viem';
import { describe, expect, it } from 'vitest';

import type { Address, Hex } from '../../lib/core/index.ts';
import type { Deposit } from '../../lib/detect/index.ts';
import { asideReads } from '../../lib/exposure/asides.ts';
import { compilePlan } from '../../lib/exposure/compile.ts';
import type { Findings } from '../../lib/exposure/findings.ts';
import { MULTICALL3 } from '../../lib/exposure/lens-call.ts';
import { programOf } from '../../lib/exposure/program.ts';
import type { Raw, Request } from '../../lib/exposure/request.ts';
import { addressWord, wordAt } from '../../lib/exposure/words.ts';
import {
  type MarketPool,
  marketOf,
  markets,
  marketTraps,
  RUNGS,
  stakes,
  UNISWAP_V3_QUOTER,
  WETH,
} from '../../lib/protocols/index.ts';
import { depositInto, ETH, ok, readingOf, reverted } from './fake-reading.ts';

const NOW = 1_790_000_000n; // the time of the block in `readingOf`
const RATE = (107n * ETH) / 100n;

/** What a made pool pays for each size; undefined: the question fails. */
type Pays = (sold: bigint) => bigint | undefined;

type Made = {
  readonly rate?: Raw;
  /** By number of the pool in the data. Left out: it pays a thousandth below the rate. */
  readonly pays?: Readonly<Record<number, Pays>>;
  readonly held?: bigint;
  readonly coins?: readonly [Address, Address];
  readonly form?: 'stable' | 'crypto' | 'both';
  readonly feed?: Raw;
  readonly decimals?: bigint;
  readonly deposit?: Partial<Deposit>;
};

const calm: Pays = (sold) => (sold * RATE * 999n) / (1_000n * ETH);
/** A deep pool a little below the rate, and one that pays more and has hardly anything. */
const sunk: Pays = (sold) => (10_000n * ETH * sold * 106n) / (100n * (10_000n * ETH + sold));
const shallow: Pays = (sold) => (50n * ETH * sold * 107n) / (100n * (50n * ETH + sold));
const fresh = (price: bigint): Raw => ok(1, price / 10n ** 10n, NOW - 60n, NOW - 60n, 1);
const raw = (value: bigint | undefined): Raw => (value === undefined ? reverted : ok(value));

const multicall = parseAbi([
  'function aggregate3((address target, bool allowFailure, bytes callData)[]) returns ((bool success, bytes returnData)[])',
]);

/** What Multicall3 gives back for several questions at once. */
function bundled(data: Hex, answer: (request: Request) => Raw): Raw {
  const { args } = decodeFunctionData({ abi: multicall, data });
  const result = args[0].map(({ target: to, callData }) => {
    const one = answer({ kind: 'call', to, data: callData, gas: 0, size: 0 });
    const returnData: Hex = one.status === 'ok' ? `0x${one.data}` : '0x';
    return { success: one.status === 'ok', returnData };
  });
  return { status: 'ok', data: encodeFunctionResult({ abi: multicall, result }).slice(2) };
}

/** Answers as the contracts of a market would give them, made for this test. */
function world(stake: string, made: Made): (request: Request) => Raw {
  const market = marketOf(stake);
  if (market === null) throw new RangeError(stake);
  const { token, pools, feed } = market;
  const poolAt = (address: string) =>
    pools.findIndex((pool) => pool.address.toLowerCase() === address.toLowerCase());
  const paid = (i: number, sold: bigint) => raw((made.pays?.[i] ?? calm)(sold));
  const coins = made.coins ?? [token, WETH];
  const answer = (request: Request): Raw => {
    if (request.kind !== 'call' && request.kind !== 'quote') return ok(0);
    const { to, data } = request;
    const word = (n: number) => wordAt(data, 5 + 32 * n) ?? 0n;
    const is = (address: string) => to.toLowerCase() === address.toLowerCase();
    if (is(MULTICALL3)) return request.kind === 'quote' ? bundled(data, answer) : reverted;
    if (is(WETH)) return ok(made.held ?? 10n ** 24n);
    if (is(UNISWAP_V3_QUOTER)) {
      const at = pools.findIndex((pool) => pool.venue === 'uniswap-v3' && BigInt(pool.fee) === word(3));
      return request.kind === 'quote' ? paid(at, word(2)) : reverted;
    }
    if (feed !== null && is(feed.address)) {
      return data.startsWith('0x313ce567') ? ok(made.decimals ?? 8n) : (made.feed ?? fresh(RATE));
    }
    const pool = poolAt(to);
    if (pool < 0) return made.rate ?? ok(RATE);
    if (data.startsWith('0xc6610657'))
      return { status: 'ok', data: addressWord(coins[Number(word(0))] ?? '0x') };
    const form = data.startsWith('0x5e0d443f') ? 'stable' : 'crypto';
    const asked = made.form ?? 'stable';
    const sells = coins[Number(word(0))] === token;
    if (!sells || (asked !== 'both' && asked !== form)) return reverted;
    return asked === 'both' && form === 'crypto'
      ? raw(((calm(word(2)) ?? 0n) * 99n) / 100n)
      : paid(pool, word(2));
  };
  return answer;
}

async function figuresOf(made: Made = {}, stake = 'renzo-ezeth'): Promise<Findings['figures']> {
  const deposit = { ...depositInto(stake), amount: 10n * ETH, ...made.deposit };
  const { findings } = await readingOf(stake, {}, {}, world(stake, made), deposit);
  return findings.figures;
}

const price = (figures: Findings['figures']) => figures['marketRate'];
const every = (pays: Pays) => ({ 0: pays, 1: pays, 2: pays, 3: pays });

describe('the price of a token', () => {
  it('is that of the smallest sale, in the pool that pays most for it', async () => {
    const pays = { 1: (sold: bigint) => (sold * 106n) / 100n };
    expect(price(await figuresOf({ pays }))).toMatchObject({ value: (RATE * 999n) / 1_000n });
    const other = { 1: (sold: bigint) => (sold * 107n) / 100n };
    const found = price(await figuresOf({ pays: other }));
    expect(found).toMatchObject({ value: RATE, source: expect.stringContaining('Uniswap V3') });
  });

  it('is the published one where that is lower, and never where it is higher', async () => {
    expect(price(await figuresOf({ feed: fresh(ETH) }))).toMatchObject({ value: ETH });
    expect(price(await figuresOf({ feed: fresh((RATE * 101n) / 100n) }))).toMatchObject({
      value: (RATE * 999n) / 1_000n,
    });
  });

  it.each<[string, Made]>([
    ['is older than its own rule', { feed: ok(1, 10n ** 8n, NOW, NOW - 43_200n - 3_601n, 1) }],
    ['is from a time that has not come', { feed: ok(1, 10n ** 8n, NOW, NOW + 1n, 1) }],
    ['is in other units than its source says', { feed: fresh(ETH), decimals: 18n }],
    ['is nothing', { feed: fresh(0n) }],
    ['is negative', { feed: ok(1, 2n ** 256n - 5n, NOW, NOW, 1) }],
    ['cannot be read', { feed: reverted }],
    ['is cut short', { feed: ok(1, 10n ** 8n) }],
  ])('leaves a published price alone that %s', async (_, made) => {
    expect(price(await figuresOf(made))).toMatchObject({ status: 'known', value: (RATE * 999n) / 1_000n });
  });

  it.each(['starved', 'rpc-failed', 'not-reached', 'oversized'] as const)(
    'may be lower where the published one was not heard: %s',
    async (reason) => {
      const figures = await figuresOf({ feed: { status: 'failed', reason } });
      expect(price(figures)).toMatchObject({ status: 'known', value: (RATE * 999n) / 1_000n });
      expect(figures['marketRateAtLeast']).toMatchObject({ status: 'unknown', reason });
      for (const heard of [{}, { feed: reverted }, { feed: ok(1, 10n ** 8n, 1, 1, 1) }])
        expect(Object.keys(await figuresOf(heard))).not.toContain('marketRateAtLeast');
    },
  );

  it('takes a published price to the end of its time', async () => {
    const feed = ok(1, 10n ** 8n, NOW, NOW - 43_200n - 3_600n, 1);
    expect(price(await figuresOf({ feed }))).toMatchObject({ value: ETH });
  });

  it('is unknown where no pool could be read, whatever is published: the pools may say less', async () => {
    const made = { pays: every(() => undefined), feed: fresh(RATE) };
    expect(price(await figuresOf(made))).toEqual(
      expect.objectContaining({ status: 'unknown', reason: 'reverted' }),
    );
  });

  it('is the published one for a token without a known pool, which cannot be said to sell', async () => {
    const figures = await figuresOf({}, 'kelp-rseth');
    expect(price(figures)).toMatchObject({ value: RATE, source: expect.stringContaining('RedStone') });
    expect(figures['sellOut']).toMatchObject({ status: 'unknown', reason: 'no-source' });
    const stale = await figuresOf({ feed: ok(1, 10n ** 8n, 1, 1, 1) }, 'kelp-rseth');
    expect(price(stale)).toMatchObject({ status: 'unknown', reason: 'stale' });
  });

  it('is unknown where the redemption rate is: nothing could be held against it', async () => {
    const figures = await figuresOf({ rate: reverted });
    for (const name of ['marketRate', 'sellIn', 'sellOut'])
      expect(figures[name]).toMatchObject({ status: 'unknown', reason: 'reverted' });
  });
});

describe('selling the deposit', () => {
  it('is told for a little more than the deposit, between the sizes that are asked', async () => {
    const { sellIn, sellOut } = await figuresOf({ pays: every(sunk) });
    const sold = (10n * ETH * ETH) / RATE + 3n;
    const [one, ten] = [sunk(ETH) ?? 0n, sunk(10n * ETH) ?? 0n];
    expect(sellIn).toMatchObject({ value: sold });
    expect(sellOut).toMatchObject({ value: one + ((ten - one) * (sold - ETH)) / (9n * ETH) });
  });

  it('takes the one pool that pays most for this size', async () => {
    const { sellOut } = await figuresOf({ pays: { 0: shallow, 1: sunk } });
    expect(sellOut).toMatchObject({ source: expect.stringMatching(/Uniswap V3 .* alone/) });
    const small = await figuresOf({ pays: { 0: shallow, 1: sunk }, deposit: { amount: ETH / 100n } });
    expect(small['sellOut']).toMatchObject({ source: expect.stringContaining('Curve') });
  });

  it('is unknown beyond the largest size, and where the deposit is not known', async () => {
    const large = await figuresOf({ deposit: { amount: 1_071n * ETH } });
    expect(large['sellOut']).toMatchObject({ status: 'unknown', reason: 'no-source' });
    const unsaid = await figuresOf({ deposit: { amount: null } });
    expect(unsaid['sellIn']).toMatchObject({ status: 'unknown', reason: 'no-source' });
    expect(price(unsaid)?.status).toBe('known');
  });

  it('goes on where single sizes fail, by the next larger one', async () => {
    const holed: Pays = (sold) => (sold === 10n * ETH || sold === 1_000n * ETH ? undefined : sunk(sold));
    const whole = await figuresOf({ pays: every(sunk) });
    const found = await figuresOf({ pays: every(holed) });
    const [more, less] = [whole['sellOut'], found['sellOut']];
    if (more?.status !== 'known' || less?.status !== 'known') throw new Error('unknown');
    expect(less.value).toBeLessThan(more.value);
    const large = await figuresOf({ pays: every(holed), deposit: { amount: 200n * ETH } });
    expect(large['sellOut']?.status).toBe('unknown');
  });

  it.each<[string, Pays]>([
    ['pays less for more', (sold) => (sold > 5n * ETH ? ETH / 2n : sold)],
    ['pays far more than the token is worth', (sold) => sold * 2n],
    ['pays nothing', () => 0n],
    ['pays what it does not hold', (sold) => (sold === 1_000n * ETH ? 2n ** 255n : calm(sold))],
  ])('never counts a pool that %s', async (_, lie) => {
    const alone = await figuresOf({ pays: every(lie) });
    for (const name of ['marketRate', 'sellIn', 'sellOut'])
      expect([name, alone[name]]).toMatchObject([name, { status: 'unknown', reason: 'malformed' }]);
    expect(await figuresOf({ pays: { 0: lie } })).toMatchObject({
      sellOut: { source: expect.stringContaining('Uniswap') },
    });
  });

  it.each<[string, Made, string]>([
    ['holds dust', { held: 10n ** 19n - 1n }, 'no-source'],
    ['trades other coins', { coins: [WETH, WETH] }, 'malformed'],
    ['answers in two forms, differently', { form: 'both' }, 'malformed'],
  ])('knows nothing from a pool that %s: not zero, unknown', async (_, made, reason) => {
    const figures = await figuresOf(made, 'puffer-pufeth');
    for (const name of ['marketRate', 'sellIn', 'sellOut'])
      expect([name, figures[name]]).toMatchObject([name, { status: 'unknown', reason }]);
  });

  it.each<[string, Made]>([
    ['the other way round', { coins: [WETH, marketOf('puffer-pufeth')?.token ?? '0x'] }],
    ['in the crypto form', { form: 'crypto' }],
  ])('reads a Curve pool %s', async (_, made) => {
    expect(await figuresOf(made, 'puffer-pufeth')).toEqual(await figuresOf({}, 'puffer-pufeth'));
    expect(price(await figuresOf(made, 'puffer-pufeth'))?.status).toBe('known');
  });
});

function planOf(stake: (typeof stakes)[number], deposit: Partial<Deposit> = {}) {
  return compilePlan(stake, { reads: asideReads(stake, { ...depositInto(stake.id), ...deposit }) });
}

/** Questions beside the lens that a pool takes. */
function ofPool({ venue }: MarketPool): number {
  return venue === 'uniswap-v3' ? RUNGS.length : 1;
}

const way = { shims: new Set<string>(), assumed: new Map() };

describe('what is asked of a market', () => {
  it('is the same whatever is deposited, by whomever', () => {
    for (const stake of stakes) {
      const small = planOf(stake, { amount: 1n });
      const large = planOf(stake, { amount: 10n ** 27n, receiver: WETH, caller: WETH });
      expect(large.steps).toEqual(small.steps);
      expect(programOf(large, way)).toBe(programOf(small, way));
    }
  });

  it('never is a price that only looks like one', () => {
    const traps = new Set(marketTraps.map(({ address }) => address.toLowerCase()));
    expect(traps.size).toBe(6);
    for (const stake of stakes) {
      for (const { name, target } of planOf(stake).steps) {
        if (name.startsWith('market') && target.kind === 'fixed')
          expect(traps.has(target.address.toLowerCase())).toBe(false);
      }
    }
    const used = markets.flatMap(({ pools, feed }) => [...pools, ...(feed === null ? [] : [feed])]);
    for (const { address } of used) expect(traps.has(address.toLowerCase())).toBe(false);
  });

  it('is every pool at every size, and few enough questions beside the lens', () => {
    for (const market of markets) {
      const stake = stakes.find(({ id }) => id === market.stake);
      if (stake === undefined) continue;
      const { steps } = planOf(stake);
      const beside = steps.filter(({ op }) => op === 'quote');
      expect(beside).toHaveLength(market.pools.reduce((sum, pool) => sum + ofPool(pool), 0));
      expect(beside.length).toBeLessThanOrEqual(20);
      expect(steps.length).toBeLessThan(256);
    }
  });

  it('is nothing for a position of one’s own', async () => {
    const { findings } = await readingOf('eigenlayer-direct', {});
    expect(Object.keys(findings.figures)).not.toContain('marketRate');
  });
});
