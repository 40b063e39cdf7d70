import type { Sentence } from '../explanation.ts';
import { cover, ether, number, say, words } from '../say.ts';
import { atLeast, atRisk, type FactorWords } from './factor-words.ts';

function checkers(least: bigint): Sentence {
  if (least === 0n) return words('This token crosses chains with no checker at all.');
  return least === 1n
    ? say`${number(least)} checker is enough for it to cross chains.`
    : say`${number(least)} checkers must agree before it crosses chains.`;
}

/** Where only the upper end is known: that few may be enough, or fewer. */
function atMostCheckers(most: bigint): Sentence {
  return most <= 1n
    ? checkers(most)
    : say`${number(most)} checkers, or fewer, are enough for it to cross chains.`;
}

function counted(least: bigint, one: string, many: string): Sentence {
  return say`${number(least)} ${words(least === 1n ? one : many)}`;
}

/** Code, backing, bridge, cover and age. All but the backing gap protect: their lower end counts. */
export const codeWords = {
  daysSinceUpgrade: {
    said: (value) =>
      atLeast(value, (least) =>
        least === 0n
          ? words('The code was changed less than a day ago.')
          : say`The code was last changed ${counted(least, 'day', 'days')} ago.`,
      ),
    unsure: (low, high) => say`The code was last changed ${low} to ${high} ago.`,
  },
  monthsLive: {
    said: (value) =>
      atLeast(value, (least) =>
        least === 0n
          ? words('It has been live for less than a month.')
          : say`It has been live for ${counted(least, 'month', 'months')}.`,
      ),
    unsure: (low, high) => say`It has been live for ${low} to ${high}.`,
  },
  bridgeVerifiers: {
    said: (value) =>
      value.lo === null && value.hi !== null ? atMostCheckers(value.hi) : atLeast(value, checkers),
    unsure: (low, high) => say`It crosses chains on the word of ${low} to ${high} checkers.`,
  },
  backingGap: {
    said: (value) =>
      value.hi === 0n
        ? words('Assets stand behind every claim.')
        : atRisk(value, (share) => say`No assets stand behind ${share} of the claims.`),
    unsure: (low, high) => say`No assets stand behind ${low} to ${high} of the claims.`,
  },
  coverRatio: {
    // What nobody found may still exist; what holds something, and may fall short, is not nothing.
    said: (value) =>
      value.hi === 0n
        ? words('We found no cover that pays if a service slashes.')
        : atLeast(value, (least) =>
            least === 0n
              ? words('There is cover, but it may pay nothing.')
              : say`Cover would pay ${cover(least)} of what a service slashes.`,
          ),
    unsure: (low, high) => say`Cover would pay ${low} to ${high} of what a service slashes.`,
  },
  solvency: {
    said: (value) =>
      atLeast(value, (least) => say`The cover fund holds ${cover(least)} of what it promised.`),
    unsure: (low, high) => say`The cover fund holds ${low} to ${high} of what it promised.`,
  },
  attackCost: {
    said: (value) =>
      atLeast(value, (least) => say`An attack pays only if it brings over ${ether(least, 'down')}.`),
    unsure: (low, high) => say`An attack pays only above ${low} to ${high}.`,
  },
} satisfies Record<string, FactorWords>;
