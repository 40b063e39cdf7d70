import type { Snapshot, SnapshotAllocation, SnapshotLine } from '../../lib/exposure/index.ts';
import type { Operator, Stake, State } from './state.ts';

/** The first block a deposit can be in. */
export function nowBlock(state: State): number {
  return state.latestBlock + 1;
}

function slashable(operator: Operator, set: string): boolean | null {
  if (operator.memberOf.includes(set)) return true;
  return operator.slashableBy.includes(set) ? null : false;
}

function allocationsOf(
  state: State,
  operator: Operator,
  { strategy, allocations }: Operator['magnitudes'][number],
): SnapshotAllocation[] {
  return allocations.map(({ set: id, currentMagnitude, pendingDiff, effectBlock }) => {
    const set = state.operatorSets.find((one) => one.id === id);
    if (set === undefined) throw new Error(`no set ${id}`);
    return {
      avs: set.avs,
      set: set.operatorSetId,
      current: currentMagnitude,
      pendingDiff,
      effectBlock,
      slashable: slashable(operator, id),
      strategyInSet: set.strategies.includes(strategy),
      redistributing: set.redistributing,
    };
  });
}

function line({ operator, strategy, value }: Stake): SnapshotLine {
  return { operator: operator ?? '', strategy, valueWei: String(value) };
}

function queuedLine(stake: Stake): SnapshotLine & { lastBlock: number | null } {
  return { ...line(stake), lastBlock: stake.queued?.lastBlock ?? null };
}

function sum(stakes: readonly Stake[]): string {
  return String(stakes.reduce((all, { value }) => all + value, 0n));
}

/**
 * A state as a snapshot with these stakes. Of kind direct the whole is the sum of its parts, and stake without an
 * operator is idle; of kind lrt all of it is one token.
 */
export function snapshotOf(
  state: State,
  kind: 'direct' | 'lrt',
  stakes: readonly Stake[],
  escrowBlocks = state.constants.MIN_WITHDRAWAL_DELAY_BLOCKS,
): Snapshot {
  const delegated = stakes.filter(({ operator }) => operator !== null);
  const idle = stakes.filter(({ operator }) => operator === null);
  const assets = { totalWei: sum(stakes), idleWei: sum(idle) };
  return {
    kind,
    depositWei: sum(stakes),
    nowBlock: nowBlock(state),
    allocationConfigurationDelayBlocks: state.constants.ALLOCATION_CONFIGURATION_DELAY,
    deallocationDelayBlocks: state.constants.DEALLOCATION_DELAY,
    ...(kind === 'lrt' || idle.length > 0 ? { assets } : {}),
    lines: delegated.filter(({ queued }) => queued === null).map(line),
    queued: delegated.filter(({ queued }) => queued !== null).map(queuedLine),
    operators: state.operators.map((operator) => ({
      id: operator.id,
      allocationDelayBlocks: operator.allocationDelay.isSet ? operator.allocationDelay.delay : null,
      pendingAllocationDelay: null,
      books: operator.magnitudes.map((book) => ({
        strategy: book.strategy,
        maxMagnitude: book.max,
        allocations: allocationsOf(state, operator, book),
      })),
    })),
    strategies: Object.fromEntries(
      state.strategies.map(({ id }) => [id, { redistributable: id !== 'BEACON' }]),
    ),
    exit: {
      instantBufferWei: null,
      queue: { minSecs: 0, maxSecs: 0 },
      escrowBlocks,
      validatorExit: null,
      queueIncludesUnwind: false,
    },
  };
}
