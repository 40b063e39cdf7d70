import type { ReactNode } from 'react';

import { Button } from '../base/button.tsx';
import { unreachable } from '../base/unreachable.ts';
import { Host } from '../text/host.tsx';
import { SiteSign } from './site-sign.tsx';
import css from './status.module.css';
import { Switch } from './switch.tsx';

/** What holds for the page in front of the person. */
export type SiteState = 'on' | 'off' | 'reload' | 'unprotected' | 'no-access';

type Props = {
  readonly host: string | null;
  readonly state: SiteState;
  readonly onSwitch: (host: string, on: boolean) => void;
  readonly onAccess: (host: string) => void;
  readonly onReload: () => void;
};

function words(state: SiteState): { title: string; detail: string } {
  switch (state) {
    case 'on':
      return { title: 'On for this site', detail: 'Restaking deposits are held until you decide.' };
    case 'off':
      return { title: 'Off for this site', detail: 'Nothing is held here. You switched it off.' };
    case 'reload':
      return { title: 'Reload to protect this page', detail: 'The page was open before Slashlight was.' };
    case 'unprotected':
      return { title: 'This page is not protected', detail: 'A wallet on this page cannot be held back.' };
    case 'no-access':
      return { title: 'Not on for this site', detail: 'Slashlight may not look at this site.' };
    default:
      return unreachable(state);
  }
}

function Action({ host, state, onSwitch, onAccess, onReload }: Props & { readonly host: string }): ReactNode {
  if (state === 'no-access') {
    return (
      <Button small onClick={() => onAccess(host)}>
        Protect this site
      </Button>
    );
  }
  if (state === 'reload') {
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

/** The status of this site, with the one thing that can be done about it. */
export function SiteStatus(props: Props) {
  const { host, state } = props;
  if (host === null) {
    return (
      <section className={css.site} aria-label="This page">
        <SiteSign state="no-access" />
        <div className={css.siteWords}>
          <p className={css.siteTitle}>No site here</p>
          <p className={css.small}>This page is not one that Slashlight can look at.</p>
        </div>
      </section>
    );
  }
  const { title, detail } = words(state);
  return (
    <section className={css.site} aria-label="This site">
      <SiteSign state={state} />
      <div className={css.siteWords}>
        <p className={css.siteTitle}>{title}</p>
        <p>
          <Host host={host} />
        </p>
        <p className={css.small}>{detail}</p>
      </div>
      <Action {...props} host={host} />
    </section>
  );
}
