import { defineFactor } from '../define-factor.ts';
import { assessOdds } from './odds.ts';

export const es99Slashing = defineFactor({
  id: 'es99Slashing',
  question: 'How much would slashing take in the worst year of a hundred, if the guesses hold?',
  required: false,
  needs: 'snapshot',
  assess: (facts) =>
    assessOdds(facts, {
      run: 'slashing',
      figure: 'es99',
      formula: 'the mean loss of the worst 1 % of years; token and restaking contracts do not fail',
    }),
});
