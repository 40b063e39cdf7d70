import * as z from 'zod/mini';
import { GuardError } from '../core/index.ts';
import type { LimitName, Limits } from './limits.ts';
import { DEFAULT_PRESET, LIMIT_NAMES, limitsFrom } from './presets.ts';

/** A limit as it is written: decimal text, null for off. At most 2^256, so 78 digits. */
export function limitText() {
  return z.nullable(z.string().check(z.regex(/^[0-9]{1,78}$/)));
}

/** One of the three starting points. */
export function preset() {
  return z.enum(['conservative', 'balanced', 'adventurous']);
}

/** The two settings that are no numbers. */
export function policies() {
  return {
    unknownPolicy: z.optional(z.enum(['block', 'ask'])),
    untracedPolicy: z.optional(z.enum(['strict', 'listed'])),
  };
}

/** Built when needed, so that a page that only shows limits carries no schema. */
function written() {
  return z.strictObject({
    preset: z.optional(preset()),
    ...policies(),
    ...Object.fromEntries(LIMIT_NAMES.map((name) => [name, z.optional(limitText())])),
  });
}

/** Decimal texts as integers; absent ones stay absent. */
export function limitValues(
  from: Readonly<Record<string, unknown>>,
): Partial<Record<LimitName, bigint | null>> {
  const values: Partial<Record<LimitName, bigint | null>> = {};
  for (const name of LIMIT_NAMES) {
    const text = from[name];
    if (text === null) values[name] = null;
    if (typeof text === 'string') values[name] = BigInt(text);
  }
  return values;
}

/**
 * Limits as a person writes them: `{ preset, maxExit: "1555200", maxSingleAvs: null, unknownPolicy, … }`.
 * Nothing at all is the default preset. Fractions are parts of 1e18, times seconds, amounts wei.
 *
 * @throws GuardError `limits/malformed` that names the first field that is wrong or misspelt
 */
export function parseLimits(input: unknown): Limits {
  const result = written().safeParse(input ?? {});
  if (!result.success) {
    const [issue] = result.error.issues;
    const keys = issue !== undefined && 'keys' in issue ? issue.keys : [];
    const field = [...(issue?.path ?? []), ...keys].join('.');
    throw new GuardError(
      'limits/malformed',
      `The limits cannot be read: ${field === '' ? 'not an object' : field}.`,
      'Give a preset, and limits by their names as decimal text or null.',
    );
  }
  const { preset: id = DEFAULT_PRESET, ...rest } = result.data;
  return limitsFrom(id, {
    values: limitValues(rest),
    unknownPolicy: rest.unknownPolicy,
    untracedPolicy: rest.untracedPolicy,
  });
}
