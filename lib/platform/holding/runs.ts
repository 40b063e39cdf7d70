import type { Held, Standing } from '../../decide/index.ts';
import type { CheckedView } from '../../messages/index.ts';
import type { HoldingDeps } from './deps.ts';

/** One check that runs or has ended, with what is to be shown of it. */
export type Run = Standing & { readonly id: string; readonly view: CheckedView };

export type Runs = {
  /** The check of a request; starts one where none runs. */
  readonly of: (held: Held) => Run;
  readonly peek: (id: string) => Run | null;
  /** Starts over: what stood there before is void. */
  readonly restart: (held: Held, state: CheckedView['state']) => Run;
  readonly stop: (id: string) => void;
};

const nothing: CheckedView = {
  state: 'loading',
  detail: null,
  deposits: [],
  notes: [],
  overall: null,
  sources: [],
  stillReading: [],
  block: null,
  readAt: null,
};

/**
 * Keeps the checks of held requests in memory: after a worker's death they are simply made again.
 * A revision is new whenever what is said has changed; that a source replied is no change. Revisions follow the clock,
 * so that a new worker never gives one that was used before.
 */
export function makeRuns(deps: Pick<HoldingDeps, 'check' | 'now'>, changed: (id: string) => void): Runs {
  const runs = new Map<string, { run: Run; readonly stop: AbortController }>();
  let lastRevision = 0;
  const nextRevision = (): number => (lastRevision = Math.max(lastRevision + 1, deps.now()));

  const start = (held: Held, state: CheckedView['state']): Run => {
    runs.get(held.id)?.stop.abort();
    const stop = new AbortController();
    const view = { ...nothing, state };
    const run: Run = {
      id: held.id,
      view,
      revision: nextRevision(),
      final: false,
      finishedAt: null,
      override: null,
    };
    const entry = { run, stop };
    runs.set(held.id, entry);
    const update = (next: CheckedView, final: boolean): void => {
      if (stop.signal.aborted || entry.run.final) return;
      entry.run = {
        id: held.id,
        view: next,
        revision: saysTheSame(entry.run, next, final) ? entry.run.revision : nextRevision(),
        final,
        finishedAt: final ? deps.now() : null,
        override: next.overall?.override ?? null,
      };
      changed(held.id);
    };
    finish(deps, held, stop.signal, update);
    return run;
  };

  return {
    of: (held) => runs.get(held.id)?.run ?? start(held, 'loading'),
    peek: (id) => runs.get(id)?.run ?? null,
    restart: start,
    stop: (id) => {
      runs.get(id)?.stop.abort();
      runs.delete(id);
    },
  };
}

function finish(
  deps: Pick<HoldingDeps, 'check'>,
  held: Held,
  signal: AbortSignal,
  update: (view: CheckedView, final: boolean) => void,
): void {
  // Wrapped, so that a check which throws at once ends like one that rejects.
  const checked = Promise.resolve().then(() => deps.check(held, (view) => update(view, false), signal));
  checked.then(
    (view) => update(view, true),
    (error: unknown) => {
      const detail =
        error instanceof Error ? error.message : 'The check stopped for a reason it did not name.';
      update({ ...nothing, state: 'error', detail }, true);
    },
  );
}

/** Whether the person would read the same: then neither the guard restarts nor an answer is void. */
function saysTheSame(before: Run, next: CheckedView, final: boolean): boolean {
  return before.final === final && said(before.view) === said(next);
}

function said({ state, overall, deposits, notes }: CheckedView): string {
  return JSON.stringify([state, overall, deposits, notes]);
}
