import type { FactorVerdict, Verdict } from '../limits/index.ts';
import type { FactorId, Finding } from '../risk/index.ts';
import type { Sentence } from './explanation.ts';
import { boundPart, factorSentence, unsureSentence } from './factor-words.ts';
import { findingWords } from './finding-words.ts';
import { type Labels, say, words } from './say.ts';

/** What stands first: the figure or the finding that decided. */
export type Lead = {
  readonly sentence: Sentence;
  readonly factor: FactorVerdict | null;
  readonly finding: Finding | null;
};

const NOT_GREEN = words('This is not a green light.');

/** Sentences with a space between. */
export function join(sentences: readonly Sentence[]): Sentence {
  return sentences.flatMap((one, index) => (index === 0 ? one : [...words(' '), ...one]));
}

/** The person's own number for this factor. */
export function yourLimit({ id, limit, rule, value }: FactorVerdict): Sentence {
  if (limit === null || value.kind === 'identity' || value.kind === 'flag')
    return words('You set no limit for this.');
  const bound = boundPart(id, value.unit, limit);
  return rule === 'min' ? say`You ask for at least ${bound}.` : say`Your limit is ${bound}.`;
}

function high(factor: FactorVerdict | undefined): bigint {
  return factor?.value.kind === 'range' ? (factor.value.hi ?? 0n) : 0n;
}

/** When nothing decided: slashable today, unless that is under a tenth of what can become so without notice. */
function usual(factors: readonly FactorVerdict[]): FactorVerdict | null {
  const now = factors.find(({ id }) => id === 'slashableNow');
  const noNotice = factors.find(({ id }) => id === 'noNotice');
  const falseComfort = noNotice?.value.kind === 'range' && 10n * high(now) < high(noNotice);
  return (falseComfort ? noNotice : now) ?? null;
}

function figureLead(factor: FactorVerdict, deposit: bigint | null): Lead {
  const unsure = factor.level === 'cannot_evaluate';
  const sentence = unsure
    ? join([unsureSentence(factor.id, factor.value), yourLimit(factor), NOT_GREEN])
    : join([factorSentence(factor.id, factor.value, deposit), yourLimit(factor)]);
  return { sentence, factor, finding: null };
}

function findingLead(finding: Finding, labels: Labels): Lead {
  const { reason, more } = findingWords(finding, labels);
  return { sentence: join([reason, ...more.slice(0, 1)]), factor: null, finding };
}

function decided(verdict: Verdict): FactorId | null {
  const { cause, overall } = verdict;
  if (cause.by === 'limit') return cause.factor;
  // An optional figure that is not known is a note, it decides nothing.
  if (cause.by === 'policy' || (cause.by === 'unknown' && overall !== 'notice')) return cause.factor;
  return null;
}

/**
 * Amount, percent and the person's limit, for what decided the verdict.
 *
 * @param deposit - value of the deposit in wei, null where it is not known
 */
export function leadOf(verdict: Verdict, deposit: bigint | null, labels: Labels): Lead {
  const { cause, overall, factors } = verdict;
  if (cause.by === 'denied')
    return { sentence: words('This token is on your own deny list.'), factor: null, finding: null };
  const quiet = overall === 'ok' || overall === 'notice';
  const finding = 'finding' in cause && !quiet ? cause.finding : null;
  if (finding !== null) return findingLead(finding, labels);
  const id = decided(verdict);
  const factor = factors.find((one) => one.id === id) ?? usual(factors);
  if (factor === null) return { sentence: NOT_GREEN, factor: null, finding: null };
  return figureLead(factor, deposit);
}
