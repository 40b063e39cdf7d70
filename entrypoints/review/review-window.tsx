import { type Ref, useId } from 'react';

import { Button } from '../../components/base/button.tsx';
import { Live } from '../../components/base/live.tsx';
import { DecisionBar } from '../../components/review/decision-bar.tsx';
import { DepositTitle } from '../../components/review/deposit-title.tsx';
import { OriginLine } from '../../components/review/origin-line.tsx';
import { QueueCounter } from '../../components/review/queue-counter.tsx';
import { ReasonList } from '../../components/review/reason-list.tsx';
import { VerdictBanner } from '../../components/verdict/verdict-banner.tsx';
import type { ReviewView } from '../../lib/messages/index.ts';
import { announce } from './announce.ts';
import { DepositBody } from './deposit-body.tsx';
import { DepositSection } from './deposit-section.tsx';
import { EvidenceFolds } from './evidence.tsx';
import { Help } from './help.tsx';
import { Lead } from './lead.tsx';
import { outcomeOf } from './outcome.ts';
import { planOf } from './plan.ts';
import { RealmNotice } from './realm-notice.tsx';
import css from './review.module.css';
import { StateNotice } from './state-notice.tsx';

type Props = {
  readonly view: ReviewView;
  readonly now: number;
  readonly settling: boolean;
  /** Said beside the buttons: too early, sent, not arrived. */
  readonly saying: string | null;
  readonly help: boolean;
  readonly headingRef: Ref<HTMLHeadingElement>;
  readonly firstRef: Ref<HTMLButtonElement>;
  readonly onBack: () => void;
  readonly onContinue: (event: Event, typed: string | null) => void;
  readonly onRetry: () => void;
  readonly onOptions: () => void;
  readonly onHelp: () => void;
};

function Head({ view, help, onHelp }: Pick<Props, 'view' | 'help' | 'onHelp'>) {
  const panel = useId();
  const only = view.deposits.length === 1 ? view.deposits[0] : undefined;
  return (
    <header>
      <OriginLine site={view.site} frame={view.frame}>
        <QueueCounter {...view.queue} />
        <Button look="link" aria-expanded={help} aria-controls={help ? panel : undefined} onClick={onHelp}>
          Help
        </Button>
      </OriginLine>
      <RealmNotice {...view} />
      {help && <Help id={panel} />}
      {only !== undefined && <DepositTitle {...only} />}
    </header>
  );
}

function Body({ view, now, onRetry }: Pick<Props, 'view' | 'now' | 'onRetry'>) {
  const { deposits, notes } = view;
  const only = deposits.length === 1 ? deposits[0] : undefined;
  const explained = only?.explanation ?? null;
  return (
    <div className={css.body}>
      <StateNotice view={view} now={now} />
      <ReasonList reasons={notes} title="About this request" />
      {explained !== null && <DepositBody explanation={explained} />}
      {deposits.length > 1 &&
        deposits.map((deposit, at) => <DepositSection key={String(at)} deposit={deposit} />)}
      <EvidenceFolds view={view} now={now} onRetry={onRetry} />
    </div>
  );
}

function EndedBar({ onBack, firstRef }: Pick<Props, 'onBack' | 'firstRef'>) {
  return (
    <section aria-label="Decision" className={css.ended}>
      <Button look="main" ref={firstRef} onClick={onBack}>
        Close
      </Button>
    </section>
  );
}

/** The whole review window for one view of one request. Props in, events out; it decides nothing. */
export function ReviewWindow(props: Props) {
  const { view } = props;
  const headline = useId();
  const outcome = outcomeOf(view);
  const plan = planOf(view);
  const ended = view.state === 'ended';
  const shown = view.state !== 'loading' || outcome.tone !== 'checking';
  const grade = view.deposits.length === 1 ? view.deposits[0]?.explanation?.confidence : undefined;
  const beside = shown && !ended && grade !== undefined ? `evidence grade ${grade}` : null;
  return (
    <div className={css.window}>
      <Head {...props} />
      <main className={css.main}>
        <VerdictBanner {...outcome} beside={beside} id={headline} headingRef={props.headingRef}>
          <Lead view={view} over={outcome.tone !== 'checking'} />
        </VerdictBanner>
        {shown && !ended && <Body {...props} />}
      </main>
      <Live {...announce(view)} />
      {ended ? (
        <EndedBar {...props} />
      ) : (
        <DecisionBar
          key={`${view.requestId}/${String(view.revision)}`}
          {...props}
          {...plan}
          waiting={props.saying ?? plan.waiting}
          headline={headline}
          onRetry={plan.retry === null ? null : { word: plan.retry, press: props.onRetry }}
        />
      )}
    </div>
  );
}
