import { App } from '../../entrypoints/options/App.tsx';
import type { OptionsPort } from '../../entrypoints/options/port.ts';
import type { SettingsReply } from '../../lib/messages/index.ts';
import { patterns, replies } from '../../tests/fixtures/settings.ts';
import { record } from './record.ts';

function portFor(state: string): OptionsPort {
  const found = Object.entries(replies).find(([name]) => name === state)?.[1];
  let reply: SettingsReply = found ?? replies.own;
  return {
    version: '0.0.0',
    load: () => (state === 'lost' ? Promise.reject(new Error('No answer.')) : Promise.resolve(reply)),
    save(settings) {
      record(settings);
      reply = { ...reply, settings, damaged: false };
      return Promise.resolve(null);
    },
    probe: (_chainId, url) =>
      Promise.resolve(
        url.includes('one')
          ? { ok: true, ms: 84, detail: 'Chain 1, several questions in one request.' }
          : { ok: false, detail: 'It is on chain 5, not on chain 1.' },
      ),
    deleteData: (what) => Promise.resolve(record({ delete: what })),
    sites: () => Promise.resolve(patterns),
    protectEverySite: () => Promise.resolve(true),
  };
}

/** The options page with made-up data. */
export function OptionsPage({ state }: { state: string }) {
  return <App port={portFor(state)} />;
}
