import type { FromBridge, HoldAsk } from '../messages/index.ts';
import { ASK_ALL, type Gap, GAPS, GIVE, READY, readToBridge, type ToPage } from '../messages/port.ts';
import { type Bridge, makeBridge } from './bridge.ts';
import { watchWallets, type WalletMessages } from './wallet-messages.ts';

/** The part of `chrome.runtime` that the bridge uses. */
export type Runtime = {
  /** Gone once the extension was updated or removed under the page. */
  readonly id?: string | undefined;
  sendMessage(message: FromBridge): Promise<unknown>;
  readonly onMessage: {
    addListener(
      listener: (message: unknown, sender: { readonly id?: string }, reply: (v: boolean) => void) => void,
    ): void;
  };
};

export type BridgeParts = {
  readonly realm: Window & typeof globalThis;
  /** The global object of our own world, which no page reaches. */
  readonly own: object;
  /** Asked for when it is needed: making it takes longer than all the rest of a frame's start. */
  readonly runtime: () => Runtime | undefined;
  /** Whether this is a site of a protocol in the registry: there every request that can move funds is looked at. */
  readonly listed: boolean;
  /** Whether a request can move funds or grant power. */
  readonly moves: (method: string, params: string) => boolean;
  /** Whether parameters, as JSON text, may have to do with restaking. */
  readonly mayMatter: (params: string) => boolean;
  /** By which the wrapper can tell that too. */
  readonly table: string;
};

/** Connects one document's wrapper to the background: takes the private port, relays, and adds nothing it does not know. */
export function startBridge(parts: BridgeParts): void {
  const { realm } = parts;
  const standing = standingOf(realm);
  const gaps = makeGaps(parts);
  let locks: Locks | undefined;
  /** Made at the first message: most frames never ask a wallet for anything. */
  const lock = (): Locks => (locks ??= makeLocks(parts, standing, gaps));

  const heard = (event: MessageEvent): void => lock().wallets.hear(event);
  const leave = (): void => {
    if (locks !== undefined) realm.addEventListener('pageshow', locks.bridge.leave(), { once: true });
  };
  const arm = (): void => {
    realm.addEventListener('message', heard, true);
    realm.addEventListener('pagehide', leave, true);
  };
  arm();
  const calm = takePort(parts, (port, data) => lock().hear(port, data));
  watchDocument(realm, () => {
    if (!calm()) gaps.add('orphaned'); // no wrapper took the line, and page scripts are about to run
    arm(); // document.open() takes listeners away
  });
  if (standing === 'late') gaps.add('late-script');
  if (standing === 'prepared') gaps.add('prepared-realm');
}

type Locks = {
  readonly bridge: Bridge;
  readonly wallets: WalletMessages;
  /** One message of the wrapper. True where it was a question. */
  readonly hear: (port: MessagePort, data: unknown) => boolean;
};

/**
 * Whether every request that can move funds is looked at. Asked when it matters: a script of ours that the person had
 * put here for that (`entrypoints/simulate.content.ts`) may run after this one, though before any of the page.
 */
function asksAll({ own, listed }: BridgeParts): boolean {
  return listed || Object.hasOwn(own, ASK_ALL);
}

function makeLocks(parts: BridgeParts, standing: HoldAsk['realm'], gaps: Gaps): Locks {
  const { realm, runtime, moves, mayMatter } = parts;
  const concerns = (method: string, params: string): boolean =>
    moves(method, params) && (asksAll(parts) || mayMatter(params));
  let listening = false;
  /** Answers are listened to from the first question on: before it there is none. */
  const listen = (): void => {
    if (!listening) {
      runtime()?.onMessage.addListener((message, sender, reply) => {
        if (sender.id === runtime()?.id) answer(bridge, message, reply);
      });
    }
    listening = true;
  };
  const bridge = makeBridge({
    send: async (message) => {
      listen();
      return runtime()?.sendMessage(message);
    },
    alive: () => runtime()?.id !== undefined,
    confirm: (text) => realm.confirm(text),
    uuid: () => uuid(realm.crypto),
    now: Date.now,
    later: (work, ms) => void setTimeout(work, ms),
    realm: standing,
    top: topOf(realm),
    concerns,
  });
  const wallets = watchWallets({
    page: realm,
    bridge,
    concerns,
    now: Date.now,
    uuid: () => uuid(realm.crypto),
    around: gaps.add,
  });
  return {
    bridge,
    wallets,
    hear: (port, data) => {
      const message = readToBridge(data);
      if (message?.t === 'unprotected') gaps.add('fixed-provider');
      if (message?.t !== 'ask') return false;
      const { t: _, n, ...question } = message;
      const say = (...words: ToPage): void => port.postMessage(JSON.stringify(words));
      say(n, 'ack');
      bridge.judge({ ...question, via: 'wrapper' }, (ended, held) => {
        // Only a "Continue" is worth a pass; what was never held is judged again where it goes by.
        if (ended === 'forward' && held) wallets.pass(question.method, question.params);
        say(n, ended);
      });
      return true;
    },
  };
}

type Gaps = { readonly add: (gap: Gap) => void };

/**
 * Why this document is not protected: said at once, and again when the page comes back from the browser's cache. The
 * toolbar popup reads them here, in our own world, so nobody has to remember them.
 */
function makeGaps({ realm, own, runtime }: BridgeParts): Gaps {
  const found = new Set<Gap>();
  const tell = (gap: Gap): void => {
    const to = runtime();
    if (to?.id !== undefined) to.sendMessage({ kind: 'page/gap', gap }).catch(() => undefined); // read again by the popup
  };
  Object.defineProperty(own, GAPS, { value: () => [...found], configurable: true });
  realm.addEventListener('pageshow', (event) => {
    if (event.persisted) for (const gap of found) tell(gap);
  });
  return {
    add: (gap) => {
      if (!found.has(gap)) tell(gap);
      found.add(gap);
    },
  };
}

function answer(bridge: Bridge, message: unknown, reply: (v: boolean) => void): void {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return;
  if (message.kind === 'hold/still') reply('id' in message && bridge.waits(message.id));
  else if (message.kind === 'hold/decision') reply(bridge.decide(message));
}

/**
 * Takes the wrapper's port, whichever of the two scripts runs first (facts: interception 9.1). Gives a function that says
 * `calm` over it, once, and tells whether there is one. That may be said when every script of ours has run: from the
 * first change of the document on, which comes before the first script of the page, or after the first question.
 */
function takePort(parts: BridgeParts, hear: Locks['hear']): () => boolean {
  const { realm, table } = parts;
  let port: MessagePort | undefined;
  let calmed = false;
  const calm = (): boolean => {
    if (port === undefined) return false;
    if (!calmed && !asksAll(parts)) port.postMessage(JSON.stringify([0, 'calm', table] satisfies ToPage));
    return (calmed = true);
  };
  const take = (event: Event): void => {
    const given = event instanceof MessageEvent ? event.ports[0] : undefined;
    if (given === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    realm.removeEventListener(GIVE, take, true);
    given.addEventListener('message', ({ data }) => {
      if (hear(given, data)) calm();
    });
    given.start();
    port = given;
  };
  realm.addEventListener(GIVE, take, true);
  realm.dispatchEvent(new Event(READY));
  return calm;
}

/** Sees the first change of the document, and later each new document in it. */
function watchDocument(realm: BridgeParts['realm'], changed: () => void): void {
  const observer = new realm.MutationObserver(() => {
    observer.disconnect();
    observer.observe(realm.document, { childList: true });
    changed();
  });
  observer.observe(realm.document, { childList: true, subtree: true });
}

/** Both browsers tell a frame the origins above it; `null` as text where a page forbids it. */
function topOf({ location }: Window): { readonly top?: string } {
  const above = location.ancestorOrigins;
  const top = above[above.length - 1];
  return top === undefined ? {} : { top };
}

/** How far what the wrapper says can be trusted: page scripts may have run before us, or another page may have been here. */
function standingOf(realm: Window): 'own' | 'prepared' | 'late' {
  const { parent, opener } = realm;
  if (!realm.document.URL.startsWith('http')) return 'own'; // blank, blob and data documents get us before anybody
  if (realm.document.body !== null) return 'late';
  const framed = parent !== realm && reaches(parent);
  return framed || (opener !== null && reaches(opener)) ? 'prepared' : 'own';
}

/** Whether another window is of the same origin, and so could have prepared this one. */
function reaches(other: unknown): boolean {
  try {
    return typeof other === 'object' && other !== null && 'document' in other && other.document !== undefined;
  } catch {
    return false; // of another origin
  }
}

/** A random id (version 4). `crypto.randomUUID` is missing in pages without https. */
function uuid(crypto: Crypto): string {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte, index) =>
    (index === 6 ? (byte & 15) | 64 : index === 8 ? (byte & 63) | 128 : byte).toString(16).padStart(2, '0'),
  ).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
