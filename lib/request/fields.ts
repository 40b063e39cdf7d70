import { type Address, type Hex, isAddress } from '../core/index.ts';

/** A value that is not usable where the method needs one. */
export const unusable = Symbol('unusable');

/** Plain JSON object, or null for everything else. */
export function asObject(value: unknown): object | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
}

/** An object's own field: what stands on its prototype is never read. */
export function own(object: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(object, key)?.value;
}

/**
 * A non-negative integer from `0x…`, decimal text or a JSON number; null when absent.
 * Numbers above 2^53 have lost digits and are unusable, as is everything of 2^256 or more.
 */
export function quantity(value: unknown): bigint | null | typeof unusable {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? BigInt(value) : unusable;
  if (typeof value !== 'string' || value.length > 80) return unusable;
  if (value === '0x') return 0n;
  if (!/^(0[xX][0-9a-fA-F]+|[0-9]+)$/.test(value)) return unusable;
  const parsed = BigInt(value.replace('0X', '0x'));
  return parsed < 1n << 256n ? parsed : unusable;
}

/** A chain id in any of the forms wallets accept; null when absent. */
export function chainIdOf(value: unknown): number | null | typeof unusable {
  const parsed = quantity(value);
  if (parsed === null || parsed === unusable) return parsed;
  return parsed > 0n && parsed <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(parsed) : unusable;
}

/** An address; null when absent. */
export function addressOf(value: unknown): Address | null | typeof unusable {
  if (value === undefined || value === null) return null;
  return isAddress(value) ? value : unusable;
}

/** Whole bytes as hex, any letter case; null when absent or empty. */
export function hexOf(value: unknown): Hex | null | typeof unusable {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string' || value.length % 2 !== 0 || !/^0[xX][0-9a-fA-F]*$/.test(value))
    return unusable;
  return `0x${value.slice(2)}`;
}

/** The address at a key, or null. */
export function addressIn(object: object | null, key: string): Address | null {
  const value = object === null ? undefined : own(object, key);
  return isAddress(value) ? value : null;
}

/** An exact integer, or null: a JSON number beyond 2^53 has lost its digits. */
export function amountIn(object: object | null, key: string): bigint | null {
  const value = object === null ? null : quantity(own(object, key));
  return value === unusable ? null : value;
}
