import { type Held, isOpen, refuseContinue } from '../../decide/index.ts';
import type { HoldAsk, MessageOf, Replies, ReviewView } from '../../messages/index.ts';
import { admit, type Admission, sameAsker, triaged } from './admit.ts';
import type { Asker, HoldingDeps } from './deps.ts';
import { type Desk, makeDesk } from './desk.ts';
import { makeLife, pickUp } from './life.ts';
import { makeRuns } from './runs.ts';
import { makeSerial } from './serial.ts';
import { makeShelf } from './shelf.ts';

export type Holder = {
  /** Once, at the worker's start: picks up what an earlier worker held. */
  readonly start: () => Promise<void>;
  readonly ask: (message: HoldAsk, asker: Asker) => Promise<Replies['hold/ask']>;
  readonly cancel: (id: string, asker: Asker) => Promise<void>;
  readonly open: (windowId: number) => Promise<ReviewView | null>;
  readonly answer: (
    message: MessageOf<'review/answer'>,
    windowId: number,
  ) => Promise<Replies['review/answer']>;
  readonly retry: (id: string) => Promise<boolean>;
  readonly windowClosed: (windowId: number) => Promise<void>;
  readonly tabClosed: (tabId: number) => Promise<void>;
  /** A tab is loading something: does each document that asked still wait? */
  readonly tabLoading: (tabId: number) => Promise<void>;
  readonly showReview: () => Promise<boolean>;
  readonly status: () => Promise<{ readonly held: number; readonly windowMissing: boolean }>;
};

/** A request that is being looked at and is not put down yet. */
type Look = {
  readonly id: string;
  readonly asker: Asker;
  /** Its document gave it up, or its tab was closed. */
  left: boolean;
  /** Its tab loads something: its document may be gone. */
  moved: boolean;
};

/**
 * Holds requests until a person decides. Everything runs one after the other; whatever fails leaves a request held
 * or refused, never forwarded.
 */
export function makeHolder(deps: HoldingDeps): Holder {
  const serial = makeSerial();
  const shelf = makeShelf(deps.store);
  const runs = makeRuns(deps, (id) => {
    if (shelf.open()[0]?.id === id) desk.show();
  });
  const desk: Desk = makeDesk(deps, shelf, runs, serial);
  const life = makeLife(deps, shelf, desk, runs);
  const looks = new Set<Look>();
  const sweep = (): void => {
    const next = shelf.open()[0];
    if (next === undefined) return;
    deps.later(
      () => void serial(() => life.expire().then(sweep)),
      Math.max(0, next.expiresAt - deps.now()) + 50,
    );
  };
  /** Tabs are watched while something waits there. */
  const watch = (): void => deps.watch(shelf.open().length > 0 || looks.size > 0);
  /** One piece of work, after all that was asked before, on records none of which is past its time. */
  const turn = <T>(work: () => Promise<T>): Promise<T> =>
    serial(async () => {
      await life.expire();
      const result = await work();
      watch();
      return result;
    });

  const endIfLeft = async (held: Held): Promise<void> => {
    if (!(await deps.stillWaits(held))) await life.end(held, 'leave');
  };
  const putDown = async (
    message: HoldAsk,
    look: Look,
    found: Admission['found'],
  ): Promise<Replies['hold/ask']> => {
    const { asker, left, moved } = look;
    looks.delete(look);
    if (left) return { id: message.id, v: 'busy' }; // nobody waits for it any more, so no window asks about it
    await life.checkWindow();
    const reply = await admit(deps, shelf, { message, asker, found });
    if (reply.v === 'held') {
      const held = shelf.get(message.id);
      if (moved && held !== undefined) await endIfLeft(held);
      const head = shelf.open()[0];
      if (head !== undefined) runs.of(head); // reading starts while the window is still opening
      await desk.tidy();
    }
    if (shelf.open().length === 1) sweep();
    return reply;
  };

  return {
    start: () =>
      serial(async () => {
        await shelf.load();
        await life.expire();
        await pickUp(deps, shelf, desk, life);
        watch();
        sweep();
      }),
    ask: async (message, asker) => {
      const look: Look = { id: message.id, asker, left: false, moved: false };
      looks.add(look);
      watch();
      try {
        const known = await serial(async () => shelf.get(message.id) !== undefined);
        const found = known ? null : await triaged(deps, message, asker);
        return await turn(() => putDown(message, look, found));
      } finally {
        if (looks.delete(look)) watch();
      }
    },
    cancel: (id, asker) =>
      turn(async () => {
        for (const look of looks) look.left ||= look.id === id && sameAsker(look.asker, asker);
        const held = shelf.get(id);
        if (held !== undefined && sameAsker(held, asker)) await life.end(held, 'leave');
      }),
    open: (windowId) =>
      turn(async () => {
        const head = shelf.open()[0];
        if (head === undefined || !(await desk.adopt(windowId))) return null;
        await shelf.step(head, 'show');
        return desk.view(head);
      }),
    answer: (message, windowId) =>
      turn(async () => {
        const head = shelf.open()[0];
        if (head === undefined || head.id !== message.requestId) return { ok: false, why: 'ended' };
        if (!(await desk.adopt(windowId))) return { ok: false, why: 'changed' };
        const standing = runs.peek(head.id);
        if (message.v === 'continue') {
          const why = refuseContinue(standing, message, deps.now());
          if (why === 'stale') runs.restart(head, 'stale');
          if (why === 'stale' || why === 'changed') desk.show();
          if (why !== null) return { ok: false, why };
        }
        try {
          await life.end(await shelf.step(head, 'show'), message.v);
        } catch {
          return { ok: false, why: 'changed' }; // could not be written down, so it did not happen
        }
        return { ok: true };
      }),
    retry: (id) =>
      turn(async () => {
        const held = shelf.get(id);
        if (held === undefined || !isOpen(held)) return false;
        runs.restart(held, 'loading');
        desk.show();
        return true;
      }),
    windowClosed: (windowId) =>
      turn(async () => {
        if (shelf.meta().windowId === windowId) await life.closeWindow();
      }),
    tabClosed: (tabId) =>
      turn(async () => {
        for (const look of looks) look.left ||= look.asker.tabId === tabId;
        for (const held of shelf.open()) if (held.tabId === tabId) await life.end(held, 'leave');
      }),
    tabLoading: (tabId) =>
      turn(async () => {
        for (const look of looks) look.moved ||= look.asker.tabId === tabId;
        for (const held of shelf.open()) if (held.tabId === tabId) await endIfLeft(held);
      }),
    showReview: () => turn(() => desk.focus()),
    status: () => turn(() => Promise.resolve({ held: shelf.open().length, windowMissing: desk.missing() })),
  };
}
