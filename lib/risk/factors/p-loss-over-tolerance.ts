import { defineFactor } from '../define-factor.ts';
import { assessOdds } from './odds.ts';

export const pLossOverTolerance = defineFactor({
  id: 'pLossOverTolerance',
  question: 'How likely is a large loss within a year, if the guesses hold?',
  required: false,
  needs: 'snapshot',
  assess: (facts) =>
    assessOdds(facts, {
      run: 'allIn',
      figure: 'pOverTolerance',
      formula: 'the chance of a year that loses more than the tolerance, over all causes',
    }),
});
