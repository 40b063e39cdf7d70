import { parseTransaction } from 'viem';

import { isAddress } from '../core/index.ts';
import { bounds } from './bounds.ts';
import type { Call, JsonRpcRequest, RequestContext, SignedIntent } from './call.ts';
import { addressOf, asObject, hexOf, own, unusable } from './fields.ts';
import { actorsOf, askerOf, chainFor, noteAuthorizations, transactionCalls } from './transaction.ts';
import { readTypedData } from './typed-data.ts';
import { type Walk, withActor } from './unwrap.ts';
import { openOperation } from './user-operation.ts';

/** What a reader of one method gives back beside what it put into the walk. */
export type Found = { readonly outer: readonly Call[]; readonly intents: readonly SignedIntent[] };
type Reader = (params: unknown, context: RequestContext, walk: Walk, method: string) => Found;

/** CAIP-27: carries a request of its own. */
export const invoke = 'wallet_invokeMethod';

const nothing: Found = { outer: [], intents: [] };

function first(params: unknown): object | null {
  return Array.isArray(params) ? asObject(params[0]) : null;
}

function open(outer: readonly Call[], walk: Walk): Found {
  for (const call of outer) walk.open(call);
  return { outer, intents: [] };
}

const transaction: Reader = (params, context, walk) => {
  const fields = first(params);
  if (fields === null) {
    walk.note('malformed-request', 'no transaction among the parameters');
    return nothing;
  }
  const chainId = chainFor(own(fields, 'chainId'), context, walk);
  const from = askerOf(own(fields, 'from'), context, walk);
  return open(transactionCalls(fields, { chainId, from, via: [], actors: actorsOf(from) }, walk), walk);
};

/** Capabilities are the wallet's own: some carry calls to be made before, and are searched for what they name. */
function keepCapabilities(fields: object, chainId: number, walk: Walk): void {
  const capabilities = own(fields, 'capabilities');
  if (asObject(capabilities) === null && !Array.isArray(capabilities)) return;
  try {
    walk.keep(chainId, 'capabilities', JSON.stringify(capabilities));
  } catch {
    walk.note('not-fully-read', 'capabilities nested deeper than is read');
  }
}

const calls: Reader = (params, context, walk, method) => {
  const fields = first(params);
  const list = fields === null ? null : own(fields, 'calls');
  if (fields === null || !Array.isArray(list)) {
    walk.note('malformed-request', 'no list of calls among the parameters');
    return nothing;
  }
  const chainId = chainFor(own(fields, 'chainId'), context, walk);
  const from = askerOf(own(fields, 'from'), context, walk);
  const outer: Call[] = [];
  keepCapabilities(fields, chainId, walk);
  if (list.length > bounds.calls) walk.note('not-fully-read', 'more calls than are read');
  for (const entry of list.slice(0, bounds.calls)) {
    const call = asObject(entry);
    if (call === null) {
      walk.note('malformed-request', 'an entry of the list is no call');
      continue;
    }
    const named = own(call, 'chainId');
    const chain = named === undefined ? chainId : chainFor(named, context, walk);
    keepCapabilities(call, chain, walk);
    outer.push(
      ...transactionCalls(call, { chainId: chain, from, via: [method], actors: actorsOf(from) }, walk),
    );
  }
  return open(outer, walk);
};

const rawTransaction: Reader = (params, context, walk) => {
  walk.note('already-signed', 'the signature was given before; sending it is all that is left');
  const raw = Array.isArray(params) ? hexOf(params[0]) : unusable;
  if (raw === unusable || raw === null || raw.length > bounds.bytes * 2) {
    walk.note('malformed-request', 'no signed transaction among the parameters');
    return nothing;
  }
  try {
    const { to, value, data, chainId, authorizationList } = parseTransaction(raw);
    noteAuthorizations(authorizationList, walk);
    const chain = chainFor(chainId, context, walk);
    const from = context.account;
    const target = isAddress(to) ? to : null;
    const call = {
      chainId: chain,
      caller: from,
      to: target,
      value: value ?? 0n,
      data: data ?? '0x',
    } as const;
    return open([{ ...call, via: [], actors: actorsOf(from) }], walk);
  } catch {
    walk.note('malformed-request', 'the signed transaction cannot be decoded');
    return nothing;
  }
};

const userOperation: Reader = (params, context, walk, method) => {
  const fields = first(params);
  const sender = fields === null ? null : addressOf(own(fields, 'sender'));
  const data = fields === null ? null : hexOf(own(fields, 'callData'));
  if (fields === null || sender === null || sender === unusable || data === null || data === unusable) {
    walk.note('malformed-request', 'no user operation among the parameters');
    return nothing;
  }
  const entryPoint = Array.isArray(params) && isAddress(params[1]) ? params[1] : null;
  const chainId = chainFor(own(fields, 'chainId'), context, walk);
  const actors = withActor([], sender, 'user-operation');
  noteAuthorizations(
    [own(fields, 'eip7702Auth')].filter((given) => asObject(given) !== null),
    walk,
  );
  openOperation(fields, { chainId, sender, callData: data, entryPoint, via: [method], actors }, walk);
  return {
    outer: [{ chainId, caller: entryPoint, to: sender, value: 0n, data, via: [method], actors }],
    intents: [],
  };
};

const typedData: Reader = (params, context, walk) => {
  if (!Array.isArray(params)) {
    walk.note('malformed-request', 'no typed data to sign');
    return nothing;
  }
  return { outer: [], intents: readTypedData(params, context, walk) };
};

const prepared: Reader = (_params, _context, walk) => {
  walk.note('not-fully-read', 'calls that were prepared before and are not named again');
  return nothing;
};

function isHash(param: unknown): boolean {
  return typeof param === 'string' && /^0[xX][0-9a-fA-F]{64}$/.test(param);
}

/** A message to sign: plain words move nothing, but 32 bytes may be the hash of anything. */
const message: Reader = (params, _context, walk, method) => {
  const given: readonly unknown[] = Array.isArray(params) ? params : [];
  if (method === 'eth_sign' || given.some(isHash))
    walk.note('not-fully-read', 'a hash to sign, which does not say of what');
  return nothing;
};

/** EIP-7702: code of another contract becomes that of the account; it may then do anything with what is there. */
const authorization: Reader = (params, _context, walk) => {
  const fields = first(params) ?? asObject(params);
  if (fields === null) {
    walk.note('malformed-request', 'no authorization among the parameters');
    return nothing;
  }
  noteAuthorizations([fields], walk);
  return nothing;
};

const powers: Reader = (_params, _context, walk) => {
  walk.note('not-fully-read', 'a permission for later requests that no wallet will ask about');
  return nothing;
};

const known: readonly (readonly [string, Reader])[] = [
  ['eth_sendTransaction', transaction],
  ['wallet_sendTransaction', transaction],
  ['eth_signTransaction', transaction],
  ['wallet_sendCalls', calls],
  ['wallet_prepareCalls', calls],
  ['wallet_sendPreparedCalls', prepared],
  ['eth_sendRawTransaction', rawTransaction],
  ['eth_sendUserOperation', userOperation],
  ['eth_signTypedData', typedData],
  ['eth_signTypedData_v1', typedData],
  ['eth_signTypedData_v3', typedData],
  ['eth_signTypedData_v4', typedData],
  ['eth_sign', message],
  ['personal_sign', message],
  ['wallet_grantPermissions', powers],
  ['wallet_requestExecutionPermissions', powers],
  // EIP-7702 as wallets that sign it for a page name it: general knowledge, and seen in public wallet code.
  ['wallet_signAuthorization', authorization],
  ['eth_signAuthorization', authorization],
];
const readers = new Map(known.map(([method, reader]) => [method.toLowerCase(), reader]));
const names = new Map([...known.map(([method]) => method), invoke].map((name) => [name.toLowerCase(), name]));

/** The name of a known method in its own letters, whatever case it was asked in: a wallet may be as lenient. */
export function nameOf(method: string): string {
  return names.get(method.toLowerCase()) ?? method;
}

/** The reader of a method that can move funds or grant power over them, in any case; null for all others. */
export function readerOf(method: string): Reader | null {
  return readers.get(method.toLowerCase()) ?? null;
}

/**
 * The request inside `wallet_invokeMethod`, with the chain of its scope as the chain that counts. Null where there is
 * none. A scope written oddly is noted, and its request is read all the same: a wallet may be less strict.
 */
export function invoked(
  params: unknown,
  context: RequestContext,
  walk: Walk,
): [JsonRpcRequest, RequestContext] | null {
  const fields = asObject(params) ?? first(params);
  const request = fields === null ? null : asObject(own(fields, 'request'));
  const scope = fields === null ? null : own(fields, 'scope');
  const method = request === null ? null : own(request, 'method');
  if (request === null || typeof scope !== 'string' || typeof method !== 'string') {
    walk.note('malformed-request', 'no request for a chain among the parameters');
    return null;
  }
  const inner = { method, params: own(request, 'params') };
  const chain = /^eip155:([1-9][0-9]{0,31})$/.exec(scope)?.[1];
  if (chain !== undefined) return [inner, { ...context, chainId: chainFor(chain, context, walk) }];
  if (readerOf(method) !== null) walk.note('not-fully-read', 'the chain of this request is written oddly');
  return [inner, context];
}
