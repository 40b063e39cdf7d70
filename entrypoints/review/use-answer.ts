import { useCallback, useState } from 'react';

import type { AnswerRefusal, ReviewView } from '../../lib/messages/index.ts';
import type { InputGuard } from './input-guard.ts';
import type { ReviewPort } from './port.ts';

const EARLY = 'Wait a moment, then press again.';
const SENT = 'Handing the request to your wallet…';
const FAILED = 'Your answer did not arrive. Press again.';

const REFUSED: Readonly<Record<AnswerRefusal, string>> = {
  ended: 'This request has ended. Nothing reached your wallet.',
  changed: 'The check has changed. Read it again.',
  'not-final': 'Still checking. Try again when it is done.',
  stale: 'The numbers are too old. They are being read again.',
  typed: 'That is not the figure of this deposit.',
  blocked: 'Only a change in options lets this pass.',
};

/** What is said beside the buttons, for the screen it belongs to; a new screen starts with nothing said. */
type Said = { readonly about: string; readonly text: string };

/**
 * The two answers. "Go back" is sent at once; "Continue" only when the guard allows the event, and once.
 *
 * @param shown - names what is on screen; an answer belongs to that and nothing later
 */
export function useAnswer(port: ReviewPort, view: ReviewView, shown: string, guard: InputGuard) {
  const [said, setSaid] = useState<Said>({ about: '', text: '' });
  const saying = said.about === shown ? said.text : null;
  const { requestId, revision, state } = view;
  const back = useCallback(() => {
    if (state === 'ended') return port.close();
    port.answer({ requestId, revision, decision: 'back', typed: null }).catch(() => port.close());
  }, [port, requestId, revision, state]);
  const proceed = useCallback(
    (event: Event, typed: string | null) => {
      if (saying === SENT) return;
      if (!guard.allows(event)) return setSaid({ about: shown, text: EARLY });
      setSaid({ about: shown, text: SENT });
      port
        .answer({ requestId, revision, decision: 'continue', typed })
        .then((refused) => {
          if (refused !== null) setSaid({ about: shown, text: REFUSED[refused] });
        })
        .catch(() => setSaid({ about: shown, text: FAILED }));
    },
    [port, guard, requestId, revision, shown, saying],
  );
  return { saying, back, proceed };
}
