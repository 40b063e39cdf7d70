import type { Address } from '../core/index.ts';

import type { Raw } from './request.ts';
import type { SetKey } from './views.ts';
import { addressAt, dataOf, type ListAt, listAt, smallAt, wordAt } from './words.ts';

// Decoders of the EigenLayer answers. Null means: the answer is not of the promised shape.

/** One strategy of a queued withdrawal; it belongs to the operator it left. */
export type Queued = {
  readonly operator: Address;
  readonly startBlock: number;
  readonly strategies: readonly Address[];
  readonly scaledShares: readonly bigint[];
  /** What it is worth now, in shares. */
  readonly shares: readonly bigint[];
};

export type Allocation = SetKey & {
  readonly current: bigint;
  readonly pendingDiff: bigint;
  readonly effectBlock: number;
};

/** The items of a list, each read by `item`; null when one of them cannot be read. */
function items<T>(
  data: string,
  list: ListAt | null,
  width: number,
  item: (data: string, at: number) => T | null,
): T[] | null {
  if (list === null) return null;
  const out: T[] = [];
  for (let i = 0; i < list.n; i += 1) {
    const value = item(data, list.at + i * width);
    if (value === null) return null;
    out.push(value);
  }
  return out;
}

/** A list of addresses, first thing in an answer. `max` bounds how many are taken. */
export function addressList(raw: Raw | undefined, max = Number.POSITIVE_INFINITY): Address[] | null {
  const data = dataOf(raw);
  const list = data === null ? null : listAt(data, 0, 0, 32);
  if (data === null || list === null) return null;
  return items(data, { at: list.at, n: Math.min(list.n, max) }, 32, addressAt);
}

/** getWithdrawableShares: withdrawable shares, one per strategy asked for. */
export function withdrawable(raw: Raw | undefined, count: number): bigint[] | null {
  const data = dataOf(raw);
  const shares = data === null ? null : items(data, listAt(data, 0, 0, 32), 32, wordAt);
  return shares?.length === count ? shares : null;
}

/** getQueuedWithdrawals, whole or not at all. */
export function queueOf(raw: Raw | undefined): Queued[] | null {
  const data = dataOf(raw);
  if (data === null) return null;
  const entries = listAt(data, 0, 0, 32);
  const shares = listAt(data, 0, 1, 32);
  if (entries === null || shares === null || entries.n !== shares.n) return null;
  const out: Queued[] = [];
  for (let i = 0; i < entries.n; i += 1) {
    const entry = queuedAt(data, entries.at, i);
    const worth = items(data, listAt(data, shares.at, i, 32), 32, wordAt);
    if (entry === null || worth?.length !== entry.strategies.length) return null;
    out.push({ ...entry, shares: worth });
  }
  return out;
}

function queuedAt(data: string, from: number, i: number): Omit<Queued, 'shares'> | null {
  const offset = smallAt(data, from + 32 * i);
  if (offset === null || offset > 0xffffff) return null;
  const at = from + offset;
  const operator = addressAt(data, at + 32);
  const startBlock = smallAt(data, at + 128);
  const strategies = items(data, listAt(data, at, 5, 32), 32, addressAt);
  const scaledShares = items(data, listAt(data, at, 6, 32), 32, wordAt);
  if (operator === null || startBlock === null || strategies === null) return null;
  return scaledShares?.length === strategies.length
    ? { operator, startBlock, strategies, scaledShares }
    : null;
}

/**
 * The (operator, strategy) pairs of a queue, entry by entry until the first that does not fit: as the lens takes
 * them, so that both walk the same way even over an answer that `queueOf` refuses.
 */
export function queuePairs(raw: Raw | undefined): [Address, Address][] {
  const data = dataOf(raw);
  const entries = data === null ? null : listAt(data, 0, 0, 32);
  const out: [Address, Address][] = [];
  if (data === null || entries === null) return out;
  for (let i = 0; i < entries.n; i += 1) {
    const offset = smallAt(data, entries.at + 32 * i);
    if (offset === null || offset > 0xffffff || entries.at + offset + 224 > data.length / 2) return out;
    const operator = addressAt(data, entries.at + offset + 32);
    const list = listAt(data, entries.at + offset, 5, 32);
    if (operator === null || list === null) return out;
    for (let j = 0; j < list.n; j += 1) {
      const strategy = addressAt(data, list.at + 32 * j);
      if (strategy === null) return out;
      out.push([operator, strategy]);
    }
  }
  return out;
}

/** The sets of an allocation answer in which something is allocated or about to be, as the lens takes them. */
export function busySets(raw: Raw | undefined): SetKey[] {
  const data = dataOf(raw);
  if (data === null) return [];
  const keys = items(data, listAt(data, 0, 0, 64), 64, setAt);
  const rows = listAt(data, 0, 1, 96);
  if (keys === null || rows === null || keys.length !== rows.n) return [];
  return keys.filter(
    (_, i) => wordAt(data, rows.at + 96 * i) !== 0n || wordAt(data, rows.at + 96 * i + 32) !== 0n,
  );
}

/** getStrategyAllocations, whole or not at all; sets with nothing in this strategy are left out. */
export function allocationsOf(raw: Raw | undefined): Allocation[] | null {
  const data = dataOf(raw);
  if (data === null) return null;
  const keys = items(data, listAt(data, 0, 0, 64), 64, setAt);
  const rows = items(data, listAt(data, 0, 1, 96), 96, rowAt);
  if (keys === null || rows === null || keys.length !== rows.length) return null;
  const out: Allocation[] = [];
  for (const [i, key] of keys.entries()) {
    const row = rows[i];
    if (row === undefined) return null;
    if (row.current !== 0n || row.pendingDiff !== 0n) out.push({ ...key, ...row });
  }
  return out;
}

function setAt(data: string, at: number): SetKey | null {
  const avs = addressAt(data, at);
  const id = smallAt(data, at + 32);
  return avs === null || id === null ? null : { avs, id };
}

function rowAt(data: string, at: number): Omit<Allocation, 'avs' | 'id'> | null {
  const current = wordAt(data, at);
  const diff = wordAt(data, at + 32);
  const effectBlock = smallAt(data, at + 64);
  if (current === null || diff === null || effectBlock === null || current >= 1n << 64n) return null;
  const pendingDiff = BigInt.asIntN(256, diff);
  return pendingDiff === BigInt.asIntN(128, diff) ? { current, pendingDiff, effectBlock } : null;
}
