import { max, WAD } from '../../core/index.ts';
import {
  amount,
  asFields,
  below,
  type Fields,
  fieldsOrNull,
  flag,
  list,
  listOrNull,
  Refusal,
  signedAmount,
  text,
  whole,
} from './fields.ts';
import type { Allocation, Book, Operator } from './parsed.ts';

type RawAllocation = Omit<Allocation, 'current' | 'pendingDiff' | 'effectBlock'> & {
  readonly current: bigint | null;
  readonly pendingDiff: bigint | null;
  readonly effectBlock: bigint | null;
};

function parseAllocation(from: Fields, path: string, seen: Set<string>): RawAllocation {
  const avs = text(from, 'avs', path);
  const set = whole(from, 'set', path);
  const setId = `${avs}#${set}`;
  if (set === null || seen.has(setId)) throw new Refusal(below(path, 'set'));
  seen.add(setId);
  const current = amount(from, 'current', path);
  const pendingDiff = signedAmount(from, 'pendingDiff', path);
  if (current !== null && pendingDiff !== null && current + pendingDiff < 0n) {
    throw new Refusal(below(path, 'pendingDiff'));
  }
  const effectBlock = whole(from, 'effectBlock', path);
  if (effectBlock === 0n && pendingDiff !== null && pendingDiff !== 0n) {
    throw new Refusal(below(path, 'effectBlock'));
  }
  return {
    avs,
    set: Number(set),
    setId,
    current,
    pendingDiff,
    effectBlock,
    slashable: flag(from, 'slashable', path),
    inSet: flag(from, 'strategyInSet', path),
    redistributing: flag(from, 'redistributing', path),
  };
}

/** A change whose block has come by `now` is done (§2). Null when a magnitude of it is not known. */
function settle(raw: RawAllocation, now: bigint): Allocation | null {
  const { current, pendingDiff, effectBlock } = raw;
  if (current === null || pendingDiff === null || effectBlock === null) return null;
  const due = effectBlock !== 0n && effectBlock <= now;
  return due
    ? { ...raw, current: current + pendingDiff, pendingDiff: 0n, effectBlock: 0n }
    : { ...raw, current, pendingDiff, effectBlock };
}

function settleAll(raws: readonly RawAllocation[], now: bigint): readonly Allocation[] | null {
  const settled: Allocation[] = [];
  for (const raw of raws) {
    const allocation = settle(raw, now);
    if (allocation === null) return null;
    settled.push(allocation);
  }
  return settled;
}

function parseBook(from: Fields, path: string, seen: ReadonlyMap<string, Book>, now: bigint): Book {
  const strategy = text(from, 'strategy', path);
  if (seen.has(strategy)) throw new Refusal(below(path, 'strategy'));
  const maximum = amount(from, 'maxMagnitude', path);
  if (maximum !== null && maximum > WAD) throw new Refusal(below(path, 'maxMagnitude'));
  const items = listOrNull(from, 'allocations', path);
  if (items === null) return { strategy, maximum, allocations: null };
  const sets = new Set<string>();
  let claimed = 0n;
  const raws = items.map((item, index) => {
    const at = `${path}.allocations.${index}`;
    const raw = parseAllocation(asFields(item, at), at, sets);
    claimed += (raw.current ?? 0n) + max(raw.pendingDiff ?? 0n, 0n);
    return raw;
  });
  if (maximum !== null && claimed > maximum) throw new Refusal(below(path, 'maxMagnitude'));
  return { strategy, maximum, allocations: settleAll(raws, now) };
}

function parseDelay(from: Fields, path: string): Operator['delay'] {
  const value = from['allocationDelayBlocks'];
  return value === undefined || value === 'unknown' ? 'unknown' : whole(from, 'allocationDelayBlocks', path);
}

function parsePendingDelay(from: Fields, path: string): Operator['pendingDelay'] {
  if (from['pendingAllocationDelay'] === 'none') return 'none';
  const pending = fieldsOrNull(from, 'pendingAllocationDelay', path);
  if (pending === null) return null;
  const at = below(path, 'pendingAllocationDelay');
  const delay = whole(pending, 'delayBlocks', at);
  const effectBlock = whole(pending, 'effectBlock', at);
  return delay === null || effectBlock === null ? null : { delay, effectBlock };
}

function parseOperator(
  from: Fields,
  path: string,
  seen: ReadonlyMap<string, Operator>,
  now: bigint,
): Operator {
  const id = text(from, 'id', path);
  if (seen.has(id)) throw new Refusal(below(path, 'id'));
  const delay = parseDelay(from, path);
  const pendingDelay = parsePendingDelay(from, path);
  const books = new Map<string, Book>();
  (listOrNull(from, 'books', path) ?? []).forEach((item, index) => {
    const at = `${path}.books.${index}`;
    const book = parseBook(asFields(item, at), at, books, now);
    books.set(book.strategy, book);
  });
  return { id, delay, pendingDelay, books };
}

/**
 * Operators with their books, settled at `now`.
 *
 * @throws Refusal with the path of the first impossible field (§2.1)
 */
export function parseOperators(from: Fields, now: bigint): ReadonlyMap<string, Operator> {
  const operators = new Map<string, Operator>();
  list(from, 'operators', '').forEach((item, index) => {
    const at = `operators.${index}`;
    const operator = parseOperator(asFields(item, at), at, operators, now);
    operators.set(operator.id, operator);
  });
  return operators;
}
