import { defineFactor } from '../define-factor.ts';
import type { Facts } from '../facts.ts';
import { readingOf, readInput, unknownFound } from './readings.ts';
import { withoutToken } from './own-position.ts';
import { resultStep } from './result.ts';

const FORMULA = 'independent verifiers that must agree, of the bridge path that needs the fewest';

export const bridgeVerifiers = defineFactor({
  id: 'bridgeVerifiers',
  question: 'On how many independent checkers does the bridge rely?',
  required: false,
  needs: 'request',
  assess: withoutToken('count', (facts) => {
    const { least, most, inputs } = endsOf(facts);
    const how = { formula: FORMULA, inputs };
    if (least.status === 'unknown' && most.status === 'unknown')
      return unknownFound('count', least.reason, { ...how, steps: ['required verifiers: not known'] });
    const lo = least.status === 'known' ? least.value : null;
    const hi = most.status === 'known' ? most.value : null;
    if ((lo ?? 0n) < 0n || (hi ?? 0n) < 0n || (lo !== null && hi !== null && lo > hi)) {
      const steps = ['these values cannot all be right: nothing is computed'];
      return unknownFound('count', 'malformed', { ...how, steps });
    }
    const value = { kind: 'range', unit: 'count', lo, hi } as const;
    return { value, how: { ...how, steps: ['as the bridge names them', resultStep(value)] } };
  }),
});

/** Both ends; the same one where the reading has no upper end of its own. */
function endsOf(facts: Facts) {
  const least = readingOf(facts, 'bridgeVerifiers');
  const own = facts.exposure?.figures['bridgeVerifiersAtMost'];
  if (own === undefined)
    return { least, most: least, inputs: [readInput('required verifiers', least, String)] };
  const inputs = [
    readInput('required verifiers, at least', least, String),
    readInput('required verifiers, at most', own, String),
  ];
  return { least, most: own, inputs };
}
