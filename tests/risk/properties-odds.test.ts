import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, type Loss } from '../../lib/risk/index.ts';
import { always, answer } from './property.ts';
import { snapshots } from './random.ts';

/** Floating point sums are compared with this much room. */
const ROOM = 1e-9;

type Figures = NonNullable<Loss['lo']>['allIn'];

function runsOf({ lo, hi }: Loss): NonNullable<Loss['lo']>[] {
  return [lo, hi].flatMap((run) => (run === null || run === undefined ? [] : [run]));
}

function inOrder({ eal, var95, var99, es95, es99, pOverTolerance }: Figures): void {
  for (const one of [eal, var95, var99, es95, es99, pOverTolerance]) {
    expect(one).toBeGreaterThanOrEqual(-ROOM);
    expect(one).toBeLessThanOrEqual(1 + ROOM);
  }
  expect(var95).toBeLessThanOrEqual(var99 + ROOM);
  expect(var95).toBeLessThanOrEqual(es95 + ROOM);
  expect(var99).toBeLessThanOrEqual(es99 + ROOM);
  expect(es95).toBeLessThanOrEqual(es99 + ROOM);
  expect(eal).toBeLessThanOrEqual(es95 + ROOM);
}

function atMost(a: Figures, b: Figures): void {
  for (const name of ['eal', 'var95', 'var99', 'es95', 'es99', 'pOverTolerance'] as const)
    expect(a[name], name).toBeLessThanOrEqual(b[name] + ROOM);
}

/** Every combination is counted: with two operators and three services there are at most ten causes. */
const counted = snapshots.map((one) => ({ ...one, assumptions: {} }));
/** The same drawn. */
const drawn = fc
  .tuple(snapshots, fc.integer({ min: 1, max: 2_000 }), fc.nat(2 ** 32 - 1))
  .map(([one, mcPaths, seed]) => ({ ...one, assumptions: { exactMax: 0, mcPaths, seed } }));

describe('the odds of any snapshot', () => {
  it.each([
    ['counted', counted],
    ['drawn', drawn],
  ] as const)('stand in order, and slashing alone never costs more than everything: %s', (_, cases) => {
    always(
      cases,
      (snapshot) => {
        for (const { slashing, allIn } of runsOf(answer(snapshot).loss)) {
          inOrder(slashing);
          inOrder(allIn);
          atMost(slashing, allIn);
        }
      },
      1_000,
    );
  });

  it('are never lower in the high run than in the low one', () => {
    always(
      counted,
      (snapshot) => {
        const { lo, hi } = answer(snapshot).loss;
        if (lo === null || hi === undefined) return;
        atMost(lo.slashing, hi.slashing);
        atMost(lo.allIn, hi.allIn);
      },
      1_000,
    );
  });

  it('are the same to the last bit whenever they are asked again', () => {
    always(
      drawn,
      (snapshot) => {
        expect(answer(structuredClone(snapshot)).loss).toEqual(answer(snapshot).loss);
      },
      300,
    );
  });

  it('leave the high run out exactly where nothing is unknown', () => {
    always(
      counted,
      (snapshot) => {
        const found = answer(snapshot);
        const untraced = BigInt(found.coverageWad) < 10n ** 18n;
        if (untraced) expect(found.loss.hi).toBeDefined();
        // A figure that is sure has one value: nothing that may be slashed is in doubt.
        const { slashableNow } = found;
        if (BigInt(slashableNow.hiWad) - BigInt(slashableNow.loWad) > 1_000_000n)
          expect(found.loss.hi).toBeDefined();
      },
      2_000,
    );
  });

  it('are not given where nothing can be computed', () => {
    expect(
      analyse({ kind: 'lrt', nowBlock: 1, assets: { totalWei: '0' }, lines: [], operators: [] }),
    ).not.toHaveProperty('loss');
  });
});
