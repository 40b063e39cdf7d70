import { encodeAbiParameters, type Hex, type AbiParameter, parseAbiItem, toFunctionSelector } from 'viem';

/** Numbers from a seed, the same every time (mulberry32). */
export type Random = {
  /** An integer from 0 up to, and without, `limit`. */
  below(limit: number): number;
  /** So many bytes as hex digits, without a prefix. */
  digits(bytes: number): string;
  pick<T>(list: readonly T[]): T;
};

export function seeded(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number): number => next() % limit;
  return {
    below,
    digits: (bytes) => {
      let text = '';
      while (text.length < bytes * 2) text += next().toString(16).padStart(8, '0');
      return text.slice(0, bytes * 2);
    },
    pick: (list) => {
      const found = list[below(list.length)];
      if (found === undefined) throw new Error('Nothing to pick from.');
      return found;
    },
  };
}

/** Integers as calls hold them: zero, all there is, and everything between. */
function integer(random: Random, bits: number, signed: boolean): bigint {
  const width = signed ? bits - 1 : bits;
  switch (random.below(4)) {
    case 0:
      return 0n;
    case 1:
      return (1n << BigInt(width)) - 1n;
    default:
      return BigInt(`0x${random.digits(32)}`) >> BigInt(256 - width + random.below(width));
  }
}

/** What made values have in common: every flag is `flag`, every list has `length` entries, or any number up to two. */
type Made = { readonly flag: boolean; readonly length: number | null };

/** A made value of an ABI type. */
function valueOf(type: AbiParameter, random: Random, made: Made): unknown {
  const list = /^(.*)\[([0-9]*)\]$/.exec(type.type);
  if (list !== null) {
    const length = list[2] === '' ? (made.length ?? random.below(3)) : Number(list[2]);
    const item = { ...type, type: list[1] ?? '' };
    return Array.from({ length }, () => valueOf(item, random, made));
  }
  if (type.type === 'tuple') {
    const parts = 'components' in type ? type.components : [];
    return parts.map((part) => valueOf(part, random, made));
  }
  if (type.type === 'address') return `0x${random.digits(20)}`;
  if (type.type === 'bool') return made.flag;
  if (type.type === 'bytes' || type.type === 'string') return `0x${random.digits(random.below(80))}`;
  const bytes = /^bytes([0-9]+)$/.exec(type.type);
  if (bytes !== null) return `0x${random.digits(Number(bytes[1]))}`;
  const bits = /^(u?)int([0-9]*)$/.exec(type.type);
  const width = Number(bits?.[2] === '' ? 256 : bits?.[2]);
  const value = integer(random, width, bits?.[1] === '');
  return width <= 48 ? Number(value) : value;
}

/** Calldata of a function with made arguments. */
export function callOf(signature: string, random: Random, made: Made): Hex {
  const item = parseAbiItem(`function ${signature}`);
  if (item.type !== 'function') throw new Error(`${signature} is no function.`);
  const values = item.inputs.map((input: AbiParameter) => valueOf(input, random, made));
  const selector = toFunctionSelector(`function ${signature}`);
  return `${selector}${encodeAbiParameters(item.inputs, values).slice(2)}`;
}
