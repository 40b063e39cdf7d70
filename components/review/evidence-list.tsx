import { Button } from '../base/button.tsx';
import css from './evidence-list.module.css';

/** One place that was asked, and what came of it. */
export type Evidence = {
  readonly name: string;
  readonly state: 'waiting' | 'replied' | 'failed' | 'disagrees';
  readonly ms: number | null;
  readonly detail: string | null;
};

const SIGN = { waiting: '…', replied: '✓', failed: '✕', disagrees: '≠' } as const;

/** What came of one source, in words. */
function evidenceWord({ state, ms }: Evidence): string {
  if (state === 'waiting') return 'waiting';
  if (state === 'failed') return 'failed';
  const time = ms === null ? '' : ` in ${(Math.ceil(ms / 100) / 10).toFixed(1)} s`;
  return state === 'replied' ? `replied${time}` : `disagrees${time}`;
}

/** One row per source: waiting, replied, failed, or at odds with another. */
export function EvidenceList({ sources, onRetry }: { sources: readonly Evidence[]; onRetry?: () => void }) {
  return (
    <ul className={css.list}>
      {sources.map((source, at) => (
        <li key={`${String(at)}${source.name}`} className={css.row}>
          <span aria-hidden="true" className={css.sign}>
            {SIGN[source.state]}
          </span>
          <span className={css.name}>{source.name}</span>
          <span className={css.word}>
            {evidenceWord(source)}
            {source.state === 'failed' && onRetry !== undefined && (
              <Button look="link" onClick={onRetry} aria-label={`Try again: ${source.name}`}>
                Try again
              </Button>
            )}
          </span>
          {source.detail !== null && <span className={css.detail}>{source.detail}</span>}
        </li>
      ))}
    </ul>
  );
}
