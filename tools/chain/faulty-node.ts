import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

import * as z from 'zod/mini';

/** What goes wrong between a reader and its node. Everything left out works. */
export type Faults = {
  /** Milliseconds before each answer. */
  readonly delayMs?: number;
  /** Takes no connection's request: the socket is closed at once. */
  readonly down?: boolean;
  /** Takes the request and never answers. */
  readonly silent?: boolean;
  /** HTTP status to every request, such as 429 or 500. */
  readonly status?: number;
  /** Answers eth_chainId with this. */
  readonly chainId?: number;
  /** Serves every `latest` question this many blocks behind: 300 are an hour. The state it serves is the present one. */
  readonly blocksBehind?: number;
  /** Answers with text that is no JSON. */
  readonly junk?: boolean;
  /** Refuses JSON-RPC batches. */
  readonly noBatch?: boolean;
  /** Refuses the third parameter of eth_call. */
  readonly noOverride?: boolean;
  /** Refuses eth_call whose `gas` is above this, and caps the gas of the others. */
  readonly maxGas?: bigint;
  /** Cuts every HTTP body after this many bytes. */
  readonly maxBytes?: number;
  /** A lying node: changes single results. `undefined` leaves one as it is. */
  readonly alter?: (method: string, params: readonly unknown[], result: unknown) => unknown;
};

export type NodeStats = {
  /** HTTP requests taken. */
  readonly roundTrips: number;
  /** JSON-RPC calls in them. */
  readonly calls: number;
  /** Calls by method. */
  readonly methods: Readonly<Record<string, number>>;
};

export type FaultyNode = {
  readonly url: string;
  stats(): NodeStats;
  resetStats(): void;
  set(faults: Faults): void;
  stop(): Promise<void>;
};

const call = z.object({
  id: z.optional(z.unknown()),
  method: z.string(),
  params: z.optional(z.readonly(z.array(z.unknown()))),
});
const asking = z.union([call, z.array(call)]);
const replied = z.object({ result: z.optional(z.unknown()), error: z.optional(z.unknown()) });
const header = z.object({ number: z.string(), timestamp: z.string() });

type Call = z.infer<typeof call>;
type Reply = {
  readonly jsonrpc: '2.0';
  readonly id: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
};

/**
 * Puts a JSON-RPC node with faults before a real one. It counts what it is asked, faulty or not.
 *
 * @param url - the node behind it
 * @param faults - what goes wrong from the start; `set` replaces all of it
 */
export async function startFaultyNode(url: string, faults: Faults = {}): Promise<FaultyNode> {
  let current = faults;
  let stats: NodeStats = { roundTrips: 0, calls: 0, methods: {} };
  const server = createServer((request, response) => {
    if (request.method === 'OPTIONS') {
      response.writeHead(204, CORS).end();
      return;
    }
    void body(request)
      .then(async (text) => {
        stats = counted(stats, text);
        await answer(url, current, text, response);
      })
      // What is no JSON-RPC, or a node behind it that is gone: as a gateway would say it.
      .catch((cause: unknown) => response.writeHead(502, CORS).end(String(cause)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    stats: () => stats,
    resetStats: () => {
      stats = { roundTrips: 0, calls: 0, methods: {} };
    },
    set: (next) => {
      current = next;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': 'POST, OPTIONS',
};

async function body(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}

async function answer(url: string, faults: Faults, text: string, response: ServerResponse): Promise<void> {
  if (faults.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, faults.delayMs));
  if (faults.silent === true) return;
  if (faults.down === true) {
    response.destroy();
    return;
  }
  if (faults.status !== undefined) {
    response.writeHead(faults.status, CORS).end('{"error":"no"}');
    return;
  }
  if (faults.junk === true) {
    response.writeHead(200, { ...CORS, 'content-type': 'application/json' }).end('<html>not a node</html>');
    return;
  }
  const replies = await served(url, faults, text);
  const whole = Buffer.from(JSON.stringify(replies));
  const sent = faults.maxBytes === undefined ? whole : whole.subarray(0, faults.maxBytes);
  response.writeHead(200, { ...CORS, 'content-type': 'application/json' }).end(sent);
}

async function served(url: string, faults: Faults, text: string): Promise<Reply | Reply[]> {
  const asked = parsed(text);
  if (!Array.isArray(asked)) return one(url, faults, asked);
  if (faults.noBatch === true) return refusal(null, -32600, 'batch requests are not supported');
  return Promise.all(asked.map((entry) => one(url, faults, entry)));
}

async function one(url: string, faults: Faults, asked: Call): Promise<Reply> {
  const { id = null, method, params = [] } = asked;
  const overridden = method === 'eth_call' && params.length > 2;
  if (faults.noOverride === true && overridden) {
    return refusal(id, -32602, 'too many arguments, want at most 2');
  }
  const capped = faults.maxGas === undefined ? params : withGas(method, params, faults.maxGas);
  if (capped === 'refused') return refusal(id, -32000, 'gas limit is too high');
  const behind =
    faults.blocksBehind === undefined ? capped : await older(url, method, capped, faults.blocksBehind);
  const reply = await forward(url, { method, params: behind }, id);
  return 'error' in reply ? reply : { ...reply, result: await bent(faults, method, params, reply.result) };
}

function bent(faults: Faults, method: string, params: readonly unknown[], result: unknown): unknown {
  if (method === 'eth_chainId' && faults.chainId !== undefined) return hex(BigInt(faults.chainId));
  if (method === 'eth_blockNumber' && faults.blocksBehind !== undefined) {
    return hex(BigInt(String(result)) - BigInt(faults.blocksBehind));
  }
  const altered = faults.alter?.(method, params, result);
  return altered === undefined ? result : altered;
}

function withGas(method: string, params: readonly unknown[], most: bigint): readonly unknown[] | 'refused' {
  const [request, ...rest] = params;
  if (method !== 'eth_call' || typeof request !== 'object' || request === null) return params;
  if ('gas' in request && BigInt(String(request.gas)) > most) return 'refused';
  return [{ gas: hex(most), ...request }, ...rest];
}

/** Calls see the older block's number and time; headers are the real older ones. */
async function older(
  url: string,
  method: string,
  params: readonly unknown[],
  blocks: number,
): Promise<readonly unknown[]> {
  if (method !== 'eth_call' && method !== 'eth_getBlockByNumber') return params;
  const at = method === 'eth_call' ? 1 : 0;
  const asked = params[at] ?? 'latest';
  if (asked !== 'latest' && asked !== 'pending') return params;
  const head = await forward(url, { method: 'eth_getBlockByNumber', params: ['latest', false] }, 0);
  const { number, timestamp } = header.parse(head.result);
  const then = hex(BigInt(number) - BigInt(blocks));
  if (method === 'eth_getBlockByNumber') return [then, ...params.slice(1)];
  const time = hex(BigInt(timestamp) - 12n * BigInt(blocks));
  return [params[0], 'latest', params[2] ?? {}, { number: then, time }];
}

async function forward(url: string, asked: Call, id: unknown): Promise<Reply> {
  const reply = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: asked.method, params: asked.params }),
  });
  return { jsonrpc: '2.0', id, ...replied.parse(await reply.json()) };
}

function refusal(id: unknown, code: number, message: string): Reply {
  return { jsonrpc: '2.0', id, error: { code, message } };
}

function parsed(text: string): Call | Call[] {
  return asking.parse(JSON.parse(text));
}

function counted(stats: NodeStats, text: string): NodeStats {
  const asked = parsed(text);
  const calls = Array.isArray(asked) ? asked : [asked];
  const methods = { ...stats.methods };
  for (const { method } of calls) methods[method] = (methods[method] ?? 0) + 1;
  return { roundTrips: stats.roundTrips + 1, calls: stats.calls + calls.length, methods };
}

function hex(value: bigint): string {
  return `0x${value.toString(16)}`;
}
