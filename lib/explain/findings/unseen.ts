import type { Sentence } from '../explanation.ts';
import { factorNames } from '../factor-names.ts';
import { reasonWords } from '../reason-words.ts';
import { dayOf, say, warning, words } from '../say.ts';
import type { Of, Said } from './said.ts';

const NOT_GREEN = words('This is not a green light.');

/** A figure could not be had (sentence 9). */
export function notChecked({ factor, reason }: Of<'notChecked'>): Said {
  return {
    reason: words(`We could not check ${factorNames[factor].thing}.`),
    more: [words(reasonWords[reason]), NOT_GREEN],
  };
}

const NOT_SEEN: Readonly<Record<Of<'notSeen'>['what'], string>> = {
  admin: 'We could not see who can change the code.',
  slashers: 'We could not see who may slash, or if that changes.',
  lastSlash: 'We could not see if the price shows every past slash.',
  rateAge: 'We could not see how old the token’s price is.',
  fund: 'We could not see if the cover fund holds what it promised.',
};

/** What would have been warned of could not be looked at. */
export function notSeen({ what }: Of<'notSeen'>): Said {
  return { reason: words(NOT_SEEN[what]), more: [NOT_GREEN] };
}

const CANNOT: Readonly<Record<Of<'cannotEvaluate'>['why'], string>> = {
  totalZero: 'There is no stake here that we could measure.',
  poolUnknown: 'We could not read the stake of this vault.',
  unsupportedKind: 'We cannot judge this kind of restaking yet.',
  refused: 'The figures we read cannot be true.',
  notModelled: 'We have no model for this deposit yet.',
};

/** Nothing can be computed at all. */
export function cannotEvaluate({ why }: Of<'cannotEvaluate'>): Said {
  return { reason: words(CANNOT[why]), more: [NOT_GREEN] };
}

/** Leaving outlasts every warning (§3.6). */
export function exitOutlastsWarning({ exitLoSecs }: Of<'exitOutlastsWarning'>): Said {
  return {
    reason: words('Leaving takes longer than any warning you would get.'),
    more: [say`It takes at least ${warning(exitLoSecs)} to get out.`],
  };
}

/** The sweep that pays validators out is a guess in both dated ranges (`facts/exit-and-cover.json`, range). */
const LAST_STEP = words('How long the last step takes is a guess.');

function restsOn({ basis, asOf }: Of<'exitAssumed'>): readonly Sentence[] {
  switch (basis) {
    case 'recent':
      return [say`We take the queue seen on ${dayOf(asOf)}.`, LAST_STEP];
    case 'allTime':
      return [say`We take the longest queue we know of, seen on ${dayOf(asOf)}.`, LAST_STEP];
    default:
      return [words('The contract names no longest wait; we take the usual steps.')];
  }
}

/** No read gives the upper end of the exit: what is taken for it (§3.6). */
export function exitAssumed(finding: Of<'exitAssumed'>): Said {
  return { reason: words('Nobody can promise how long leaving takes at most.'), more: restsOn(finding) };
}
