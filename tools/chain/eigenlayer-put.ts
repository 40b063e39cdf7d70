import { type Abi, encodeFunctionData, parseAbi } from 'viem';

import type { Address, Hex } from '../../lib/core/index.ts';
import {
  BEACON_ETH,
  EIGENLAYER,
  type EigenLayerState,
  type OperatorState,
  type SetRef,
  withdrawable,
} from './eigenlayer-state.ts';

/** The setters of the EigenLayer stand-ins, and `slashOperator`. */
const PUT_ABI = parseAbi([
  'struct OperatorSet { address avs; uint32 id; }',
  'struct Delay { uint32 delay; bool isSet; uint32 pendingDelay; uint32 effectBlock; }',
  'struct Registration { bool registered; uint32 slashableUntil; }',
  'struct Slasher { address current; address pending; uint32 effectBlock; }',
  'struct Checkpoint { uint32 atBlock; uint64 magnitude; }',
  'struct SetInput { OperatorSet set; Slasher slasher; address recipient; uint256 slashCount; address[] strategies; address[] members; }',
  'struct Allocation { uint64 currentMagnitude; int128 pendingDiff; uint32 effectBlock; }',
  'struct AllocationInput { OperatorSet set; Allocation allocation; }',
  'struct BookInput { address operator; address strategy; Checkpoint[] history; AllocationInput[] allocations; }',
  'struct RegistrationInput { address operator; OperatorSet set; Registration status; }',
  'struct StakerInput { address staker; address operator; address[] strategies; uint256[] scalingFactors; }',
  'struct SharesInput { address operator; address[] strategies; uint256[] shares; }',
  'struct Withdrawal { address staker; address delegatedTo; address withdrawer; uint256 nonce; uint32 startBlock; address[] strategies; uint256[] scaledShares; }',
  'struct DepositsInput { address staker; address[] strategies; uint256[] shares; }',
  'struct PodInput { address owner; address pod; int256 shares; uint64 slashingFactor; }',
  'struct SlashingParams { address operator; uint32 operatorSetId; address[] strategies; uint256[] wadsToSlash; string description; }',
  'function putAllocationConstants(uint32 deallocation, uint32 configuration, uint32 slasherChange, uint256 bits)',
  'function putSets(SetInput[] inputs)',
  'function putDelays(address[] operators, Delay[] infos)',
  'function putRegisteredSets(address operator, OperatorSet[] sets)',
  'function putRegistrations(RegistrationInput[] inputs)',
  'function putAllocatedSets(address operator, OperatorSet[] sets)',
  'function putBooks(BookInput[] inputs)',
  'function putDelegationConstants(uint32 withdrawalDelay, uint256 bits)',
  'function putStakers(StakerInput[] inputs)',
  'function putOperators(SharesInput[] inputs)',
  'function putWithdrawals(Withdrawal[] inputs)',
  'function dropWithdrawals(address staker)',
  'function putStrategyConstants(uint32 resolutionDelay, uint256 bits, address[] whitelist)',
  'function putDeposits(DepositsInput[] inputs)',
  'function putPodConstants(uint256 bits)',
  'function putPods(PodInput[] inputs)',
  'function slashOperator(address avs, SlashingParams params) returns (uint256, uint256[])',
]);

/** One transaction to the chain. */
export type Sending = { readonly to: Address; readonly data: Hex };

/** Storage words that one transaction may write: 22,100 gas each, far below 16.7 M. */
const WORDS_PER_SENDING = 500;
const ZERO: Address = '0x0000000000000000000000000000000000000000';

/** The transactions that bring the stand-ins into a state. They add to what is there; use a fresh chain. */
export function puttingEigenLayer(state: EigenLayerState): Sending[] {
  return [...constants(state), ...sets(state), ...operators(state), ...stakers(state)];
}

function constants(state: EigenLayerState): Sending[] {
  const { constants: delays, paused = {} } = state;
  const to = EIGENLAYER;
  return [
    send(to.allocationManager, 'putAllocationConstants', [
      delays.deallocationDelay,
      delays.configurationDelay,
      delays.slasherDelay,
      paused.allocations ?? 0n,
    ]),
    send(to.delegationManager, 'putDelegationConstants', [delays.withdrawalDelay, paused.delegation ?? 0n]),
    send(to.strategyManager, 'putStrategyConstants', [
      delays.resolutionDelay,
      paused.strategies ?? 0n,
      state.whitelist,
    ]),
    send(to.eigenPodManager, 'putPodConstants', [paused.pods ?? 0n]),
  ];
}

function sets(state: EigenLayerState): Sending[] {
  const inputs = state.sets.map((entry) => ({
    set: ref(entry),
    slasher: {
      current: entry.slasher,
      pending: entry.pendingSlasher?.slasher ?? ZERO,
      effectBlock: Number(entry.pendingSlasher?.effectBlock ?? 0n),
    },
    recipient: entry.recipient ?? ZERO,
    slashCount: entry.slashCount ?? 0n,
    strategies: entry.strategies,
    members: entry.members ?? membersOf(state, entry),
  }));
  return chunked(inputs, (input) => 8 + input.strategies.length + input.members.length).map((part) =>
    send(EIGENLAYER.allocationManager, 'putSets', [part]),
  );
}

function membersOf(state: EigenLayerState, set: SetRef): Address[] {
  return state.operators
    .filter((operator) => operator.registrations.some((status) => status.registered && same(status, set)))
    .map((operator) => operator.address);
}

function operators(state: EigenLayerState): Sending[] {
  const to = EIGENLAYER.allocationManager;
  const sendings: Sending[] = [
    send(to, 'putDelays', [
      state.operators.map((operator) => operator.address),
      state.operators.map((operator) => ({
        delay: operator.delay ?? 0,
        isSet: operator.delay !== null,
        pendingDelay: operator.pendingDelay?.delay ?? 0,
        effectBlock: Number(operator.pendingDelay?.effectBlock ?? 0n),
      })),
    ]),
  ];
  const books = state.operators.flatMap(({ address, books: all }) =>
    all.map((book) => ({
      operator: address,
      strategy: book.strategy,
      history: book.history.map((point) => ({ atBlock: Number(point.block), magnitude: point.magnitude })),
      allocations: book.allocations.map((entry) => ({
        set: ref(entry),
        allocation: {
          currentMagnitude: entry.current,
          pendingDiff: entry.pendingDiff,
          effectBlock: Number(entry.effectBlock),
        },
      })),
    })),
  );
  for (const part of chunked(books, (book) => 2 + book.history.length + 3 * book.allocations.length)) {
    sendings.push(send(to, 'putBooks', [part]));
  }
  const registrations = state.operators.flatMap(({ address, registrations: all }) =>
    all.map((entry) => ({
      operator: address,
      set: ref(entry),
      status: { registered: entry.registered, slashableUntil: Number(entry.slashableUntil) },
    })),
  );
  for (const part of chunked(registrations, () => 1)) sendings.push(send(to, 'putRegistrations', [part]));
  for (const operator of state.operators) {
    const allocated = operator.allocatedSets ?? allocatedOf(operator);
    const registered = operator.registeredSets ?? operator.registrations.filter((entry) => entry.registered);
    if (allocated.length > 0)
      sendings.push(send(to, 'putAllocatedSets', [operator.address, allocated.map(ref)]));
    if (registered.length > 0)
      sendings.push(send(to, 'putRegisteredSets', [operator.address, registered.map(ref)]));
  }
  return sendings;
}

function stakers(state: EigenLayerState): Sending[] {
  const delegation = EIGENLAYER.delegationManager;
  const inputs = state.stakers.map((staker) => ({
    staker: staker.address,
    operator: staker.operator ?? ZERO,
    strategies: staker.positions.map((position) => position.strategy),
    scalingFactors: staker.positions.map((position) => position.scalingFactor ?? 0n),
  }));
  const deposits = state.stakers.map((staker) => {
    const tokens = staker.positions.filter((position) => position.strategy !== BEACON_ETH);
    return {
      staker: staker.address,
      strategies: tokens.map((position) => position.strategy),
      shares: tokens.map((position) => position.depositShares),
    };
  });
  const pods = state.stakers
    .map((staker) => ({
      owner: staker.address,
      pod: staker.pod?.address ?? ZERO,
      shares: staker.positions.find((position) => position.strategy === BEACON_ETH)?.depositShares ?? 0n,
      slashingFactor: staker.pod?.slashingFactor ?? 0n,
    }))
    .filter((pod) => pod.pod !== ZERO || pod.shares !== 0n || pod.slashingFactor !== 0n);
  const waiting = state.stakers.flatMap((staker) =>
    staker.queued.map((entry) => ({
      staker: staker.address,
      delegatedTo: entry.delegatedTo ?? ZERO,
      withdrawer: staker.address,
      nonce: entry.nonce,
      startBlock: Number(entry.startBlock),
      strategies: entry.strategies,
      scaledShares: entry.scaledShares,
    })),
  );
  const shares = state.operators.map((operator) => {
    const held = operator.shares ?? [...sharesOf(state, operator.address)];
    return {
      operator: operator.address,
      strategies: held.map(([strategy]) => strategy),
      shares: held.map(([, amount]) => amount),
    };
  });
  const strategies = EIGENLAYER.strategyManager;
  return [
    ...chunked(inputs, (input) => 1 + input.strategies.length).map((part) =>
      send(delegation, 'putStakers', [part]),
    ),
    ...chunked(deposits, (input) => 3 * input.strategies.length).map((part) =>
      send(strategies, 'putDeposits', [part]),
    ),
    ...chunked(pods, () => 3).map((part) => send(EIGENLAYER.eigenPodManager, 'putPods', [part])),
    ...chunked(shares, (input) => 1 + input.shares.length).map((part) =>
      send(delegation, 'putOperators', [part]),
    ),
    ...chunked(waiting, (input) => 13 + 5 * input.strategies.length).map((part) =>
      send(delegation, 'putWithdrawals', [part]),
    ),
  ];
}

/** What the stakers of an operator could withdraw together, by strategy. */
function sharesOf(state: EigenLayerState, operator: Address): Map<Address, bigint> {
  const sums = new Map<Address, bigint>();
  for (const staker of state.stakers) {
    if (staker.operator !== operator) continue;
    for (const position of staker.positions) {
      const before = sums.get(position.strategy) ?? 0n;
      sums.set(position.strategy, before + withdrawable(state, staker, position));
    }
  }
  return sums;
}

function allocatedOf(operator: OperatorState): SetRef[] {
  const all = operator.books.flatMap((book) => book.allocations);
  return all.filter((entry, index) => all.findIndex((other) => same(entry, other)) === index);
}

function same(a: SetRef, b: SetRef): boolean {
  return a.avs === b.avs && a.id === b.id;
}

function ref({ avs, id }: SetRef): SetRef {
  return { avs, id };
}

type Put = Extract<(typeof PUT_ABI)[number], { type: 'function' }>['name'];

/** Encodes one call of a stand-in's setter. Throws viem's error when the arguments do not fit. */
export function send(to: Address, functionName: Put, args: readonly unknown[]): Sending {
  const abi: Abi = PUT_ABI;
  return { to, data: encodeFunctionData({ abi, functionName, args }) };
}

function chunked<T>(items: readonly T[], words: (item: T) => number): T[][] {
  const parts: T[][] = [];
  let room = 0;
  for (const item of items) {
    const need = words(item);
    const last = parts.at(-1);
    if (last === undefined || need > room) {
      parts.push([item]);
      room = WORDS_PER_SENDING - need;
    } else {
      last.push(item);
      room -= need;
    }
  }
  return parts;
}
