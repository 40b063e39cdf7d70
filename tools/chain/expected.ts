import type { Address } from '../../lib/core/index.ts';
import { mulDivDown, WAD } from '../../lib/core/index.ts';
import type {
  Snapshot,
  SnapshotAllocation,
  SnapshotLine,
  SnapshotOperator,
} from '../../lib/exposure/index.ts';
import {
  type AllocationState,
  BEACON_ETH,
  type EigenLayerState,
  type OperatorState,
  queuedShares,
  type SetRef,
  type StakerState,
  withdrawable,
} from './eigenlayer-state.ts';
import type { SnapshotOptions, World } from './world-types.ts';

type Rates = Readonly<Record<Address, bigint>>;

/** Wei of ETH that a number of shares is worth; a strategy without a rate has none. */
export function valueOf(rates: Rates, strategy: Address, shares: bigint): bigint | null {
  const rate = rates[strategy];
  return rate === undefined ? null : mulDivDown(shares, rate, WAD);
}

/** What a staker could withdraw now, in wei of ETH. */
export function sumWei(state: EigenLayerState, staker: StakerState, rates: Rates): bigint {
  return staker.positions.reduce(
    (sum, position) => sum + (valueOf(rates, position.strategy, withdrawable(state, staker, position)) ?? 0n),
    0n,
  );
}

/** What a staker has waiting in the withdrawal queue, in wei of ETH. */
export function queuedWei(state: EigenLayerState, staker: StakerState, rates: Rates): bigint {
  return staker.queued.reduce(
    (sum, entry) =>
      entry.strategies.reduce(
        (part, strategy, index) =>
          part + (valueOf(rates, strategy, queuedShares(state, staker, entry, index)) ?? 0n),
        sum,
      ),
    0n,
  );
}

/** What the deposit of a snapshot consists of. */
type Moved = Pick<Snapshot, 'depositWei' | 'assets' | 'lines' | 'queued'>;

/**
 * The risk model's input that an honest and complete reading of a world must come to.
 *
 * Worked out from the state the contracts were given, by the rules of the risk model (section 2.1 and, for kind
 * `direct`, 3.1), and from no contract. Tails count as storage slot 158 tells them, pending allocation delays as
 * slot 155 does. It describes the operators that the lines name, in the order of the state.
 *
 * @param world - in the block it was made for: the next block is `nowBlock`
 */
export function expectedSnapshot(world: World, options: SnapshotOptions): Snapshot {
  const { eigenlayer: state, expected } = world;
  const nowBlock = world.block + 1n;
  const moved = expected.kind === 'direct' ? directly(world, options) : throughToken(world, options);
  const named = new Set([...moved.lines, ...(moved.queued ?? [])].map((line) => line.operator));
  return {
    kind: expected.kind,
    nowBlock: Number(nowBlock),
    allocationConfigurationDelayBlocks: state.constants.configurationDelay,
    deallocationDelayBlocks: state.constants.deallocationDelay,
    ...moved,
    operators: state.operators
      .filter((operator) => named.has(operator.address))
      .map((operator) => snapshotOperator(world, operator, nowBlock)),
    strategies: Object.fromEntries(
      expected.strategies.map((strategy) => [strategy, { redistributable: strategy !== BEACON_ETH }]),
    ),
    exit: {
      instantBufferWei: String(expected.exit.bufferWei),
      queue: { minSecs: secs(expected.exit.queueMinSecs), maxSecs: secs(expected.exit.queueMaxSecs) },
      escrowBlocks: Number(expected.exit.escrowBlocks),
      validatorExit: options.validatorExit ?? null,
      queueIncludesUnwind: expected.exit.includesUnwind,
    },
    ...(expected.listedOperators === undefined ? {} : { listedOperators: [...expected.listedOperators] }),
  };
}

function throughToken({ eigenlayer: state, expected }: World, { depositWei }: SnapshotOptions): Moved {
  const stakers = state.stakers.filter((staker) => expected.stakers.includes(staker.address));
  const own = <L extends SnapshotLine>(line: L): L => ownPart(line, expected.share);
  return {
    depositWei: String(depositWei),
    assets: { totalWei: String(expected.totalWei), idleWei: String(expected.idleWei) },
    lines: stakers.flatMap((staker) => lines(state, staker, expected.shareRates)).map(own),
    queued: stakers.flatMap((staker) => queued(state, staker, expected.shareRates)).map(own),
  };
}

/** Of a line of the whole pool, what belongs to a token that owns a share of it. */
function ownPart<L extends SnapshotLine>(line: L, share: World['expected']['share']): L {
  if (share === undefined || line.valueWei === undefined || line.valueWei === null) return line;
  return { ...line, valueWei: String((BigInt(line.valueWei) * share.held) / share.of) };
}

function directly({ eigenlayer: state, expected }: World, { depositWei, action }: SnapshotOptions): Moved {
  const person = state.stakers.find((staker) => expected.stakers.includes(staker.address));
  if (person === undefined) throw new Error('a direct world has one person');
  if (action?.kind === 'delegate') {
    const moved = { ...person, operator: action.operator };
    const all = queued(state, person, expected.shareRates);
    const sum = sumWei(state, moved, expected.shareRates) + queuedWei(state, person, expected.shareRates);
    return { depositWei: String(sum), lines: lines(state, moved, expected.shareRates), queued: all };
  }
  const strategy = action?.strategy ?? expected.strategies.at(-1) ?? BEACON_ETH;
  const whole = String(depositWei);
  if (person.operator === null) {
    return { depositWei: whole, assets: { totalWei: whole, idleWei: whole }, lines: [] };
  }
  return { depositWei: whole, lines: [{ operator: person.operator, strategy, valueWei: whole }] };
}

/** A staker that is delegated to nobody has no line: nobody can slash it. */
function lines(state: EigenLayerState, staker: StakerState, rates: Rates): SnapshotLine[] {
  const { operator } = staker;
  if (operator === null) return [];
  return staker.positions
    .map((position) => ({ position, shares: withdrawable(state, staker, position) }))
    .filter(({ shares }) => shares > 0n)
    .map(({ position, shares }) => ({
      operator,
      strategy: position.strategy,
      valueWei: text(valueOf(rates, position.strategy, shares)),
    }));
}

function queued(state: EigenLayerState, staker: StakerState, rates: Rates): NonNullable<Snapshot['queued']> {
  return staker.queued.flatMap((entry) =>
    entry.strategies.map((strategy, index) => ({
      operator: entry.delegatedTo ?? ZERO,
      strategy,
      valueWei: text(valueOf(rates, strategy, queuedShares(state, staker, entry, index))),
      lastBlock: Number(entry.startBlock) + state.constants.withdrawalDelay,
    })),
  );
}

function snapshotOperator(world: World, operator: OperatorState, nowBlock: bigint): SnapshotOperator {
  const hidden = world.expected.unreadable.includes(operator.address);
  return {
    id: operator.address,
    allocationDelayBlocks: operator.delay,
    pendingAllocationDelay:
      operator.pendingDelay === undefined
        ? 'none'
        : {
            delayBlocks: operator.pendingDelay.delay,
            effectBlock: Number(operator.pendingDelay.effectBlock),
          },
    books: operator.books.map((book) => ({
      strategy: book.strategy,
      maxMagnitude: hidden ? null : String(book.history.at(-1)?.magnitude ?? WAD),
      allocations: hidden
        ? null
        : book.allocations
            .filter((entry) => entry.current !== 0n || entry.pendingDiff !== 0n)
            .map((entry) => snapshotAllocation(world.eigenlayer, operator, book.strategy, entry, nowBlock)),
    })),
  };
}

function snapshotAllocation(
  state: EigenLayerState,
  operator: OperatorState,
  strategy: Address,
  entry: AllocationState,
  nowBlock: bigint,
): SnapshotAllocation {
  const same = (other: SetRef) => other.avs === entry.avs && other.id === entry.id;
  const set = state.sets.find(same);
  const status = operator.registrations.find(same);
  return {
    avs: entry.avs,
    set: entry.id,
    current: String(entry.current),
    pendingDiff: String(entry.pendingDiff),
    effectBlock: Number(entry.effectBlock),
    slashable: status !== undefined && (status.registered || status.slashableUntil >= nowBlock),
    strategyInSet: set?.strategies.includes(strategy) ?? false,
    redistributing: set?.recipient !== undefined,
  };
}

const ZERO: Address = '0x0000000000000000000000000000000000000000';

function secs(value: bigint | null): number | null {
  return value === null ? null : Number(value);
}

function text(value: bigint | null): string | null {
  return value === null ? null : String(value);
}
