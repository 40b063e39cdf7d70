import type { Address, Hex } from '../core/index.ts';

const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * Hex as bytes, at most `limit` of them: what follows is left out.
 * The text must be hex of whole bytes, as `hexOf` gives it.
 */
export function toBytes(hex: Hex, limit: number): Uint8Array {
  const length = Math.min((hex.length - 2) / 2, limit);
  const bytes = new Uint8Array(length);
  for (let index = 0; index < length; index += 1) {
    bytes[index] = (nibble(hex.charCodeAt(2 + index * 2)) << 4) | nibble(hex.charCodeAt(3 + index * 2));
  }
  return bytes;
}

/** Value of one hex digit: `0`–`9` end in their value, letters of either case are nine more. */
function nibble(code: number): number {
  return (code & 15) + (code > 57 ? 9 : 0);
}

/** Bytes as lower-case hex. */
export function toHex(bytes: Uint8Array): Hex {
  let text = '';
  for (const byte of bytes) text += digits[byte] ?? '';
  return `0x${text}`;
}

/** Twenty bytes as an address, lower case. */
export function toAddress(bytes: Uint8Array): Address {
  return toHex(bytes);
}

/** Big-endian bytes as an integer. Most words count or point: those below 2^48 need no text in between. */
export function toInteger(bytes: Uint8Array): bigint {
  let at = 0;
  while (at < bytes.length && bytes[at] === 0) at += 1;
  if (bytes.length - at > 6) return BigInt(toHex(bytes.subarray(at)));
  let value = 0;
  for (; at < bytes.length; at += 1) value = value * 256 + (bytes[at] ?? 0);
  return BigInt(value);
}
