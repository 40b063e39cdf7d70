import type { Address, Hex } from '../core/index.ts';

import { LIST, type Request, VALUE } from './request.ts';
import { addressWord, calldata, word } from './words.ts';

/** An operator set by its two parts. */
export type SetKey = { readonly avs: Address; readonly id: number };

/** Shares priced at once; large, so that the price of one wei of shares is exact to a wei. */
export const PRICED_SHARES = 10n ** 27n;

function one(to: Address, data: Hex): Request {
  return { kind: 'call', to, data, ...VALUE };
}

function list(to: Address, data: Hex): Request {
  return { kind: 'call', to, data, ...LIST };
}

/** The questions of the EigenLayer walk (selectors: EigenLayer's published interfaces, v1.13.0). */
export const views = {
  delegatedTo: (dm: Address, staker: Address) => one(dm, calldata('0x65da1264', addressWord(staker))),
  depositedShares: (dm: Address, staker: Address) => list(dm, calldata('0x66d5ba93', addressWord(staker))),
  queuedWithdrawals: (dm: Address, staker: Address) => list(dm, calldata('0x5dd68579', addressWord(staker))),
  withdrawableShares: (dm: Address, staker: Address, strategies: readonly Address[]) =>
    list(
      dm,
      calldata(
        '0xc978f7ac',
        addressWord(staker),
        word(64),
        word(strategies.length),
        ...strategies.map(addressWord),
      ),
    ),
  sharesToUnderlying: (strategy: Address) => one(strategy, calldata('0x7a8b2637', word(PRICED_SHARES))),
  allocationDelay: (am: Address, operator: Address) => one(am, calldata('0xb9fbaed1', addressWord(operator))),
  maxMagnitude: (am: Address, operator: Address, strategy: Address) =>
    one(am, calldata('0xa9333ec8', addressWord(operator), addressWord(strategy))),
  strategyAllocations: (am: Address, operator: Address, strategy: Address) =>
    list(am, calldata('0x40120dab', addressWord(operator), addressWord(strategy))),
  strategiesInSet: (am: Address, set: SetKey) => list(am, calldata('0x4177a87c', ...setWords(set))),
  isRedistributing: (am: Address, set: SetKey) => one(am, calldata('0xf231bd08', ...setWords(set))),
  redistributionRecipient: (am: Address, set: SetKey) => one(am, calldata('0x0f3df50e', ...setWords(set))),
  slasher: (am: Address, set: SetKey) => one(am, calldata('0xd4a3fcce', ...setWords(set))),
  pendingSlasher: (am: Address, set: SetKey) => one(am, calldata('0xd7794857', ...setWords(set))),
  slashCount: (am: Address, set: SetKey) => one(am, calldata('0x4cfd2939', ...setWords(set))),
  isMember: (am: Address, operator: Address, set: SetKey) =>
    one(am, calldata('0x670d3ba2', addressWord(operator), ...setWords(set))),
  isSlashable: (am: Address, operator: Address, set: SetKey) =>
    one(am, calldata('0x1352c3e6', addressWord(operator), ...setWords(set))),
} as const;

function setWords(set: SetKey): [string, string] {
  return [addressWord(set.avs), word(set.id)];
}
