import type { Sentence } from './explanation.ts';
import { join, words } from './say.ts';

/** Nothing that rests on a guess is said without this (`facts/risk-model.md` §3.4). */
export function guessWords(own: boolean): string {
  return own ? 'using guesses, some of them your own' : 'using the default guesses, which you can change';
}

/** A sentence about odds, followed by what it rests on. */
export function guessed(sentence: Sentence, own: boolean): Sentence {
  return join([sentence, words(`That is ${guessWords(own)}.`)]);
}
