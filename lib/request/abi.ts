import type { Address } from '../core/index.ts';
import { toAddress, toInteger } from './bytes.ts';

/** Thrown where bytes end before the arguments do, or the arguments are larger than any honest call's. */
export class CutOff extends Error {}

/** A decoded argument. Strings stay bytes; nothing here needs their text. */
export type AbiValue = bigint | boolean | Address | Uint8Array | readonly AbiValue[];

type AbiType =
  | { readonly kind: 'word' | 'address' | 'bool' | 'bytes' }
  | { readonly kind: 'array'; readonly item: AbiType }
  | { readonly kind: 'tuple'; readonly items: readonly AbiType[] };

/** Arrays may point at the same bytes again and again: this many values, and no more, are ever produced. */
const maxValues = 16_384;

function splitTypes(list: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const letter of list) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === ',' && depth === 0) {
      parts.push(part);
      part = '';
    } else part += letter;
  }
  return part === '' ? parts : [...parts, part];
}

function parseType(text: string): AbiType {
  if (text.endsWith('[]')) return { kind: 'array', item: parseType(text.slice(0, -2)) };
  // So many in a row are laid out like a tuple of as many parts: `address[11]`, `uint256[5][5]`.
  const row = /^(.+)\[([1-9][0-9]?)\]$/.exec(text);
  if (row !== null) {
    const item = parseType(row[1] ?? '');
    return { kind: 'tuple', items: Array.from({ length: Number(row[2]) }, () => item) };
  }
  if (text.startsWith('(')) return { kind: 'tuple', items: splitTypes(text.slice(1, -1)).map(parseType) };
  if (text === 'address' || text === 'bool') return { kind: text };
  return { kind: text === 'bytes' || text === 'string' ? 'bytes' : 'word' };
}

const parsed = new Map<string, readonly AbiType[]>();

/** Types of a list such as `(address,uint256),bytes[]`. Only our own signatures come here, so they are kept. */
function typesOf(list: string): readonly AbiType[] {
  const known = parsed.get(list);
  if (known !== undefined) return known;
  const types = splitTypes(list).map(parseType);
  parsed.set(list, types);
  return types;
}

function isDynamic(type: AbiType): boolean {
  return (
    type.kind === 'bytes' || type.kind === 'array' || (type.kind === 'tuple' && type.items.some(isDynamic))
  );
}

function headSize(type: AbiType): number {
  return type.kind === 'tuple' && !isDynamic(type)
    ? type.items.reduce((sum, item) => sum + headSize(item), 0)
    : 32;
}

class Reader {
  readonly bytes: Uint8Array;
  private values = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  slice(start: number, length: number): Uint8Array {
    if (start + length > this.bytes.length) throw new CutOff('arguments end early');
    return this.bytes.subarray(start, start + length);
  }

  /** A word that counts or points: larger than the bytes themselves means nothing can be read. */
  size(at: number): number {
    const value = toInteger(this.slice(at, 32));
    if (value > BigInt(this.bytes.length))
      throw new CutOff('an offset or a length leads out of the arguments');
    return Number(value);
  }

  sequence(types: readonly AbiType[], base: number): AbiValue[] {
    let head = base;
    return types.map((type) => {
      const at = isDynamic(type) ? base + this.size(head) : head;
      head += headSize(type);
      return this.value(type, at);
    });
  }

  value(type: AbiType, at: number): AbiValue {
    this.values += 1;
    if (this.values > maxValues) throw new CutOff('too many arguments');
    switch (type.kind) {
      case 'word':
        return toInteger(this.slice(at, 32));
      case 'address':
        return toAddress(this.slice(at, 32).subarray(12));
      case 'bool':
        return toInteger(this.slice(at, 32)) !== 0n;
      case 'bytes':
        return this.slice(at + 32, this.size(at));
      case 'array': {
        const length = this.size(at);
        if (length > maxValues) throw new CutOff('too many elements');
        this.slice(at + 32, length * headSize(type.item));
        return this.sequence(
          Array.from({ length }, () => type.item),
          at + 32,
        );
      }
      default:
        return this.sequence(type.items, at);
    }
  }
}

/**
 * Decodes arguments by a list of types such as `address,(uint256,bytes)[]`. Bytes after the last argument change
 * nothing; slices share memory with the input, so hostile offsets cost nothing.
 *
 * @throws CutOff when the bytes do not hold the arguments
 */
export function decodeArguments(types: string, bytes: Uint8Array): readonly AbiValue[] {
  return new Reader(bytes).sequence(typesOf(types), 0);
}

/** The list of types inside a signature such as `deposit(address,uint256)`. */
export function argumentTypes(signature: string): string {
  return signature.slice(signature.indexOf('(') + 1, -1);
}

/** The value at a path of indices. Throws `CutOff` where there is none. */
export function valueAt(values: readonly AbiValue[], path: readonly number[]): AbiValue {
  let current: AbiValue = values;
  for (const index of path) {
    const next: AbiValue | undefined = isList(current) ? current[index] : undefined;
    if (next === undefined) throw new CutOff('no such argument');
    current = next;
  }
  return current;
}

function isList(value: AbiValue): value is readonly AbiValue[] {
  return Array.isArray(value);
}

/** Typed access to decoded values; a value of another kind throws `CutOff`. */
export const take = {
  integer(value: AbiValue | undefined): bigint {
    if (typeof value !== 'bigint') throw new CutOff('not an integer');
    return value;
  },
  flag(value: AbiValue | undefined): boolean {
    if (typeof value !== 'boolean') throw new CutOff('not a flag');
    return value;
  },
  address(value: AbiValue | undefined): Address {
    if (typeof value !== 'string') throw new CutOff('not an address');
    return value;
  },
  bytes(value: AbiValue | undefined): Uint8Array {
    if (!(value instanceof Uint8Array)) throw new CutOff('not bytes');
    return value;
  },
  list(value: AbiValue | undefined): readonly AbiValue[] {
    if (value === undefined || !isList(value)) throw new CutOff('not a list');
    return value;
  },
};
