import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../lib/exposure/index.ts';
import { always, answer, atMost, contributions, RANGES } from './property.ts';
import { snapshots } from './random.ts';

const WAD = 10n ** 18n;

function distance(a: string, b: string): bigint {
  const gap = BigInt(a) - BigInt(b);
  return gap < 0n ? -gap : gap;
}

/** So many wei as a share of the whole, rounded up, and one for the last division. */
function shareOf(wei: bigint, { assets }: Snapshot): bigint {
  const total = BigInt(assets?.totalWei ?? 0n);
  return (wei * WAD + total - 1n) / total + 1n;
}

/** Room under the maximum that nothing uses yet. */
function free({ maxMagnitude, allocations }: Snapshot['operators'][number]['books'][number]): bigint {
  const used = (allocations ?? []).map(({ current, pendingDiff }) => {
    const pending = BigInt(pendingDiff ?? 0n);
    return BigInt(current ?? 0n) + (pending > 0n ? pending : 0n);
  });
  return BigInt(maxMagnitude ?? 0n) - used.reduce((sum, one) => sum + one, 0n);
}

describe('a current allocation more that can be slashed', () => {
  it('never lowers what can be slashed today, without notice or before the exit', () => {
    const room = fc.tuple(snapshots, fc.integer({ min: 0, max: 1_000 }), fc.boolean());
    always(room, ([snapshot, perMille, edge]) => {
      const more = structuredClone(snapshot);
      for (const book of more.operators.flatMap(({ books }) => books)) {
        const magnitude = edge ? free(book) : (free(book) * BigInt(perMille)) / 1_000n;
        book.allocations?.push({
          avs: 'added',
          set: 7,
          current: String(magnitude),
          pendingDiff: '0',
          effectBlock: 0,
          slashable: true,
          strategyInSet: true,
          redistributing: false,
        });
      }
      const [before, after] = [answer(snapshot), answer(more)];
      // Magnitude that was free was counted in one piece, now in two: high ends round up once more, low ends down.
      const slack = shareOf(contributions(more), more);
      expect(atMost(before.slashableNow, after.slashableNow)).toBe(true);
      for (const id of ['noNotice', 'beforeExit'] as const) {
        expect(BigInt(after[id].hiWad)).toBeGreaterThanOrEqual(BigInt(before[id].hiWad));
        expect(BigInt(after[id].loWad) + slack).toBeGreaterThanOrEqual(BigInt(before[id].loWad));
      }
    });
  });
});

describe('an operator’s line split in two', () => {
  it('changes nothing beyond one unit of rounding for each part', () => {
    const cut = fc.tuple(snapshots, fc.bigInt({ min: 0n, max: WAD }));
    always(cut, ([snapshot, where]) => {
      const lines = snapshot.lines.flatMap((line) => {
        const whole = BigInt(line.valueWei ?? 0n);
        const part = (whole * where) / WAD;
        return [part, whole - part].map((value) => ({ ...line, valueWei: String(value) }));
      });
      const split = { ...snapshot, lines };
      const [before, after] = [answer(snapshot), answer(split)];
      const slack = shareOf(contributions(split), snapshot);
      for (const id of RANGES) {
        expect(distance(after[id].loWad, before[id].loWad), id).toBeLessThanOrEqual(slack);
        expect(distance(after[id].hiWad, before[id].hiWad), id).toBeLessThanOrEqual(slack);
      }
      expect(distance(after.scheduledPeakHiWad, before.scheduledPeakHiWad)).toBeLessThanOrEqual(slack);
      expect(after.coverageWad).toBe(before.coverageWad);
      expect(after.operatorHhi).toEqual(before.operatorHhi);
    });
  });
});

describe('all values times the same number', () => {
  it('changes the fractions by nothing but the rounding of each contribution', () => {
    const scaled = fc.tuple(snapshots, fc.bigInt({ min: 2n, max: 31n }));
    always(scaled, ([snapshot, by]) => {
      const times = (value: string | null | undefined): string => String(BigInt(value ?? 0n) * by);
      const larger: Snapshot = {
        ...snapshot,
        assets: { totalWei: times(snapshot.assets?.totalWei), idleWei: times(snapshot.assets?.idleWei) },
        lines: snapshot.lines.map((line) => ({ ...line, valueWei: times(line.valueWei) })),
        queued: (snapshot.queued ?? []).map((line) => ({ ...line, valueWei: times(line.valueWei) })),
      };
      const [before, after] = [answer(snapshot), answer(larger)];
      // A contribution of the smaller one is off by less than a wei, of the larger one by less than a wei of its own.
      const slack = shareOf(contributions(snapshot), snapshot);
      for (const id of RANGES) {
        expect(distance(after[id].loWad, before[id].loWad), id).toBeLessThanOrEqual(slack);
        expect(distance(after[id].hiWad, before[id].hiWad), id).toBeLessThanOrEqual(slack);
      }
      expect(distance(after.coverageWad, before.coverageWad)).toBe(0n);
    });
  });
});
