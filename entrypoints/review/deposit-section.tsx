import { DepositTitle } from '../../components/review/deposit-title.tsx';
import { SentenceText } from '../../components/text/sentence.tsx';
import { wordTone } from '../../components/verdict/tone.ts';
import { VerdictLine } from '../../components/verdict/verdict-line.tsx';
import type { DepositView } from '../../lib/messages/index.ts';
import { DepositBody } from './deposit-body.tsx';
import css from './review.module.css';

/** One of several deposits in a request, with its own verdict. */
export function DepositSection({ deposit }: { deposit: DepositView }) {
  const { explanation } = deposit;
  return (
    <section className={css.deposit}>
      <DepositTitle {...deposit} heading />
      {explanation === null ? (
        <VerdictLine tone="unknown" word="Not checked" />
      ) : (
        <>
          <VerdictLine tone={wordTone(explanation.word)} word={explanation.word} />
          <p>
            <SentenceText parts={explanation.lead} />
          </p>
          <DepositBody explanation={explanation} under={2} />
        </>
      )}
    </section>
  );
}
