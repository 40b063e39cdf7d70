import { type FactorVerdict, type Level, LEVELS, type Verdict } from '../limits/index.ts';
import type { FactorId, Finding } from '../risk/index.ts';
import type { Sentence } from './explanation.ts';
import { factorSentence, unsureSentence } from './factor-words.ts';
import { findingWords } from './finding-words.ts';
import type { Lead } from './lead.ts';
import { plain } from './plain.ts';
import type { Labels } from './say.ts';

const SHOWN = 3;

/** Findings that only explain, by how much they matter; the others speak by their level. */
const TELLING: readonly Finding['kind'][] = [
  'untraced',
  'noWarning',
  'scheduled',
  'redistributes',
  'worstService',
  'promisedTwice',
  'upgradeBeforeExit',
  'exitOutlastsWarning',
  'exitAssumed',
  'fullySlashed',
  'sourcesDisagree',
  'remark',
];

/** Findings that repeat, with a name, what a factor's own reason already says. */
const REPEATS: Partial<Record<Finding['kind'], FactorId>> = {
  worstService: 'singleAvs',
  noWarning: 'singleOperator',
};

type Reason = { readonly weight: number; readonly sentence: Sentence };

/** Levels first, then explanations in their own order. */
function weightOf(level: Level): number {
  return LEVELS.findIndex((one) => one === level) * 100;
}

function factorReason({ id, level, required, value }: FactorVerdict): Reason {
  if (level !== 'cannot_evaluate')
    return { weight: weightOf(level), sentence: factorSentence(id, value, null) };
  return { weight: weightOf(required ? level : 'notice'), sentence: unsureSentence(id, value) };
}

function findingReason(finding: Finding, level: Level, labels: Labels): Reason {
  const { reason } = findingWords(finding, labels);
  if (level !== 'ok') return { weight: weightOf(level), sentence: reason };
  const place = TELLING.indexOf(finding.kind);
  return { weight: place === -1 ? -1 : 50 - place, sentence: reason };
}

/** Site and pauses have no figure to speak of: their findings tell it. */
function hasOwnFinding({ id, level }: FactorVerdict): boolean {
  return (id === 'identity' || id === 'paused') && level !== 'cannot_evaluate';
}

/**
 * The (at most three) strongest reasons beside what the lead already said.
 *
 * @param first - what must be said before all of them
 */
export function reasonsOf(
  verdict: Verdict,
  lead: Lead,
  labels: Labels,
  first: readonly Sentence[],
): readonly Sentence[] {
  const factors = verdict.factors.filter(
    (one) => !hasOwnFinding(one) && one.level !== 'off' && one.level !== 'ok',
  );
  const said = new Set<FactorId | undefined>(
    [...factors, ...(lead.factor ? [lead.factor] : [])].map(({ id }) => id),
  );
  const findings = verdict.findings
    .filter(({ finding }) => finding !== lead.finding && !said.has(REPEATS[finding.kind]))
    .map(({ finding, level }) => findingReason(finding, level, labels));
  const ordered = [...factors.filter((one) => one !== lead.factor).map(factorReason), ...findings]
    .filter(({ weight }) => weight >= 0)
    .sort((a, b) => b.weight - a.weight);
  const sentences = [...first, ...ordered.map(({ sentence }) => sentence)];
  const told = new Map(sentences.map((one) => [plain(one), one]));
  const leading = plain(lead.sentence);
  return [...told].flatMap(([text, one]) => (leading.includes(text) ? [] : [one])).slice(0, SHOWN);
}
