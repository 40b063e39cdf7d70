import type { Address } from '../../../lib/core/index.ts';
import { EIGENLAYER } from '../eigenlayer-state.ts';
import { type Answer, behave, type ContractState } from '../stand-in.ts';
import type { Variant } from '../world-types.ts';
import { CALM, type Plan, times } from './operators.ts';

/** How much an operator of a variant has allocated. */
export function planOf(variant: Variant): Plan {
  if (variant === 'near') return times(CALM, 26n);
  if (variant === 'over') return times(CALM, 45n);
  return CALM;
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
