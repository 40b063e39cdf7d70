import type { HoldAsk } from '../messages/index.ts';
import { isRecord, MAX_TEXT, type Question, type Verb } from '../messages/port.ts';

/** What the bridge needs from the browser and the registry. */
export type BridgeDeps = {
  /** One message to the background and its reply. Rejects, or throws, where nobody is there. */
  readonly send: (
    message: HoldAsk | { readonly kind: 'hold/cancel'; readonly id: string },
  ) => Promise<unknown>;
  /** False once the extension was updated or removed under this page: nobody will ever answer again. */
  readonly alive: () => boolean;
  /** The isolated world's own dialog: the last resort of a bridge that nobody answers. */
  readonly confirm: (text: string) => boolean;
  readonly uuid: () => string;
  readonly now: () => number;
  readonly later: (work: () => void, ms: number) => void;
  readonly realm: HoldAsk['realm'];
  /** The top page's origin, for a frame that is told it. */
  readonly top?: Pick<HoldAsk, 'top'>;
  /** Whether a request has to be put to the background. */
  readonly concerns: (method: string, params: string) => boolean;
};

export type Ended = Exclude<Verb, 'ack'>;
/** How a request ended, and whether it was held for a person. */
type Done = (ended: Ended, held: boolean) => void;
type Asked = Omit<Question, 'n'> & { readonly via: HoldAsk['via'] };

export type Bridge = {
  /**
   * Judges one request; `done` is called once, `held` whenever the background says that it waits for a person. True where
   * it is put to the background, false where it is none of ours.
   */
  readonly judge: (asked: Asked, done: Done, held?: () => void) => boolean;
  /** Takes a decision pushed by the background. True only for the exact id and hash of a request that waits here. */
  readonly decide: (message: unknown) => boolean;
  /** Whether a request of this id waits here. */
  readonly waits: (id: unknown) => boolean;
  /**
   * The page goes away: everything that waits is over. Gives what refuses it, for the case that the page comes back from
   * the browser's cache: what is said to it on its way out may never arrive (Firefox).
   */
  readonly leave: () => () => void;
};

/** A background that stays silent this long has ended the request (design §2.7). */
const SILENT_MS = 60_000;
const LIFETIME_MS = 5 * 60_000;
/** How often a request that waits asks again, in case a decision was lost with the worker. */
const AGAIN_MS = 5_000;
const RETRY_MS = 500;
const MOST = 20;

const orphaned =
  'Slashlight was updated while this page was open, so it cannot check this request. ' +
  'It may put money at risk of slashing.\n\n' +
  'OK hands it to the wallet unchecked. Cancel rejects it: then reload this page.';

type Waiting = {
  readonly message: HoldAsk;
  readonly done: Done;
  readonly held: (() => void) | undefined;
  readonly since: number;
  heard: number;
  hash: string | null;
};

/** Holds the requests of one document while the background, which may die and come back, has them decided. */
export function makeBridge(deps: BridgeDeps): Bridge {
  const waiting = new Map<string, Waiting>();

  const finish = (id: string, ended: Ended): void => {
    const entry = waiting.get(id);
    waiting.delete(id);
    entry?.done(ended, entry.hash !== null);
  };

  const ask = (id: string): void => {
    const entry = waiting.get(id);
    if (entry === undefined) return;
    if (!deps.alive()) return finish(id, deps.confirm(orphaned) ? 'forward' : 'deny');
    const asked = deps.now();
    if (asked - entry.heard > SILENT_MS || asked - entry.since > LIFETIME_MS + AGAIN_MS) {
      tell({ kind: 'hold/cancel', id });
      return finish(id, 'deny');
    }
    deps.send(entry.message).then(
      (reply) => deps.later(() => ask(id), take(entry, reply) ? AGAIN_MS : RETRY_MS),
      () => deps.later(() => ask(id), RETRY_MS),
    );
  };

  /** Reads a reply. Anything that is not exactly one leaves the request undecided. */
  const take = (entry: Waiting, reply: unknown): boolean => {
    const { id } = entry.message;
    if (!isRecord(reply) || reply.id !== id) return false;
    entry.heard = deps.now();
    const { v, hash } = reply;
    if (v === 'forward' || v === 'busy') finish(id, v);
    else if (isHash(hash) && v === 'held') {
      entry.hash ??= hash;
      entry.held?.();
    } else if (isHash(hash) && (v === 'allow' || v === 'deny')) settle(entry, hash, v);
    else return false;
    return true;
  };

  const settle = (entry: Waiting, hash: string, v: 'allow' | 'deny'): boolean => {
    if (entry.hash !== null && entry.hash !== hash) return false;
    entry.hash = hash;
    finish(entry.message.id, v === 'allow' ? 'forward' : 'deny');
    return true;
  };

  const tell = (message: Parameters<BridgeDeps['send']>[0]): void => {
    if (deps.alive()) deps.send(message).catch(() => undefined); // a lost word of parting: the record lapses by itself
  };

  return {
    judge(asked, done, held) {
      if (!deps.concerns(asked.method, asked.params)) {
        done('forward', false);
        return false;
      }
      if (asked.params.length > MAX_TEXT || waiting.size >= MOST) {
        done('busy', false);
        return true;
      }
      const id = deps.uuid();
      const now = deps.now();
      const message: HoldAsk = { kind: 'hold/ask', id, ...asked, realm: deps.realm, ...deps.top };
      waiting.set(id, { message, done, held, since: now, heard: now, hash: null });
      ask(id);
      return true;
    },
    decide(message) {
      if (!isRecord(message) || message.kind !== 'hold/decision') return false;
      const { id, hash, v } = message;
      const entry = typeof id === 'string' ? waiting.get(id) : undefined;
      if (entry === undefined || entry.hash === null || !isHash(hash)) return false;
      return (v === 'allow' || v === 'deny') && settle(entry, hash, v);
    },
    waits: (id) => typeof id === 'string' && waiting.has(id),
    leave() {
      const left = [...waiting.values()];
      waiting.clear();
      for (const { message } of left) tell({ kind: 'hold/cancel', id: message.id });
      return () => {
        for (const { done, hash } of left) done('deny', hash !== null);
      };
    },
  };
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}
