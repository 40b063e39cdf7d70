import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../lib/risk/index.ts';
import { always, answer, atMost, inside, RANGES } from './property.ts';
import { snapshots } from './random.ts';

const WAD = 10n ** 18n;

describe('figures of any snapshot', () => {
  it('keep today inside what is announced, and that inside what can be reached, and all inside the whole', () => {
    always(snapshots, (snapshot) => {
      const { slashableNow, noNotice, beforeExit, scheduledPeakHiWad } = answer(snapshot);
      expect(atMost(slashableNow, noNotice)).toBe(true);
      expect(atMost(noNotice, beforeExit)).toBe(true);
      expect(BigInt(slashableNow.hiWad)).toBeLessThanOrEqual(BigInt(scheduledPeakHiWad));
      expect(BigInt(beforeExit.hiWad)).toBeLessThanOrEqual(WAD);
      expect(BigInt(scheduledPeakHiWad)).toBeLessThanOrEqual(WAD);
    });
  });

  it('keep what is announced inside what can be reached before the exit, but for a wei a rounding', () => {
    always(snapshots, (snapshot) => {
      const { beforeExit, scheduledPeakHiWad } = answer(snapshot);
      // The peak adds up roundings that the reach caps at the line's value: a wei each, seen as a share of the whole.
      const total = BigInt(snapshot.assets?.totalWei ?? 0n);
      const growths = BigInt(snapshot.operators.flatMap(({ books }) => books).length * 3 * 7);
      const slack = (growths * WAD) / total + 1n;
      expect(BigInt(scheduledPeakHiWad)).toBeLessThanOrEqual(BigInt(beforeExit.hiWad) + slack);
    });
  });

  it('never count more as taken than as lost', () => {
    always(snapshots, (snapshot) => {
      const { slashableNow, redistributableNow, theftNoNotice, noNotice, theftBeforeExit, beforeExit } =
        answer(snapshot);
      expect(atMost(redistributableNow, slashableNow)).toBe(true);
      expect(atMost(theftNoNotice, noNotice) && atMost(theftBeforeExit, beforeExit)).toBe(true);
      expect(atMost(theftNoNotice, theftBeforeExit)).toBe(true);
    });
  });

  it('keep every low end at or under its high end', () => {
    always(snapshots, (snapshot) => {
      const found = answer(snapshot);
      for (const id of RANGES) expect(BigInt(found[id].loWad)).toBeLessThanOrEqual(BigInt(found[id].hiWad));
      for (const one of [found.worstAvs, found.worstSet, found.worstOperator])
        if (one !== null) expect(BigInt(one.loWad)).toBeLessThanOrEqual(BigInt(one.hiWad));
      if (found.exit.hiSecs !== null) expect(found.exit.loSecs).toBeLessThanOrEqual(found.exit.hiSecs);
    });
  });

  it('keep one service, one set and one operator at or under all of them together', () => {
    always(snapshots, (snapshot) => {
      const { slashableNow, noNotice, worstAvs, worstSet, worstOperator, worstOperatorNoNotice } =
        answer(snapshot);
      for (const one of [worstAvs, worstSet, worstOperator])
        if (one !== null) expect(atMost(one, slashableNow)).toBe(true);
      expect(BigInt(worstOperatorNoNotice?.hiWad ?? 0n)).toBeLessThanOrEqual(BigInt(noNotice.hiWad));
    });
  });

  it('never make the labelled bound wider than the strict one, nor change its low end', () => {
    always(snapshots, (snapshot) => {
      const found = answer({ ...snapshot, listedOperators: ['o1', 'o2'] });
      const { listed } = found;
      if (listed === undefined) throw new Error('no labelled bound');
      for (const id of ['slashableNow', 'noNotice', 'beforeExit', 'theftNoNotice'] as const) {
        expect(inside(found[id], listed[id])).toBe(true);
        expect(listed[id].loWad).toBe(found[id].loWad);
      }
    });
  });

  it('do not hang on the order in which anything is listed', () => {
    const shuffled = snapshots.chain((one) =>
      fc.tuple(
        fc.constant(one),
        fc.shuffledSubarray(one.lines, { minLength: one.lines.length }),
        fc.shuffledSubarray(one.queued ?? [], { minLength: one.queued?.length ?? 0 }),
      ),
    );
    always(shuffled, ([snapshot, lines, queued]) => {
      const operators = snapshot.operators
        .toReversed()
        .map((one) => ({ ...one, books: one.books.toReversed() }));
      const [{ pending, loss: _, ...one }, { pending: other, loss: __, ...two }] = [
        answer(snapshot),
        answer({ ...snapshot, lines, queued, operators }),
      ];
      expect(two).toEqual(one);
      // Equal entries stand as they were given, so they are compared as a bag.
      const bag = (list: typeof pending): string[] => list.map((entry) => JSON.stringify(entry)).sort();
      expect(bag(other)).toEqual(bag(pending));
    });
  });

  it('are the same for an allocation that took effect and for one that is given settled', () => {
    always(snapshots, (snapshot) => {
      const settled = structuredClone(snapshot);
      for (const book of settled.operators.flatMap(({ books }) => books))
        for (const one of book.allocations ?? []) {
          if ((one.effectBlock ?? 0) === 0 || (one.effectBlock ?? 0) > snapshot.nowBlock) continue;
          one.current = String(BigInt(one.current ?? 0n) + BigInt(one.pendingDiff ?? 0n));
          one.pendingDiff = '0';
          one.effectBlock = 0;
        }
      expect(analyse(settled)).toEqual(analyse(snapshot));
    });
  });

  it('are the same for a withdrawal past its last block and for idle funds', () => {
    always(snapshots, (snapshot) => {
      const queued = (snapshot.queued ?? []).map((one) => ({ ...one, lastBlock: snapshot.nowBlock - 1 }));
      const over = queued.reduce((sum, { valueWei }) => sum + BigInt(valueWei ?? 0n), 0n);
      const idleWei = String(BigInt(snapshot.assets?.idleWei ?? 0n) + over);
      const idle = { ...snapshot, queued: [], assets: { ...snapshot.assets, idleWei } };
      expect(analyse(idle)).toEqual(analyse({ ...snapshot, queued }));
    });
  });
});

it('answers anything at all without throwing', () => {
  const any = fc.oneof(
    fc.anything(),
    fc.record({ kind: fc.constant('lrt'), nowBlock: fc.anything() }),
    fc.record({ kind: fc.constant('symbiotic'), symbiotic: fc.anything() }),
  );
  always<unknown>(any, (input) => {
    expect(analyse(input)).toBeTypeOf('object');
  });
});
