import { type FactorVerdict, type Level, LEVELS, type Verdict } from '../limits/index.ts';
import type { FactorId, Finding } from '../risk/index.ts';
import type { Sentence } from './explanation.ts';
import { isOdds } from './factor-groups.ts';
import { factorSentence, unsureSentence } from './factor-words.ts';
import { findingWords } from './finding-words.ts';
import type { Lead } from './lead.ts';
import { plain } from './plain.ts';
import { NOTHING_TOLD, type Told } from './told.ts';

const SHOWN = 3;

/** Findings that only explain, by how much they matter; the others speak by their level. */
const TELLING: readonly Finding['kind'][] = [
  'untraced',
  'noWarning',
  'scheduled',
  'redistributes',
  'worstService',
  'worstPair',
  'promisedTwice',
  'upgradeBeforeExit',
  'freshCode',
  'exitOutlastsWarning',
  'exitAssumed',
  'fullySlashed',
  'bridge',
  'sellingCosts',
  'coverNarrow',
  'lossBefore',
  'sourcesDisagree',
  'remark',
];

/** Findings that repeat, with a name, what a factor's own reason already says. */
const REPEATS: Partial<Record<Finding['kind'], FactorId>> = {
  worstService: 'singleAvs',
  noWarning: 'singleOperator',
  freshCode: 'daysSinceUpgrade',
  bridge: 'bridgeVerifiers',
  sellingCosts: 'sellCost',
  coverNarrow: 'coverRatio',
  odds: 'pLossOverTolerance',
};

/** `guess`: it rests on guesses, so it comes after all that does not. */
type Reason = { readonly weight: number; readonly sentence: Sentence; readonly guess: boolean };

/** Levels first, then explanations in their own order. */
function weightOf(level: Level): number {
  return LEVELS.findIndex((one) => one === level) * 100;
}

/** A reason has no room for the deposit's amount. */
function short({ labels, exit, ownGuesses }: Told): Told {
  return { ...NOTHING_TOLD, labels, exit, ownGuesses };
}

function factorReason({ id, level, required, value }: FactorVerdict, told: Told): Reason {
  const guess = isOdds(id);
  if (level !== 'cannot_evaluate')
    return { weight: weightOf(level), sentence: factorSentence(id, value, told), guess };
  return { weight: weightOf(required ? level : 'notice'), sentence: unsureSentence(id, value, told), guess };
}

function findingReason(finding: Finding, level: Level, told: Told): Reason {
  const guess = finding.kind === 'odds';
  const { reason } = findingWords(finding, told);
  if (level !== 'ok') return { weight: weightOf(level), sentence: reason, guess };
  const place = TELLING.indexOf(finding.kind);
  return { weight: place === -1 ? -1 : 50 - place, sentence: reason, guess };
}

/** Site and pauses have no figure to speak of: their findings tell it. */
function hasOwnFinding({ id, level }: FactorVerdict): boolean {
  return (id === 'identity' || id === 'paused') && level !== 'cannot_evaluate';
}

/** A guess takes two sentences, so it takes two places. */
function size({ guess }: Reason): number {
  return guess ? 2 : 1;
}

/**
 * The strongest that have room, by their weight; among these, what rests on guesses last. Guesses are said once, and
 * a lead that says them has left room for one reason more.
 */
function strongest(reasons: readonly Reason[], lead: Lead, places: number): readonly Sentence[] {
  const text = plain(lead.sentence);
  const byGuess = lead.factor !== null && isOdds(lead.factor.id);
  const told = new Set<string>();
  const shown: Reason[] = [];
  let left = byGuess ? Math.min(places, 1) : places;
  for (const one of reasons.filter(({ weight }) => weight >= 0).sort((a, b) => b.weight - a.weight)) {
    const said = plain(one.sentence);
    const again = told.has(said) || text.includes(said);
    const guessedBefore = one.guess && (byGuess || shown.some(({ guess }) => guess));
    if (again || guessedBefore || size(one) > left) continue;
    told.add(said);
    shown.push(one);
    left -= size(one);
  }
  return shown.sort((a, b) => Number(a.guess) - Number(b.guess)).map(({ sentence }) => sentence);
}

/**
 * The (at most three) strongest reasons beside what the lead already said.
 *
 * @param first - what must be said before all of them
 */
export function reasonsOf(
  verdict: Verdict,
  lead: Lead,
  told: Told,
  first: readonly Sentence[],
): readonly Sentence[] {
  const brief = short(told);
  const factors = verdict.factors.filter(
    (one) => !hasOwnFinding(one) && one.level !== 'off' && one.level !== 'ok',
  );
  const said = new Set<FactorId | undefined>(
    [...factors, ...(lead.factor ? [lead.factor] : [])].map(({ id }) => id),
  );
  const findings = verdict.findings
    .filter(({ finding }) => finding !== lead.finding && !said.has(REPEATS[finding.kind]))
    .map(({ finding, level }) => findingReason(finding, level, brief));
  const others = factors.filter((one) => one !== lead.factor).map((one) => factorReason(one, brief));
  return [...first, ...strongest([...others, ...findings], lead, SHOWN - first.length)];
}
