import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { agrees, type Quote, saleAt } from '../../lib/exposure/market-curve.ts';
import { RUNGS } from '../../lib/protocols/index.ts';
import { sellCost } from '../../lib/risk/index.ts';

const ETH = 10n ** 18n;
const MILLION = 1_000_000n;
const HELD = 10n ** 26n;
const LARGEST = RUNGS[RUNGS.length - 1] ?? 0n;

/** What a pool truly pays, times a million: whole, so that nothing is rounded before it is compared. */
type Truth = (sold: bigint) => bigint;

/** Any concave curve of straight pieces: pieces of any length, each paying at most what the one before pays. */
const pieces: fc.Arbitrary<Truth> = fc
  .array(fc.record({ length: fc.bigInt(1n, 3n * LARGEST), price: fc.bigInt(0n, 1_040_000n) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((made) => {
    const falling = made.map(({ price }) => price).sort((a, b) => (a < b ? 1 : -1));
    return (sold) => {
      let [left, paid] = [sold, 0n];
      made.forEach(({ length }, i) => {
        const part = left < length || i === made.length - 1 ? left : length;
        paid += part * (falling[i] ?? 0n);
        left -= part;
      });
      return paid;
    };
  });

/** Two reserves whose product stays the same, real or virtual: what most pools are. */
const product: fc.Arbitrary<Truth> = fc
  .record({ reserve: fc.bigInt(ETH, 10n ** 24n), price: fc.bigInt(900_000n, 1_040_000n) })
  .map(
    ({ reserve, price }) =>
      (sold) =>
        (reserve * sold * price) / (reserve + sold),
  );

const truths = fc.oneof(pieces, product);
const sizes = fc.oneof(
  fc.bigInt(1n, LARGEST),
  fc.nat(20).map((n) => BigInt(n) * ETH + 1n),
  fc.constantFrom(...RUNGS),
);
/** Which of the sizes a pool could be asked for: some fail. */
const readable = fc.subarray([...RUNGS], { minLength: 1 });

function quotesOf(truth: Truth, rungs: readonly bigint[] = RUNGS): Quote[] {
  return rungs.map((sold) => ({ sold, paid: truth(sold) / MILLION }));
}

function holds<T>(cases: fc.Arbitrary<T>, property: (one: T) => void): void {
  fc.assert(fc.property(cases, property), { numRuns: 20_000, seed: 20_261_121 });
}

describe('a sale between two quotes of a concave curve', () => {
  it('is never told better than it truly is', () => {
    holds(fc.tuple(truths, sizes, readable), ([truth, sold, rungs]) => {
      const sale = saleAt(quotesOf(truth, rungs), sold);
      if (sale === null) return;
      expect(sale.sold).toBeGreaterThanOrEqual(sold);
      // paid / sold, against the true price of what is sold; the true payment may end within the last wei.
      expect(sale.paid * MILLION * sold).toBeLessThanOrEqual((truth(sold) + MILLION) * sale.sold);
    });
  });

  it('never costs less, for each token, than a smaller one', () => {
    holds(fc.tuple(truths, sizes, sizes, readable), ([truth, one, other, rungs]) => {
      const quotes = quotesOf(truth, rungs);
      const [small, large] = one < other ? [one, other] : [other, one];
      const [a, b] = [saleAt(quotes, small), saleAt(quotes, large)];
      if (a === null || b === null) return;
      // Each of the two may be short of two wei by rounding.
      expect(b.paid * a.sold).toBeLessThanOrEqual((a.paid + 2n) * b.sold);
    });
  });

  it('costs what the model says, or more', () => {
    holds(fc.tuple(product, sizes), ([truth, sold]) => {
      const sale = saleAt(quotesOf(truth), sold);
      if (sale === null) throw new Error('no sale');
      const told = sellCost({ inLrtWei: sale.sold, outWei: sale.paid, rateWad: ETH });
      const least = sellCost({ inLrtWei: sold, outWei: truth(sold) / MILLION + 1n, rateWad: ETH });
      expect(told).toBeGreaterThanOrEqual(least ?? 0n);
    });
  });

  it('is told for every size up to the largest that was read, and for none beyond', () => {
    holds(fc.tuple(truths, sizes, readable), ([truth, sold, rungs]) => {
      const largest = rungs[rungs.length - 1] ?? 0n;
      expect(saleAt(quotesOf(truth, rungs), sold) !== null).toBe(sold <= largest);
    });
    expect(
      saleAt(
        quotesOf((sold) => sold * MILLION),
        LARGEST + 1n,
      ),
    ).toBeNull();
    expect(saleAt([], 1n)).toBeNull();
  });
});

describe('a sale', () => {
  const quotes: Quote[] = [
    { sold: ETH, paid: ETH },
    { sold: 10n * ETH, paid: (99n * ETH) / 10n },
    { sold: 100n * ETH, paid: 90n * ETH },
  ];

  it('lies on the line between its neighbours', () => {
    expect(saleAt(quotes, 55n * ETH)).toEqual({ sold: 55n * ETH, paid: (4_995n * ETH) / 100n });
  });

  it('below the smallest size is that size', () => {
    expect(saleAt(quotes, 3n)).toEqual(quotes[0]);
  });

  it('of a size that was asked is that quote', () => {
    expect(saleAt(quotes, 10n * ETH)).toEqual(quotes[1]);
  });

  it('takes the worst price up to the next larger size where the quotes allow no line', () => {
    // Ten sell for less each than a hundred do: a line between them would promise more than anybody saw.
    const bent = [
      { sold: ETH, paid: ETH },
      { sold: 10n * ETH, paid: 9n * ETH },
      { sold: 100n * ETH, paid: 95n * ETH },
    ];
    expect(saleAt(bent, 50n * ETH)).toEqual({ sold: 100n * ETH, paid: 90n * ETH });
  });
});

describe('quotes of one pool', () => {
  const good = quotesOf((sold) => (10n ** 23n * sold * 999_000n) / (10n ** 23n + sold));

  it('are taken where they can all be true', () => {
    expect(agrees(good, HELD, ETH)).toBe(true);
  });

  it.each<[string, (quote: Quote, i: number) => Quote]>([
    ['pay less for more', (quote, i) => (i === 3 ? { ...quote, paid: 10n } : quote)],
    ['pay nothing', (quote, i) => (i === 0 ? { ...quote, paid: 0n } : quote)],
    [
      'pay a twentieth more than the token is worth',
      (quote, i) => (i === 2 ? { ...quote, paid: (quote.sold * 1_051n) / 1_000n } : quote),
    ],
  ])('are not taken where they %s', (_, change) => {
    expect(agrees(good.map(change), HELD, ETH)).toBe(false);
  });

  it('are not taken where the pool would have to pay more than it holds', () => {
    const most = good[good.length - 1]?.paid ?? 0n;
    expect(agrees(good, most, ETH)).toBe(true);
    expect(agrees(good, most - 1n, ETH)).toBe(false);
  });
});
