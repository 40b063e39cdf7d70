import { type Address, isAddress } from '../core/index.ts';
import type { RequestContext, SignedIntent } from './call.ts';
import { asObject, hexOf, own, quantity, unusable } from './fields.ts';
import { chainFor } from './transaction.ts';
import { bounds, type Walk, withActor } from './unwrap.ts';

/** Typed messages that are read of one request. */
const most = 8;

type Message = {
  readonly chainId: number;
  readonly primaryType: string;
  readonly verifyingContract: Address | null;
  readonly fields: object;
  readonly whole: object;
};

function addressIn(object: object | null, key: string): Address | null {
  const value = object === null ? undefined : own(object, key);
  return isAddress(value) ? value : null;
}

/** An exact integer, or null: a JSON number beyond 2^53 has lost its digits. */
function amountIn(object: object | null, key: string): bigint | null {
  const value = object === null ? null : quantity(own(object, key));
  return value === unusable ? null : value;
}

function parse(text: string): object | null {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return null; // not JSON, or nested deeper than can be read: said as malformed
  }
}

/** The oldest form of typed data: `[{ type, name, value }, …]`. */
function isFlatList(param: unknown): boolean {
  const entry = Array.isArray(param) ? asObject(param[0]) : null;
  return entry !== null && typeof own(entry, 'type') === 'string';
}

/**
 * The typed data among the parameters: as objects or as JSON text, in either order with the address. More than one is
 * noted, since wallets do not agree which one counts.
 */
function findTypedData(params: readonly unknown[], walk: Walk): readonly object[] {
  const all: object[] = [];
  for (const param of params) {
    if (isAddress(param)) continue;
    if (typeof param === 'string' && param.length > bounds.bytes * 2) {
      walk.note('not-fully-read', 'a message larger than is read');
      return all.slice(0, most);
    }
    const found = typeof param === 'string' ? parse(param) : asObject(param);
    if (found !== null) all.push(found);
  }
  if (all.length > 1) walk.note('not-fully-read', 'several messages where one is signed');
  // The oldest form signs a flat list of values: no contract takes it for a permission.
  if (all.length === 0 && !params.some(isFlatList)) walk.note('malformed-request', 'no typed data to sign');
  return all.slice(0, most);
}

/** Calls that a smart account would make once this message is signed. */
function accountCalls(message: Message, walk: Walk): boolean {
  const { chainId, fields, primaryType } = message;
  const isSafe = primaryType === 'SafeTx';
  const account = isSafe
    ? message.verifyingContract
    : (addressIn(fields, 'sender') ?? addressIn(fields, 'safe'));
  const data = hexOf(own(fields, isSafe ? 'data' : 'callData'));
  const to = isSafe ? addressIn(fields, 'to') : account;
  const value = isSafe ? amountIn(fields, 'value') : 0n;
  if (account === null || to === null || data === unusable || value === null) {
    walk.note('malformed-request', `a ${primaryType} message that cannot be read`);
    return true;
  }
  const place = {
    chainId,
    via: [primaryType],
    actors: withActor([], account, isSafe ? 'smart-account' : 'user-operation'),
  };
  if (isSafe && amountIn(fields, 'operation') === 1n)
    walk.openDelegated({ ...place, account, to, data: data ?? '0x' });
  else walk.open({ ...place, caller: isSafe ? account : null, to, value, data: data ?? '0x' });
  return true;
}

function grants(message: Message): readonly SignedIntent[] | null {
  const { chainId, fields, primaryType } = message;
  const spender = addressIn(fields, 'spender');
  if (spender === null) return null;
  const grant = (token: Address | null, amount: bigint | null): SignedIntent => {
    return { kind: 'grant', chainId, token, spender, amount };
  };
  if (primaryType === 'Permit') return [grant(message.verifyingContract, amountIn(fields, 'value'))];
  if (!primaryType.startsWith('Permit')) return null;
  const held = own(fields, 'details') ?? own(fields, 'permitted');
  const list = Array.isArray(held) ? held : [held];
  return list.slice(0, bounds.calls).map((entry: unknown) => {
    const details = asObject(entry);
    return grant(addressIn(details, 'token'), amountIn(details, 'amount'));
  });
}

function eigenLayerDeposit(message: Message): SignedIntent | null {
  const { chainId, fields, verifyingContract } = message;
  const staker = addressIn(fields, 'staker');
  const strategy = addressIn(fields, 'strategy');
  const token = addressIn(fields, 'token');
  if (message.primaryType !== 'Deposit' || staker === null || strategy === null || token === null)
    return null;
  const amount = amountIn(fields, 'amount');
  return { kind: 'eigenlayer-deposit', chainId, verifyingContract, staker, strategy, token, amount };
}

function unread(message: Message, walk: Walk): readonly SignedIntent[] {
  const { chainId, primaryType, whole } = message;
  try {
    return [{ kind: 'unread', chainId, primaryType, text: JSON.stringify(whole) }];
  } catch {
    walk.note('not-fully-read', 'a message nested deeper than is read');
    return [];
  }
}

/** What signing a typed message does; calls a smart account would make go to the walk. */
export function readTypedData(
  params: readonly unknown[],
  context: RequestContext,
  walk: Walk,
): readonly SignedIntent[] {
  return findTypedData(params, walk).flatMap((whole) => readMessage(whole, context, walk));
}

function readMessage(whole: object, context: RequestContext, walk: Walk): readonly SignedIntent[] {
  const domain = asObject(own(whole, 'domain'));
  const fields = asObject(own(whole, 'message'));
  const primaryType = own(whole, 'primaryType');
  if (domain === null || fields === null || typeof primaryType !== 'string') {
    walk.note('malformed-request', 'typed data without domain, type or message');
    return [];
  }
  const chainId = chainFor(own(domain, 'chainId'), context, walk);
  const message = {
    chainId,
    primaryType,
    verifyingContract: addressIn(domain, 'verifyingContract'),
    fields,
    whole,
  };
  if (['SafeTx', 'PackedUserOperation', 'SafeOp'].includes(primaryType) && accountCalls(message, walk))
    return [];
  const deposit = eigenLayerDeposit(message);
  if (deposit !== null) return [deposit];
  return grants(message) ?? unread(message, walk);
}
