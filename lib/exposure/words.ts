import type { Address, Hex } from '../core/index.ts';

import type { Raw } from './request.ts';

// Answers are hex digits; every offset and length here is in bytes and is checked against the real length.

/** A list inside an answer: where its first item lies and how many there are. */
export type ListAt = { readonly at: number; readonly n: number };

/** The bytes of an answered read, else null. */
export function dataOf(raw: Raw | null | undefined): string | null {
  return raw?.status === 'ok' ? raw.data : null;
}

/** The 32 bytes at `offset` as 64 digits; null past the end. */
export function digitsAt(data: string, offset: number): string | null {
  return offset >= 0 && offset * 2 + 64 <= data.length ? data.slice(offset * 2, offset * 2 + 64) : null;
}

/** The word at `offset` as a number; null past the end. */
export function wordAt(data: string, offset: number): bigint | null {
  const digits = digitsAt(data, offset);
  return digits === null ? null : BigInt(`0x${digits}`);
}

/** The word at `offset` as a number up to 2^32; null past the end or above. */
export function smallAt(data: string, offset: number): number | null {
  const digits = digitsAt(data, offset);
  return digits === null || !digits.startsWith('0'.repeat(56)) ? null : Number.parseInt(digits.slice(56), 16);
}

/** The word at `offset` as an address, the zero address included; null where higher bits are set. */
export function addressAt(data: string, offset: number): Address | null {
  const digits = digitsAt(data, offset);
  return digits === null || !digits.startsWith('0'.repeat(24)) ? null : `0x${digits.slice(24)}`;
}

/** The list whose offset stands in word `index` after `base`; null where it does not fit in the answer. */
export function listAt(data: string, base: number, index: number, width: number): ListAt | null {
  const length = data.length / 2;
  const offset = smallAt(data, base + index * 32);
  if (offset === null || offset > 0xffffff || base + offset + 32 > length) return null;
  const n = smallAt(data, base + offset);
  const at = base + offset + 32;
  return n === null || n > 0xffffff || at + n * width > length ? null : { at, n };
}

/** First word of an answered read. */
export function value0(raw: Raw | null | undefined): bigint | null {
  const data = dataOf(raw);
  return data === null ? null : wordAt(data, 0);
}

/** First word of an answered read as an address that is not zero. */
export function address0(raw: Raw | null | undefined): Address | null {
  const data = dataOf(raw);
  const account = data === null ? null : addressAt(data, 0);
  return account === null || /^0x0*$/.test(account) ? null : account;
}

/** A number as 64 hex digits. */
export function word(value: bigint | number): string {
  return value.toString(16).padStart(64, '0');
}

/** An address as 64 hex digits. */
export function addressWord(account: string): string {
  return account.slice(2).toLowerCase().padStart(64, '0');
}

/** Calldata of a selector and full words. */
export function calldata(selector: Hex, ...words: readonly string[]): Hex {
  return `${selector}${words.join('')}`;
}
