import * as fc from 'fast-check';
import type {
  Snapshot,
  SnapshotAllocation,
  SnapshotBook,
  SnapshotOperator,
} from '../../lib/exposure/index.ts';

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

function book(strategy: string): fc.Arbitrary<SnapshotBook> {
  const live: fc.Arbitrary<SnapshotBook> = fc
    .tuple(fc.bigInt({ min: (WAD * 3n) / 4n + 1n, max: WAD }), fc.array(draft, { maxLength: 3 }))
    .map(([maximum, drafts]) => ({
      strategy,
      maxMagnitude: String(maximum),
      allocations: drafts.map(toAllocation),
    }));
  const full: fc.Arbitrary<SnapshotBook> = draft.map((one) => {
    const allocation = toAllocation(one, 0);
    const most = BigInt(allocation.current ?? 0n) + max0(BigInt(allocation.pendingDiff ?? 0n));
    return { strategy, maxMagnitude: String(most), allocations: [allocation] };
  });
  const slashed: fc.Arbitrary<SnapshotBook> = fc.constant({ strategy, maxMagnitude: '0', allocations: [] });
  return fc.oneof({ weight: 8, arbitrary: live }, { weight: 1, arbitrary: full }, slashed);
}

function max0(value: bigint): bigint {
  return value > 0n ? value : 0n;
}

function operator(id: string): fc.Arbitrary<SnapshotOperator> {
  return fc.record({
    id: fc.constant(id),
    allocationDelayBlocks: delay,
    pendingAllocationDelay: pendingDelay,
    books: fc.tuple(book('stETH'), book('beaconETH')).map((books) => [...books]),
  });
}

const value = fc.oneof(
  { weight: 6, arbitrary: fc.bigInt({ min: 0n, max: 10n ** 22n }) },
  fc.bigInt({ min: 0n, max: 9n }),
  fc.bigInt({ min: 2n ** 240n, max: 2n ** 245n }),
);
const line = fc.record({
  operator: fc.constantFrom('o1', 'o2', 'stranger'),
  strategy: fc.constantFrom('stETH', 'beaconETH'),
  valueWei: value.map(String),
});
const queuedLine = fc
  .tuple(line, fc.option(fc.integer({ min: NOW - 3, max: NOW + 100_800 })))
  .map(([one, lastBlock]) => ({ ...one, lastBlock }));
const blocks = fc.option(fc.integer({ min: 0, max: 130_000 }));

/** One drawn path: what a property says of the bounds does not hang on the odds, which would take most of the time. */
const FEW_PATHS = { exactMax: 0, mcPaths: 1 };

const parts = fc.record({
  kind: fc.constantFrom('lrt', 'lrt', 'direct'),
  lines: fc.array(line, { maxLength: 4 }),
  queued: fc.array(queuedLine, { maxLength: 3 }),
  operators: fc.tuple(operator('o1'), operator('o2')).map((all) => [...all]),
  slack: fc.bigInt({ min: 1n, max: 10n ** 21n }),
  idle: fc.bigInt({ min: 0n, max: 10n ** 21n }),
  queueMax: fc.option(fc.integer({ min: 86_400, max: 3_000_000 })),
  escrowBlocks: blocks,
  validatorMax: fc.option(fc.integer({ min: 0, max: 5_000_000 })),
  configuration: blocks,
  deallocation: blocks,
  stETH: fact,
});

/** Snapshots whose lines and idle funds never exceed the total, with anything else the table of §2.1 allows. */
export const snapshots: fc.Arbitrary<Snapshot> = parts.map((one) => {
  const traced = [...one.lines, ...one.queued].reduce((sum, { valueWei }) => sum + BigInt(valueWei), 0n);
  return {
    kind: one.kind,
    depositWei: String(10n ** 19n),
    nowBlock: NOW,
    allocationConfigurationDelayBlocks: one.configuration,
    deallocationDelayBlocks: one.deallocation,
    assets: { totalWei: String(traced + one.idle + one.slack), idleWei: String(one.idle) },
    lines: one.lines,
    queued: one.queued,
    operators: one.operators,
    strategies: { stETH: { redistributable: one.stETH }, beaconETH: { redistributable: false } },
    exit: {
      queue: { minSecs: 3_600, maxSecs: one.queueMax },
      escrowBlocks: one.escrowBlocks,
      validatorExit: one.validatorMax === null ? null : { minSecs: 600, maxSecs: one.validatorMax + 600 },
    },
    assumptions: FEW_PATHS,
  };
});
