import * as z from 'zod/mini';
import { GuardError } from '../core/index.ts';
import { ASSUMPTION_NAMES, type AssumptionName, type Guesses, possibleGuess } from '../risk/index.ts';

function guess(name: AssumptionName) {
  return z.optional(z.number().check(z.refine((value) => possibleGuess(name, value))));
}

/** Built when needed, so that a page that only shows guesses carries no schema. */
function written() {
  return z.strictObject(Object.fromEntries(ASSUMPTION_NAMES.map((name) => [name, guess(name)])));
}

/** The guesses that are there, in the order of the model. */
function present(from: Readonly<Record<string, number | undefined>>): Guesses {
  const guesses: Partial<Record<AssumptionName, number>> = {};
  for (const name of ASSUMPTION_NAMES) {
    const value = from[name];
    if (value !== undefined) guesses[name] = value;
  }
  return guesses;
}

/**
 * A person's own guesses as they are written: `{ pAvs: 0.02, sevLrt: 0.5 }`. Chances and shares from 0 to 1, counts
 * whole and within the bounds a person may set (`possibleGuess`). Nothing at all is none of their own.
 *
 * @throws GuardError `guesses/malformed` that names the first field that is wrong or misspelt
 */
export function parseGuesses(input: unknown): Guesses {
  const result = written().safeParse(input ?? {});
  if (result.success) return present(result.data);
  const [issue] = result.error.issues;
  const keys = issue !== undefined && 'keys' in issue ? issue.keys : [];
  const field = ['guesses', ...(issue?.path ?? []), ...keys].join('.');
  throw new GuardError(
    'guesses/malformed',
    `The guesses cannot be read: ${field}.`,
    'Give chances and shares as numbers from 0 to 1, and counts as whole numbers within their bounds.',
  );
}

/** Guesses from the store; null where they are none, so that the bundled ones can hold and this be said. */
export function loadGuesses(stored: unknown): Guesses | null {
  const result = written().safeParse(stored ?? {});
  return result.success ? present(result.data) : null;
}
