import type { Bridge, Ended } from './bridge.ts';

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
  readonly matters: (method: string) => boolean;
  readonly concerns: (method: string, params: string) => boolean;
  readonly now: () => number;
};

/** A wallet posts at once; what is not spent by then was not meant for a page message. */
const PASS_MS = 2_000;

/** Only this window gets it; an opaque origin has no name that could stand here. */
const anyone = '*';

type Found = { readonly method: string; readonly params: unknown; refuse(): void };

function keyOf(method: string, params: string): string {
  return `${method} ${params}`;
}

/** Listens to MetaMask's and Coinbase's messages. One message holds one request; lists are judged as a whole. */
export function watchWallets(deps: Deps): WalletMessages {
  const passes: { key: string; until: number }[] = [];
  const pass = (method: string, params: string): void => {
    passes.push({ key: keyOf(method, params), until: deps.now() + PASS_MS });
    if (passes.length > 20) passes.shift();
  };
  const spend = (key: string): boolean => {
    const at = passes.findIndex((entry) => entry.key === key && entry.until >= deps.now());
    if (at === -1) return false;
    passes.splice(at, 1);
    return true;
  };

  const judgeAll = (found: readonly Found[], at: number, done: (ended: Ended) => void): void => {
    const next = found[at];
    if (next === undefined) return done('forward');
    const params = JSON.stringify(next.params ?? []);
    const asked = { method: next.method, params, chainId: null, account: null, via: 'page-message' } as const;
    deps.bridge.judge(asked, (ended) => (ended === 'forward' ? judgeAll(found, at + 1, done) : done(ended)));
  };

  return {
    pass,
    hear(event) {
      if (event.source !== deps.page) return;
      const found = readWalletMessage(event.data, deps.page).filter(({ method, params }) => {
        if (!deps.matters(method)) return false;
        const text = JSON.stringify(params ?? []);
        return deps.concerns(method, text) && !spend(keyOf(method, text));
      });
      if (found.length === 0) return;
      event.stopImmediatePropagation();
      const copy: unknown = structuredClone(event.data);
      judgeAll(found, 0, (ended) => {
        if (ended !== 'forward') return found.forEach((item) => item.refuse());
        for (const { method, params } of found) pass(method, JSON.stringify(params ?? []));
        deps.page.postMessage(copy, anyone);
      });
    },
  };
}

/** Requests in a message of a wallet's in-page code; empty for any other message. */
function readWalletMessage(message: unknown, page: Window): Found[] {
  if (!isRecord(message)) return [];
  if (message.target === 'metamask-contentscript' && isRecord(message.data)) {
    const { name, data } = message.data;
    const list: readonly unknown[] = Array.isArray(data) ? data : [data];
    const refuse = (id: unknown): void => {
      const error = { code: 4001, message: 'User rejected the request.' };
      const reply = { target: 'metamask-inpage', data: { name, data: { jsonrpc: '2.0', id, error } } };
      page.postMessage(reply, anyone);
    };
    return list.flatMap((item) => readRequest(item, refuse));
  }
  if (message.type === 'extensionUIRequest' && isRecord(message.data))
    return readRequest(message.data.request, () => undefined);
  return [];
}

function readRequest(item: unknown, refuse: (id: unknown) => void): Found[] {
  if (!isRecord(item) || typeof item.method !== 'string') return [];
  // CAIP-27 carries the request inside, and old Coinbase messages name their one transaction differently.
  const inner = item.method === 'wallet_invokeMethod' && isRecord(item.params) ? item.params.request : null;
  if (isRecord(inner) && typeof inner.method === 'string')
    return [{ method: inner.method, params: inner.params, refuse: () => refuse(item.id) }];
  const method = item.method === 'signEthereumTransaction' ? 'eth_sendTransaction' : item.method;
  const params = method === item.method ? item.params : [item.params];
  return [{ method, params, refuse: () => refuse(item.id) }];
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null;
}
