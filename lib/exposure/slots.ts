import { keccak256 } from 'viem';

import type { Address, Hex } from '../core/index.ts';

import type { Raw } from './request.ts';
import type { SetKey } from './views.ts';
import { addressWord, dataOf, word } from './words.ts';

/** EIP-1967: keccak256('eip1967.proxy.implementation') - 1 and keccak256('eip1967.proxy.admin') - 1. */
export const IMPLEMENTATION_SLOT: Hex = '0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc';
export const ADMIN_SLOT: Hex = '0xb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103';

/** Where AllocationManager keeps an operator's allocation delay, the pending one included (slot 155). */
export function delaySlot(operator: Address): Hex {
  return keccak256(`0x${addressWord(operator)}${word(155)}`);
}

/** Where AllocationManager keeps until when an operator stays slashable by a set it left (slot 158). */
export function registrationSlot(operator: Address, set: SetKey): Hex {
  const inner = keccak256(`0x${addressWord(operator)}${word(158)}`);
  return keccak256(
    `0x${set.avs.slice(2).toLowerCase()}${set.id.toString(16).padStart(24, '0')}${inner.slice(2)}`,
  );
}

/** A pending change of allocation delay; 'none' when there is none. */
export type PendingDelay = 'none' | { readonly delayBlocks: number; readonly effectBlock: number };

/**
 * Slot 155, from the low end: delay uint32, isSet bool, pendingDelay uint32, effectBlock uint32.
 * Null when the word was not read, or does not agree with `getAllocationDelay` of the same block: another version of
 * the contract may keep other things there. A change whose effect block is 0 does not exist.
 */
export function pendingDelayOf(
  raw: Raw | undefined,
  inForce: { readonly isSet: boolean; readonly delay: number } | null,
  block: number,
): PendingDelay | null {
  const data = dataOf(raw);
  if (data === null || data.length !== 64 || inForce === null || !data.startsWith('0'.repeat(38)))
    return null;
  const field = (from: number, digits: number) => Number.parseInt(data.slice(from, from + digits), 16);
  const [effectBlock, delayBlocks, isSet, delay] = [field(38, 8), field(46, 8), field(54, 2), field(56, 8)];
  const changed = effectBlock !== 0 && block >= effectBlock;
  const says = changed ? { isSet: true, delay: delayBlocks } : { isSet: isSet === 1, delay };
  if (says.isSet !== inForce.isSet || (says.isSet && says.delay !== inForce.delay)) return null;
  return effectBlock === 0 ? 'none' : { delayBlocks, effectBlock };
}

/** Slot 158, from the low end: registered bool (byte 0), slashableUntil uint32 (bytes 1 to 4). Null: not read. */
export function slashableUntilOf(raw: Raw | undefined): number | null {
  const data = dataOf(raw);
  return data === null || data.length !== 64 ? null : Number.parseInt(data.slice(64 - 10, 64 - 2), 16);
}
