import type { Held } from '../../decide/index.ts';
import type { ReviewView } from '../../messages/index.ts';
import type { HoldingDeps } from './deps.ts';
import type { Runs } from './runs.ts';
import type { Serial } from './serial.ts';
import type { Shelf } from './shelf.ts';
import { viewOf } from './view.ts';

/** The one review window and what lies in it: always the oldest request that waits. */
export type Desk = {
  /** Sees to it that a window stands while something waits, and that it shows the right thing. */
  readonly tidy: () => Promise<void>;
  /** A review page says where it stands. False: it is not the one. */
  readonly adopt: (windowId: number) => Promise<boolean>;
  readonly view: (held: Held) => ReviewView;
  readonly show: () => void;
  readonly focus: () => Promise<boolean>;
  /** One request has ended: the counter of the window goes on. */
  readonly ended: () => void;
  readonly gone: () => Promise<void>;
  readonly missing: () => boolean;
};

/** How long an empty window stays, so that a page which asks again at once gets the same one. */
const LINGER_MS = 700;

/** All calls must come one after the other, by `serial`. */
export function makeDesk(deps: HoldingDeps, shelf: Shelf, runs: Runs, serial: Serial): Desk {
  let finished = 0;
  let missing = false;
  const needAttention = (needed: boolean): void => {
    if (missing !== needed) deps.attention(needed);
    missing = needed;
  };
  const setWindow = async (windowId: number | null): Promise<void> => {
    await shelf.setWindow(windowId).catch(() => undefined); // a full store: the page reports its window itself
  };

  const view = (held: Held): ReviewView => {
    const open = shelf.open();
    const position = finished + open.findIndex((one) => one.id === held.id) + 1;
    return viewOf(held, runs.of(held), { position, total: finished + open.length });
  };
  const show = (): void => {
    const { windowId } = shelf.meta();
    const head = shelf.open()[0];
    if (windowId !== null && head !== undefined) deps.push(windowId, view(head));
  };
  const closeIfEmpty = async (): Promise<void> => {
    const { windowId } = shelf.meta();
    if (windowId === null || shelf.open().length > 0) return;
    await setWindow(null);
    finished = 0;
    deps.push(windowId, null);
    await deps.windows.close(windowId);
  };
  const open = async (): Promise<void> => {
    const windowId = await deps.windows.open();
    if (windowId !== null) await setWindow(windowId);
    needAttention(windowId === null);
  };

  return {
    view,
    show,
    tidy: async () => {
      const { windowId } = shelf.meta();
      if (shelf.open().length === 0) {
        needAttention(false);
        if (windowId !== null) deps.later(() => void serial(closeIfEmpty), LINGER_MS);
      } else if (windowId !== null && (await deps.windows.exists(windowId))) show();
      else await open();
    },
    adopt: async (windowId) => {
      const known = shelf.meta().windowId;
      if (known !== null && known !== windowId && (await deps.windows.exists(known))) return false;
      await setWindow(windowId);
      needAttention(false);
      return true;
    },
    focus: async () => {
      const { windowId } = shelf.meta();
      if (shelf.open().length === 0) return false;
      if (windowId === null || !(await deps.windows.exists(windowId))) await open();
      else await deps.windows.focus(windowId);
      return !missing;
    },
    ended: () => {
      finished += 1;
    },
    gone: async () => {
      finished = 0;
      await setWindow(null);
    },
    missing: () => missing,
  };
}
