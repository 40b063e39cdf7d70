import { useCallback, useState } from 'react';

import { useNow } from '../../components/base/use-now.ts';
import type { ReviewView } from '../../lib/messages/index.ts';
import { asOf } from './lapsed.ts';
import { Lost } from './lost.tsx';
import { outcomeOf } from './outcome.ts';
import { planOf } from './plan.ts';
import type { ReviewPort } from './port.ts';
import { ReviewWindow } from './review-window.tsx';
import { useAnswer } from './use-answer.ts';
import { useFirstFocus } from './use-first-focus.ts';
import { useInputGuard } from './use-input-guard.ts';
import { useKeys } from './use-keys.ts';
import { useView } from './use-view.ts';

function Question({ port, view }: { port: ReviewPort; view: ReviewView }) {
  const now = useNow();
  const current = asOf(view, now);
  const { word, headline } = outcomeOf(current);
  const plan = planOf(current);
  const shown = [view.requestId, view.revision, current.state, word, headline].join('\n');
  const { guard, settling } = useInputGuard(shown, plan.override !== null && current.state !== 'ended');
  const { heading, first } = useFirstFocus(
    view.requestId,
    current.state === 'loading' ? 'heading' : plan.first,
  );
  const { saying, back, proceed } = useAnswer(port, current, shown, guard);
  const [help, setHelp] = useState(false);
  const toggleHelp = useCallback(() => setHelp((open) => !open), []);
  useKeys(back, toggleHelp);
  return (
    <ReviewWindow
      view={current}
      now={now}
      settling={settling}
      saying={saying}
      help={help}
      headingRef={heading}
      firstRef={first}
      onBack={back}
      onContinue={proceed}
      onRetry={() => void port.retry(view.requestId)}
      onOptions={() => port.openOptions()}
      onHelp={toggleHelp}
    />
  );
}

/** The review page: shows what the background holds and passes on what the person decides. */
export function App({ port }: { port: ReviewPort }) {
  const { shown, reopen } = useView(port);
  if (shown === 'opening') return null;
  if (shown === 'lost') return <Lost onClose={() => port.close()} onRetry={reopen} />;
  return <Question port={port} view={shown} />;
}
