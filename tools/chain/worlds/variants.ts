import type { Address } from '../../../lib/core/index.ts';
import { EIGENLAYER, made } from '../eigenlayer-state.ts';
import { type Answer, behave, type ContractState, SLOTS, view, word } from '../stand-in.ts';
import type { Variant } from '../world-types.ts';
import { CALM, type Plan, times } from './operators.ts';

/** How much an operator of a variant has allocated. */
export function planOf(variant: Variant): Plan {
  if (variant === 'near') return times(CALM, 26n);
  if (variant === 'over') return times(CALM, 45n);
  return CALM;
}

/** A contract that has other code than the published one in the variant `over`, by its role in the stake record. */
export type ChangedCode = { readonly role: string; readonly address: Address; readonly beacon?: true };

/** The variant `over`: one contract in the path has code that nobody published. */
export function changeCode(variant: Variant, changed: ChangedCode | null): ContractState[] {
  if (variant !== 'over' || changed === null) return [];
  const { role, address, beacon } = changed;
  const code = made(`new code of ${role}`);
  return [
    beacon === true
      ? { role, address, answers: [view('function implementation() view returns (address)', code)] }
      : { role, address, slots: { [SLOTS.implementation]: word(code) } },
  ];
}

/**
 * The variant `unknown`: every view of these operators' allocations fails, each in a way of its own, so that
 * whatever way a reader takes it cannot know their books.
 */
export function hideBooks(
  variant: Variant,
  operators: readonly Address[],
  strategies: readonly Address[],
): ContractState[] {
  if (variant !== 'unknown') return [];
  const answers = operators.flatMap((operator): Answer[] => [
    behave('function getAllocatedSets(address) view', { kind: 'revert-flood', size: 1_000_000 }, [operator]),
    ...strategies.flatMap((strategy): Answer[] => [
      behave('function getStrategyAllocations(address,address) view', { kind: 'loop' }, [operator, strategy]),
      behave('function getMaxMagnitude(address,address) view', { kind: 'revert' }, [operator, strategy]),
      behave('function getMaxMagnitudes(address,address[]) view', { kind: 'invalid' }, [
        operator,
        [strategy],
      ]),
    ]),
    behave('function getMaxMagnitudes(address,address[]) view', { kind: 'invalid' }, [operator, strategies]),
  ]);
  return [{ role: 'AllocationManager', address: EIGENLAYER.allocationManager, answers }];
}
