import { type Held, type HeldEvent, isOpen } from '../../decide/index.ts';
import type { HoldingDeps } from './deps.ts';
import type { Desk } from './desk.ts';
import { checkRow } from './row.ts';
import type { Runs } from './runs.ts';
import type { Shelf } from './shelf.ts';

export type Life = {
  readonly end: (held: Held, event: HeldEvent) => Promise<void>;
  readonly expire: () => Promise<void>;
  readonly closeWindow: () => Promise<void>;
  /** Ends what waited in a window that is gone without our having heard of it. */
  readonly checkWindow: () => Promise<void>;
  readonly redeliver: (held: Held) => Promise<void>;
};

/** How requests end, whatever ends them: mark it, tell the page, write it down, go on to the next. */
export function makeLife(deps: HoldingDeps, shelf: Shelf, desk: Desk, runs: Runs): Life {
  const redeliver = async (held: Held): Promise<void> => {
    const taken = await deps.deliver(held, held.decision ?? 'deny');
    if (taken || held.expiresAt <= deps.now() || held.state === 'lapsed') await shelf.drop(held.id);
  };
  const finish = async (held: Held, event: HeldEvent): Promise<boolean> => {
    const ended = await shelf.step(held, event);
    if (isOpen(ended)) return false;
    if (!ended.incognito) deps.remember(checkRow(ended, runs.peek(ended.id)?.view ?? null, deps.now()));
    runs.stop(ended.id);
    desk.ended();
    if (event === 'back') await shelf.addBack(ended.hash, deps.now()).catch(() => undefined); // counting repeats is a courtesy
    await redeliver(ended);
    return true;
  };
  const end = async (held: Held, event: HeldEvent): Promise<void> => {
    if (await finish(held, event)) await desk.tidy();
  };
  const closeWindow = async (): Promise<void> => {
    await desk.gone();
    for (const held of shelf.open()) await finish(held, 'close');
  };
  return {
    end,
    closeWindow,
    checkWindow: async () => {
      const { windowId } = shelf.meta();
      if (shelf.open().length > 0 && windowId !== null && !(await deps.windows.exists(windowId)))
        await closeWindow();
    },
    redeliver,
    expire: async () => {
      const late = shelf.open().filter((held) => held.expiresAt <= deps.now());
      for (const held of late) await finish(held, 'expire');
      if (late.length > 0) await desk.tidy();
      for (const held of shelf.all())
        if (!isOpen(held) && held.expiresAt <= deps.now()) await shelf.drop(held.id);
    },
  };
}

/** After a worker's death: decisions that may not have arrived go out again, and each request finds its window or lapses. */
export async function pickUp(deps: HoldingDeps, shelf: Shelf, desk: Desk, life: Life): Promise<void> {
  for (const held of shelf.all()) if (!isOpen(held)) await life.redeliver(held);
  const { windowId } = shelf.meta();
  if (windowId !== null && (await deps.windows.exists(windowId))) {
    await desk.tidy();
    return;
  }
  if (windowId !== null) await life.closeWindow();
  if (shelf.open().length === 0) return;
  // Killed between opening the window and writing its id down: the page that stands open is the one.
  const found = await deps.windows.find();
  if (found !== null) await desk.adopt(found);
  for (const held of shelf.open())
    if (found === null && held.state === 'shown') await life.end(held, 'close');
  if (shelf.open().length > 0) await desk.tidy();
}
