import { ageText } from '../format/age.ts';
import { siteText } from '../format/short.ts';
import { type Level, plain, type Sentence } from '../../lib/explain/index.ts';
import { Host } from '../text/host.tsx';
import { isVerdictWord, levelTone, type Tone, wordTone } from '../verdict/tone.ts';
import { VerdictLine } from '../verdict/verdict-line.tsx';
import css from './status.module.css';

/** One past check. */
export type Check = {
  readonly at: number;
  readonly site: string;
  readonly titles: readonly Sentence[];
  readonly level: Level | null;
  readonly word: string;
  readonly outcome: 'continued' | 'went-back' | 'lapsed';
};

const OUTCOME: Readonly<Record<Check['outcome'], string>> = {
  continued: 'You continued',
  'went-back': 'You went back',
  lapsed: 'No answer in time',
};

function tone({ level, word }: Check): Tone {
  if (isVerdictWord(word)) return wordTone(word);
  return level === null ? 'unknown' : levelTone(level);
}

/** The last checks, newest first: what, how it was judged, what the person did, where and when. */
export function CheckList({ checks, now }: { checks: readonly Check[]; now: number }) {
  return (
    <ul className={css.checks}>
      {checks.map((check, at) => (
        <li key={`${String(check.at)}/${String(at)}`} className={css.check}>
          <p className={css.what}>{check.titles.map(plain).join('; ') || 'Request that could not be read'}</p>
          <VerdictLine tone={tone(check)} word={check.word} />
          <p className={css.small}>
            {OUTCOME[check.outcome]}, {ageText(check.at, now)}, on <Host host={siteText(check.site)} />
          </p>
        </li>
      ))}
    </ul>
  );
}
