import { Notice } from '../../components/base/notice.tsx';
import { Button } from '../../components/base/button.tsx';
import type { SettingsReply } from '../../lib/messages/index.ts';
import { About } from './about.tsx';
import { DataSection } from './data-section.tsx';
import { LimitsSection } from './limits-section.tsx';
import { OptionsFrame } from './options-frame.tsx';
import type { OptionsPort } from './port.ts';
import { limitsOf, withLimits } from './settings.ts';
import { SitesSection } from './sites-section.tsx';
import { SourcesSection } from './sources-section.tsx';
import { type Stored, useSettings } from './use-settings.ts';
import { useSection } from './use-section.ts';

type Props = { readonly port: OptionsPort; readonly stored: Stored; readonly reply: SettingsReply };

function Section({ port, stored, reply }: Props) {
  const section = useSection();
  const { settings } = reply;
  const { save } = stored;
  switch (section) {
    case 'sources':
      return (
        <SourcesSection reply={reply} probe={(chainId, url) => port.probe(chainId, url)} onSave={save} />
      );
    case 'sites':
      return <SitesSection port={port} settings={settings} onSave={save} />;
    case 'data':
      return <DataSection port={port} onDone={stored.reload} />;
    case 'about':
      return <About version={port.version} />;
    default:
      return (
        <LimitsSection
          key={JSON.stringify([settings.limits, settings.guesses])}
          saved={{ limits: limitsOf(settings), guesses: settings.guesses }}
          unsaved={reply.damaged}
          onSave={({ limits, guesses }) => save({ ...withLimits(settings, limits), guesses })}
        />
      );
  }
}

/** The options tab: everything that a person can set, one section at a time. */
export function App({ port }: { port: OptionsPort }) {
  const stored = useSettings(port);
  const { reply, said } = stored;
  return (
    <OptionsFrame said={said}>
      {reply === 'lost' && (
        <Notice tone="warn" action={<Button onClick={stored.reload}>Try again</Button>}>
          <p>Slashlight does not answer. Nothing was changed.</p>
        </Notice>
      )}
      {typeof reply !== 'string' && (
        <>
          {reply.damaged && (
            <Notice tone="warn">
              <p>Your settings could not be read. The Careful preset is on until you save new ones.</p>
            </Notice>
          )}
          <Section port={port} stored={stored} reply={reply} />
        </>
      )}
    </OptionsFrame>
  );
}
