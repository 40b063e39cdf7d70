import { type Copy, type Filter, copyText } from './gate.ts';
import {
  type Callable,
  data,
  defineProperty,
  get,
  isArray,
  freeze,
  isCallable,
  isObject,
  parse,
} from './natives.ts';

/** What one call of a provider's `request`, `send` or `sendAsync` asks for. */
export type Plan = {
  /** Requests in it that matter, each as its private copy; empty: none of ours. */
  readonly copies: readonly Copy[];
  /** Arguments for the wallet. Made anew at each call from the private copy, where a request matters. */
  readonly forward: () => unknown[];
  readonly callback: Callable | null;
  readonly payload: unknown;
};

/** Stands for a request that cannot be copied, and so is refused. */
export const unusable: Copy = /* @__PURE__ */ freeze({ method: '', params: '[]' });

/** One payload with its method read once; `copy` is the private copy of a request that matters. */
type Item = { readonly payload: unknown; readonly copy: Copy | null };

/**
 * Reads the arguments once: `request(payload)`, `send(method, params)`, `send(payload, callback)`,
 * `sendAsync(payload or list, callback)`, `requestBatch(list)`. The method is pinned, so that a getter or a later
 * change cannot turn it into another; parameters of methods that do not matter stay the page's own object.
 * What is judged and what is forwarded come from one and the same text, whatever getters and `toJSON` made of it.
 * What JSON-RPC cannot mean is `unusable`: the caller refuses it.
 */
export function readPlan(args: unknown[], filter: Filter): Plan {
  const first = args[0];
  const named = typeof first === 'string';
  const batch = isArray(first);
  const callback = isCallable(args[1]) ? args[1] : null;
  const given: readonly unknown[] = batch ? first : [named ? { method: first, params: args[1] } : first];
  const items: Item[] = [];
  const copies: Copy[] = [];
  for (let i = 0; i < given.length; i += 1) {
    const item = readItem(given[i], filter);
    append(items, item);
    if (item.copy !== null) append(copies, item.copy);
  }
  const forward = (): unknown[] => {
    const list: unknown[] = [];
    for (let i = 0; i < items.length; i += 1) append(list, freshPayload(items[i]));
    if (named) return copies.length === 0 ? args : [first, parse(copies[0]?.params ?? '[]')];
    defineProperty(args, 0, data(batch ? list : list[0])); // a list of our own: a proxy is given a new one
    return args;
  };
  return { copies, forward, callback, payload: first };
}

function readItem(payload: unknown, filter: Filter): Item {
  if (!isObject(payload)) return { payload, copy: null };
  const method: unknown = get(payload, 'method');
  if (isObject(method)) return { payload, copy: unusable }; // a wallet might turn it into any text
  // Read by name, since a class may hand it down: a copy has only what is its own.
  const params: unknown = get(payload, 'params');
  const pinned = { ...payload, method, ...(params === undefined ? null : { params }) };
  let copy: Copy | null = null;
  if (typeof method === 'string') {
    const text = params === undefined ? '[]' : copyText(params);
    // What JSON cannot hold is refused where the method is one we know; a wallet is not known to take it otherwise.
    if (filter.matters(method)) copy = text === null ? unusable : { method, params: text };
    else if (text !== null && filter.looks(method, text)) copy = { method, params: text };
  }
  return { payload: pinned, copy };
}

function freshPayload(item: Item | undefined): unknown {
  const copy = item?.copy ?? null;
  return copy === null || !isObject(item?.payload)
    ? item?.payload
    : { ...item.payload, params: parse(copy.params) };
}

/** Adds to a list as `push` would, which is the page's. */
function append<T>(list: T[], value: T): void {
  defineProperty(list, list.length, data(value));
}
