import type { DepositKind } from '../detect/index.ts';
import { isUnknown } from '../risk/index.ts';
import type { Verdict } from '../limits/index.ts';
import type { Explanation } from './explanation.ts';
import { noteWords } from './note-words.ts';

/** Level and word as a person sees them. */
export type Tone = Pick<Explanation, 'level' | 'word'>;

const NOUNS: Readonly<Record<DepositKind, string>> = {
  deposit: 'deposit',
  wrap: 'deposit',
  acquires: 'swap',
  delegate: 'delegation',
  'exposure-change': 'change',
};

/** What a person is about to do, in one word. */
export function nounOf(kind: DepositKind): string {
  return NOUNS[kind];
}

/**
 * Level and word of a verdict. A figure that is needed and not known is never "Within limits", not even where the
 * person switched its limit off: the level of the verdict then stands, but nothing green is said.
 */
export function toneOf({ overall, cause, factors, limits }: Verdict): Tone {
  if (cause.by === 'denied') return { level: 'exceeds', word: 'Blocked' };
  if (cause.by === 'policy') return { level: 'exceeds', word: 'Not checked' };
  if (overall === 'exceeds') return { level: 'exceeds', word: cause.by === 'limit' ? 'Over limit' : 'Stop' };
  if (overall === 'cannot_evaluate') return { level: 'cannot_evaluate', word: 'Not checked' };
  if (overall === 'warn') return { level: 'warn', word: 'Near limit' };
  if (factors.some(({ required, value }) => required && isUnknown(value)))
    return { level: limits.unknownPolicy === 'block' ? 'exceeds' : 'cannot_evaluate', word: 'Not checked' };
  return { level: overall, word: 'Within limits' };
}

function stopHeadline({ cause }: Verdict): string {
  if (cause.by === 'finding' && cause.finding.kind === 'note') return noteWords[cause.finding.id].stop;
  if (cause.by === 'finding' && cause.finding.kind === 'paused')
    return cause.finding.what === 'deposits' ? 'Stop: deposits are paused' : 'Stop: withdrawals are paused';
  return 'Stop: look at this request again';
}

/** The outcome in one line. */
export function headlineOf(tone: Tone, verdict: Verdict, noun: string): string {
  switch (tone.word) {
    case 'Within limits':
      return `This ${noun} is within your limits`;
    case 'Near limit':
      return verdict.cause.by === 'finding'
        ? 'Look again before you go on'
        : `This ${noun} is near your limit`;
    case 'Over limit':
      return `Stop: this ${noun} breaks your limit`;
    case 'Stop':
      return stopHeadline(verdict);
    case 'Blocked':
      return 'You blocked this token';
    default:
      return 'We could not finish this check';
  }
}
