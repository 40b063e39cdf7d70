import { SentenceText } from '../../components/text/sentence.tsx';
import { Skeleton } from '../../components/review/skeleton.tsx';
import { EvidenceList } from '../../components/review/evidence-list.tsx';
import type { ReviewView } from '../../lib/messages/index.ts';
import css from './review.module.css';

/** The line under the headline: amount, percent and the limit, or what is going on meanwhile. */
export function Lead({ view, over }: { view: ReviewView; over: boolean }) {
  const { state, deposits, overall } = view;
  if (state === 'ended') return <p>{view.detail ?? 'You can close this window.'}</p>;
  if (state === 'loading' && !over) {
    return (
      <>
        <p>Nothing reaches your wallet meanwhile.</p>
        {view.sources.length > 0 ? <EvidenceList sources={view.sources} /> : <Skeleton />}
      </>
    );
  }
  if (overall === null) return null;
  const only = deposits.length === 1 ? deposits[0]?.explanation : null;
  return (
    <>
      {only !== null && only !== undefined && (
        <p className={css.lead}>
          <SentenceText parts={only.lead} />
        </p>
      )}
      {overall.word === 'Within limits' && (
        <p className={css.small}>This looks at restaking risk only, not at scams.</p>
      )}
    </>
  );
}
