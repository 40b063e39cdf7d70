import { Fold } from '../../components/base/fold.tsx';
import { Freshness } from '../../components/figures/freshness.tsx';
import { EvidenceList } from '../../components/review/evidence-list.tsx';
import { RawRequest } from '../../components/review/raw-request.tsx';
import { clockText } from '../../components/format/age.ts';
import type { ReviewView } from '../../lib/messages/index.ts';
import { gradeText } from './confidence.ts';
import css from './review.module.css';

type Props = { readonly view: ReviewView; readonly now: number; readonly onRetry: () => void };

/** Where the figures come from, how old they are, and the exact request. */
export function EvidenceFolds({ view, now, onRetry }: Props) {
  const { sources, deposits, raw, repeats } = view;
  const replied = sources.filter(({ state }) => state === 'replied').length;
  const grades = new Set(deposits.flatMap(({ explanation }) => explanation?.confidence ?? []));
  return (
    <>
      <div className={css.folds}>
        <Fold title="Evidence" note={`${String(replied)} of ${String(sources.length)} replied`}>
          <div className={css.evidence}>
            {[...grades].map((grade) => (
              <p key={grade}>{gradeText(grade)}</p>
            ))}
            <EvidenceList sources={sources} onRetry={onRetry} />
          </div>
        </Fold>
        <Fold title="Exact request">
          <RawRequest method={raw.method} params={raw.params} />
        </Fold>
      </div>
      <div className={css.foot}>
        {view.readAt !== null && <Freshness readAt={view.readAt} block={view.block} now={now} />}
        <p className={css.small}>Held until {clockText(view.expiresAt)}</p>
        {repeats > 0 && (
          <p className={css.small}>
            The page asked again {repeats === 1 ? 'once' : `${String(repeats)} times`}.
          </p>
        )}
      </div>
    </>
  );
}
