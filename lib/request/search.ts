import { isAddress } from '../core/index.ts';
import type { Call, JsonRpcRequest, RequestContext, SignedIntent } from './call.ts';
import { asObject, own } from './fields.ts';
import { type Found, invoke, nameOf, readerOf } from './methods.ts';
import { actorsOf, askerOf, chainFor, transactionCalls } from './transaction.ts';
import { readTypedData } from './typed-data.ts';
import type { Walk } from './unwrap.ts';

/** Values looked at, and how deep, before the rest is called unread. */
const mostValues = 4_096;
const deepest = 16;

type Search = {
  readonly walk: Walk;
  readonly context: RequestContext;
  readonly outer: Call[];
  readonly intents: SignedIntent[];
  /** Reads a whole request that stands among the parameters. */
  readonly request: (request: JsonRpcRequest) => Found;
  left: number;
};

/** Whether a method only reads: its parameters look like calls, and move nothing. */
export function isRead(method: string): boolean {
  return /^(?:eth_(?!se|sig)|debug_|trace_|pm_)/i.test(method);
}

/**
 * What parameters of a method that nobody knows would do, as far as they look like something known: requests, calls and
 * typed messages, as objects or as JSON text, at any depth. Wallets have methods of their own, and carry the requests of
 * others inside messages.
 *
 * @param request - reads a request that is found inside
 */
export function searchCalls(
  params: unknown,
  context: RequestContext,
  walk: Walk,
  request: Search['request'],
): Found {
  const search: Search = { walk, context, outer: [], intents: [], request, left: mostValues };
  look(params, search, 0);
  return { outer: search.outer, intents: search.intents };
}

function look(value: unknown, search: Search, depth: number): void {
  search.left -= 1;
  if (search.left < 0 || depth > deepest)
    return search.walk.note('not-fully-read', 'more parameters than are read');
  if (typeof value === 'string') {
    const inner = value.length > 1 && /^\s*[[{]/.test(value) ? parsed(value) : null;
    if (inner !== null) look(inner, search, depth + 1);
  } else if (Array.isArray(value)) for (const entry of value) look(entry, search, depth + 1);
  else {
    const fields = asObject(value);
    if (fields !== null && !take(fields, search))
      for (const key of Object.keys(fields)) look(own(fields, key), search, depth + 1);
  }
}

/** Reads an object that is something known; false where its parts have to be looked at. */
function take(fields: object, search: Search): boolean {
  const { walk, context } = search;
  const method = own(fields, 'method');
  if (
    typeof method === 'string' &&
    (isRead(method) || readerOf(method) !== null || nameOf(method) === invoke)
  ) {
    if (isRead(method)) return true;
    const { outer, intents } = search.request({ method, params: own(fields, 'params') });
    search.outer.push(...outer);
    search.intents.push(...intents);
    return true;
  }
  if (typeof own(fields, 'primaryType') === 'string' && asObject(own(fields, 'message')) !== null) {
    search.intents.push(...readTypedData([fields], context, walk));
    return true;
  }
  if (isAddress(own(fields, 'sender')) && typeof own(fields, 'callData') === 'string') {
    const { outer, intents } = search.request({ method: 'eth_sendUserOperation', params: [fields] });
    search.outer.push(...outer);
    search.intents.push(...intents);
    return true;
  }
  const moves = ['data', 'input', 'value'].some((key) => own(fields, key) !== undefined);
  if (!isAddress(own(fields, 'to')) || !moves) return false;
  const chainId = chainFor(own(fields, 'chainId'), context, walk);
  const from = askerOf(own(fields, 'from'), context, walk);
  const calls = transactionCalls(fields, { chainId, from, via: [], actors: actorsOf(from) }, walk);
  for (const call of calls) walk.open(call);
  search.outer.push(...calls);
  return true;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // a text that only looks like JSON
  }
}
