/**
 * The input of the risk model: `facts/risk-model.md` §2.1, field for field.
 * Amounts are decimal strings of base units, blocks and seconds are integers; absent and null mean
 * "not known" unless that table says otherwise. `lib/risk` parses and refuses; nothing here is checked.
 */
export type Snapshot = {
  kind: string;
  depositWei?: string | null;
  nowBlock: number;
  blockSeconds?: number;
  allocationConfigurationDelayBlocks?: number | null;
  deallocationDelayBlocks?: number | null;
  assets?: { totalWei?: string | null; idleWei?: string | null };
  lines: SnapshotLine[];
  queued?: (SnapshotLine & { lastBlock?: number | null })[];
  operators: SnapshotOperator[];
  strategies?: Record<string, { redistributable?: boolean | null }>;
  exit?: SnapshotExit;
  assumptions?: Record<string, number>;
  listedOperators?: string[];
  /** Kind `symbiotic`: the pool, in base units of what it holds. */
  symbiotic?: SnapshotPool;
};

export type SnapshotPool = {
  activeStakeWei?: string | null;
  withdrawalsCurrentWei?: string | null;
  withdrawalsNextWei?: string | null;
  /** `instant`, `veto`, `none` or `unknown`. */
  slasher?: string;
  epochDurationSecs?: number | null;
  stakes?:
    | readonly { subnetwork: string; network: string; operator: string; stakeWei?: string | null }[]
    | null;
  /** Promises that may stand beside the listed ones, at most: they widen upper ends. Absent: none. */
  unlistedWei?: string | null;
  /** What the deposit adds to the pool: the figures are then those of somebody who joins it. */
  joiningWei?: string | null;
};

export type SnapshotLine = { operator: string; strategy: string; valueWei?: string | null };

export type SnapshotOperator = {
  id: string;
  allocationDelayBlocks?: number | 'unknown' | null;
  pendingAllocationDelay?: 'none' | { delayBlocks: number; effectBlock: number } | null;
  books: SnapshotBook[];
};

export type SnapshotBook = {
  strategy: string;
  maxMagnitude?: string | null;
  allocations?: SnapshotAllocation[] | null;
};

export type SnapshotAllocation = {
  avs: string;
  set: number;
  current?: string | null;
  pendingDiff?: string | null;
  effectBlock?: number | null;
  slashable?: boolean | null;
  strategyInSet?: boolean | null;
  redistributing?: boolean | null;
};

export type SnapshotExit = {
  instantBufferWei?: string | null;
  queue?: { minSecs?: number | null; maxSecs?: number | null } | null;
  escrowBlocks?: number | null;
  validatorExit?: { minSecs?: number | null; maxSecs?: number | null } | null;
  queueIncludesUnwind?: boolean;
};
