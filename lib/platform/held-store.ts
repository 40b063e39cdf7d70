import * as z from 'zod/mini';
import { browser } from 'wxt/browser';

import type { Held } from '../decide/index.ts';
import type { HeldStore, Meta } from './holding/deps.ts';

const text = z.string();
const count = z.number().check(z.int(), z.nonnegative());
const mark = z.object({
  state: z.enum(['asked', 'shown', 'answered', 'lapsed']),
  decision: z.nullable(z.enum(['allow', 'deny'])),
});
const record = z.object({
  id: z.uuid(),
  tabId: z.number(),
  frameId: z.number(),
  documentId: z.nullable(text),
  origin: text,
  topOrigin: text,
  incognito: z.boolean(),
  method: text,
  params: text,
  hash: text,
  account: z.nullable(text),
  chainId: z.nullable(text),
  via: z.enum(['wrapper', 'page-message']),
  realm: z.enum(['own', 'prepared', 'late']),
  askedAt: count,
  expiresAt: count,
  repeats: count,
});
const meta = z.object({
  windowId: z.nullable(z.number()),
  backs: z.array(z.object({ hash: text, at: count, count })),
});

const recordKey = (id: string): string => `held:${id}`;
const markKey = (id: string): string => `mark:${id}`;
const META = 'held-meta';

/**
 * Held requests in `storage.session`: gone with the browser, not with the worker. What is asked and what became of it
 * lie apart, so that a decision is a small write even where the store is nearly full.
 */
export const heldStore: HeldStore = {
  load: async () => {
    const all: Record<string, unknown> = await browser.storage.session.get(null);
    const held = Object.keys(all)
      .filter((key) => key.startsWith(recordKey('')))
      .flatMap((key): Held[] => {
        const found = record.safeParse(all[key]);
        if (!found.success) return []; // no record of ours: its bridge asks again and is held anew
        const marked = mark.safeParse(all[markKey(found.data.id)]);
        return [{ ...found.data, ...(marked.success ? marked.data : { state: 'asked', decision: null }) }];
      });
    const foundMeta = meta.safeParse(all[META]);
    return { held, meta: foundMeta.success ? foundMeta.data : { windowId: null, backs: [] } };
  },
  add: (held) => browser.storage.session.set({ [recordKey(held.id)]: held, ...markOf(held) }),
  mark: (held) => browser.storage.session.set(markOf(held)),
  drop: (id) => browser.storage.session.remove([recordKey(id), markKey(id)]),
  setMeta: (next: Meta) => browser.storage.session.set({ [META]: next }),
};

function markOf({ id, state, decision }: Held): Record<string, unknown> {
  return { [markKey(id)]: { state, decision } };
}
