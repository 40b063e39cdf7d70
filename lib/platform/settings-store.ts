import * as z from 'zod/mini';
import { browser } from 'wxt/browser';

import { type Limits, loadGuesses, loadLimits, storeLimits } from '../limits/index.ts';
import type { Settings } from '../messages/index.ts';

const KEY = 'settings';

/** `https`, or `http` on the person's own machine; no user name or password in it. */
const nodeUrl = z
  .string()
  .check(z.maxLength(2_000), z.refine(isNodeUrl, 'Use https, or http on this machine.'));
const chainId = z.string().check(z.regex(/^[1-9]\d{0,15}$/));
const nodes = z.record(chainId, z.array(nodeUrl).check(z.maxLength(10)));
const sitesOff = z.array(z.string().check(z.minLength(1), z.maxLength(255))).check(z.maxLength(1_000));
/** Stores written before there were guesses have none; what is in them is checked by `loadGuesses`. */
const guesses = z.optional(z.unknown());
const simulate = z.optional(z.boolean());
const stored = z.strictObject({
  version: z.literal(1),
  limits: z.unknown(),
  guesses,
  nodes,
  sitesOff,
  simulate,
});
const wireLimits = z.strictObject({
  preset: z.string(),
  yours: z.record(z.string(), z.unknown()),
  unknownPolicy: z.string(),
  untracedPolicy: z.string(),
});

/** Settings with the limits they amount to. `damaged`: part of the store could not be read and the careful values hold. */
export type LoadedSettings = {
  readonly settings: Settings;
  readonly limits: Limits;
  readonly damaged: boolean;
};

/** Reads a stored value. Nothing is thrown: what cannot be read is replaced by the careful choice, and that is said. */
export function readSettings(value: unknown): LoadedSettings {
  if (value === undefined) return assemble({ limits: undefined, nodes: {}, sitesOff: [] }, false);
  const found = stored.safeParse(value);
  if (found.success) return assemble(found.data, false);
  // Limits and guesses that are whole still hold; nodes and sites fall back to the built-in nodes and to every site on.
  const parts = typeof value === 'object' && value !== null ? value : {};
  return assemble(
    {
      limits: 'limits' in parts ? parts.limits : 'damaged',
      guesses: 'guesses' in parts ? parts.guesses : undefined,
      nodes: {},
      sitesOff: [],
    },
    true,
  );
}

type Parts = {
  readonly limits: unknown;
  readonly guesses?: unknown;
  readonly nodes: Settings['nodes'];
  readonly sitesOff: readonly string[];
  readonly simulate?: boolean | undefined;
};

function assemble(parts: Parts, damaged: boolean): LoadedSettings {
  const { limits, state } = loadLimits(parts.limits);
  const own = loadGuesses(parts.guesses);
  const settings: Settings = {
    version: 1,
    limits: wire(limits),
    guesses: own ?? {},
    nodes: parts.nodes,
    sitesOff: parts.sitesOff,
    ...(parts.simulate === true ? { simulate: true } : {}),
  };
  return { settings, limits, damaged: damaged || state === 'damaged' || own === null };
}

function wire(limits: Limits): Settings['limits'] {
  const { preset, unknownPolicy, untracedPolicy } = limits;
  return { preset, yours: storeLimits(limits).values, unknownPolicy, untracedPolicy };
}

export type SettingsCheck =
  | { readonly ok: true; readonly stored: unknown; readonly loaded: LoadedSettings }
  | { readonly ok: false; readonly why: string };

/** Checks settings that a page of ours wants to store. A bad value changes nothing, and the reply says what is wrong. */
export function checkSettings(value: unknown): SettingsCheck {
  const shape = z
    .strictObject({ version: z.literal(1), limits: wireLimits, guesses, nodes, sitesOff, simulate })
    .safeParse(value);
  if (!shape.success) return { ok: false, why: problem(shape.error) };
  const { yours, ...rest } = shape.data.limits;
  const { limits, state } = loadLimits({ schemaVersion: 1, values: yours, ...rest });
  if (state !== 'chosen') return { ok: false, why: 'One of the limits is not a value that it can have.' };
  const own = loadGuesses(shape.data.guesses);
  if (own === null) return { ok: false, why: 'One of the guesses is not a value that it can have.' };
  const toStore = { ...shape.data, guesses: own, limits: storeLimits(limits) };
  return { ok: true, stored: toStore, loaded: readSettings(toStore) };
}

function problem(error: z.core.$ZodError): string {
  const issue = error.issues[0];
  return issue === undefined ? 'These settings cannot be read.' : `${issue.path.join('.')}: ${issue.message}`;
}

function isNodeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname));
}

/** What is in the store now. */
export async function loadSettings(): Promise<LoadedSettings> {
  const found: Record<string, unknown> = await browser.storage.local.get(KEY);
  return readSettings(found[KEY]);
}

/** Stores settings after checking them. */
export async function saveSettings(value: unknown): Promise<SettingsCheck> {
  const checked = checkSettings(value);
  if (checked.ok) await browser.storage.local.set({ [KEY]: checked.stored });
  return checked;
}

/** Back to the default preset, built-in nodes, every site on. */
export async function deleteSettings(): Promise<void> {
  await browser.storage.local.remove(KEY);
}
