import type { Deposit } from '../detect/index.ts';
import type { Exposure } from '../exposure/index.ts';
import type { FactorVerdict, Verdict } from '../limits/index.ts';
import type { Assessment } from '../risk/index.ts';
import { barOf } from './bar.ts';
import type { Explanation, FactorRow, How, Sentence } from './explanation.ts';
import { factorNames } from './factor-names.ts';
import { factorSentence, limitWords, unsureSentence, valueWords } from './factor-words.ts';
import { findingWords } from './finding-words.ts';
import { leadOf, yourLimit } from './lead.ts';
import { overrideOf } from './override.ts';
import { plain } from './plain.ts';
import { reasonsOf } from './reasons.ts';
import { type Labels, say, wait, warning, words } from './say.ts';
import { servicesOf } from './services.ts';
import { headlineOf, nounOf, toneOf } from './tone.ts';

/** What a deposit is about; nothing of it is judged here. */
export type ExplainContext = {
  readonly kind: Deposit['kind'];
  /** Null for a bare snapshot. */
  readonly exposure: Exposure | null;
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
    level,
    required,
    value: valueWords(id, value),
    limit: limitWords(factor),
    yours,
    how: assessment.figures.find((one) => one.id === id)?.how ?? NO_HOW,
  };
}

function exitSentence({ figures }: Assessment): Sentence {
  const value = figures.find(({ id }) => id === 'exit')?.value;
  if (value?.kind !== 'range' || (value.lo === null && value.hi === null))
    return words('Nobody can say how long it takes to get out.');
  const { lo, hi } = value;
  if (lo !== null && hi !== null && lo !== hi) return say`It takes ${warning(lo)} to ${wait(hi)} to get out.`;
  return factorSentence('exit', value, null);
}

function depositValue({ figures }: Assessment): bigint | null {
  const value = figures.find(({ id }) => id === 'deposit')?.value;
  return value?.kind === 'range' ? value.hi : null;
}

/** Whether the labelled bound changed any figure that was judged. */
function leansOnListed({ factors }: Verdict, { figures }: Assessment): boolean {
  return factors.some(({ id, basis, value }) => {
    const strict = figures.find((one) => one.id === id)?.value;
    const moved = strict?.kind === 'range' && value.kind === 'range' && strict.hi !== value.hi;
    return basis === 'listed' && moved;
  });
}

function factorSentences(factor: FactorVerdict, deposit: bigint | null): readonly Sentence[] {
  const { id, level, value } = factor;
  if (value.kind !== 'range' || level === 'off') return [];
  const sentence =
    level === 'cannot_evaluate' ? unsureSentence(id, value) : factorSentence(id, value, deposit);
  return level === 'exceeds' ? [sentence, yourLimit(factor)] : [sentence];
}

function distinct(sentences: readonly Sentence[]): readonly Sentence[] {
  return [...new Map(sentences.map((one) => [plain(one), one])).values()];
}

function everySentence(verdict: Verdict, deposit: bigint | null, labels: Labels): readonly Sentence[] {
  const findings = verdict.findings.flatMap(({ finding }) => {
    const { reason, more } = findingWords(finding, labels);
    return [reason, ...more];
  });
  return [...verdict.factors.flatMap((one) => factorSentences(one, deposit)), ...findings];
}

/**
 * Everything that is said about one deposit, in typed parts. Chosen by the verdict alone: no figure is judged
 * again here. Risks are rounded up, protections down, and what is not known is said as such.
 */
export function explain(
  verdict: Verdict,
  assessment: Assessment,
  { kind, exposure }: ExplainContext,
): Explanation {
  const labels = exposure?.labels ?? {};
  const deposit = depositValue(assessment);
  const tone = toneOf(verdict);
  const lead = leadOf(verdict, deposit, labels);
  const leans = leansOnListed(verdict, assessment);
  return {
    ...tone,
    headline: headlineOf(tone, verdict, nounOf(kind)),
    lead: lead.sentence,
    reasons: reasonsOf(verdict, lead, labels, leans ? [ASSUMED] : []),
    bar: barOf(assessment),
    factors: verdict.factors.map((one) => factorRow(one, assessment)),
    services: servicesOf(assessment, exposure),
    exit: exitSentence(assessment),
    confidence: assessment.confidence,
    override: overrideOf(tone, verdict, lead.factor),
    sentences: distinct([
      lead.sentence,
      ...everySentence(verdict, deposit, labels),
      ...(leans ? [LISTED] : []),
    ]),
  };
}
