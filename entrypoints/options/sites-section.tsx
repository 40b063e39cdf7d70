import { useCallback, useEffect, useState } from 'react';

import { Button } from '../../components/base/button.tsx';
import { Notice } from '../../components/base/notice.tsx';
import { SiteList } from '../../components/settings/site-list.tsx';
import type { Settings } from '../../lib/messages/index.ts';
import css from './options.module.css';
import type { OptionsPort } from './port.ts';
import { withSite } from './settings.ts';
import { domainsOf, everySite } from './site-patterns.ts';

type Props = {
  readonly port: OptionsPort;
  readonly settings: Settings;
  readonly onSave: (settings: Settings) => void;
};

/** Where Slashlight is on, and the switch for each site. */
export function SitesSection({ port, settings, onSave }: Props) {
  const [patterns, setPatterns] = useState<readonly string[] | null>(null);
  const look = useCallback(() => {
    port.sites().then(setPatterns, () => setPatterns([]));
  }, [port]);
  useEffect(look, [look]);
  if (patterns === null) return null;
  const every = everySite(patterns);
  const ask = () => void port.protectEverySite().then(look, look);
  return (
    <>
      {every ? (
        <p className={css.intro}>Slashlight is on for every site but those switched off here.</p>
      ) : (
        <Notice action={<Button onClick={ask}>Protect every site</Button>}>
          <p>
            Slashlight is on for the sites below. A deposit asked for by another site is not held, unless you
            protect every site.
          </p>
        </Notice>
      )}
      <p className={css.intro}>To switch one site off, open the toolbar popup while you are on it.</p>
      <SiteList
        domains={domainsOf(patterns)}
        off={settings.sitesOff}
        onSwitch={(host, on) => onSave(withSite(settings, host, on))}
      />
    </>
  );
}
