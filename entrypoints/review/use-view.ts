import { useCallback, useEffect, useState } from 'react';

import type { ReviewView } from '../../lib/messages/index.ts';
import type { ReviewPort } from './port.ts';

/** While reads are under way the background is asked again this often, which also keeps it awake. */
const ASK_AGAIN_MS = 2000;
/**
 * And this often at any other time: a background that died at the wrong moment has forgotten to close this window, so
 * the page itself finds out that nothing waits any more. The page that asked wakes the background as often.
 */
const STILL_MS = 5000;
/** A page that asks again at once is given the same window: one that stands empty asks once more before it closes. */
const LINGER_MS = 1000;

/** What there is to show: a view, nothing yet, or no way to the background. */
export type Shown = ReviewView | 'opening' | 'lost';

/** Whether a view may take the place of the one on screen: an answer that comes late must not. */
function newer(view: ReviewView, shown: Shown): boolean {
  if (typeof shown === 'string' || shown.requestId !== view.requestId) return true;
  return view.revision >= shown.revision;
}

/** Keeps up with what the background says; where nothing waits any more, the window closes. */
export function useView(port: ReviewPort): { shown: Shown; reopen: () => void } {
  const [shown, setShown] = useState<Shown>('opening');
  const show = useCallback(
    (view: ReviewView | null) => {
      if (view === null) port.close();
      else setShown((before) => (newer(view, before) ? view : before));
    },
    [port],
  );
  const reopen = useCallback(() => {
    port.open().then(show, () => setShown((before) => (typeof before === 'string' ? 'lost' : before)));
  }, [port, show]);
  const askAgain = useCallback(() => {
    const later = (view: ReviewView | null) => {
      if (view === null) setTimeout(reopen, LINGER_MS);
      else show(view);
    };
    port.open().then(later, () => undefined); // the next time may be better
  }, [port, show, reopen]);
  useEffect(() => {
    const leave = port.watch(show);
    reopen();
    return leave;
  }, [port, show, reopen]);
  const asking = typeof shown !== 'string' && shown.state === 'loading';
  useEffect(() => {
    const timer = setInterval(askAgain, asking ? ASK_AGAIN_MS : STILL_MS);
    return () => clearInterval(timer);
  }, [asking, askAgain]);
  return { shown, reopen };
}
