import * as z from 'zod/mini';
import { browser } from 'wxt/browser';

import type { Memory, Probe } from '../exposure/index.ts';

const KEY = 'learnt';
const hex = z.templateLiteral(['0x', z.string().check(z.regex(/^[0-9a-fA-F]*$/))]);

const probe = z.object({
  chainId: z.number(),
  batch: z.boolean(),
  override: z.boolean(),
  gas: z.nullable(z.number()),
  codes: z.record(z.string(), hex),
  answerBytes: z.nullable(z.number()),
});
const memory = z.object({
  operators: z.array(hex).check(z.maxLength(1_000)),
  slots: z.record(z.string(), hex),
});
const learnt = z.object({
  /** By node, with the time it was probed in Unix milliseconds. */
  probes: z.record(z.string(), z.object({ at: z.number(), probe })),
  /** By chain and stake record. */
  memories: z.record(z.string(), memory),
});

/** What was learnt of nodes and of what stands behind tokens: it saves trips, and no figure comes from it. */
export type Learnt = {
  readonly probes: Readonly<Record<string, { readonly at: number; readonly probe: Probe }>>;
  readonly memories: Readonly<Record<string, Memory>>;
};

/** What is in the store; nothing where it is empty or damaged. */
export async function loadLearnt(): Promise<Learnt> {
  const found: Record<string, unknown> = await browser.storage.local.get(KEY);
  const read = learnt.safeParse(found[KEY]);
  return read.success ? read.data : { probes: {}, memories: {} };
}

let turn: Promise<unknown> = Promise.resolve();

/** Changes what is in the store, one change after the other. A full store keeps what it had: only trips are lost. */
export function learn(change: (before: Learnt) => Learnt): void {
  turn = turn
    .then(async () => browser.storage.local.set({ [KEY]: change(await loadLearnt()) }))
    .catch(() => undefined);
}

/** Forgets all of it. */
export async function deleteLearnt(): Promise<void> {
  await browser.storage.local.remove(KEY);
}
