/** A field that no real chain can have; carries the path of the field. Caught where the snapshot comes in. */
export class Refusal extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`impossible value at ${path}`);
    this.path = path;
  }
}

export type Fields = Readonly<Record<string, unknown>>;

const AMOUNT_LIMIT = 1n << 256n;

/** Path of a field below another; the root has the empty path. */
export function below(path: string, key: string | number): string {
  return path === '' ? String(key) : `${path}.${key}`;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object. @throws Refusal otherwise */
export function asFields(value: unknown, path: string): Fields {
  if (!isFields(value)) throw new Refusal(path);
  return value;
}

/** An object, or null when absent or null. @throws Refusal for anything else */
export function fieldsOrNull(from: Fields, key: string, path: string): Fields | null {
  const value = from[key] ?? null;
  return value === null ? null : asFields(value, below(path, key));
}

/** A list, or null when absent or null. @throws Refusal for anything else */
export function listOrNull(from: Fields, key: string, path: string): readonly unknown[] | null {
  const value = from[key] ?? null;
  if (value === null) return null;
  if (!Array.isArray(value)) throw new Refusal(below(path, key));
  return value;
}

/** A list that must be there. @throws Refusal otherwise */
export function list(from: Fields, key: string, path: string): readonly unknown[] {
  const value = listOrNull(from, key, path);
  if (value === null) throw new Refusal(below(path, key));
  return value;
}

/** A text that must be there. @throws Refusal otherwise */
export function text(from: Fields, key: string, path: string): string {
  const value = from[key];
  if (typeof value !== 'string') throw new Refusal(below(path, key));
  return value;
}

/** An amount of base units as plain decimal text, below 2^256; null when not known. @throws Refusal */
export function amount(from: Fields, key: string, path: string): bigint | null {
  const value = from[key] ?? null;
  if (value === null) return null;
  if (value === '0') return 0n;
  if (typeof value !== 'string' || !/^[0-9]{1,78}$/.test(value)) throw new Refusal(below(path, key));
  const parsed = BigInt(value);
  if (parsed >= AMOUNT_LIMIT) throw new Refusal(below(path, key));
  return parsed;
}

/** Like `amount`, with a sign allowed. @throws Refusal */
export function signedAmount(from: Fields, key: string, path: string): bigint | null {
  const value = from[key];
  if (typeof value !== 'string' || !value.startsWith('-')) return amount(from, key, path);
  const size = amount({ [key]: value.slice(1) }, key, path);
  return size === null ? null : -size;
}

/** A whole number, 0 or more, as it stands; null when not known. @throws Refusal */
export function count(from: Fields, key: string, path: string): number | null {
  const value = from[key] ?? null;
  if (value === null) return null;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw new Refusal(below(path, key));
  return value;
}

/** The same for blocks and seconds, with which the model computes. @throws Refusal */
export function whole(from: Fields, key: string, path: string): bigint | null {
  const value = count(from, key, path);
  return value === null ? null : value === 0 ? 0n : BigInt(value);
}

/** A whole number with a meaning for "absent" that differs from "null". @throws Refusal */
export function wholeUnlessAbsent(from: Fields, key: string, path: string, absent: bigint): bigint | null {
  return from[key] === undefined ? absent : whole(from, key, path);
}

/** True, false, or null when not known. @throws Refusal */
export function flag(from: Fields, key: string, path: string): boolean | null {
  const value = from[key] ?? null;
  if (value !== null && typeof value !== 'boolean') throw new Refusal(below(path, key));
  return value;
}
