import { defineFactor } from '../define-factor.ts';
import { assessOdds } from './odds.ts';

export const expectedAnnualLoss = defineFactor({
  id: 'expectedAnnualLoss',
  question: 'How much would be lost in an average year, if the guesses hold?',
  required: false,
  needs: 'snapshot',
  assess: (facts) =>
    assessOdds(facts, {
      run: 'allIn',
      figure: 'eal',
      formula: 'the mean loss of a year over all causes, each of which happens or not by its guessed chance',
    }),
});
