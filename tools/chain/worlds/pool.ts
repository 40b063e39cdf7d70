import type { Address } from '../../../lib/core/index.ts';
import {
  BEACON_ETH,
  made,
  type OperatorState,
  type PositionState,
  type SetState,
  type StakerState,
} from '../eigenlayer-state.ts';
import { type ContractState, view } from '../stand-in.ts';
import type { WorldMoment } from '../world-types.ts';
import { operator } from './operators.ts';
import { ADDRESS, ETH } from './parts.ts';
import { planOf } from './variants.ts';

/** A made pool: stakers of one token, each on an operator of its own. */
export type Pool = {
  /** Goes into the names of made operators and pods. */
  readonly label: string;
  readonly stakers: readonly Address[];
  readonly strategies: readonly Address[];
  /** What each of the larger stakers holds in each strategy, in whole units of its token; the last holds a tenth. */
  readonly units: bigint;
};

/** The made operator of a staker. */
export function operatorOf({ label }: Pool, index: number): Address {
  return made(`${label} operator ${index}`);
}

/** One operator a staker. The last one has no allocation delay, one has a change of it pending, one was slashed. */
export function poolOperators(pool: Pool, moment: WorldMoment, sets: readonly SetState[]): OperatorState[] {
  const { strategies, stakers } = pool;
  const last = stakers.length - 1;
  const [first = BEACON_ETH] = strategies;
  return stakers.map((_, index) =>
    operator(
      {
        address: operatorOf(pool, index),
        start: index * 3,
        plan: planOf(moment.variant),
        strategies,
        delay: index === last ? 0 : 126_000,
        ...(index === 1 ? { pendingDelay: { delay: 150_000, effectBlock: moment.block + 1n } } : {}),
        ...(index === 2 ? { slashed: { [first]: 985_000_000_000_000_000n } } : {}),
      },
      sets,
      moment.block,
    ),
  );
}

/** The stakers: one has a withdrawal waiting, still at its operator. */
export function poolStakers(pool: Pool, { block, timestamp }: WorldMoment): StakerState[] {
  const { stakers, strategies, units, label } = pool;
  const last = stakers.length - 1;
  return stakers.map((address, index): StakerState => {
    const held = index === last ? units / 10n : units + BigInt(index) * 100n;
    return {
      address,
      operator: operatorOf(pool, index),
      positions: strategies.map((strategy): PositionState => ({ strategy, depositShares: held * ETH })),
      ...(strategies.includes(BEACON_ETH)
        ? { pod: { address: made(`${label} pod ${index}`), lastCheckpoint: timestamp - 7_200n } }
        : {}),
      queued:
        index === 3
          ? [
              {
                delegatedTo: operatorOf(pool, index),
                nonce: 0n,
                startBlock: block - 40_000n,
                strategies: strategies.slice(0, 1),
                scaledShares: [50n * ETH],
              },
            ]
          : [],
    };
  });
}

/** A made ProxyAdmin with its owner. */
export function proxyAdmin(role: string, owner: Address): ContractState {
  return { role, address: made(role), answers: [view(`function owner() ${ADDRESS}`, owner)] };
}
