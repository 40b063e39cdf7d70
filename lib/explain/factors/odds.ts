import type { Sentence } from '../explanation.ts';
import { guessed } from '../guess-words.ts';
import { say } from '../say.ts';
import type { Told } from '../told.ts';
import { atRisk, type FactorWords, type Range } from './factor-words.ts';

function odds(value: Range, told: Told, tell: (share: Sentence) => Sentence): Sentence | null {
  const sentence = atRisk(value, tell);
  return sentence === null ? null : guessed(sentence, told.ownGuesses);
}

/** What rests on guesses: never without saying so, and never before the bounds. */
export const oddsWords = {
  expectedAnnualLoss: {
    said: (value, told) => odds(value, told, (share) => say`A year may cost ${share} on average.`),
    unsure: (low, high, { ownGuesses }) =>
      guessed(say`A year may cost ${low} to ${high} on average.`, ownGuesses),
  },
  es99Slashing: {
    said: (value, told) => odds(value, told, (share) => say`Slashing in the worst years may cost ${share}.`),
    unsure: (low, high, { ownGuesses }) =>
      guessed(say`Slashing in the worst years may cost ${low} to ${high}.`, ownGuesses),
  },
  pLossOverTolerance: {
    said: (value, told) => odds(value, told, (share) => say`The yearly chance of a large loss is ${share}.`),
    unsure: (low, high, { ownGuesses }) =>
      guessed(say`The yearly chance of a large loss is ${low} to ${high}.`, ownGuesses),
  },
} satisfies Record<string, FactorWords>;
