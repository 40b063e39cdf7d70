import type { Address } from '../../lib/core/index.ts';
import type { Expectation } from './read-views.ts';
import type { VectorCase, VectorStakerAfter } from './vector-file.ts';
import { type Names, strategyAt } from './vector-state.ts';

/** The states stand this many blocks higher than they were executed: a chain here starts above 330. */
export const SHIFT = 1_000;

/** The operator set of an id, as the views take it. */
export function setArgument(vector: VectorCase, names: Names, id: string): { avs: Address; id: number } {
  const set = vector.operatorSets.find((entry) => entry.id === id);
  if (set === undefined) throw new Error(`no set ${id}`);
  return { avs: names.avs(set.avs), id: set.operatorSetId };
}

/** A block of the file on the chain here; 0 stays 0. */
export function later(block: number): number {
  return block === 0 ? 0 : block + SHIFT;
}

/** What is to be read of an operator's magnitudes; `whole`: the list of all sets, else single allocations. */
export function magnitudeViews(
  vector: VectorCase,
  names: Names,
  id: string,
  entries: VectorCase['operators'][number]['magnitudes'],
  whole: boolean,
): Expectation[] {
  const operator = names.operator(id);
  return entries.flatMap((entry): Expectation[] => {
    const strategy = names.strategy(entry.strategy);
    const args = [operator, strategy];
    const what = `${id} ${entry.strategy}`;
    const allocation = (part: (typeof entry.allocations)[number]) => [
      part.currentMagnitude,
      part.pendingDiff,
      later(part.effectBlock),
    ];
    return [
      { what, name: 'getMaxMagnitude', args, expected: entry.max },
      { what, name: 'getEncumberedMagnitude', args, expected: entry.encumbered },
      { what, name: 'getAllocatableMagnitude', args, expected: entry.allocatable },
      { what, name: 'getSlashableSharesInQueue', args, expected: entry.slashableSharesInQueue },
      ...(whole
        ? [
            {
              what,
              name: 'getStrategyAllocations',
              args,
              expected: [
                entry.allocations.map((part) => setArgument(vector, names, part.set)),
                entry.allocations.map(allocation),
              ],
            },
          ]
        : entry.allocations.map((part) => ({
            what: `${what} ${part.set}`,
            name: 'getAllocation',
            args: [operator, setArgument(vector, names, part.set), strategy],
            expected: allocation(part),
          }))),
    ];
  });
}

/** What an operator's stakers have together. */
export function sharesView(
  vector: VectorCase,
  names: Names,
  id: string,
  shares: readonly string[],
): Expectation {
  const strategies = vector.strategies.map((_, index) => strategyAt(vector, names, index));
  return { what: id, name: 'getOperatorShares', args: [names.operator(id), strategies], expected: shares };
}

/** Every view of an operator. */
export function operatorViews(vector: VectorCase, names: Names): Expectation[] {
  return vector.operators.flatMap((operator): Expectation[] => {
    const what = operator.id;
    const args = [names.operator(what)];
    const sets = (ids: readonly string[]) => ids.map((id) => setArgument(vector, names, id));
    const delay = operator.allocationDelay;
    return [
      sharesView(vector, names, what, operator.shares),
      ...magnitudeViews(vector, names, what, operator.magnitudes, true),
      { what, name: 'getAllocatedSets', args, expected: sets(operator.allocatedSets) },
      { what, name: 'getRegisteredSets', args, expected: sets(operator.registeredSets) },
      { what, name: 'getAllocationDelay', args, expected: [delay.isSet, delay.delay] },
      { what, name: 'isOperatorRedistributable', args, expected: operator.isOperatorRedistributable },
      ...vector.operatorSets.flatMap((set): Expectation[] => {
        const both = [names.operator(what), setArgument(vector, names, set.id)];
        const on = `${what} ${set.id}`;
        return [
          {
            what: on,
            name: 'isOperatorSlashable',
            args: both,
            expected: operator.slashableBy.includes(set.id),
          },
          {
            what: on,
            name: 'isMemberOfOperatorSet',
            args: both,
            expected: operator.memberOf.includes(set.id),
          },
        ];
      }),
    ];
  });
}

/** Every view of an operator set. */
export function setViews(vector: VectorCase, names: Names): Expectation[] {
  const operators = vector.operators.map((operator) => names.operator(operator.id));
  const strategies = vector.strategies.map((_, index) => strategyAt(vector, names, index));
  return [
    ...vector.operatorSets.flatMap((set): Expectation[] => {
      const args = [setArgument(vector, names, set.id)];
      const inSet = set.strategies.map((id) => names.strategy(id));
      return [
        { what: set.id, name: 'getStrategiesInOperatorSet', args, expected: inSet },
        { what: set.id, name: 'isRedistributingOperatorSet', args, expected: set.redistributing },
        { what: set.id, name: 'getSlashCount', args, expected: set.slashCount },
      ];
    }),
    ...vector.views.flatMap((views): Expectation[] => {
      const set = setArgument(vector, names, views.set);
      return [
        {
          what: views.set,
          name: 'getAllocatedStake',
          args: [set, operators, strategies],
          expected: views.allocatedStake,
        },
        ...views.minimumSlashableStake.map(({ futureBlock, stake }) => ({
          what: `${views.set} at ${futureBlock}`,
          name: 'getMinimumSlashableStake',
          args: [set, operators, strategies, later(futureBlock)],
          expected: stake,
        })),
      ];
    }),
  ];
}

/** Every view of a staker. */
export function stakerViews(vector: VectorCase, names: Names): Expectation[] {
  const strategies = vector.strategies.map((_, index) => strategyAt(vector, names, index));
  const zero = '0x0000000000000000000000000000000000000000';
  return vector.stakers.flatMap((staker): Expectation[] => {
    const what = staker.id;
    const address = names.staker(what);
    const to = (id: string | null) => (id === null ? zero : names.operator(id));
    return [
      { what, name: 'delegatedTo', args: [address], expected: to(staker.delegatedTo) },
      {
        what,
        name: 'getWithdrawableShares',
        args: [address, strategies],
        expected: [staker.withdrawableShares, staker.depositShares],
      },
      {
        what,
        name: 'beaconChainSlashingFactor',
        args: [address],
        expected: staker.beaconChainSlashingFactor,
      },
      {
        what,
        name: 'getQueuedWithdrawals',
        args: [address],
        expected: [
          staker.queued.map((entry) => [
            address,
            to(entry.delegatedTo),
            address,
            entry.nonce,
            later(entry.startBlock),
            entry.strategies.map((id) => names.strategy(id)),
            entry.scaledShares,
          ]),
          staker.queued.map((entry) => entry.shares),
        ],
      },
    ];
  });
}

/** Stakers that the list of changes names have its figures, all others those of the state. */
export function stakersAfter(
  vector: VectorCase,
  names: Names,
  changes: readonly VectorStakerAfter[],
): Expectation[] {
  const changed = vector.stakers.map((staker) => {
    const after = changes.find((entry) => entry.id === staker.id);
    if (after === undefined) return staker;
    const queued = staker.queued.map((entry) => {
      const now = after.queued.find((other) => other.nonce === entry.nonce);
      return now === undefined ? entry : { ...entry, shares: now.shares };
    });
    return { ...staker, withdrawableShares: after.withdrawableShares, queued };
  });
  return stakerViews({ ...vector, stakers: changed }, names);
}
