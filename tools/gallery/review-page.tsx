import { App } from '../../entrypoints/review/App.tsx';
import type { ReviewPort } from '../../entrypoints/review/port.ts';
import { NOW, viewNamed, views } from '../../tests/fixtures/views.ts';
import { record } from './record.ts';

/** Moves a fixture's times to the clock of this machine, so that ages read as they were meant. */
function fresh(name: string) {
  const view = viewNamed(name) ?? views.loading;
  const by = Date.now() - NOW;
  return { ...view, readAt: view.readAt === null ? null : view.readAt + by, expiresAt: view.expiresAt + by };
}

/** A stand-in for the background: one view, another on demand, and a record of what was answered. */
function portFor(name: string): ReviewPort {
  return {
    open: () => Promise.resolve(fresh(name)),
    watch(show) {
      const change = (event: Event) => {
        if (event instanceof CustomEvent) show(fresh(String(event.detail)));
      };
      document.addEventListener('gallery:view', change);
      return () => document.removeEventListener('gallery:view', change);
    },
    answer(choice) {
      record(choice);
      return Promise.resolve(null);
    },
    retry(requestId) {
      record({ retry: requestId });
      return Promise.resolve();
    },
    openOptions: () => record('options'),
    close: () => record('close'),
  };
}

/** The review window with made-up data. */
export function ReviewPage({ state }: { state: string }) {
  return <App port={portFor(state)} />;
}
