import type { Deposit } from '../detect/index.ts';
import type { Exposure } from '../exposure/index.ts';
import type { FactorVerdict, Verdict } from '../limits/index.ts';
import type { Assessment, Finding } from '../risk/index.ts';
import { barOf } from './bar.ts';
import type { Explanation, FactorRow, How, Sentence } from './explanation.ts';
import { byGroup, factorGroup, isOdds } from './factor-groups.ts';
import { factorNames } from './factor-names.ts';
import { factorSentence, limitWords, overLimit, unsureSentence, valueWords } from './factor-words.ts';
import { findingWords } from './finding-words.ts';
import { leadOf } from './lead.ts';
import { overrideOf } from './override.ts';
import { ODDS_PENDING, pendingRow, withoutOdds } from './pending.ts';
import { plain } from './plain.ts';
import { reasonsOf } from './reasons.ts';
import { say, wait, warning, words } from './say.ts';
import { servicesOf } from './services.ts';
import { type Told, toldOf } from './told.ts';
import { headlineOf, nounOf, toneOf } from './tone.ts';

/** What a deposit is about; nothing of it is judged here. */
export type ExplainContext = {
  readonly kind: Deposit['kind'];
  /** Null for a bare snapshot. */
  readonly exposure: Exposure | null;
  /** The person changed at least one guess behind the odds. */
  readonly ownGuesses?: boolean;
  /** More is still being read: the odds are not counted yet, which is not the same as not known. */
  readonly partial?: boolean;
};

const NO_HOW: How = { formula: '', inputs: [], steps: [] };

/** The labelled bound of risk-model §3.1 is never used without saying so. */
const ASSUMED = words('We assume untraced stake sits with the token’s own operators.');
const LISTED = words('This assumes that the part we could not trace sits with the token’s own operators.');

function factorRow(factor: FactorVerdict, assessment: Assessment): FactorRow {
  const { id, level, required, value, yours } = factor;
  return {
    id,
    title: factorNames[id].title,
    group: factorGroup[id],
    level,
    required,
    value: valueWords(id, value),
    limit: limitWords(factor),
    yours,
    how: assessment.figures.find((one) => one.id === id)?.how ?? NO_HOW,
  };
}

function exitSentence({ figures }: Assessment, told: Told): Sentence {
  const value = figures.find(({ id }) => id === 'exit')?.value;
  if (value?.kind !== 'range' || (value.lo === null && value.hi === null))
    return words('Nobody can say how long it takes to get out.');
  const { lo, hi } = value;
  if (lo !== null && hi !== null && lo !== hi) return say`It takes ${warning(lo)} to ${wait(hi)} to get out.`;
  return factorSentence('exit', value, told);
}

/** Whether the labelled bound changed any figure that was judged. */
function leansOnListed({ factors }: Verdict, { figures }: Assessment): boolean {
  return factors.some(({ id, basis, value }) => {
    const strict = figures.find((one) => one.id === id)?.value;
    const moved = strict?.kind === 'range' && value.kind === 'range' && strict.hi !== value.hi;
    return basis === 'listed' && moved;
  });
}

function factorSentences(factor: FactorVerdict, told: Told): readonly Sentence[] {
  const { id, level, value } = factor;
  if (value.kind !== 'range' || level === 'off') return [];
  const tell = level === 'cannot_evaluate' ? unsureSentence : factorSentence;
  const over = level === 'exceeds' ? overLimit(factor) : null;
  return [tell(id, value, told), ...(over === null ? [] : [over])];
}

function distinct(sentences: readonly Sentence[]): readonly Sentence[] {
  return [...new Map(sentences.map((one) => [plain(one), one])).values()];
}

function findingSentences(finding: Finding, told: Told): readonly Sentence[] {
  const { reason, more } = findingWords(finding, told);
  return [reason, ...more];
}

/** What rests on guesses: told after everything else. */
function oddsSentences({ findings }: Verdict, told: Told): readonly Sentence[] {
  return findings.flatMap(({ finding }) => (finding.kind === 'odds' ? findingSentences(finding, told) : []));
}

/** Every sentence of factors and findings: bounds and findings first, odds last. */
function everySentence(verdict: Verdict, told: Told): readonly Sentence[] {
  const factors = byGroup(verdict.factors);
  const sentences = (odds: boolean): readonly Sentence[] =>
    factors.filter(({ id }) => isOdds(id) === odds).flatMap((one) => factorSentences(one, told));
  const findings = verdict.findings.filter(({ finding }) => finding.kind !== 'odds');
  return [
    ...sentences(false),
    ...findings.flatMap(({ finding }) => findingSentences(finding, told)),
    ...sentences(true),
    ...oddsSentences(verdict, told),
  ];
}

/** Every factor in its place; odds that are still being counted without a figure. */
function rowsOf({ factors }: Verdict, assessment: Assessment, partial: boolean): readonly FactorRow[] {
  return byGroup(factors).map((factor) => {
    const row = factorRow(factor, assessment);
    return partial && isOdds(factor.id) ? pendingRow(row) : row;
  });
}

/**
 * Everything that is said about one deposit, in typed parts. Chosen by the verdict alone: no figure is judged
 * again here. Risks are rounded up, protections down, and what is not known is said as such.
 */
export function explain(
  judged: Verdict,
  assessment: Assessment,
  { kind, exposure, ownGuesses = false, partial = false }: ExplainContext,
): Explanation {
  const verdict = partial ? withoutOdds(judged) : judged;
  const told = toldOf(assessment, exposure?.labels ?? {}, ownGuesses);
  const tone = toneOf(verdict);
  const lead = leadOf(verdict, told);
  const leans = leansOnListed(verdict, assessment);
  return {
    ...tone,
    headline: headlineOf(tone, verdict, nounOf(kind)),
    lead: lead.sentence,
    reasons: reasonsOf(verdict, lead, told, leans ? [ASSUMED] : []),
    bar: barOf(assessment),
    factors: rowsOf(judged, assessment, partial),
    services: servicesOf(assessment, exposure),
    exit: exitSentence(assessment, told),
    odds: partial ? ODDS_PENDING : oddsSentences(verdict, told),
    confidence: assessment.confidence,
    override: overrideOf(tone, verdict, lead.factor),
    sentences: distinct([lead.sentence, ...everySentence(verdict, told), ...(leans ? [LISTED] : [])]),
  };
}
