import type { Note } from '../detect/index.ts';
import { LEVELS, type Limits, noteLevel, overallOf } from '../limits/index.ts';
import type { Explanation, Override, Sentence } from './explanation.ts';
import { findingWords } from './finding-words.ts';
import { overrideOf } from './override.ts';
import { join } from './say.ts';
import { NOTHING_TOLD } from './told.ts';
import { headlineOf, toneOf } from './tone.ts';

/** What decides headline, first focus and override of a whole request. */
export type Overall = Pick<Explanation, 'level' | 'word' | 'headline' | 'override'>;

/** Worst first, among equal levels: what has no figure outranks what has one. */
const WORDS: readonly Explanation['word'][] = [
  'Blocked',
  'Stop',
  'Over limit',
  'Not checked',
  'Near limit',
  'Within limits',
];

const STRICTNESS: Readonly<Record<Override['kind'], number>> = { options: 2, type: 1, click: 0 };

function worse(a: Overall, b: Overall): Overall {
  const rank = (one: Overall): number => LEVELS.findIndex((level) => level === one.level);
  const [first, second] =
    rank(a) === rank(b)
      ? WORDS.indexOf(a.word) <= WORDS.indexOf(b.word)
        ? [a, b]
        : [b, a]
      : rank(a) > rank(b)
        ? [a, b]
        : [b, a];
  // The stricter way on holds for both: one deposit that needs a change in options stops the request.
  const stricter = STRICTNESS[second.override.kind] > STRICTNESS[first.override.kind];
  return stricter ? { ...first, override: second.override } : first;
}

function notesOverall(notes: readonly Note[], limits: Limits, aggregatorSite: boolean): Overall | null {
  if (notes.length === 0) return null;
  const findings = notes.map(({ id }) => ({
    finding: { kind: 'note', id, aggregatorSite } as const,
    level: noteLevel(id, aggregatorSite),
  }));
  const verdict = { ...overallOf([], findings, limits), factors: [], findings, limits };
  const tone = toneOf(verdict);
  return {
    ...tone,
    headline: headlineOf(tone, verdict, 'request'),
    override: overrideOf(tone, verdict, null),
  };
}

/**
 * One request as a whole: the worst of all its deposits and notes. Null where there is neither.
 *
 * @param aggregatorSite - the site is a registered aggregator, where other protocols' deposits are ordinary
 */
export function explainRequest(
  explanations: readonly Overall[],
  notes: readonly Note[],
  limits: Limits,
  aggregatorSite = false,
): { readonly overall: Overall | null; readonly notes: readonly Sentence[] } {
  const fromNotes = notesOverall(notes, limits, aggregatorSite);
  const all = explanations.map(({ level, word, headline, override }) => ({
    level,
    word,
    headline,
    override,
  }));
  const [first, ...rest] = fromNotes === null ? all : [...all, fromNotes];
  return {
    overall: first === undefined ? null : rest.reduce(worse, first),
    notes: notes.map(({ id }) => {
      const { reason, more } = findingWords({ kind: 'note', id, aggregatorSite }, NOTHING_TOLD);
      return join([reason, ...more]);
    }),
  };
}
