import { concat, encodeAbiParameters, keccak256, toHex } from 'viem';

import type { Address, Hex } from '../../lib/core/index.ts';
import { queuedShares, type RegistrationState, withdrawable } from '../../tools/chain/eigenlayer-state.ts';
import type { World } from '../../tools/chain/world-types.ts';
import type { Expectation } from './read-views.ts';

const ZERO = '0x0000000000000000000000000000000000000000';

/** What the views must say of each staker of a world. */
export function stakerViews({ eigenlayer: state }: World): Expectation[] {
  return state.stakers.flatMap((staker): Expectation[] => {
    const args = [staker.address];
    const strategies = staker.positions.map((position) => position.strategy);
    return [
      { what: staker.address, name: 'delegatedTo', args, expected: staker.operator ?? ZERO },
      {
        what: staker.address,
        name: 'getWithdrawableShares',
        args: [staker.address, strategies],
        expected: [
          staker.positions.map((position) => withdrawable(state, staker, position)),
          staker.positions.map((position) => position.depositShares),
        ],
      },
      {
        what: staker.address,
        name: 'getQueuedWithdrawals',
        args,
        expected: [
          staker.queued.map((entry) => [
            staker.address,
            entry.delegatedTo ?? ZERO,
            staker.address,
            entry.nonce,
            entry.startBlock,
            entry.strategies,
            entry.scaledShares,
          ]),
          staker.queued.map((entry) =>
            entry.strategies.map((_, index) => queuedShares(state, staker, entry, index)),
          ),
        ],
      },
    ];
  });
}

/** What the views must say of each operator of a world. */
export function operatorViews({ eigenlayer: state, block }: World): Expectation[] {
  return state.operators.flatMap((operator): Expectation[] => [
    ...operator.books.flatMap((book): Expectation[] =>
      book.allocations.map((entry) => {
        const settled = entry.effectBlock <= block;
        return {
          what: `${operator.address} ${entry.avs}`,
          name: 'getAllocation',
          args: [operator.address, { avs: entry.avs, id: entry.id }, book.strategy],
          expected: settled
            ? [entry.current + entry.pendingDiff, 0, 0]
            : [entry.current, entry.pendingDiff, entry.effectBlock],
        };
      }),
    ),
    ...operator.registrations.map((entry) => ({
      what: `${operator.address} ${entry.avs}`,
      name: 'isOperatorSlashable',
      args: [operator.address, { avs: entry.avs, id: entry.id }],
      expected: entry.registered || block <= entry.slashableUntil,
    })),
  ]);
}

/** Where the allocation delay of an operator lies: `facts/eigenlayer.json` `storageSlots`. */
export function delaySlot(operator: Address): Hex {
  return keccak256(encodeAbiParameters([{ type: 'address' }, { type: 'uint256' }], [operator, 155n]));
}

/** What must lie there. */
export function delayWord({ delay, pendingDelay }: World['eigenlayer']['operators'][number]): Hex {
  const effect = (pendingDelay?.effectBlock ?? 0n) << 72n;
  const pending = BigInt(pendingDelay?.delay ?? 0) << 40n;
  return toHex(effect | pending | (delay === null ? 0n : (1n << 32n) | BigInt(delay)), { size: 32 });
}

/** Where the registration of an operator with a set lies. */
export function registrationSlot(operator: Address, { avs, id }: RegistrationState): Hex {
  const outer = keccak256(encodeAbiParameters([{ type: 'address' }, { type: 'uint256' }], [operator, 158n]));
  return keccak256(concat([avs, toHex(id, { size: 12 }), outer]));
}

/** What must lie there. */
export function registrationWord({ registered, slashableUntil }: RegistrationState): Hex {
  return toHex((slashableUntil << 8n) | (registered ? 1n : 0n), { size: 32 });
}
