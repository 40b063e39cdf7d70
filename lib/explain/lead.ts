import type { FactorVerdict, Verdict } from '../limits/index.ts';
import type { FactorId, Finding } from '../risk/index.ts';
import type { Sentence } from './explanation.ts';
import { isOdds } from './factor-groups.ts';
import { factorSentence, unsureSentence, yourLimit } from './factor-words.ts';
import { findingWords } from './finding-words.ts';
import { join, words } from './say.ts';
import type { Told } from './told.ts';

/** What stands first: the figure or the finding that decided. */
export type Lead = {
  readonly sentence: Sentence;
  readonly factor: FactorVerdict | null;
  readonly finding: Finding | null;
};

const NOT_GREEN = words('This is not a green light.');

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

function figureLead(factor: FactorVerdict, told: Told, before: readonly Sentence[]): Lead {
  const unsure = factor.level === 'cannot_evaluate';
  const own = unsure
    ? [unsureSentence(factor.id, factor.value, told), yourLimit(factor), NOT_GREEN]
    : [factorSentence(factor.id, factor.value, told), yourLimit(factor)];
  return { sentence: join([...before, ...own]), factor, finding: null };
}

/** What must stand before a figure: odds are guesses, so the bound comes first. */
function boundFirst(factor: FactorVerdict, factors: readonly FactorVerdict[], told: Told): Sentence[] {
  const bound = isOdds(factor.id) ? usual(factors) : null;
  if (bound === null) return [];
  const tell = bound.level === 'cannot_evaluate' ? unsureSentence : factorSentence;
  return [tell(bound.id, bound.value, told)];
}

function findingLead(finding: Finding, told: Told): Lead {
  const { reason, more } = findingWords(finding, told);
  return { sentence: join([reason, ...more.slice(0, 1)]), factor: null, finding };
}

function decided(verdict: Verdict): FactorId | null {
  const { cause, overall } = verdict;
  if (cause.by === 'limit') return cause.factor;
  // An optional figure that is not known is a note, it decides nothing.
  if (cause.by === 'policy' || (cause.by === 'unknown' && overall !== 'notice')) return cause.factor;
  return null;
}

/** Amount, percent and the person's limit, for what decided the verdict. */
export function leadOf(verdict: Verdict, told: Told): Lead {
  const { cause, overall, factors } = verdict;
  if (cause.by === 'denied')
    return { sentence: words('This token is on your own deny list.'), factor: null, finding: null };
  const quiet = overall === 'ok' || overall === 'notice';
  const finding = 'finding' in cause && !quiet ? cause.finding : null;
  if (finding !== null) return findingLead(finding, told);
  const id = decided(verdict);
  const factor = factors.find((one) => one.id === id) ?? usual(factors);
  if (factor === null) return { sentence: NOT_GREEN, factor: null, finding: null };
  return figureLead(factor, told, boundFirst(factor, factors, told));
}
