import * as z from 'zod/mini';
import type { Limits } from './limits.ts';
import { migrate, type Migrations, migrations, SCHEMA_VERSION } from './migrations.ts';
import { limitText, limitValues, policies, preset } from './parse-limits.ts';
import { DEFAULT_PRESET, FALLBACK_PRESET, LIMIT_NAMES, limitsFrom, presets } from './presets.ts';

/** Limits as they lie in the store: the preset, and only what the person changed. */
function storedLimits() {
  return z.strictObject({
    schemaVersion: z.literal(SCHEMA_VERSION),
    preset: preset(),
    values: z.partialRecord(z.enum(LIMIT_NAMES), limitText()),
    ...policies(),
  });
}
export type StoredLimits = z.infer<ReturnType<typeof storedLimits>>;

/** What was found in the store. `damaged`: it could not be read, so the careful preset holds and this is said. */
export type LoadedLimits = { readonly limits: Limits; readonly state: 'default' | 'chosen' | 'damaged' };

/**
 * Limits from the store. An empty store is the default preset; anything that is not a store of this or an
 * earlier version is damaged. Nothing is thrown and nothing in the store is changed.
 */
export function loadLimits(stored: unknown, steps: Migrations = migrations): LoadedLimits {
  if (stored === undefined || stored === null)
    return { limits: limitsFrom(DEFAULT_PRESET), state: 'default' };
  const result = storedLimits().safeParse(migrate(stored, steps));
  if (!result.success) return { limits: limitsFrom(FALLBACK_PRESET), state: 'damaged' };
  const { values, ...rest } = result.data;
  return { limits: limitsFrom(rest.preset, { ...rest, values: limitValues(values) }), state: 'chosen' };
}

/** Limits as they go to the store; `loadLimits` gives the same back. */
export function storeLimits(limits: Limits): StoredLimits {
  const base = presets[limits.preset];
  const values = Object.fromEntries(
    limits.yours.map((name) => [name, limits.values[name]?.toString() ?? null]),
  );
  return {
    schemaVersion: SCHEMA_VERSION,
    preset: limits.preset,
    values,
    ...(limits.unknownPolicy === base.unknownPolicy ? {} : { unknownPolicy: limits.unknownPolicy }),
    ...(limits.untracedPolicy === base.untracedPolicy ? {} : { untracedPolicy: limits.untracedPolicy }),
  };
}
