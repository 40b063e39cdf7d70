import type { FactorVerdict } from '../limits/index.ts';
import type { FactorId, FactorValue, IdentityFacts } from '../risk/index.ts';
import type { Sentence } from './explanation.ts';
import { boundPart, endWords, figureWords, isProtection } from './factor-figure.ts';
import { factorNames } from './factor-names.ts';
import { sayingOf, type Range } from './factors/index.ts';
import { plain } from './plain.ts';
import { say, words } from './say.ts';
import { NOTHING_TOLD, type Told } from './told.ts';
import { unreachable } from './unreachable.ts';

/** A limit in words: its own number is never rounded in the person's favour. */
export function limitWords({ id, limit, rule, value }: FactorVerdict): Sentence | null {
  if (limit === null || value.kind === 'identity' || value.kind === 'flag') return null;
  const part = boundPart(id, value.unit, limit);
  return rule === 'min' ? say`at least ${part}` : say`at most ${part}`;
}

function identityWords(facts: IdentityFacts): Sentence {
  if (facts.lookalike === true) return words('imitates a site we know');
  if (facts.recipientIsUser === false) return words('credited to someone else');
  const [contract, site] = [facts.contractKnown === true, facts.domainKnown === true];
  if (contract && site) return words(facts.sameProtocol === true ? 'both known' : 'both known, not together');
  if (contract) return words('contract known, site not');
  return words(site ? 'site known, contract not' : 'not known');
}

/** Whether two ends read the same: an interval narrower than what is shown is one figure. */
function sameFigure(id: FactorId, unit: Range['unit'], lo: bigint, hi: bigint): boolean {
  return lo === hi || plain(figureWords(id, unit, lo)) === plain(figureWords(id, unit, hi));
}

function rangeWords(id: FactorId, { unit, lo, hi }: Range): Sentence {
  if (lo !== null && hi !== null && sameFigure(id, unit, lo, hi))
    return figureWords(id, unit, isProtection(id) ? lo : hi);
  const low = lo === null ? null : endWords(id, unit, lo, 'lo');
  const high = hi === null ? null : endWords(id, unit, hi, 'hi');
  if (high === null) return low === null ? words('not known') : say`at least ${low}, the rest not known`;
  // Of a risk that starts at nothing only the upper end tells something; of a protection the lower end is what counts.
  const open = low === null || (lo === 0n && !isProtection(id));
  return open ? say`up to ${high}` : say`${low} to ${high}`;
}

/** A factor's value as it stands in a list. */
export function valueWords(id: FactorId, value: FactorValue): Sentence {
  switch (value.kind) {
    case 'range':
      return rangeWords(id, value);
    case 'identity':
      return identityWords(value.facts);
    case 'flag':
      return words(value.set === null ? 'not known' : value.set ? 'yes' : 'no');
    case 'none':
      return words('nothing to measure');
    case 'unknown':
      return words('not known');
    default:
      return unreachable(value);
  }
}

/** One sentence on a factor, at most twelve words where the deposit's value is left out. */
export function factorSentence(id: FactorId, value: FactorValue, told: Told): Sentence {
  const sentence = value.kind === 'range' ? sayingOf(id).said(value, told) : null;
  return sentence ?? words(`We could not check ${factorNames[id].thing}.`);
}

/** The sentence where the figure is not sure enough for the person's limit. */
export function unsureSentence(id: FactorId, value: FactorValue, told: Told): Sentence {
  const short = { ...NOTHING_TOLD, ownGuesses: told.ownGuesses };
  if (value.kind !== 'range' || value.lo === null || value.hi === null || value.lo === value.hi)
    return factorSentence(id, value, short);
  const [low, high] = [endWords(id, value.unit, value.lo, 'lo'), endWords(id, value.unit, value.hi, 'hi')];
  return sayingOf(id).unsure(low, high, told);
}

/** The person's own number for this factor. */
export function yourLimit({ id, limit, rule, value }: FactorVerdict): Sentence {
  if (limit === null || value.kind === 'identity' || value.kind === 'flag')
    return words('You set no limit for this.');
  const bound = boundPart(id, value.unit, limit);
  return rule === 'min' ? say`You ask for at least ${bound}.` : say`Your limit is ${bound}.`;
}

/** The end of a value that breaks a limit: of a most the lower one, of a least the upper one. */
type Breaking = {
  readonly rule: 'max' | 'min';
  readonly bound: Sentence;
  readonly end: Sentence;
  readonly exact: boolean;
};

function overWords({ rule, bound, end, exact }: Breaking): Sentence {
  // Rounded to what is shown, both can read the same, and no breach would be seen.
  if (plain(end) === plain(bound))
    return rule === 'min'
      ? say`This is under your limit: you ask for ${bound}, here it is less.`
      : say`This is over your limit: you allow ${bound}, this deposit has more.`;
  if (rule === 'min')
    return exact
      ? say`This is under your limit: you ask for ${bound}, here it is ${end}.`
      : say`Under your limit: you ask for ${bound}, here it is at most ${end}.`;
  return exact
    ? say`This is over your limit: you allow ${bound}, this deposit has ${end}.`
    : say`Over your limit: you allow ${bound}, this deposit has at least ${end}.`;
}

/**
 * "Over your limit: you allow 20%, this deposit has at least 50%." (sentence 17.) Null where there is no limit
 * or no figure that breaks it.
 */
export function overLimit({ id, limit, rule, value }: FactorVerdict): Sentence | null {
  if (limit === null || value.kind !== 'range') return null;
  const { unit, lo, hi } = value;
  const least = rule === 'min';
  const breaks = least ? hi : lo;
  if (breaks === null) return null;
  const exact = lo === hi;
  const end = exact ? figureWords(id, unit, breaks) : endWords(id, unit, breaks, least ? 'hi' : 'lo');
  return overWords({ rule: least ? 'min' : 'max', bound: [boundPart(id, unit, limit)], end, exact });
}
