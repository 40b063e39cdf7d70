import type { Sentence } from '../../lib/explain/index.ts';
import { SentenceText } from '../text/sentence.tsx';
import css from './reason-list.module.css';

const MOST = 3;

type Props = {
  readonly reasons: readonly Sentence[];
  readonly title?: string;
  /** Level of the heading above. */
  readonly under?: 1 | 2;
};

/** Why the verdict is what it is: at most three reasons; the rest stands in the checks below. */
export function ReasonList({ reasons, title = 'Why', under = 1 }: Props) {
  const Title = under === 1 ? 'h2' : 'h3';
  if (reasons.length === 0) return null;
  return (
    <div className={css.reasons}>
      <Title className={css.title}>{title}</Title>
      <ul>
        {reasons.slice(0, MOST).map((reason, at) => (
          <li key={String(at)}>
            <SentenceText parts={reason} />
          </li>
        ))}
      </ul>
    </div>
  );
}
