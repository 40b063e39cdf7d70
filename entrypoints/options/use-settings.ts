import { useCallback, useEffect, useState } from 'react';

import type { Settings, SettingsReply } from '../../lib/messages/index.ts';
import type { OptionsPort } from './port.ts';

/** Settings as they are stored, and what came of the last change. */
export type Stored = {
  readonly reply: SettingsReply | 'opening' | 'lost';
  readonly said: { readonly tone: 'plain' | 'stop'; readonly text: string } | null;
  readonly save: (settings: Settings) => void;
  readonly reload: () => void;
};

/** Loads the settings and saves them; a refused change leaves everything as it was and says why. */
export function useSettings(port: OptionsPort): Stored {
  const [reply, setReply] = useState<Stored['reply']>('opening');
  const [said, setSaid] = useState<Stored['said']>(null);
  const reload = useCallback(() => {
    port.load().then(setReply, () => setReply('lost'));
  }, [port]);
  useEffect(reload, [reload]);
  const save = useCallback(
    (settings: Settings) => {
      port
        .save(settings)
        .then((why) => {
          setSaid(
            why === null ? { tone: 'plain', text: 'Saved.' } : { tone: 'stop', text: `Not saved: ${why}` },
          );
          reload();
        })
        .catch(() => setSaid({ tone: 'stop', text: 'Not saved: Slashlight did not answer. Try again.' }));
    },
    [port, reload],
  );
  return { reply, said, save, reload };
}
