import * as fc from 'fast-check';
import type { Snapshot, SnapshotAllocation, SnapshotOperator } from '../../lib/exposure/index.ts';

const NOW = 25_000_000;
const WAD = 10n ** 18n;
const fact = fc.constantFrom<(boolean | null)[]>(true, false, null);

type Draft = {
  current: bigint;
  growth: bigint;
  shrink: boolean;
  effectBlock: number;
  facts: (boolean | null)[];
};

const draft: fc.Arbitrary<Draft> = fc.record({
  current: fc.bigInt({ min: 0n, max: WAD / 8n }),
  growth: fc.bigInt({ min: 0n, max: WAD / 8n }),
  shrink: fc.boolean(),
  effectBlock: fc.integer({ min: NOW - 5, max: NOW + 260_000 }),
  facts: fc.array(fact, { minLength: 3, maxLength: 3 }),
});

function toAllocation(
  { current, growth, shrink, effectBlock, facts }: Draft,
  index: number,
): SnapshotAllocation {
  const diff = shrink ? -(growth < current ? growth : current) : growth;
  return {
    avs: `avs${index % 3}`,
    set: index,
    current: String(current),
    pendingDiff: String(diff),
    effectBlock: diff === 0n ? 0 : effectBlock,
    slashable: facts[0] ?? null,
    strategyInSet: facts[1] ?? null,
    redistributing: facts[2] ?? null,
  };
}

const pendingDelay = fc.oneof(
  fc.constant('none' as const),
  fc.constant(null),
  fc.record({
    delayBlocks: fc.integer({ min: 0, max: 130_000 }),
    effectBlock: fc.integer({ min: NOW - 10, max: NOW + 200_000 }),
  }),
);

const delay = fc.oneof(
  fc.constant('unknown' as const),
  fc.constant(null),
  fc.integer({ min: 0, max: 130_000 }),
);

function book(strategy: string) {
  return fc
    .tuple(fc.bigInt({ min: (WAD * 3n) / 4n + 1n, max: WAD }), fc.array(draft, { maxLength: 3 }))
    .map(([maximum, drafts]) => ({
      strategy,
      maxMagnitude: String(maximum),
      allocations: drafts.map(toAllocation),
    }));
}

function operator(id: string): fc.Arbitrary<SnapshotOperator> {
  return fc.record({
    id: fc.constant(id),
    allocationDelayBlocks: delay,
    pendingAllocationDelay: pendingDelay,
    books: fc.tuple(book('stETH'), book('beaconETH')).map((books) => [...books]),
  });
}

const value = fc.bigInt({ min: 0n, max: 10n ** 22n });
const line = fc.record({
  operator: fc.constantFrom('o1', 'o2', 'stranger'),
  strategy: fc.constantFrom('stETH', 'beaconETH'),
  valueWei: value.map(String),
});
const queuedLine = fc
  .tuple(line, fc.option(fc.integer({ min: NOW - 3, max: NOW + 100_800 })))
  .map(([one, lastBlock]) => ({ ...one, lastBlock }));

/** Snapshots whose lines and idle funds never exceed the total, with anything else the table of §2.1 allows. */
export const snapshots: fc.Arbitrary<Snapshot> = fc
  .record({
    lines: fc.array(line, { maxLength: 4 }),
    queued: fc.array(queuedLine, { maxLength: 3 }),
    operators: fc.tuple(operator('o1'), operator('o2')).map((all) => [...all]),
    slack: fc.bigInt({ min: 1n, max: 10n ** 21n }),
    idle: fc.bigInt({ min: 0n, max: 10n ** 21n }),
    queueMax: fc.option(fc.integer({ min: 86_400, max: 3_000_000 })),
    escrowBlocks: fc.option(fc.integer({ min: 0, max: 120_000 })),
    stETH: fact,
  })
  .map(({ lines, queued, operators, slack, idle, queueMax, escrowBlocks, stETH }) => {
    const traced = [...lines, ...queued].reduce((sum, { valueWei }) => sum + BigInt(valueWei), 0n);
    return {
      kind: 'lrt',
      depositWei: String(10n ** 19n),
      nowBlock: NOW,
      assets: { totalWei: String(traced + idle + slack), idleWei: String(idle) },
      lines,
      queued,
      operators,
      strategies: { stETH: { redistributable: stETH }, beaconETH: { redistributable: false } },
      exit: { queue: { minSecs: 3_600, maxSecs: queueMax }, escrowBlocks, validatorExit: null },
    };
  });
