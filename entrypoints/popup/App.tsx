import { useCallback, useEffect, useState } from 'react';

import { useNow } from '../../components/base/use-now.ts';
import type { PopupStatus } from '../../lib/messages/index.ts';
import { PopupLost, PopupScreen } from './popup-screen.tsx';
import type { PopupPort } from './port.ts';

/** Short enough that access taken away elsewhere shows within a second. */
const ASK_AGAIN_MS = 800;

/** The toolbar popup: what holds for this site now, and the last checks. */
export function App({ port }: { port: PopupPort }) {
  const [status, setStatus] = useState<PopupStatus | 'opening' | 'lost'>('opening');
  const now = useNow();
  const refresh = useCallback(() => {
    port.status().then(setStatus, () => setStatus('lost'));
  }, [port]);
  useEffect(() => {
    refresh();
    const timer = setInterval(refresh, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [refresh]);
  const then = (work: Promise<unknown>) => void work.then(refresh, () => setStatus('lost'));
  if (status === 'opening') return null;
  if (status === 'lost') return <PopupLost onOptions={() => port.openOptions()} onRetry={refresh} />;
  return (
    <PopupScreen
      status={status}
      now={now}
      onSwitch={(host, on) => then(port.switchSite(host, on))}
      onShow={() => then(port.showReview())}
      onAccess={(host) => then(port.requestAccess(host))}
      onReload={() => then(port.reloadTab())}
      onOptions={() => port.openOptions()}
    />
  );
}
