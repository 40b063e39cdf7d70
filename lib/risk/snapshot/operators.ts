import { WAD } from '../../core/index.ts';
import {
  amount,
  asFields,
  below,
  count,
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

/** An operator set by its names, and the last book in which it was met. */
type Met = Pick<Allocation, 'avs' | 'set' | 'setId'> & { book: number };

/** Every operator set of a snapshot once, since many operators name the same ones. */
class Sets {
  readonly #sets = new Map<string, Map<number, Met>>();
  #books = 0;

  /** A number for one more book. */
  nextBook(): number {
    this.#books += 1;
    return this.#books;
  }

  of(avs: string, set: number): Met {
    const own = this.#sets.get(avs) ?? new Map<number, Met>();
    const known = own.get(set);
    if (known !== undefined) return known;
    const met = { avs, set, setId: `${avs}#${set}`, book: 0 };
    this.#sets.set(avs, own.set(set, met));
    return met;
  }
}

/** The allocations of one book, read one after the other and settled: a change whose block has come is done (§2). */
class AllocationReader {
  readonly #now: bigint;
  readonly #sets: Sets;
  readonly #book: number;
  readonly #settled: Allocation[] = [];
  #readable = true;
  #claimed = 0n;

  constructor({ now, sets }: Reader) {
    this.#now = now;
    this.#sets = sets;
    this.#book = sets.nextBook();
  }

  /** Magnitude that is taken or spoken for, as the snapshot says it. */
  get claimed(): bigint {
    return this.#claimed;
  }

  /** Null where a magnitude of one of them is not known. */
  get settled(): readonly Allocation[] | null {
    return this.#readable ? this.#settled : null;
  }

  #setOf(from: Fields, path: string): Met {
    const avs = text(from, 'avs', path);
    const set = count(from, 'set', path);
    const met = set === null ? null : this.#sets.of(avs, set);
    if (met === null || met.book === this.#book) throw new Refusal(below(path, 'set'));
    met.book = this.#book;
    return met;
  }

  read(from: Fields, path: string): void {
    const { avs, set, setId } = this.#setOf(from, path);
    const current = amount(from, 'current', path);
    const pendingDiff = signedAmount(from, 'pendingDiff', path);
    if (current !== null && pendingDiff !== null && pendingDiff < 0n && current + pendingDiff < 0n)
      throw new Refusal(below(path, 'pendingDiff'));
    const effectBlock = whole(from, 'effectBlock', path);
    if (effectBlock === 0n && pendingDiff !== null && pendingDiff !== 0n)
      throw new Refusal(below(path, 'effectBlock'));
    const slashable = flag(from, 'slashable', path);
    const inSet = flag(from, 'strategyInSet', path);
    const redistributing = flag(from, 'redistributing', path);
    if (current !== null) this.#claimed += current;
    if (pendingDiff !== null && pendingDiff > 0n) this.#claimed += pendingDiff;
    if (current === null || pendingDiff === null || effectBlock === null) {
      this.#readable = false;
      return;
    }
    const due = effectBlock !== 0n && effectBlock <= this.#now;
    this.#settled.push({
      avs,
      set,
      setId,
      current: due ? current + pendingDiff : current,
      pendingDiff: due ? 0n : pendingDiff,
      effectBlock: due ? 0n : effectBlock,
      slashable,
      inSet,
      redistributing,
    });
  }
}

/** What all operators of a snapshot are read with. */
type Reader = { readonly now: bigint; readonly sets: Sets };

function parseBook(from: Fields, path: string, seen: ReadonlyMap<string, Book>, context: Reader): Book {
  const strategy = text(from, 'strategy', path);
  if (seen.has(strategy)) throw new Refusal(below(path, 'strategy'));
  const maximum = amount(from, 'maxMagnitude', path);
  if (maximum !== null && maximum > WAD) throw new Refusal(below(path, 'maxMagnitude'));
  const items = listOrNull(from, 'allocations', path);
  if (items === null) return { strategy, maximum, allocations: null };
  const reader = new AllocationReader(context);
  items.forEach((item, index) => {
    const at = `${path}.allocations.${index}`;
    reader.read(asFields(item, at), at);
  });
  if (maximum !== null && reader.claimed > maximum) throw new Refusal(below(path, 'maxMagnitude'));
  return { strategy, maximum, allocations: reader.settled };
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
  reader: Reader,
): Operator {
  const id = text(from, 'id', path);
  if (seen.has(id)) throw new Refusal(below(path, 'id'));
  const delay = parseDelay(from, path);
  const pendingDelay = parsePendingDelay(from, path);
  const books = new Map<string, Book>();
  (listOrNull(from, 'books', path) ?? []).forEach((item, index) => {
    const at = `${path}.books.${index}`;
    const book = parseBook(asFields(item, at), at, books, reader);
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
  const reader: Reader = { now, sets: new Sets() };
  list(from, 'operators', '').forEach((item, index) => {
    const at = `operators.${index}`;
    const operator = parseOperator(asFields(item, at), at, operators, reader);
    operators.set(operator.id, operator);
  });
  return operators;
}
