import type { ReactNode } from 'react';

import { Button } from '../base/button.tsx';
import { unreachable } from '../base/unreachable.ts';
import { Host } from '../text/host.tsx';
import { SiteSign } from './site-sign.tsx';
import css from './status.module.css';
import { Switch } from './switch.tsx';

/** What holds for the page in front of the person. */
export type SiteState = 'on' | 'off' | 'reload' | 'unprotected' | 'no-access';

/** A reason why the page is not protected, and what to do about it. */
export type Reason = { readonly why: string; readonly what: string };

type Props = {
  readonly host: string | null;
  readonly state: SiteState;
  /** Shown where the page is not protected; worst first. */
  readonly reasons?: readonly Reason[];
  /** Whether a reload closes one of the gaps. */
  readonly reloads?: boolean;
  readonly onSwitch: (host: string, on: boolean) => void;
  readonly onAccess: (host: string) => void;
  readonly onReload: () => void;
};

function words(state: SiteState): { title: string; detail: string | null } {
  switch (state) {
    case 'on':
      return { title: 'Protected', detail: 'Restaking deposits are held until you decide.' };
    case 'off':
      return { title: 'Off for this site', detail: 'Nothing is held here. You switched it off.' };
    case 'reload':
      return { title: 'Not protected until you reload', detail: null };
    case 'unprotected':
      return { title: 'Not protected', detail: null };
    case 'no-access':
      return { title: 'Not a site we look at', detail: 'Nothing that this site asks for is held.' };
    default:
      return unreachable(state);
  }
}

type ActionProps = Omit<Props, 'host' | 'reasons'> & { readonly host: string };

function Action({ host, state, reloads, onSwitch, onAccess, onReload }: ActionProps): ReactNode {
  if (state === 'no-access') {
    return (
      <Button small onClick={() => onAccess(host)}>
        Protect this site
      </Button>
    );
  }
  if (state === 'reload' || reloads === true) {
    return (
      <Button small look="main" onClick={onReload}>
        Reload
      </Button>
    );
  }
  return (
    <Switch on={state !== 'off'} label={`Slashlight on ${host}`} onChange={(on) => onSwitch(host, on)} />
  );
}

function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  return (
    <ul className={css.reasons}>
      {reasons.map(({ why, what }) => (
        <li key={why}>
          {why} <strong>{what}</strong>
        </li>
      ))}
    </ul>
  );
}

/** The status of this site, with the one thing that can be done about it. */
export function SiteStatus({ host, state, reasons = [], ...on }: Props) {
  if (host === null) {
    return (
      <section className={css.site} aria-label="This page">
        <SiteSign state="no-access" />
        <div className={css.siteWords}>
          <p className={css.siteTitle}>Not a site we look at</p>
          <p className={css.small}>Slashlight cannot look at this page.</p>
        </div>
      </section>
    );
  }
  const { title, detail } = words(state);
  return (
    <section className={css.site} aria-label="This site">
      <SiteSign state={state} />
      <div className={css.siteWords}>
        <output className={css.siteTitle}>{title}</output>
        <p>
          <Host host={host} />
        </p>
        {detail !== null && <p className={css.small}>{detail}</p>}
      </div>
      <Action {...on} state={state} host={host} />
      {detail === null && reasons.length > 0 && <Reasons reasons={reasons} />}
    </section>
  );
}
