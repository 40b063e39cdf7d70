import { App } from '../../entrypoints/popup/App.tsx';
import type { PopupPort } from '../../entrypoints/popup/port.ts';
import type { PopupStatus } from '../../lib/messages/index.ts';
import { statuses } from '../../tests/fixtures/statuses.ts';
import { NOW } from '../../tests/fixtures/views.ts';
import { record } from './record.ts';

function fresh(status: PopupStatus): PopupStatus {
  const by = Date.now() - NOW;
  const later = <T extends { readonly at: number }>(row: T): T => ({ ...row, at: row.at + by });
  return { ...status, checks: status.checks.map(later), lines: status.lines.map(later) };
}

function portFor(state: string): PopupPort {
  const found = Object.entries(statuses).find(([name]) => name === state)?.[1];
  let status = fresh(found ?? statuses.on);
  return {
    status: () => (state === 'lost' ? Promise.reject(new Error('No answer.')) : Promise.resolve(status)),
    switchSite(host, on) {
      status = { ...status, state: on ? 'on' : 'off' };
      record({ host, on });
      return Promise.resolve();
    },
    showReview: () => Promise.resolve(record('show')),
    requestAccess(host) {
      record({ access: host });
      status = { ...status, state: 'reload' };
      return Promise.resolve(true);
    },
    reloadTab: () => Promise.resolve(record('reload')),
    openOptions: () => record('options'),
  };
}

/** The toolbar popup with made-up data. */
export function PopupPage({ state }: { state: string }) {
  return <App port={portFor(state)} />;
}
