import type { Gap } from '../messages/port.ts';
import type { Bridge, Ended } from './bridge.ts';
import { type Found, keysOf, readReply, readWalletMessage, type Reply } from './wallet-formats.ts';

/** The second lock: what wallets' in-page code posts to their own content scripts (facts: interception 1 and 9.6). */
export type WalletMessages = {
  /** Reads one `message` event of the page; stops it where its request has to be judged first. */
  readonly hear: (event: MessageEvent) => void;
  /** A request that was let through at the wrapper: its wallet's own message spends the pass. */
  readonly pass: (method: string, params: string) => void;
};

type Deps = {
  readonly page: Window;
  readonly bridge: Bridge;
  readonly concerns: (method: string, params: string) => boolean;
  readonly now: () => number;
  readonly uuid: () => string;
  /** A wallet heard a message before us; or it may have, and nothing would show it. */
  readonly around: (how: Extract<Gap, 'went-around' | 'perhaps-around'>) => void;
};

/** A wallet posts at once; what is not spent by then was not meant for a page message. */
const PASS_MS = 2_000;

/** Only this window gets it; an opaque origin has no name that could stand here. */
const anyone = '*';

/**
 * Listens to messages of MetaMask, Coinbase and Safe Apps. One message holds one request; lists are judged as a whole.
 * A trusted message is a copy that nobody can change any more. A made one (`dispatchEvent`) could read differently for
 * each listener, so it is never let go on: a copy of what was read takes its place.
 */
export function watchWallets(deps: Deps): WalletMessages {
  const passes: { readonly keys: readonly string[]; readonly until: number }[] = [];
  /** Ids of messages that wait here, and of questions put to a wallet only to hear whether it listens before us. */
  const withheld = new Map<string, number>();
  const probes = new Set<string>();

  const pass: WalletMessages['pass'] = (method, params) => {
    passes.push({ keys: keysOf(method, params), until: deps.now() + PASS_MS });
    if (passes.length > 20) passes.shift();
  };
  const spend = (key: string): boolean => {
    const at = passes.findIndex(({ keys, until }) => until >= deps.now() && keys.includes(key));
    if (at === -1) return false;
    passes.splice(at, 1);
    return true;
  };

  const judgeAll = (
    found: readonly Found[],
    at: number,
    held: () => void,
    done: (ended: Ended) => void,
  ): void => {
    const next = found[at];
    if (next === undefined) return done('forward');
    const { method, params } = next;
    const asked = { method, params, chainId: null, account: null, via: 'page-message' } as const;
    deps.bridge.judge(
      asked,
      (ended, waited) => {
        if (waited) held(); // where its word for that was lost
        if (ended === 'forward') judgeAll(found, at + 1, held, done);
        else done(ended);
      },
      held,
    );
  };

  /** A wallet that answers what we stop in the same breath hears the page before we do. */
  const probe = (question: NonNullable<Reply['probe']>): void => {
    if (probes.size > 0) return;
    const id = deps.uuid();
    probes.add(id);
    deps.page.postMessage(question(id), anyone);
  };

  /** Whether a message was meant for us alone: our own probe, or a wallet's answer to it. */
  const isProbe = (data: unknown): boolean => {
    const said = readReply(data);
    if (said === null) return false;
    if (said.answer && (probes.has(said.id) || withheld.has(said.id))) deps.around('went-around');
    return probes.has(said.id);
  };

  const hold = (event: MessageEvent, data: unknown, found: readonly Found[]): void => {
    const [first] = found;
    if (first === undefined) return;
    const count = (by: number): void => {
      for (const { reply } of found)
        if (reply.id !== '') withheld.set(reply.id, (withheld.get(reply.id) ?? 0) + by);
      for (const [id, left] of withheld) if (left <= 0) withheld.delete(id);
    };
    count(1);
    const { source } = event;
    const own = source === deps.page;
    const copy: unknown = own ? structuredClone(data) : null;
    const question = first.reply.probe;
    if (question !== null) probe(question);
    /** Its wallet may have been first, and cannot be asked. A Safe is the page itself, which never is. */
    const unsure = (): void => {
      if (own && question === null) deps.around('perhaps-around');
    };
    judgeAll(found, 0, unsure, (ended) => {
      count(-1);
      if (ended !== 'forward') {
        unsure();
        return found.forEach(({ reply }) => reply.refuse(source));
      }
      for (const { method, params } of found) pass(method, params);
      if (own) return deps.page.postMessage(copy, anyone);
      // What another window posted goes on as the event it came in: nobody but us has had it, and Firefox lets no
      // extension name a window of the same process as the source of a new one.
      handedOn.add(event);
      event.initEvent('message'); // Chromium would go on stopping it
      deps.page.dispatchEvent(event);
    });
  };
  const handedOn = new WeakSet<Event>();

  return {
    pass,
    hear(event) {
      const own = event.source === deps.page;
      if (handedOn.has(event)) return;
      const data: unknown = event.data; // read once
      if (own && isProbe(data)) return event.stopImmediatePropagation();
      const made = own && !event.isTrusted && typeof data === 'object' && data !== null;
      const found = readWalletMessage(data, own ? deps.page : event.origin).filter(
        ({ method, params, key }) => deps.concerns(method, params) && (made || !spend(key)),
      );
      if (made) {
        event.stopImmediatePropagation();
        const copy: unknown = cloned(data);
        if (copy !== undefined) deps.page.postMessage(copy, anyone); // comes back as a trusted one, and is judged then
        return;
      }
      if (found.length === 0) return;
      event.stopImmediatePropagation();
      hold(event, data, found);
    },
  };
}

function cloned(data: unknown): unknown {
  try {
    return structuredClone(data);
  } catch {
    return undefined; // no wallet could read it either
  }
}
