import * as z from 'zod/mini'; // no Function constructor, a quarter of the size

import type { Level, Sentence } from '../explain/index.ts';
import type { LimitName, PresetId } from '../limits/index.ts';
import type { Guesses } from '../risk/index.ts';
import { type Gap, gaps } from './port.ts';
import type { ReviewView } from './review-view.ts';

/** Longest request text that is ever held, in UTF-16 units (design §2.7). */
export const MAX_REQUEST_TEXT = 256_000;

const id = z.uuid();
const chainHex = z.string().check(z.regex(/^0x[0-9a-fA-F]{1,16}$/));
const account = z.string().check(z.regex(/^0x[0-9a-fA-F]{40}$/));
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const windowId = z.number().check(z.int(), z.nonnegative());
const host = z.string().check(z.minLength(1), z.maxLength(255));

/** `params` is the private copy as JSON text: what is judged, shown and forwarded. */
const holdAsk = z.strictObject({
  kind: z.literal('hold/ask'),
  id,
  method: z.string().check(z.minLength(1), z.maxLength(100)),
  params: z.string().check(z.maxLength(MAX_REQUEST_TEXT)),
  account: z.nullable(account),
  chainId: z.nullable(chainHex),
  /** Which lock caught it: the wrapped provider, or the wallet's own page message. */
  via: z.enum(['wrapper', 'page-message']),
  /** `own`: entered before the page. `prepared`, `late`: the page may have been there first. */
  realm: z.enum(['own', 'prepared', 'late']),
  /** The top page's origin as the browser tells the frame; used where the background may not see its address. */
  top: z.optional(z.string().check(z.maxLength(300))),
});

const holdCancel = z.strictObject({ kind: z.literal('hold/cancel'), id });
/** A frame says, once per reason, why its page is not protected. */
const pageGap = z.strictObject({ kind: z.literal('page/gap'), gap: z.enum(gaps) });

const reviewOpen = z.strictObject({ kind: z.literal('review/open'), windowId });
const reviewAnswer = z.strictObject({
  kind: z.literal('review/answer'),
  requestId: id,
  revision: z.number().check(z.int(), z.nonnegative()),
  v: z.enum(['continue', 'back']),
  /** What the person typed to go past a limit; compared with what the view demanded. */
  typed: z.optional(z.string().check(z.maxLength(100))),
});
const reviewRetry = z.strictObject({ kind: z.literal('review/retry'), requestId: id });

const popupStatus = z.strictObject({ kind: z.literal('popup/status') });
const popupShow = z.strictObject({ kind: z.literal('popup/show-review') });
const siteSwitch = z.strictObject({ kind: z.literal('site/switch'), host, on: z.boolean() });

const settingsGet = z.strictObject({ kind: z.literal('settings/get') });
/** Checked in full by the settings store: a bad value changes nothing and the reply says which it was. */
const settingsSet = z.strictObject({ kind: z.literal('settings/set'), settings: z.unknown() });
const nodesProbe = z.strictObject({
  kind: z.literal('nodes/probe'),
  chainId: z.number().check(z.int(), z.positive()),
  url: z.string().check(z.maxLength(2_000)),
});
const dataDelete = z.strictObject({
  kind: z.literal('data/delete'),
  what: z.enum(['checks', 'settings', 'all']),
});

/** Every message to the background from a page's bridge. */
export const fromBridge = z.discriminatedUnion('kind', [holdAsk, holdCancel, pageGap]);
/** Every message to the background from our own pages. */
export const fromOwnPage = z.discriminatedUnion('kind', [
  reviewOpen,
  reviewAnswer,
  reviewRetry,
  popupStatus,
  popupShow,
  siteSwitch,
  settingsGet,
  settingsSet,
  nodesProbe,
  dataDelete,
]);

export type HoldAsk = z.infer<typeof holdAsk>;
export type FromBridge = z.infer<typeof fromBridge>;
export type FromOwnPage = z.infer<typeof fromOwnPage>;
export type Message = FromBridge | FromOwnPage;
export type Kind = Message['kind'];
export type MessageOf<K extends Kind> = Extract<Message, { readonly kind: K }>;

/** A decision, good for one id and one text. Anything else leaves a request undecided. */
const holdDecision = z.strictObject({
  kind: z.literal('hold/decision'),
  id,
  hash,
  v: z.enum(['allow', 'deny']),
});
export type HoldDecision = z.infer<typeof holdDecision>;

/** Pushed to every page of ours when what the review window shows has changed. `null`: nothing left, close. */
export type ReviewUpdate = {
  readonly kind: 'review/update';
  readonly windowId: number;
  readonly view: ReviewView | null;
};

/** One past check, as popup and options list it. */
export type CheckRow = {
  readonly at: number;
  readonly site: string;
  /** One per deposit; empty where none could be named. */
  readonly titles: readonly Sentence[];
  readonly level: Level | null;
  readonly word: string;
  readonly outcome: 'continued' | 'went-back' | 'lapsed';
};

export type SiteState =
  | 'on'
  | 'off' // switched off by the person
  | 'reload' // we came late: what the page did before is not known
  | 'unprotected' // a provider could be neither replaced nor patched
  | 'no-access'; // not one of the sites we may enter

export type PopupStatus = {
  /** Host of the active tab, null where it has none or we may not know it. */
  readonly host: string | null;
  readonly state: SiteState;
  /** Why the page is not protected; absent or empty where nothing is known against it. */
  readonly gaps?: readonly Gap[];
  readonly held: number;
  /** A request waits and its window could not be opened: offer a button that sends `popup/show-review`. */
  readonly windowMissing: boolean;
  readonly checks: readonly CheckRow[];
  /** Lines about requests that needed no window, such as an approval; newest first. */
  readonly lines: readonly { readonly at: number; readonly site: string; readonly text: string }[];
  readonly settingsDamaged: boolean;
};

/** Everything a person can set. Limits: decimal text in the limit's own unit, null for off; absent: the preset's. */
export type Settings = {
  readonly version: 1;
  readonly limits: {
    readonly preset: PresetId;
    readonly yours: { readonly [name in LimitName]?: string | null };
    readonly unknownPolicy: 'block' | 'ask';
    readonly untracedPolicy: 'strict' | 'listed';
  };
  /** The person's own guesses for the odds; one that is absent is the bundled one. Chances and shares from 0 to 1. */
  readonly guesses: Guesses;
  /** By chain id in decimal. A chain that is absent or empty uses the built-in nodes. `https`, or `http` on loopback. */
  readonly nodes: { readonly [chainId: string]: readonly string[] };
  /** Hosts where the person switched Slashlight off. */
  readonly sitesOff: readonly string[];
  /** Whether requests whose calldata shows no deposit are tried on the person's own nodes; absent: no. */
  readonly simulate?: boolean;
};

export type SettingsReply = {
  readonly settings: Settings;
  /** The store could not be read: these are the Careful preset and built-in nodes, and the person must be told. */
  readonly damaged: boolean;
  /** Built-in nodes per chain, to show when none are chosen. */
  readonly builtInNodes: { readonly [chainId: string]: readonly string[] };
  /** Names of the chains that the registry speaks of, by chain id in decimal. */
  readonly chains: { readonly [chainId: string]: string };
};

/** Why an answer did not count. `stale` and `changed` come with a new view; the others leave the window as it is. */
export type AnswerRefusal = 'ended' | 'changed' | 'not-final' | 'stale' | 'typed' | 'blocked';

export type NodeProbe =
  | { readonly ok: true; readonly ms: number; readonly detail: string }
  | { readonly ok: false; readonly detail: string };

/** What the background answers to each kind. Every kind has exactly one handler. */
export type Replies = {
  'hold/ask':
    | { readonly id: string; readonly v: 'forward' }
    | { readonly id: string; readonly v: 'held'; readonly hash: string }
    | { readonly id: string; readonly v: 'allow' | 'deny'; readonly hash: string }
    /** More than may be held at once: JSON-RPC error -32002. */
    | { readonly id: string; readonly v: 'busy' };
  'hold/cancel': { readonly ok: true };
  'page/gap': { readonly ok: true };
  /** Null: nothing waits in this window, close it. Ask again every two seconds while the view is `loading`. */
  'review/open': ReviewView | null;
  'review/answer': { readonly ok: true } | { readonly ok: false; readonly why: AnswerRefusal };
  'review/retry': { readonly ok: boolean };
  'popup/status': PopupStatus;
  'popup/show-review': { readonly ok: boolean };
  'site/switch': { readonly ok: boolean };
  'settings/get': SettingsReply;
  'settings/set': { readonly ok: true } | { readonly ok: false; readonly why: string };
  'nodes/probe': NodeProbe;
  'data/delete': { readonly ok: true };
};
