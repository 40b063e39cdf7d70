import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Snapshot, SnapshotAllocation } from '../../lib/exposure/index.ts';
import { analyse, type Loss, type LossFigures, sfc32 } from '../../lib/risk/index.ts';
import * as reference from './odds-reference.ts';
import { snapshots } from './random.ts';
import { allocation, eth, simple } from './snapshots.ts';

function lossOf(snapshot: unknown): Loss {
  const found = analyse(snapshot);
  if (!('loss' in found)) throw new Error(JSON.stringify(found));
  return found.loss;
}

function low(snapshot: unknown) {
  const { lo } = lossOf(snapshot);
  if (lo === null) throw new Error('no low run');
  return lo;
}

function expectFigures(found: LossFigures, expected: ReturnType<typeof reference.figuresOf>): void {
  for (const [name, value] of Object.entries(expected))
    expect(Reflect.get(found, name), name).toBeCloseTo(value, 10);
}

function operator(id: string, stETH: SnapshotAllocation[], beaconETH: SnapshotAllocation[]) {
  return {
    id,
    allocationDelayBlocks: 126_001,
    pendingAllocationDelay: 'none' as const,
    books: [
      { strategy: 'stETH', maxMagnitude: eth(0.8), allocations: stETH },
      { strategy: 'beaconETH', maxMagnitude: eth(1), allocations: beaconETH },
    ],
  };
}

/** Three operators on two strategies, four services, one of them at several; ids out of order. */
function spread(more: Partial<Snapshot> = {}): Snapshot {
  return simple([], {
    assets: { totalWei: eth(120), idleWei: eth(7) },
    lines: [
      { operator: 'b', strategy: 'stETH', valueWei: eth(40) },
      { operator: 'b', strategy: 'beaconETH', valueWei: eth(20) },
      { operator: 'a', strategy: 'stETH', valueWei: eth(30) },
      { operator: 'a', strategy: 'stETH', valueWei: eth(10) },
      { operator: 'Z', strategy: 'beaconETH', valueWei: eth(13) },
    ],
    operators: [
      operator('b', [allocation('x', 0.2), allocation('Y', 0.3, { set: 4 })], [allocation('x', 0.5)]),
      operator('a', [allocation('x', 0.1), allocation('x', 0.4, { set: 1 })], []),
      operator('Z', [], [allocation('w', 0.25), allocation('Y', 0.75, { set: 4 })]),
    ],
    ...more,
  });
}

const ROUGH = { pAvs: 0.2, sevAvs: 0.7, pOperator: 0.3, sevOperator: 0.4, pConsensus: 0.1, tolerance: 0.25 };

describe('the generator', () => {
  it('gives the first numbers of the worked example', () => {
    const next = sfc32(20_261_121);
    const expected = [2_058_903_287, 19_730_838, 2_982_858_890, 1_891_679_871, 3_425_986_926, 932_008_347];
    expect(expected.map(() => next())).toEqual(expected);
  });

  it('gives whole numbers of 32 bits from any seed', () => {
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (seed) => {
        const value = sfc32(seed)();
        expect(Number.isInteger(value) && value >= 0 && value < 2 ** 32).toBe(true);
      }),
    );
  });
});

describe('few causes', () => {
  it.each([
    ['the default guesses', {}],
    ['rough ones', ROUGH],
  ])('are counted state by state, as a plain reading of the formulas does: %s', (_, guesses) => {
    const snapshot = spread({ assumptions: guesses });
    const world = reference.plainWorld(snapshot);
    const all = { ...reference.DEFAULTS, ...guesses };
    const found = low(snapshot);
    const slashing = reference.everyState(world, all, ['L', 'E']);
    expectFigures(found.slashing, reference.figuresOf(slashing, all.tolerance));
    expectFigures(found.allIn, reference.figuresOf(reference.everyState(world, all, []), all.tolerance));
    expect(found.allIn).toMatchObject({ method: 'exact', shocks: 9 });
  });

  it('never lose more than a position holds, where promises exceed it', () => {
    const found = low(simple([allocation('A', 1)], { assumptions: { pAvs: 1, pOperator: 1 } }));
    expect(found.slashing).toMatchObject({ eal: 1, es99: 1, var95: 1 });
  });

  it('split the case on the boundary: only the worst hundredth counts in the worst hundredth', () => {
    const only = { pOperator: 0, pConsensus: 0 };
    const one = low(simple([allocation('A', 0.5)], { assumptions: { ...only, pAvs: 0.02 } })).slashing;
    expect(one.es95).toBeCloseTo((0.02 * 0.5) / 0.05, 12);
    expect([one.es99, one.var95, one.var99]).toEqual([0.5, 0, 0.5]);
    const edge = low(simple([allocation('A', 0.5)], { assumptions: { ...only, pAvs: 0.01 } })).slashing;
    expect([edge.es99, edge.var99]).toEqual([0.5, 0]);
  });

  it('do not count a loss of just the tolerance as more than it', () => {
    const assumptions = { pAvs: 0.5, pOperator: 0, pConsensus: 0 };
    const at = (tolerance: number) =>
      low(simple([allocation('A', 0.3)], { assumptions: { ...assumptions, tolerance } })).slashing;
    expect(at(0.3).pOverTolerance).toBe(0);
    expect(at(0.299).pOverTolerance).toBe(0.5);
  });

  it('count announced growth, and nothing that was dormant', () => {
    const growing = allocation('A', 0.1, { pendingDiff: eth(0.2), effectBlock: 25_000_100 });
    const asleep = allocation('B', 0.5, { set: 1, slashable: false });
    const found = low(simple([growing, asleep], { assumptions: { pAvs: 1, pOperator: 0, pConsensus: 0 } }));
    expect(found.slashing.eal).toBeCloseTo(0.3, 12);
    expect(found.slashing.shocks).toBe(5);
  });

  it('let only the token lose what was never delegated', () => {
    const idle = { assets: { totalWei: eth(100), idleWei: eth(100) }, lines: [] };
    const found = low(simple([], { ...idle, assumptions: { pLrt: 1, pCore: 1, pConsensus: 1 } }));
    expect(found.allIn.eal).toBeCloseTo(0.3, 12);
    expect(found.slashing.eal).toBe(0);
  });
});

/** All stake waits; it can grow from a fifth to a half while the wait lasts. */
function queue(lastBlock: number | null): Snapshot {
  return simple([allocation('A', 0.2, { pendingDiff: eth(0.3), effectBlock: 25_000_100 })], {
    lines: [],
    queued: [{ operator: 'P', strategy: 'stETH', valueWei: eth(100), lastBlock }],
    assumptions: { pAvs: 1, pOperator: 0, pConsensus: 0 },
  });
}

describe('a queue in the odds', () => {
  it.each([
    [25_000_100, 0.5],
    [25_000_099, 0.2],
    [25_000_000, 0.2],
    [24_999_999, 0],
  ])('counts growth up to the last block and nothing after it: %i', (lastBlock, share) => {
    expect(low(queue(lastBlock)).slashing.eal).toBeCloseTo(share, 12);
    expect(lossOf(queue(lastBlock)).hi).toBeUndefined();
  });

  it('counts in the high run only, where its last block is not known', () => {
    const { lo, hi } = lossOf(queue(null));
    expect(lo?.slashing.eal).toBe(0);
    expect(hi?.slashing.eal).toBeCloseTo(0.5, 12);
  });
});

describe('many causes', () => {
  const guesses = { ...reference.DEFAULTS, mcPaths: 3000, seed: 7 };
  const drawn = spread({ assumptions: { ...ROUGH, exactMax: 8, mcPaths: 3000, seed: 7 } });

  it('are drawn one by one in the order of the ids, and both runs see the same years', () => {
    const all = { ...guesses, ...ROUGH };
    const world = reference.plainWorld(drawn);
    const shocks = reference.shocksOf(world);
    expect(shocks.slice(3)).toEqual(['avs Y', 'avs w', 'avs x', 'op Z', 'op a', 'op b']);
    const next = sfc32(7);
    const years = Array.from({ length: 3000 }, () => {
      const on = new Set(shocks.filter((shock) => next() / 2 ** 32 < reference.chanceOf(shock, all)));
      const loss = reference.lossOf(world, on, all);
      on.delete('L');
      on.delete('E');
      return { loss, slashing: reference.lossOf(world, on, all), chance: 1 / 3000 };
    });
    const found = low(drawn);
    expect(found.allIn).toMatchObject({ method: 'monteCarlo', shocks: 9 });
    expectFigures(found.allIn, reference.figuresOf(years, all.tolerance));
    const slashing = years.map(({ slashing: loss, chance }) => ({ loss, chance }));
    expectFigures(found.slashing, reference.figuresOf(slashing, all.tolerance));
  });

  it('give the same figures every time, and others from another seed', () => {
    expect(lossOf(drawn)).toEqual(lossOf(structuredClone(drawn)));
    const other = { ...drawn, assumptions: { ...drawn.assumptions, seed: 8 } };
    expect(low(other).allIn.eal).not.toBe(low(drawn).allIn.eal);
  });

  it('come near to counting every state', () => {
    const [counted, many] = [8, 20].map((exactMax) =>
      low(spread({ assumptions: { ...ROUGH, exactMax, mcPaths: 100_000 } })),
    );
    expect([counted?.allIn.method, many?.allIn.method]).toEqual(['monteCarlo', 'exact']);
    for (const figure of ['eal', 'es95', 'pOverTolerance'] as const)
      expect(counted?.slashing[figure], figure).toBeCloseTo(many?.slashing[figure] ?? 0, 2);
  });
});

/** One set that surely can slash, and one of which nobody knows. */
function unsure(current: string): Loss {
  return lossOf(simple([allocation('A', 0.25), allocation('B', 0, { set: 1, slashable: null, current })]));
}

describe('what is not known', () => {
  it('leaves the high run out where it is nothing', () => {
    expect(lossOf(spread())).not.toHaveProperty('hi');
  });

  it('leaves no low run where the total is not known, and puts all of it at one service', () => {
    const { lo, hi } = lossOf(spread({ assets: { totalWei: null, idleWei: eth(7) } }));
    const world = { places: [], staked: 1, idle: 0 };
    const place = { share: 1, allocations: [{ avs: '?avs', operator: '?operator', f: 1 }] };
    const atoms = reference.everyState({ ...world, places: [place] }, reference.DEFAULTS, []);
    expect(lo).toBeNull();
    expect(hi?.allIn.shocks).toBe(5);
    expectFigures(hi?.allIn ?? low(spread()).allIn, reference.figuresOf(atoms, 0.1));
  });

  it.each<[string, Partial<Snapshot>, number]>([
    ['stake that nobody traced', { assets: { totalWei: eth(150), idleWei: '0' } }, 7],
    ['a line at an operator nobody read', { operators: [] }, 5],
    ['the whole of a line', { lines: [{ operator: 'P', strategy: 'stETH', valueWei: null }] }, 7],
  ])('goes to a service of its own in the high run: %s', (_, more, shocks) => {
    const { lo, hi } = lossOf(simple([allocation('A', 0.25)], more));
    expect(hi?.slashing.shocks).toBe(shocks);
    expect(hi?.slashing.eal).toBeGreaterThan(lo?.slashing.eal ?? 1);
  });

  it('counts a set that only may slash in the high run, and an empty one not at all', () => {
    expect(unsure('0')).not.toHaveProperty('hi');
    const { lo, hi } = unsure(eth(0.1));
    expect([lo?.slashing.shocks, hi?.slashing.shocks]).toEqual([5, 6]);
    expect(hi?.slashing.eal).toBeGreaterThan(lo?.slashing.eal ?? 1);
  });

  it('never makes the high run the smaller one', () => {
    fc.assert(
      fc.property(snapshots, (snapshot) => {
        const { lo, hi } = lossOf({ ...snapshot, assumptions: { exactMax: 20 } });
        if (lo === null || hi === undefined) return;
        for (const run of ['slashing', 'allIn'] as const)
          for (const figure of ['eal', 'var95', 'es95', 'es99', 'pOverTolerance'] as const)
            expect(hi[run][figure] - lo[run][figure], figure).toBeGreaterThan(-1e-9);
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });
});
