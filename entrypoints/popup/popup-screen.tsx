import { Button } from '../../components/base/button.tsx';
import { Notice } from '../../components/base/notice.tsx';
import { CheckList } from '../../components/status/check-list.tsx';
import { EmptyState } from '../../components/status/empty-state.tsx';
import { SiteStatus } from '../../components/status/site-status.tsx';
import type { PopupStatus } from '../../lib/messages/index.ts';
import { pageOf } from './page.ts';
import { PopupFrame } from './popup-frame.tsx';
import css from './popup.module.css';
import { SeenLines } from './seen-lines.tsx';

type Props = {
  readonly status: PopupStatus;
  readonly now: number;
  readonly onSwitch: (host: string, on: boolean) => void;
  readonly onShow: () => void;
  readonly onAccess: (host: string) => void;
  readonly onReload: () => void;
  readonly onOptions: () => void;
};

/** How many past checks fit without scrolling much. */
const SHOWN = 5;

function Held({ held, missing, onShow }: { held: number; missing: boolean; onShow: () => void }) {
  if (held === 0) return null;
  const words = held === 1 ? '1 request waits for you.' : `${String(held)} requests wait for you.`;
  return (
    <Notice
      tone="warn"
      action={
        <Button small look="main" onClick={onShow}>
          Show
        </Button>
      }
    >
      <p>
        {words}
        {missing && ' Its window could not be opened.'}
      </p>
    </Notice>
  );
}

/** Everything the popup shows for one status. */
export function PopupScreen({ status, now, ...on }: Props) {
  const { host, checks, lines } = status;
  return (
    <PopupFrame onOptions={on.onOptions}>
      {status.settingsDamaged && (
        <Notice tone="warn">
          <p>Your settings could not be read. The Careful preset is on.</p>
        </Notice>
      )}
      <Held held={status.held} missing={status.windowMissing} onShow={on.onShow} />
      <SiteStatus
        host={host}
        {...pageOf(status)}
        onSwitch={on.onSwitch}
        onAccess={on.onAccess}
        onReload={on.onReload}
      />
      <section className={css.part}>
        <h2>Last checks</h2>
        {checks.length === 0 ? (
          <EmptyState title="No checks yet">
            A check opens by itself when a site asks your wallet for a restaking deposit.
          </EmptyState>
        ) : (
          <CheckList checks={checks.slice(0, SHOWN)} now={now} />
        )}
      </section>
      <SeenLines lines={lines} now={now} />
    </PopupFrame>
  );
}

/** The background does not answer: say so, since nothing is known about this page. */
export function PopupLost({ onOptions, onRetry }: { onOptions: () => void; onRetry: () => void }) {
  return (
    <PopupFrame onOptions={onOptions}>
      <Notice
        tone="warn"
        action={
          <Button small onClick={onRetry}>
            Try again
          </Button>
        }
      >
        <p>Slashlight does not answer. We do not know if this page is protected.</p>
      </Notice>
    </PopupFrame>
  );
}
