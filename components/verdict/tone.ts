import type { Explanation, FactorRow, Level } from '../../lib/explain/index.ts';

/** What a verdict looks like: one shape, one colour and one word each. */
export type Tone = 'ok' | 'warn' | 'stop' | 'blocked' | 'unknown' | 'off' | 'checking';

const BY_LEVEL: Readonly<Record<Level, Tone>> = {
  off: 'off',
  ok: 'ok',
  notice: 'ok',
  warn: 'warn',
  cannot_evaluate: 'unknown',
  exceeds: 'stop',
};

const BY_WORD: Readonly<Record<Explanation['word'], Tone>> = {
  'Within limits': 'ok',
  'Near limit': 'warn',
  'Not checked': 'unknown',
  'Over limit': 'stop',
  Stop: 'stop',
  Blocked: 'blocked',
};

/** Whether a text is one of the words of a verdict. */
export function isVerdictWord(text: string): text is Explanation['word'] {
  return Object.hasOwn(BY_WORD, text);
}

/** The look of one factor's level. */
export function levelTone(level: Level): Tone {
  return BY_LEVEL[level];
}

/**
 * The look of a whole verdict: it follows the word that is shown, so that shape, colour and word never differ.
 * (An unfinished check that the person's setting stops has the level of a breach, and still reads "Not checked".)
 */
export function wordTone(word: Explanation['word']): Tone {
  return BY_WORD[word];
}

const WORD: Readonly<Record<Level, string>> = {
  off: 'Limit off',
  ok: 'Within limit',
  notice: 'Within, with a note',
  warn: 'Near limit',
  cannot_evaluate: 'Not checked',
  exceeds: 'Over limit',
};

/** The word for one factor's level. Without a limit to be over, a breach is a stop. */
export function levelWord({ level, limit, group }: Pick<FactorRow, 'level' | 'limit' | 'group'>): string {
  if (limit !== null) return WORD[level];
  if (level === 'exceeds') return 'Stop';
  if (level === 'warn') return 'Take care';
  if (level === 'off' && group === 'more') return 'Shown only';
  return level === 'ok' || level === 'notice' ? 'Nothing found' : WORD[level];
}
