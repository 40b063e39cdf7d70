/**
 * What wallets' in-page code and Safe Apps post (facts: interception 1 and 6). Runs in the bridge's own world, on data
 * that is read once: plain JavaScript, no registry.
 */

/** How the page hears of a refusal, and how a wallet would answer. */
export type Reply = {
  /** The wallet's own number of the request; empty where it has none. */
  readonly id: string;
  readonly refuse: (to: MessageEventSource | null) => void;
  /** Gives a harmless question in the same words under an id of ours; null where the wallet has none. */
  readonly probe: ((id: string) => unknown) | null;
};

/** One request in a message. `key`: what a pass given at the wrapper must hold to let it go on. */
export type Found = {
  readonly method: string;
  readonly params: string;
  readonly key: string;
  readonly reply: Reply;
};

const denied = 'User rejected the request.';
const anyone = '*';

/** Requests in a message; empty for any other. `from`: the page's own window, or the origin of another that posted it. */
export function readWalletMessage(message: unknown, from: Window | string): Found[] {
  if (!isRecord(message)) return [];
  if (typeof from === 'string') return safeApp(message);
  if (message.target === 'metamask-contentscript' && isRecord(message.data))
    return metamask(message.data, from);
  if (message.type === 'extensionUIRequest' && isRecord(message.data)) return coinbase(message.data, from);
  return [];
}

/** The id a wallet's message is about, and whether it is an answer; null for any other message. */
export function readReply(message: unknown): { readonly id: string; readonly answer: boolean } | null {
  if (!isRecord(message) || !isRecord(message.data)) return null;
  const { target, type, data } = message;
  if (target === 'metamask-inpage' || target === 'metamask-contentscript')
    return isRecord(data.data) ? { id: idOf(data.data.id), answer: target === 'metamask-inpage' } : null;
  return type === 'extensionUIResponse' ? { id: idOf(data.id), answer: true } : null;
}

/** What a request is called by a pass: its exact words, and for wallets that put it in their own, what they keep of it. */
export function keysOf(method: string, params: string): readonly string[] {
  return [`${method} ${params}`, looseKey(method, params)];
}

function metamask(envelope: Record, page: Window): Found[] {
  const { name, data } = envelope;
  const list: readonly unknown[] = Array.isArray(data) ? data : [data];
  return list.flatMap((item): Found[] => {
    if (!isRecord(item) || typeof item.method !== 'string') return [];
    const params = text(item.params);
    return [
      {
        method: item.method,
        params,
        key: `${item.method} ${params}`,
        reply: {
          id: idOf(item.id),
          refuse: () => {
            const error = { code: 4001, message: denied };
            const answer = { name, data: { jsonrpc: '2.0', id: item.id, error } };
            page.postMessage({ target: 'metamask-inpage', data: answer }, anyone);
          },
          probe: (id) => ({
            target: 'metamask-contentscript',
            data: {
              name: 'metamask-provider',
              data: { jsonrpc: '2.0', id, method: 'eth_chainId', params: [] },
            },
          }),
        },
      },
    ];
  });
}

/** Old Coinbase messages carry one request each, in words of their own. */
function coinbase(envelope: Record, page: Window): Found[] {
  const { request, id } = envelope;
  if (!isRecord(request) || typeof request.method !== 'string') return [];
  const [method, given] = translated(request.method, request.params);
  const params = text(given);
  const refuse = (): void => {
    const response = { method: request.method, errorMessage: denied };
    const data = { action: 'web3Response', id, response };
    page.postMessage({ type: 'extensionUIResponse', data }, anyone);
  };
  return [{ method, params, key: looseKey(method, params), reply: { id: idOf(id), refuse, probe: null } }];
}

function translated(method: string, params: unknown): [method: string, params: unknown] {
  if (!isRecord(params)) return [method, params];
  if (method === 'signEthereumTransaction') {
    const { fromAddress: from, toAddress: to, weiValue: value, data, chainId } = params;
    const named = {
      ...params,
      from: from ?? params.from,
      to: to ?? params.to,
      value: value ?? params.value,
      data,
      chainId,
    };
    return ['eth_sendTransaction', [named]];
  }
  if (method !== 'signEthereumMessage') return [method, params];
  const { typedDataJson, address, message } = params;
  return typeof typedDataJson === 'string'
    ? ['eth_signTypedData_v4', [address, typedDataJson]]
    : ['personal_sign', [message, address]];
}

/** A dApp in a frame asks its Safe: `{ id, method, params, env: { sdkVersion } }`. */
function safeApp(message: Record): Found[] {
  const { id, method, params, env } = message;
  if (typeof method !== 'string' || !isRecord(env) || !('sdkVersion' in env)) return [];
  const given = text([params]);
  const refuse = (to: MessageEventSource | null): void => {
    const answer = { id, success: false, error: denied, version: env.sdkVersion };
    to?.postMessage(answer, { targetOrigin: anyone });
  };
  return [{ method: `safe_${method}`, params: given, key: '', reply: { id: idOf(id), refuse, probe: null } }];
}

/** What is the same of a request whatever a wallet adds to it; a made-up key where that cannot be read. */
function looseKey(method: string, params: string): string {
  try {
    const list: unknown = JSON.parse(params);
    const [first, second]: readonly unknown[] = Array.isArray(list) ? list : [];
    if (isRecord(first) && typeof first.to === 'string') {
      const { to, data, input, value } = first;
      const amount = typeof value === 'string' && value !== '' ? BigInt(value) : 0n;
      return `tx ${to} ${text(data ?? input ?? '0x')} ${amount}`.toLowerCase();
    }
    if (method.startsWith('eth_signTypedData'))
      return `typed ${JSON.stringify(typeof second === 'string' ? JSON.parse(second) : second)}`;
  } catch {
    // not what it should be: then only the exact words count
  }
  return `${method} ${params}`;
}

type Record = { readonly [key: string]: unknown };

function isRecord(value: unknown): value is Record {
  return typeof value === 'object' && value !== null;
}

function idOf(id: unknown): string {
  return typeof id === 'string' || typeof id === 'number' ? String(id) : '';
}

/** Parameters as JSON text. What cannot be written so gives a text that is always looked at, and never understood. */
function text(params: unknown): string {
  try {
    return JSON.stringify(params ?? [], (_, value: unknown) =>
      typeof value === 'bigint' ? `0x${value.toString(16)}` : value,
    );
  } catch {
    return JSON.stringify(['\u0000']);
  }
}
