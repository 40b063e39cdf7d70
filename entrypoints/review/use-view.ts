import { useCallback, useEffect, useState } from 'react';

import type { ReviewView } from '../../lib/messages/index.ts';
import type { ReviewPort } from './port.ts';

/** While reads are under way the background is asked again this often, which also keeps it awake. */
const ASK_AGAIN_MS = 2000;

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
  useEffect(() => {
    const leave = port.watch(show);
    reopen();
    return leave;
  }, [port, show, reopen]);
  const asking = typeof shown !== 'string' && shown.state === 'loading';
  useEffect(() => {
    if (!asking) return undefined;
    const timer = setInterval(reopen, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [asking, reopen]);
  return { shown, reopen };
}
