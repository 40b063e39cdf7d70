import { type Held, type HeldEvent, step, waiting, withBack } from '../../decide/index.ts';
import type { HeldStore, Meta } from './deps.ts';

/** The held requests: in memory for reading, written through to the session store before anything counts. */
export type Shelf = {
  readonly load: () => Promise<void>;
  readonly get: (id: string) => Held | undefined;
  readonly all: () => readonly Held[];
  /** Those that wait for a person, oldest first. */
  readonly open: () => readonly Held[];
  readonly add: (held: Held) => Promise<void>;
  /** Takes the step of the table. The record as it then stands. Rejects where an approval could not be written. */
  readonly step: (held: Held, event: HeldEvent) => Promise<Held>;
  readonly drop: (id: string) => Promise<void>;
  readonly meta: () => Meta;
  readonly setWindow: (windowId: number | null) => Promise<void>;
  readonly addBack: (hash: string, now: number) => Promise<void>;
};

/** A shelf over a store. `load` first. A request that cannot be written is not taken: `add` rejects. */
export function makeShelf(store: HeldStore): Shelf {
  const records = new Map<string, Held>();
  let meta: Meta = { windowId: null, backs: [] };
  const setMeta = async (next: Meta): Promise<void> => {
    meta = next; // known to this worker even where the store is full
    await store.setMeta(next);
  };
  return {
    load: async () => {
      const found = await store.load();
      for (const held of found.held) records.set(held.id, held);
      meta = found.meta;
    },
    get: (id) => records.get(id),
    all: () => [...records.values()],
    open: () => waiting(records.values()),
    add: async (held) => {
      await store.add(held);
      records.set(held.id, held);
    },
    step: async (held, event) => {
      const next = step(held, event);
      if (next.state === held.state) return held;
      const changed: Held = { ...held, ...next };
      try {
        await store.mark(changed);
      } catch (error) {
        // A refusal holds even where it cannot be written; an approval that would not outlive the worker does not.
        if (next.decision === 'allow') throw error;
      }
      records.set(held.id, changed);
      return changed;
    },
    drop: async (id) => {
      records.delete(id);
      await store.drop(id);
    },
    meta: () => meta,
    setWindow: async (windowId) => {
      if (meta.windowId !== windowId) await setMeta({ ...meta, windowId });
    },
    addBack: (hash, now) => setMeta({ ...meta, backs: withBack(meta.backs, hash, now) }),
  };
}
