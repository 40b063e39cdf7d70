import { GIVE, READY, type Question, readToBridge, type ToPage } from '../../lib/messages/port.ts';
import { protect } from '../../lib/provider/index.ts';

/** A page without a browser: enough of a window for the wrapper, with a bridge whose answers the test gives. */
/** Built-ins of a realm that nobody entered: the wrapper of a page stands in for `defineProperty` of its own. */
const natives = { defineProperty: Reflect.defineProperty };

export type Page = {
  readonly natives: typeof natives;
  readonly window: EventTarget;
  /** What a script of the page finds on `window.ethereum`. */
  readonly ethereum: () => Provider;
  readonly questions: Question[];
  readonly said: string[];
  answer(n: number, verb: ToPage[1]): void;
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
}: { bridge?: 'before' | 'after' | 'never'; listed?: boolean; chrome?: object } = {}): Page {
  class FakeWindow extends EventTarget {}
  const observer = class {
    observe(): void {
      // nothing changes in this document
    }
    disconnect(): void {
      // never observed
    }
  };
  const window = Object.assign(new FakeWindow(), { MutationObserver: observer, document: {}, chrome });
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
    natives,
    window,
    ethereum: () => {
      const found: Provider = Reflect.get(window, 'ethereum');
      return found;
    },
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
