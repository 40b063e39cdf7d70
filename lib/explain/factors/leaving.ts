import type { Sentence } from '../explanation.ts';
import { cover, risk, say, wait, warning, words } from '../say.ts';
import { atRisk, type FactorWords, type Range } from './factor-words.ts';

function exitSaid({ lo, hi }: Range): Sentence {
  if (hi !== null) return say`It can take ${wait(hi)} to get out.`;
  return lo === null || lo === 0n
    ? words('Nobody can say how long it takes to get out.')
    : say`It takes ${warning(lo)} or more to get out.`;
}

function codeSaid({ lo }: Range): Sentence | null {
  if (lo === null) return null;
  return lo === 0n
    ? words('New code can be in force at once.')
    : say`New code can be in force after ${warning(lo)}.`;
}

/** The warning before new code, less the time to get out. Below zero: the code can change first. */
function windowSaid({ lo }: Range): Sentence {
  if (lo === null) return words('We cannot tell if you could leave before new code.');
  if (lo < 0n) return say`New code can land up to ${wait(-lo)} before you are out.`;
  return lo === 0n
    ? words('New code can land on the day you are out.')
    : say`You could be out ${warning(lo)} before new code lands.`;
}

/** How one gets out, and what it costs. */
export const leavingWords = {
  exit: {
    said: exitSaid,
    unsure: (low, high) => say`It takes ${low} to ${high} to get out.`,
  },
  sellCost: {
    said: (value) => atRisk(value, (share) => say`Selling this much now would cost ${share} of its value.`),
    unsure: (low, high) => say`Selling this much now would cost ${low} to ${high}.`,
  },
  pegDiscount: {
    said: (value) => atRisk(value, (share) => say`The market pays ${share} less than it is worth.`),
    unsure: (low, high) => say`The market pays ${low} to ${high} less than it is worth.`,
  },
  exitWindow: {
    said: windowSaid,
    unsure: (low, high) => say`Leaving before new code: ${low} to ${high}.`,
  },
  upgradeDelay: {
    said: codeSaid,
    unsure: (low, high) => say`New code can be in force after ${low} to ${high}.`,
  },
  bridgeShare: {
    said: ({ lo, hi }) => {
      if (hi !== null) return say`Up to ${risk(hi)} of the supply is on other chains.`;
      return lo === null || lo === 0n ? null : say`At least ${cover(lo)} of the supply is on other chains.`;
    },
    unsure: (low, high) => say`Somewhere from ${low} to ${high} of the supply is on other chains.`,
  },
} satisfies Record<string, FactorWords>;
