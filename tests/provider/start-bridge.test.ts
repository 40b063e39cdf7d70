import { afterEach, describe, expect, it } from 'vitest';

import { ASK_ALL, GIVE, type ToPage } from '../../lib/messages/port.ts';
import { startBridge } from '../../lib/provider/index.ts';

const asked: unknown[] = [];
let ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports) port.close();
  ports = [];
  asked.length = 0;
});

/** A document without a browser, with the bridge in it. */
function openDocument({ listed = false, own = {} }: { listed?: boolean; own?: object } = {}) {
  const changes: (() => void)[] = [];
  const window = Object.assign(new EventTarget(), {
    MutationObserver: class {
      constructor(changed: () => void) {
        changes.push(changed);
      }
      observe(): void {
        // the test says when the document changes
      }
      disconnect(): void {
        // it goes on all the same
      }
    },
    document: { URL: 'https://dapp.example/', body: null },
    location: { ancestorOrigins: [] },
    crypto,
    opener: null,
  });
  const realm: Window & typeof globalThis = Reflect.get(
    Object({ window: Object.assign(window, { parent: window }) }),
    'window',
  ); // as much of one as the bridge needs
  startBridge({
    realm,
    own,
    runtime: () => ({
      id: 'us',
      sendMessage: (message) => {
        asked.push(message);
        return Promise.resolve(null);
      },
      onMessage: { addListener: () => undefined },
    }),
    listed,
    moves: (method) => method !== 'eth_call',
    mayMatter: (params) => params.includes('restake'),
    table: 'the table',
  });
  return { window, own, change: () => changes.forEach((changed) => changed()) };
}

/** The wrapper's side: gives the port away, and keeps what comes back over it. */
function takeLine(window: EventTarget) {
  const { port1, port2 } = new MessageChannel();
  const heard: ToPage[] = [];
  port1.addEventListener('message', ({ data }) => heard.push(JSON.parse(data)));
  port1.start();
  ports.push(port1, port2);
  const offer = new MessageEvent(GIVE, { ports: [port2], cancelable: true });
  const ask = (n: number, method: string, data: string): void =>
    port1.postMessage(
      JSON.stringify({
        t: 'ask',
        n,
        method,
        params: JSON.stringify([{ data }]),
        chainId: null,
        account: null,
      }),
    );
  return { taken: !window.dispatchEvent(offer), heard, ask };
}

async function until(met: () => boolean): Promise<void> {
  for (let turns = 0; turns < 500 && !met(); turns += 1)
    await new Promise((resolve) => setTimeout(resolve, 2));
}

const calm = [0, 'calm', 'the table'];

describe('the table of the prefilter', () => {
  it('is given to the wrapper once, at the first change of the document', async () => {
    const { window, change } = openDocument();
    const { taken, heard, ask } = takeLine(window);
    expect(taken).toBe(true);
    change();
    change();
    ask(1, 'eth_call', '');
    await until(() => heard.length === 3);
    expect(heard).toEqual([calm, [1, 'ack'], [1, 'forward']]);
  });

  it('is given after the first question where the document never changes', async () => {
    const { window } = openDocument();
    const { heard, ask } = takeLine(window);
    ask(1, 'eth_sendTransaction', 'swap');
    await until(() => heard.length === 3);
    expect(heard).toEqual([[1, 'ack'], [1, 'forward'], calm]);
  });

  it.each([
    ['on a site of the registry', { listed: true }],
    ['where the person had simulation switched on', { own: { [ASK_ALL]: true } }],
  ])('is never given %s: every request that can move funds is put to the background', async (_, given) => {
    const { window, change } = openDocument(given);
    const { heard, ask } = takeLine(window);
    change();
    ask(1, 'eth_sendTransaction', 'swap');
    ask(2, 'eth_call', 'swap');
    await until(() => heard.length === 3 && asked.length === 1);
    expect(heard).toEqual([
      [1, 'ack'],
      [2, 'ack'],
      [2, 'forward'],
    ]);
    expect(asked).toMatchObject([{ kind: 'hold/ask', method: 'eth_sendTransaction' }]);
  });

  it('is not given where the script that says so runs after this one', async () => {
    const own = {};
    const { window, change } = openDocument({ own });
    const { heard, ask } = takeLine(window);
    Object.defineProperty(own, ASK_ALL, { value: true });
    change();
    ask(1, 'eth_sendTransaction', 'swap');
    await until(() => asked.length === 1 && heard.length === 1);
    ask(2, 'eth_call', '');
    await until(() => heard.length === 3);
    expect(heard).toEqual([
      [1, 'ack'],
      [2, 'ack'],
      [2, 'forward'],
    ]);
  });

  it('does not hang on what a page could hand down to our world', async () => {
    const { window, change } = openDocument({ own: Object.create({ [ASK_ALL]: true }) });
    const { heard } = takeLine(window);
    change();
    await until(() => heard.length === 1);
    expect(heard).toEqual([calm]);
  });
});

describe('a document in which no wrapper takes the line', () => {
  it('is said to be unprotected before its first script runs, and one with a wrapper is not', () => {
    const alone = openDocument();
    alone.change();
    expect(asked).toEqual([{ kind: 'page/gap', gap: 'orphaned' }]);
    asked.length = 0;
    const { window, change } = openDocument();
    takeLine(window);
    change();
    expect(asked).toEqual([]);
  });
});
