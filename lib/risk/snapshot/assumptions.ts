import { ASSUMPTION_NAMES, type AssumptionName, type Guesses, possibleInSnapshot } from '../assumptions.ts';
import { below, type Fields, fieldsOrNull, Refusal } from './fields.ts';

/**
 * The guesses that a snapshot names; absent and null leave the one in force before it, other names are ignored.
 *
 * @throws Refusal with the path of the first that cannot be (`possibleInSnapshot`)
 */
export function parseAssumptions(from: Fields): Guesses {
  const given = fieldsOrNull(from, 'assumptions', '') ?? {};
  const guesses: Partial<Record<AssumptionName, number>> = {};
  for (const name of ASSUMPTION_NAMES) {
    const value = given[name] ?? null;
    if (value === null) continue;
    if (typeof value !== 'number' || !possibleInSnapshot(name, value))
      throw new Refusal(below('assumptions', name));
    guesses[name] = value;
  }
  return guesses;
}
