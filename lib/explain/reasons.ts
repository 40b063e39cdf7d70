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
/** Words that lead and reasons may take together: with what stands around them, ninety above the buttons. */
const WORDS = 50;

/** Findings that only explain, by how much they matter; the others speak by their level. */
const TELLING: readonly Finding['kind'][] = [
  'untraced',
  'noWarning',
  'promisesChange',
  'scheduled',
  'scheduledMore',
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

function wordsIn(text: string): number {
  return text.split(/\s+/).length;
}

/**
 * The strongest that have room, by their weight; among these, what rests on guesses last. Guesses are said once.
 * A guess that is too long makes way for the next reason, any other one ends the list.
 */
function strongest(
  reasons: readonly Reason[],
  before: readonly Sentence[],
  places: number,
): readonly Sentence[] {
  const said = before.map(plain);
  const shown: Reason[] = [];
  let left = WORDS - said.reduce((sum, text) => sum + wordsIn(text), 0);
  for (const one of reasons.filter(({ weight }) => weight >= 0).sort((a, b) => b.weight - a.weight)) {
    const text = plain(one.sentence);
    if (said.some((other) => other.includes(text) || (one.guess && other.includes('guesses')))) continue;
    const room = wordsIn(text) <= left;
    if (!room && one.guess) continue;
    if (!room || shown.length === places) break;
    left -= wordsIn(text);
    said.push(text);
    shown.push(one);
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
  return [...first, ...strongest([...others, ...findings], [lead.sentence, ...first], SHOWN - first.length)];
}
