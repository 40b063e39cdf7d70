import type { Address } from '../../../lib/core/index.ts';
import { max, mulDivDown, WAD } from '../../../lib/core/index.ts';
import {
  type AllocationState,
  BEACON_ETH,
  type BookState,
  made,
  type OperatorState,
  type RegistrationState,
  type SetState,
} from '../eigenlayer-state.ts';
import { type ContractState, view } from '../stand-in.ts';
import type { Variant } from '../world-types.ts';
import { STETH_STRATEGY } from './base.ts';

/** Parts of an operator's maximum magnitude, 1e18 = all of it. Made figures. */
export type Plan = {
  /** Slashable now, spread over twelve sets. */
  readonly live: bigint;
  /** Allocated where it cannot be slashed today. */
  readonly dormant: bigint;
  /** Increases that are on their way: half comes before a withdrawal would end, half after. */
  readonly scheduled: bigint;
  /** An increase that takes effect in the next block. */
  readonly next: bigint;
  /** In a set the operator left, which can still slash it. */
  readonly tail: bigint;
  /** In a set it is leaving: all slashable until then. */
  readonly leaving: bigint;
};

/** Within the limits of Balanced when every operator has it. */
export const CALM: Plan = {
  live: percent(600),
  dormant: percent(200),
  scheduled: percent(200),
  next: percent(50),
  tail: percent(50),
  leaving: percent(50),
};

/** Hundredths of a percent as a fraction of 1e18. */
function percent(hundredths: number): bigint {
  return (WAD * BigInt(hundredths)) / 10_000n;
}

/** The same plan, larger: `tenths` of each part. */
export function times(plan: Plan, tenths: bigint): Plan {
  const grow = (part: bigint) => (part * tenths) / 10n;
  return {
    live: grow(plan.live),
    dormant: grow(plan.dormant),
    scheduled: grow(plan.scheduled),
    next: grow(plan.next),
    tail: grow(plan.tail),
    leaving: grow(plan.leaving),
  };
}

/**
 * Made services with one operator set each. Every tenth redistributes (and so leaves native ETH out), every tenth
 * is for native ETH alone, one has a slasher about to change, one has slashed before. Which slashers are plain keys:
 * see `slashers`.
 */
export function services(count: number, strategies: readonly Address[], block: bigint): SetState[] {
  return Array.from({ length: count }, (_, index) => {
    const redistributes = index % 10 === 3;
    return {
      avs: made(`service ${index}`),
      id: index % 3,
      strategies: strategies.filter((strategy) => {
        if (redistributes) return strategy !== BEACON_ETH;
        return index % 10 !== 6 || strategy === BEACON_ETH;
      }),
      slasher: made(`slasher ${index}`),
      ...(index === 5
        ? { pendingSlasher: { slasher: made('slasher to come'), effectBlock: block + 60_000n } }
        : {}),
      ...(redistributes ? { recipient: made(`recipient ${index}`) } : {}),
      slashCount: index === 2 ? 1n : 0n,
    };
  });
}

/** The contracts behind the slashers that are contracts: within the limits all of them are. */
export function slashers(count: number, variant: Variant): ContractState[] {
  return Array.from({ length: count }, (_, index) => index)
    .filter((index) => variant === 'within' || index % 7 !== 0)
    .map((index) => ({
      role: 'slasher',
      address: made(`slasher ${index}`),
      answers: [view('function owner() view returns (address)', made(`owner of slasher ${index}`))],
    }));
}

export type OperatorOptions = {
  readonly address: Address;
  /** Which of the services it starts with. */
  readonly start: number;
  /** Allocated sets; left out: 20, the shape the budgets were measured with. */
  readonly sets?: number;
  readonly plan: Plan;
  readonly strategies: readonly Address[];
  readonly delay: number | null;
  readonly pendingDelay?: { readonly delay: number; readonly effectBlock: bigint };
  /** Maximum magnitude by strategy where the operator was slashed before. */
  readonly slashed?: Readonly<Record<Address, bigint>>;
};

/** An operator with one allocation of every kind, over the services from `start` on. */
export function operator(options: OperatorOptions, all: readonly SetState[], block: bigint): OperatorState {
  const picked = Array.from({ length: Math.min(options.sets ?? 20, all.length) }, (_, index) => {
    const set = all[(options.start + index) % all.length];
    if (set === undefined) throw new Error('no services');
    return set;
  });
  return {
    address: options.address,
    delay: options.delay,
    ...(options.pendingDelay === undefined ? {} : { pendingDelay: options.pendingDelay }),
    books: options.strategies.map((strategy) => book(options, strategy, picked, block)),
    registrations: picked.flatMap((set, index) => registration(set, index, options.start, block)),
    allocatedSets: picked.map(({ avs, id }) => ({ avs, id })),
  };
}

function book(
  { plan, slashed }: OperatorOptions,
  strategy: Address,
  picked: readonly SetState[],
  block: bigint,
): BookState {
  const magnitude = slashed?.[strategy] ?? WAD;
  const allocations = picked.flatMap((set, index) =>
    allocation(plan, set, index, block)
      .map((entry) => ({ ...entry, avs: set.avs, id: set.id }))
      .filter(() => set.strategies.includes(strategy) || index === 14)
      .map((entry) => scaled(entry, magnitude)),
  );
  return {
    strategy,
    history: magnitude === WAD ? [] : [{ block: block - 150_000n, magnitude }],
    allocations,
  };
}

function scaled(entry: AllocationState, magnitude: bigint): AllocationState {
  const down = (part: bigint) => mulDivDown(max(part, -part), magnitude, WAD) * (part < 0n ? -1n : 1n);
  const pendingDiff = down(entry.pendingDiff);
  return {
    ...entry,
    current: down(entry.current),
    pendingDiff,
    effectBlock: pendingDiff === 0n ? 0n : entry.effectBlock,
  };
}

type Kind = Pick<AllocationState, 'current' | 'pendingDiff' | 'effectBlock'>;

function still(current: bigint): Kind {
  return { current, pendingDiff: 0n, effectBlock: 0n };
}

/** The twenty kinds of allocation; beyond the twentieth set the operator is registered with nothing allocated. */
function allocation(plan: Plan, set: SetState, index: number, block: bigint): Kind[] {
  if (index < 12) return [still(plan.live / 12n)];
  switch (index) {
    case 12:
    case 13: // not registered
    case 14: // its strategy may not be in the set
      return [still(plan.dormant / 3n)];
    case 15:
      return [still(plan.tail)];
    case 16:
      return [{ current: 0n, pendingDiff: plan.scheduled / 2n, effectBlock: block + 50_000n }];
    case 17:
      return [{ current: 0n, pendingDiff: plan.scheduled / 2n, effectBlock: block + 450_000n }];
    case 18:
      return [{ current: plan.leaving, pendingDiff: -plan.leaving, effectBlock: block + 60_000n }];
    case 19:
      return [{ current: 0n, pendingDiff: plan.next, effectBlock: block + 1n }];
    default:
      return set.strategies.length === 0 ? [] : [still(0n)];
  }
}

function registration(set: SetState, index: number, start: number, block: bigint): RegistrationState[] {
  const { avs, id } = set;
  if (index === 12 || index === 13) return [];
  // A tail: half of the operators' last slashable block is this one, the others' is days away.
  if (index === 15) {
    return [{ avs, id, registered: false, slashableUntil: start % 2 === 0 ? block : block + 40_000n }];
  }
  return [{ avs, id, registered: true, slashableUntil: 0n }];
}

/** The strategies most tokens here hold. */
export const ETH_AND_STETH: readonly Address[] = [BEACON_ETH, STETH_STRATEGY];
