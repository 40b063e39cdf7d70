import type { Address } from '../../lib/core/index.ts';
import { max, min, mulDivUp, WAD } from '../../lib/core/index.ts';
import {
  BEACON_ETH,
  type BookState,
  type EigenLayerState,
  made,
  type OperatorState,
  type RegistrationState,
  type SetRef,
  type StakerState,
} from '../../tools/chain/eigenlayer-state.ts';
import type { VectorOperator, VectorStaker, VectorState, VectorWorst } from './vector-file.ts';

/** Addresses for the names of a vector file. */
export type Names = {
  operator(id: string): Address;
  staker(id: string): Address;
  strategy(id: string): Address;
  avs(id: string): Address;
  slasher(id: string): Address;
  recipient(id: string): Address;
  pod(id: string): Address;
};

/** Made addresses; strategies keep their own. A staker `self:op1` is the operator `op1`. */
export function madeNames(state: VectorState): Names {
  return {
    operator: (id) => made(`vector ${id}`),
    staker: (id) => made(`vector ${id.replace('self:', '')}`),
    strategy: (id) => hex(state.strategies.find((entry) => entry.id === id)?.addr ?? ''),
    avs: (id) => made(`vector ${id}`),
    slasher: (id) => made(`vector slasher ${id}`),
    recipient: (id) => made(`vector recipient ${id}`),
    pod: (id) => made(`vector pod ${id}`),
  };
}

/** The stand-ins' state for a vector state; every block is moved up by `shift`. */
export function stateOf(
  state: VectorState,
  names: Names,
  shift: number,
  worst: readonly VectorWorst[] = [],
): EigenLayerState {
  const ref = (id: string): SetRef => {
    const found = state.operatorSets.find((set) => set.id === id);
    if (found === undefined) throw new Error(`no set ${id}`);
    return { avs: names.avs(found.avs), id: found.operatorSetId };
  };
  const block = (number: number) => (number === 0 ? 0n : BigInt(number + shift));
  const delay = (name: string) => state.constants[name] ?? 0;
  return {
    constants: {
      withdrawalDelay: delay('MIN_WITHDRAWAL_DELAY_BLOCKS'),
      deallocationDelay: delay('DEALLOCATION_DELAY'),
      configurationDelay: delay('ALLOCATION_CONFIGURATION_DELAY'),
      slasherDelay: delay('ALLOCATION_CONFIGURATION_DELAY'),
      resolutionDelay: 1,
    },
    whitelist: [],
    sets: state.operatorSets.map((set) => ({
      ...ref(set.id),
      strategies: set.strategies.map((id) => names.strategy(id)),
      slasher: names.slasher(set.id),
      ...(set.pendingSlasherEffectBlock === 0
        ? {}
        : {
            pendingSlasher: {
              slasher: made('next slasher'),
              effectBlock: block(set.pendingSlasherEffectBlock),
            },
          }),
      ...(set.redistributing ? { recipient: names.recipient(set.id) } : {}),
      slashCount: BigInt(set.slashCount),
      members: set.members.map((id) => names.operator(id)),
    })),
    operators: state.operators.map((operator): OperatorState => ({
      address: names.operator(operator.id),
      delay: operator.allocationDelay.isSet ? operator.allocationDelay.delay : null,
      books: books(state, operator, names, block, ref),
      registrations: registrations(state, operator, ref, shift, worst),
      allocatedSets: operator.allocatedSets.map(ref),
      registeredSets: operator.registeredSets.map(ref),
      shares: operator.shares.map(
        (shares, index) => [strategyAt(state, names, index), BigInt(shares)] as const,
      ),
    })),
    stakers: state.stakers.map((staker) => stakerOf(state, staker, names, block)),
  };
}

function books(
  state: VectorState,
  operator: VectorOperator,
  names: Names,
  block: (number: number) => bigint,
  ref: (id: string) => SetRef,
): BookState[] {
  return operator.magnitudes.map((entry) => ({
    strategy: names.strategy(entry.strategy),
    history: history(state, operator.id, entry.strategy, BigInt(entry.max), block),
    allocations: entry.allocations
      .filter(
        (allocation) =>
          allocation.currentMagnitude !== '0' ||
          allocation.pendingDiff !== '0' ||
          allocation.effectBlock !== 0,
      )
      .map((allocation) => ({
        ...ref(allocation.set),
        current: BigInt(allocation.currentMagnitude),
        pendingDiff: BigInt(allocation.pendingDiff),
        effectBlock: block(allocation.effectBlock),
      })),
  }));
}

/**
 * A past of the maximum magnitude that explains every matured withdrawal. The file does not hold it, only what
 * such withdrawals are worth: each allows an interval, and magnitudes never rise.
 */
function history(
  state: VectorState,
  operator: string,
  strategy: string,
  now: bigint,
  block: (number: number) => bigint,
): { block: bigint; magnitude: bigint }[] {
  const delay = state.constants['MIN_WITHDRAWAL_DELAY_BLOCKS'] ?? 0;
  const least = new Map<number, bigint>();
  for (const staker of state.stakers) {
    for (const entry of staker.queued) {
      const index = entry.strategies.indexOf(strategy);
      const last = entry.startBlock + delay;
      if (entry.delegatedTo !== operator || index < 0 || last >= state.latestBlock) continue;
      const scaled = BigInt(entry.scaledShares[index] ?? '0');
      if (scaled === 0n) continue;
      let factor = mulDivUp(BigInt(entry.shares[index] ?? '0'), WAD, scaled);
      if (strategy === 'BEACON') factor = mulDivUp(factor, WAD, BigInt(staker.beaconChainSlashingFactor));
      least.set(last, max(least.get(last) ?? 0n, min(factor, WAD)));
    }
  }
  const points: { block: bigint; magnitude: bigint }[] = [];
  let magnitude = now;
  for (const last of [...least.keys()].toSorted((a, b) => b - a)) {
    if (points.length === 0) points.push({ block: block(last) + 1n, magnitude: now });
    magnitude = max(magnitude, least.get(last) ?? 0n);
    points.unshift({ block: block(last), magnitude });
  }
  return points.length === 0 && now !== WAD ? [{ block: 1n, magnitude: now }] : points;
}

/** How long a tail lasts is not in the file: through the last block in which a slash of it is recorded. */
function registrations(
  state: VectorState,
  operator: VectorOperator,
  ref: (id: string) => SetRef,
  shift: number,
  worst: readonly VectorWorst[],
): RegistrationState[] {
  return operator.slashableBy.map((id) => {
    const blocks = worst
      .filter(({ steps }) =>
        steps.some((step) => step.ok && step.operator === operator.id && step.set === id),
      )
      .map(({ stateBlock }) => stateBlock + 1);
    const registered = operator.memberOf.includes(id);
    const until = Math.max(state.latestBlock, ...blocks) + shift;
    return { ...ref(id), registered, slashableUntil: registered ? 0n : BigInt(until) };
  });
}

function stakerOf(
  state: VectorState,
  staker: VectorStaker,
  names: Names,
  block: (number: number) => bigint,
): StakerState {
  return {
    address: names.staker(staker.id),
    operator: staker.delegatedTo === null ? null : names.operator(staker.delegatedTo),
    positions: staker.depositShares.map((shares, index) => ({
      strategy: strategyAt(state, names, index),
      depositShares: BigInt(shares),
      scalingFactor: BigInt(staker.depositScalingFactor[index] ?? WAD),
    })),
    pod: {
      address: names.pod(staker.id),
      slashingFactor: BigInt(staker.beaconChainSlashingFactor),
      lastCheckpoint: 0n,
    },
    queued: staker.queued.map((entry) => ({
      delegatedTo: entry.delegatedTo === null ? null : names.operator(entry.delegatedTo),
      nonce: BigInt(entry.nonce),
      startBlock: block(entry.startBlock),
      strategies: entry.strategies.map((id) => names.strategy(id)),
      scaledShares: entry.scaledShares.map(BigInt),
    })),
  };
}

/** The strategy at a place of the file's arrays. */
export function strategyAt(state: VectorState, names: Names, index: number): Address {
  return names.strategy(state.strategies[index]?.id ?? '');
}

/** A text as an address, checked by its look alone. */
export function hex(text: string): Address {
  if (!text.startsWith('0x') || text.length !== 42) throw new Error(`no address: ${text}`);
  return text.toLowerCase() === BEACON_ETH.toLowerCase() ? BEACON_ETH : `0x${text.slice(2)}`;
}
