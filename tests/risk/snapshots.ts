import type { Snapshot, SnapshotAllocation } from '../../lib/exposure/index.ts';

const ETH = 10n ** 18n;

/** Whole ETH as a snapshot writes it. */
export function eth(amount: number): string {
  return String(BigInt(Math.round(amount * 1000)) * (ETH / 1000n));
}

/** An allocation of a share of the full magnitude that surely can be slashed. */
export function allocation(
  avs: string,
  share: number,
  more: Partial<SnapshotAllocation> = {},
): SnapshotAllocation {
  return {
    avs,
    set: 0,
    current: eth(share),
    pendingDiff: '0',
    effectBlock: 0,
    slashable: true,
    strategyInSet: true,
    redistributing: false,
    ...more,
  };
}

/** One operator `P` with all of a token's 100 ETH on `stETH`; nothing unknown. */
export function simple(allocations: SnapshotAllocation[], more: Partial<Snapshot> = {}): Snapshot {
  return {
    kind: 'lrt',
    depositWei: eth(10),
    nowBlock: 25_000_000,
    assets: { totalWei: eth(100), idleWei: '0' },
    lines: [{ operator: 'P', strategy: 'stETH', valueWei: eth(100) }],
    operators: [
      {
        id: 'P',
        allocationDelayBlocks: 126_001,
        pendingAllocationDelay: 'none',
        books: [{ strategy: 'stETH', maxMagnitude: eth(1), allocations }],
      },
    ],
    strategies: { stETH: { redistributable: true } },
    exit: {
      queue: { minSecs: 0, maxSecs: 0 },
      escrowBlocks: 100_800,
      validatorExit: null,
      queueIncludesUnwind: false,
    },
    ...more,
  };
}
