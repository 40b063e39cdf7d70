import { GIVE, READY, type Question, readToBridge, type ToPage } from '../../lib/messages/port.ts';
import { protect } from '../../lib/provider/index.ts';

/** Built-ins of a realm that nobody entered: the wrapper of a page stands in for `defineProperty` of its own. */
export const natives = { defineProperty: Reflect.defineProperty };

/** A window whose listeners can be taken away, as `document.open()` does it. */
class FakeWindow extends EventTarget {
  #listeners: Parameters<EventTarget['addEventListener']>[] = [];
  override addEventListener(...all: Parameters<EventTarget['addEventListener']>): void {
    if (#listeners in this) this.#listeners.push(all); // it is called on ports too
    super.addEventListener(...all);
  }
  forget(): void {
    for (const [type, listener, options] of this.#listeners)
      this.removeEventListener(type, listener, { capture: options === true }); // Node does not read a bare true
    this.#listeners = [];
  }
}

/** A document of that window. What is written is forgotten, but the first writing opens it. */
function documentOf(window: FakeWindow) {
  let written = false;
  const write = (): void => {
    if (!written) window.forget();
    written = true;
  };
  return class {
    open(): void {
      window.forget();
    }
    write(): void {
      write();
    }
    writeln(): void {
      write();
    }
  };
}

export type Page = {
  readonly window: EventTarget;
  readonly document: InstanceType<ReturnType<typeof documentOf>>;
  /** What the browser says after the document has changed. */
  readonly change: () => void;
  /** What a script of the page finds on `window.ethereum`. */
  readonly ethereum: () => Provider;
  readonly questions: Question[];
  readonly said: string[];
  answer(n: number, verb: ToPage[1]): void;
  /** The bridge comes: where it was to come `later`. */
  attach(): void;
  close(): void;
};

export type Provider = {
  readonly name?: string;
  readonly isTest?: boolean;
  readonly providers?: readonly Provider[];
  readonly request: (payload: unknown) => unknown;
  readonly send: (first: unknown, second?: unknown) => unknown;
  readonly sendAsync: (payload: unknown, callback: (error: unknown, reply: unknown) => void) => unknown;
  readonly on: (name: string, listener: unknown) => unknown;
};

/** Opens a page and puts the wrapper in it. `bridge` says whether somebody takes the line, and when. */
export function openPage({
  bridge = 'before',
  listed = false,
  chrome,
  before,
}: {
  bridge?: 'before' | 'after' | 'later' | 'never';
  listed?: boolean;
  chrome?: object;
  /** What ran in the page before us. */
  before?: (window: object) => void;
} = {}): Page {
  const changes: (() => void)[] = [];
  const observer = class {
    constructor(changed: () => void) {
      changes.push(changed);
    }
    observe(): void {
      // nothing changes in this document
    }
    disconnect(): void {
      // never observed
    }
  };
  const fake = new FakeWindow();
  const Document = documentOf(fake);
  const document = new Document();
  const window = Object.assign(fake, { MutationObserver: observer, Document, document, chrome });
  before?.(window);
  const questions: Question[] = [];
  const said: string[] = [];
  let port: MessagePort | undefined;
  const take = (event: Event): void => {
    port = event instanceof MessageEvent ? event.ports[0] : undefined;
    event.preventDefault();
    port?.addEventListener('message', ({ data }) => {
      const message = readToBridge(data);
      if (message?.t === 'ask') questions.push(message);
      else if (message !== null) said.push(message.t);
    });
    port?.start();
    if (!listed) port?.postMessage(JSON.stringify([0, 'calm', 'restake']));
  };
  const attach = (): void => {
    window.addEventListener(GIVE, take, { once: true });
    window.dispatchEvent(new Event(READY));
  };
  if (bridge === 'before') attach();
  let table = '';
  const realm: Window & typeof globalThis = Reflect.get(Object({ window }), 'window'); // as much of one as the wrapper needs
  protect(realm, {
    matters: (method) => method === 'eth_sendTransaction' || method === 'wallet_sendCalls',
    looks: (method, params) => !method.startsWith('eth_') && params.includes('call'),
    mayMatter: (params) => params.includes(table),
    learn: (text) => {
      table = text;
    },
  });
  if (bridge === 'after') attach();
  return {
    window,
    document,
    change: () => changes.forEach((changed) => changed()),
    ethereum: () => {
      const found: Provider = Reflect.get(window, 'ethereum');
      return found;
    },
    attach,
    questions,
    said,
    answer: (n, verb) => port?.postMessage(JSON.stringify([n, verb])),
    close: () => port?.close(),
  };
}

/** Waits until the wrapper heard that this is no site of a protocol: then only what passes the prefilter is asked. */
export async function calm(page: Page): Promise<void> {
  const seen: unknown[] = [];
  const probe = { request: (payload: unknown) => seen.push(payload) };
  Reflect.set(page.window, 'okxwallet', probe);
  const wrapped: Provider = Reflect.get(page.window, 'okxwallet');
  for (let turns = 0; turns < 500; turns += 1) {
    seen.length = 0;
    Promise.resolve(wrapped.request({ method: 'eth_sendTransaction', params: [] })).catch(() => undefined); // asked, and the test may go
    if (seen.length === 1) return;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** Waits until the bridge heard a number of questions. */
export async function heard(page: Page, count: number): Promise<void> {
  for (let turns = 0; turns < 500 && page.questions.length < count; turns += 1)
    await new Promise((resolve) => setTimeout(resolve, 2));
}
