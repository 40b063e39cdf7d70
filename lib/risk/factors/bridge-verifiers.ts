import { defineFactor } from '../define-factor.ts';
import { exactly, fromReadings } from './readings.ts';
import { withoutToken } from './own-position.ts';
import { resultStep } from './result.ts';

export const bridgeVerifiers = defineFactor({
  id: 'bridgeVerifiers',
  question: 'On how many independent checkers does the bridge rely?',
  required: false,
  needs: 'request',
  assess: withoutToken('count', (facts) =>
    fromReadings(
      facts,
      'count',
      'independent verifiers that must agree, of the bridge path that needs the fewest',
      [{ key: 'bridgeVerifiers', label: 'required verifiers', show: String }],
      (get) => {
        const verifiers = get('bridgeVerifiers');
        if (verifiers < 0n) return null;
        const value = exactly('count', verifiers);
        return { value, steps: ['as the bridge names it', resultStep(value)] };
      },
    ),
  ),
});
