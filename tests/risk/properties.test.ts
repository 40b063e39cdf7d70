import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../lib/exposure/index.ts';
import { analyse, type StakeAnswer, type WadRange } from '../../lib/risk/index.ts';
import { snapshots } from './random.ts';

const WAD = 10n ** 18n;
/** A broken bound fails with the case at hand: shrinking a whole snapshot would take minutes. */
const RUNS = { numRuns: 300, endOnFailure: true };

function answer(snapshot: unknown): StakeAnswer {
  const found = analyse(snapshot);
  if (!('pending' in found)) throw new Error(JSON.stringify(found));
  return found;
}

const RANGES = [
  'slashableNow',
  'redistributableNow',
  'noNotice',
  'theftNoNotice',
  'beforeExit',
  'theftBeforeExit',
] as const;

function inside(outer: WadRange, inner: WadRange): boolean {
  return BigInt(outer.loWad) <= BigInt(inner.loWad) && BigInt(outer.hiWad) >= BigInt(inner.hiWad);
}

function atMost(a: WadRange, b: WadRange): boolean {
  return BigInt(a.loWad) <= BigInt(b.loWad) && BigInt(a.hiWad) <= BigInt(b.hiWad);
}

type Forget = (snapshot: Snapshot) => void;

/** Every way to know less of a snapshot. Each takes the first place where there is something to forget. */
const FORGET: Readonly<Record<string, Forget>> = {
  total: (one) => void (one.assets = { ...one.assets, totalWei: null }),
  idle: (one) => void (one.assets = { ...one.assets, idleWei: null }),
  'a line': (one) => void (one.lines[0] && (one.lines[0].valueWei = null)),
  'a queued line': (one) => void (one.queued?.[0] && (one.queued[0].valueWei = null)),
  'a last block': (one) => void (one.queued?.[0] && (one.queued[0].lastBlock = null)),
  'an operator': (one) => void one.operators.shift(),
  'a book': (one) => void one.operators[0]?.books.shift(),
  'a maximum': (one) => forBook(one, (book) => (book.maxMagnitude = null)),
  'all allocations': (one) => forBook(one, (book) => (book.allocations = null)),
  'a magnitude': (one) => forAllocation(one, (item) => (item.current = null)),
  'a pending change': (one) => forAllocation(one, (item) => (item.pendingDiff = null)),
  slashable: (one) => forAllocation(one, (item) => (item.slashable = null)),
  'strategy in set': (one) => forAllocation(one, (item) => (item.strategyInSet = null)),
  redistributing: (one) => forAllocation(one, (item) => (item.redistributing = null)),
  'an allocation delay': (one) =>
    void (one.operators[0] && (one.operators[0].allocationDelayBlocks = 'unknown')),
  'a pending delay': (one) => void (one.operators[0] && (one.operators[0].pendingAllocationDelay = null)),
  'the strategies': (one) => void (one.strategies = {}),
  'the exit': (one) => void delete one.exit,
  'the escrow': (one) => void (one.exit = { ...one.exit, escrowBlocks: null }),
  'the configuration delay': (one) => void (one.allocationConfigurationDelayBlocks = null),
  'the deallocation delay': (one) => void (one.deallocationDelayBlocks = null),
};

function forBook(
  one: Snapshot,
  change: (book: Snapshot['operators'][number]['books'][number]) => void,
): void {
  const book = one.operators[0]?.books[0];
  if (book !== undefined) change(book);
}

type AllocationOf = NonNullable<Snapshot['operators'][number]['books'][number]['allocations']>[number];

function forAllocation(one: Snapshot, change: (allocation: AllocationOf) => void): void {
  forBook(one, (book) => {
    const first = book.allocations?.[0];
    if (first !== undefined) change(first);
  });
}

describe('figures of any snapshot', () => {
  it('keeps today inside without notice, and without notice inside before exit', () => {
    fc.assert(
      fc.property(snapshots, (snapshot) => {
        const { slashableNow, noNotice, beforeExit, theftNoNotice, theftBeforeExit, ...more } =
          answer(snapshot);
        expect(atMost(slashableNow, noNotice) && atMost(noNotice, beforeExit)).toBe(true);
        expect(BigInt(beforeExit.hiWad)).toBeLessThanOrEqual(WAD);
        expect(atMost(theftNoNotice, theftBeforeExit) && atMost(theftBeforeExit, beforeExit)).toBe(true);
        expect(atMost(more.redistributableNow, slashableNow)).toBe(true);
        expect(BigInt(slashableNow.hiWad)).toBeLessThanOrEqual(BigInt(more.scheduledPeakHiWad));
        expect(BigInt(more.scheduledPeakHiWad)).toBeLessThanOrEqual(WAD);
      }),
      RUNS,
    );
  });

  it('keeps every low end at or under its high end', () => {
    fc.assert(
      fc.property(snapshots, (snapshot) => {
        const found = answer(snapshot);
        for (const id of RANGES) expect(BigInt(found[id].loWad)).toBeLessThanOrEqual(BigInt(found[id].hiWad));
        for (const one of [found.worstAvs, found.worstSet, found.worstOperator])
          if (one !== null) expect(BigInt(one.loWad)).toBeLessThanOrEqual(BigInt(one.hiWad));
      }),
      RUNS,
    );
  });

  it.each(Object.entries(FORGET))('never narrows an interval when %s is not known', (_, forget) => {
    fc.assert(
      fc.property(snapshots, (snapshot) => {
        const less = structuredClone(snapshot);
        forget(less);
        const [full, wide] = [answer(snapshot), answer(less)];
        for (const id of RANGES) expect(inside(wide[id], full[id]), id).toBe(true);
        expect(BigInt(wide.scheduledPeakHiWad)).toBeGreaterThanOrEqual(BigInt(full.scheduledPeakHiWad));
        expect(BigInt(wide.coverageWad)).toBeLessThanOrEqual(BigInt(full.coverageWad));
        for (const id of ['worstAvs', 'worstSet', 'worstOperator', 'worstOperatorNoNotice'] as const)
          expect(BigInt(wide[id]?.hiWad ?? 0)).toBeGreaterThanOrEqual(BigInt(full[id]?.hiWad ?? 0));
        expect(wide.exit.loSecs).toBeLessThanOrEqual(full.exit.loSecs);
        if (wide.exit.hiSecs !== null) expect(wide.exit.hiSecs).toBe(full.exit.hiSecs);
      }),
      { ...RUNS, numRuns: 120 },
    );
  });

  it('never makes the labelled bound wider than the strict one, nor changes its low end', () => {
    fc.assert(
      fc.property(snapshots, (snapshot) => {
        const found = answer({ ...snapshot, listedOperators: ['o1', 'o2'] });
        const { listed } = found;
        if (listed === undefined) throw new Error('no labelled bound');
        for (const id of ['slashableNow', 'noNotice', 'beforeExit', 'theftNoNotice'] as const) {
          expect(inside(found[id], listed[id])).toBe(true);
          expect(listed[id].loWad).toBe(found[id].loWad);
        }
      }),
      RUNS,
    );
  });

  it('gives the same answer for the same snapshot whatever the order of its operators', () => {
    fc.assert(
      fc.property(snapshots, (snapshot) => {
        expect(analyse({ ...snapshot, operators: snapshot.operators.toReversed() })).toEqual(
          analyse(snapshot),
        );
      }),
      RUNS,
    );
  });

  it('answers anything at all without throwing', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.record({ kind: fc.constant('lrt'), nowBlock: fc.anything() })),
        (input) => {
          expect(analyse(input)).toBeTypeOf('object');
        },
      ),
      RUNS,
    );
  });
});
