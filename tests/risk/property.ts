import * as fc from 'fast-check';
import type { Snapshot } from '../../lib/exposure/index.ts';
import { analyse, type StakeAnswer, type WadRange } from '../../lib/risk/index.ts';

/** Figures of an answer that are intervals of fractions. */
export const RANGES = [
  'slashableNow',
  'redistributableNow',
  'noNotice',
  'theftNoNotice',
  'beforeExit',
  'theftBeforeExit',
] as const;

const RUNS = 10_000;

/**
 * Holds a property over 10,000 cases, always the same ones. The case that breaks it is shown as it is: shrinking a
 * whole snapshot would take minutes.
 */
export function always<T>(cases: fc.Arbitrary<T>, holds: (one: T) => void, numRuns = RUNS): void {
  fc.assert(fc.property(cases, holds), { numRuns, seed: 20_261_121, endOnFailure: true });
}

/** The answer to a snapshot that has one. */
export function answer(snapshot: unknown): StakeAnswer {
  const found = analyse(snapshot);
  if (!('pending' in found)) throw new Error(JSON.stringify(found));
  return found;
}

/** Whether an interval holds another one whole. */
export function inside(outer: WadRange, inner: WadRange): boolean {
  return BigInt(outer.loWad) <= BigInt(inner.loWad) && BigInt(outer.hiWad) >= BigInt(inner.hiWad);
}

/** Whether both ends are at or under those of the other, give or take `slack`. */
export function atMost(a: WadRange, b: WadRange, slack = 0n): boolean {
  return BigInt(a.loWad) <= BigInt(b.loWad) + slack && BigInt(a.hiWad) <= BigInt(b.hiWad) + slack;
}

/** Number of contributions that are rounded by themselves: allocations that a line or queued line meets, and free magnitude. */
export function contributions({ lines, queued = [], operators }: Snapshot): bigint {
  const books = operators.flatMap(({ books: all }) => all);
  const most = Math.max(0, ...books.map(({ allocations }) => allocations?.length ?? 0));
  // Each allocation counts with its current and its pending magnitude, and the free magnitude once.
  return BigInt((lines.length + queued.length) * (2 * most + 1));
}
