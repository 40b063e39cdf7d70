import type { FactorValue, IdentityFacts } from '../risk/index.ts';
import type { Level, Rule } from './verdict.ts';

/** From best to worst (§5). */
export const LEVELS = ['ok', 'notice', 'warn', 'cannot_evaluate', 'exceeds'] as const;

type Judged = Exclude<Level, 'off'>;
type Ends = { readonly lo: bigint | null; readonly hi: bigint | null };

/** The worst of some levels; what is switched off says nothing. */
export function worstLevel(levels: readonly Level[]): Judged {
  return LEVELS[Math.max(0, ...levels.map((level) => LEVELS.findIndex((one) => one === level)))] ?? 'exceeds';
}

/** "At most": up to half is fine, up to four fifths a note, above that a warning. */
function atMost({ lo, hi }: Ends, limit: bigint): Level {
  if (lo !== null && lo > limit) return 'exceeds';
  if (hi === null || hi > limit) return 'cannot_evaluate';
  if (2n * hi <= limit) return 'ok';
  return 5n * hi <= 4n * limit ? 'notice' : 'warn';
}

/** "At least": below five quarters is a warning, below twice a note. */
function atLeast({ lo, hi }: Ends, limit: bigint): Level {
  if (hi !== null && hi < limit) return 'exceeds';
  if (lo === null || lo < limit) return 'cannot_evaluate';
  if (4n * lo < 5n * limit) return 'warn';
  return lo < 2n * limit ? 'notice' : 'ok';
}

/** An upper end that only a bundled range stands behind: nobody can promise it, so beyond the limit it warns. */
function atMostAssumed(ends: Ends, limit: bigint): Level {
  const beyond = ends.hi !== null && ends.hi > limit && !(ends.lo !== null && ends.lo > limit);
  return beyond ? 'warn' : atMost(ends, limit);
}

/** An interval against a limit, by rule; a limit that is off judges nothing. */
export function rangeLevel(rule: 'max' | 'min' | 'maxRange', ends: Ends, limit: bigint | null): Level {
  if (limit === null) return 'off';
  if (rule === 'min') return atLeast(ends, limit);
  return rule === 'max' ? atMost(ends, limit) : atMostAssumed(ends, limit);
}

/** Site and contract (§3.13), in the order of its tests. What is not known never counts as good. */
export function identityLevel(facts: IdentityFacts): Judged {
  const [contract, site] = [facts.contractKnown === true, facts.domainKnown === true];
  if (facts.recipientIsUser === false || facts.lookalike === true) return 'exceeds';
  if (site && !contract) return 'exceeds';
  if (facts.recipientIsUser !== true || facts.lookalike !== false || !contract) return 'cannot_evaluate';
  if (!site) return 'warn';
  if (facts.sameProtocol === true) return 'ok';
  return facts.aggregatorSite === true ? 'notice' : 'warn';
}

/** A pause is a stop; a pause that could not be read is not known. */
function flagLevel(set: boolean | null): Judged {
  if (set === null) return 'cannot_evaluate';
  return set ? 'exceeds' : 'ok';
}

/** Any factor's value against its limit. */
export function valueLevel(rule: Rule, value: FactorValue, limit: bigint | null): Level {
  if (value.kind === 'identity') return identityLevel(value.facts);
  if (value.kind === 'flag') return flagLevel(value.set);
  if (limit === null) return 'off';
  if (value.kind === 'none') return 'ok';
  if (value.kind === 'unknown' || rule === 'identity' || rule === 'flag') return 'cannot_evaluate';
  return rangeLevel(rule, value, limit);
}
