import type { FactorId } from '../../risk/index.ts';
import { ether, say, words } from '../say.ts';
import { codeWords } from './code.ts';
import type { FactorWords } from './factor-words.ts';
import { leavingWords } from './leaving.ts';
import { oddsWords } from './odds.ts';
import { slashingWords } from './slashing.ts';

export type { FactorWords, Range } from './factor-words.ts';

/** How few hold or can slash the stake, and how large the deposit is. */
const concentrationWords = {
  operatorHhi: {
    said: ({ hi }) =>
      hi === null ? null : words(`Spread over operators: up to ${hi} points; one alone is 10000.`),
    unsure: (low, high) => say`Spread over operators: ${low} to ${high} points; one alone is 10000.`,
  },
  avsHhi: {
    said: ({ hi }) =>
      hi === null ? null : words(`Spread over services: up to ${hi} points; one alone is 10000.`),
    unsure: (low, high) => say`Spread over services: ${low} to ${high} points; one alone is 10000.`,
  },
  deposit: {
    said: ({ hi }) => (hi === null ? null : say`This deposit is worth ${ether(hi)}.`),
    unsure: (low, high) => say`This deposit is worth ${low} to ${high}.`,
  },
} satisfies Record<string, FactorWords>;

/** Site and pauses have no figure: their findings speak. */
const NO_FIGURE: FactorWords = { said: () => null, unsure: () => words('We could not check this.') };

/** Put together when asked for, so that a page that only shows sentences carries none. */
function sayings(): Readonly<Record<FactorId, FactorWords>> {
  return {
    identity: NO_FIGURE,
    paused: NO_FIGURE,
    ...slashingWords,
    ...leavingWords,
    ...codeWords,
    ...oddsWords,
    ...concentrationWords,
  };
}

/** What is said of a factor. A new one without words does not compile. */
export function sayingOf(id: FactorId): FactorWords {
  return sayings()[id];
}
