/**
 * The line between the wrapper in the page's world and the bridge in ours: texts over one private MessagePort.
 * Hand-written guards and no imports: both scripts run in every frame.
 */

/** Event by which the wrapper hands over the port, and the one by which a bridge that starts later asks for it. */
export const GIVE = 'slashlight:line';
export const READY = 'slashlight:ready';

/** In the bridge's own world, a function by this name gives the reasons why its document is not protected. */
export const GAPS = 'slashlightGaps';

/** In the bridge's own world, something by this name has every request that can move funds put to the background. */
export const ASK_ALL = 'slashlightAsksAll';

/** Longest request text that is ever held, in UTF-16 units (design §2.7). */
export const MAX_TEXT = 256_000;

/** Why a page is not protected, or not surely. */
export const gaps = [
  'fixed-provider', // a wallet stands where it can be neither replaced nor patched
  'late-script', // page scripts ran before ours: reload to protect
  'prepared-realm', // a page of the same origin was in this window before any extension could be
  'went-around', // a wallet's own listener heard the page before we did
  'perhaps-around', // it may have, and no question to that wallet would show it
  'orphaned', // no script of this extension answers in the page: it was updated, or came later
] as const;
export type Gap = (typeof gaps)[number];

/** A request to judge. `params` is the private copy as JSON text. */
export type Question = {
  readonly n: number;
  readonly method: string;
  readonly params: string;
  /** As the same provider says them; null when it did not in time. */
  readonly chainId: string | null;
  readonly account: string | null;
};

export type ToBridge =
  | ({ readonly t: 'ask' } & Question)
  /** A provider was found that could be neither replaced nor patched. */
  | { readonly t: 'unprotected' };

/** `ack`: heard, the decision comes later. The others end the request numbered `n`. */
export type Verb = 'ack' | 'forward' | 'deny' | 'busy';
/**
 * `calm`, numbered 0: this site is none of the registry's, so only what passes the prefilter has to be asked. With it
 * comes the prefilter's table, which stands in the bridge alone: without it the wrapper asks everything.
 */
export type ToPage = readonly [n: number, verb: Verb] | readonly [n: 0, verb: 'calm', table: string];

/** Reads what came from the wrapper; null for anything that is not exactly a message. */
export function readToBridge(data: unknown): ToBridge | null {
  const message = parsed(data);
  if (!isRecord(message)) return null;
  if (message.t === 'unprotected') return { t: 'unprotected' };
  const { n, method, params, chainId, account } = message;
  if (message.t !== 'ask' || !Number.isSafeInteger(n) || typeof n !== 'number') return null;
  if (typeof method !== 'string' || method === '' || method.length > 100) return null;
  if (typeof params !== 'string') return null;
  return { t: 'ask', n, method, params, chainId: chain(chainId), account: address(account) };
}

/** Reads what came from the bridge; null for anything else. `parse` is JSON.parse as it was before the page. */
export function readToPage(data: unknown, parse: (text: string) => unknown): ToPage | null {
  if (typeof data !== 'string') return null;
  const message = parse(data);
  if (!isRecord(message)) return null;
  const n = message[0];
  const verb = message[1];
  const table = message[2];
  if (verb === 'calm') return typeof table === 'string' ? [0, verb, table] : null;
  return typeof n === 'number' && isVerb(verb) ? [n, verb] : null;
}

const verbs = { __proto__: null, ack: 1, forward: 1, deny: 1, busy: 1 };

function isVerb(verb: unknown): verb is Verb {
  return typeof verb === 'string' && verb in verbs;
}

/** A chain id as providers give it, or null for what is none. */
function chain(value: unknown): string | null {
  return typeof value === 'string' && /^0x[0-9a-fA-F]{1,16}$/.test(value) ? value : null;
}

/** An account as providers give it, or null for what is none. */
function address(value: unknown): string | null {
  return typeof value === 'string' && /^0x[0-9a-fA-F]{40}$/.test(value) ? value : null;
}

function parsed(data: unknown): unknown {
  if (typeof data !== 'string') return null;
  try {
    return JSON.parse(data);
  } catch {
    return null; // not ours
  }
}

/** Whether a value has properties that may be read. */
export function isRecord(value: unknown): value is { readonly [key: string | number]: unknown } {
  return typeof value === 'object' && value !== null;
}
