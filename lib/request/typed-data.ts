import { type Address, isAddress } from '../core/index.ts';
import { bounds } from './bounds.ts';
import type { RequestContext, SignedIntent } from './call.ts';
import { addressIn, amountIn, asObject, hexOf, own, unusable } from './fields.ts';
import { ordersIn, type TypedMessage as Message } from './orders.ts';
import { chainFor } from './transaction.ts';
import { type Walk, withActor } from './unwrap.ts';
import { openOperation } from './user-operation.ts';

/** Typed messages that are read of one request. */
const most = 8;

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

/** A user operation, as EntryPoint v0.8 and Safe's 4337 module have it signed. */
function operationCalls(message: Message, walk: Walk): void {
  const { chainId, fields, primaryType, verifyingContract } = message;
  const sender = addressIn(fields, 'sender') ?? addressIn(fields, 'safe');
  const callData = hexOf(own(fields, 'callData'));
  if (sender === null || callData === unusable)
    return walk.note('malformed-request', `a ${primaryType} message that cannot be read`);
  const entryPoint = addressIn(fields, 'entryPoint') ?? verifyingContract;
  const actors = withActor([], sender, 'user-operation');
  const operation = { chainId, sender, callData: callData ?? '0x', entryPoint, via: [primaryType], actors };
  openOperation(fields, operation, walk);
}

/** The transaction that a Safe would make. */
function safeCalls(message: Message, walk: Walk): void {
  const { chainId, fields, primaryType, verifyingContract: account } = message;
  const data = hexOf(own(fields, 'data'));
  const to = addressIn(fields, 'to');
  const value = amountIn(fields, 'value');
  if (account === null || to === null || data === unusable || value === null)
    return walk.note('malformed-request', `a ${primaryType} message that cannot be read`);
  const place = { chainId, via: [primaryType], actors: withActor([], account, 'smart-account') };
  if (amountIn(fields, 'operation') === 1n) walk.openDelegated({ ...place, account, to, data: data ?? '0x' });
  else walk.open({ ...place, caller: account, to, value, data: data ?? '0x' });
}

/** Opens what a smart account would do once this message is signed; false for other messages. */
function accountCalls(message: Message, walk: Walk): boolean {
  const { primaryType } = message;
  if (primaryType === 'SafeTx') safeCalls(message, walk);
  else if (operationTypes.has(primaryType)) operationCalls(message, walk);
  else return false;
  return true;
}

const operationTypes = new Set(['PackedUserOperation', 'UserOperation', 'SafeOp']);

/** A permit to spend. One that allows nothing takes the permission away, so its amount is zero. */
function permitted(message: Message): bigint | null {
  const { fields } = message;
  if (own(fields, 'allowed') === false || amountIn(fields, 'allowed') === 0n) return 0n;
  return amountIn(fields, 'value');
}

function grants(message: Message): readonly SignedIntent[] | null {
  const { chainId, fields, primaryType, verifyingContract } = message;
  const grant = (spender: Address, token: Address | null, amount: bigint | null): SignedIntent => {
    return { kind: 'grant', chainId, token, spender, amount };
  };
  // EIP-3009: anybody who holds the signature may send the tokens to that address.
  const sentTo = /^(Transfer|Receive)WithAuthorization$/.test(primaryType) ? addressIn(fields, 'to') : null;
  if (sentTo !== null) return [grant(sentTo, verifyingContract, amountIn(fields, 'value'))];
  const spender = addressIn(fields, 'spender');
  if (spender === null || !primaryType.startsWith('Permit')) return null;
  if (primaryType === 'Permit') return [grant(spender, verifyingContract, permitted(message))];
  const held = own(fields, 'details') ?? own(fields, 'permitted');
  const list = Array.isArray(held) ? held : [held];
  return list.slice(0, bounds.calls).map((entry: unknown) => {
    const details = asObject(entry);
    return grant(spender, addressIn(details, 'token'), amountIn(details, 'amount'));
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

/** A part of a message that nobody reads, kept to be searched; `body` without what only says who checks it. */
function unread(message: Message, text: object, body: object, walk: Walk): readonly SignedIntent[] {
  const { chainId, primaryType } = message;
  try {
    return [{ kind: 'unread', chainId, primaryType, text: JSON.stringify(text), body: JSON.stringify(body) }];
  } catch {
    walk.note('not-fully-read', 'a message nested deeper than is read');
    return [];
  }
}

/** A permit may carry an order as its witness; one of a kind that nobody reads is searched, without the permit. */
function permits(message: Message, walk: Walk): readonly SignedIntent[] {
  const granted = grants(message);
  const orders = ordersIn(message);
  if (granted === null && orders === null) return unread(message, message.whole, message.fields, walk);
  const witness = orders === null ? asObject(own(message.fields, 'witness')) : null;
  const hidden = witness === null ? [] : unread(message, witness, witness, walk);
  return [...(granted ?? []), ...(orders ?? []), ...hidden];
}

/** What signing a typed message does; calls a smart account would make go to the walk. */
export function readTypedData(
  params: readonly unknown[],
  context: RequestContext,
  walk: Walk,
): readonly SignedIntent[] {
  const signer = params.find(isAddress) ?? context.account;
  return findTypedData(params, walk).flatMap((whole) => readMessage(whole, context, walk, signer));
}

function readMessage(
  whole: object,
  context: RequestContext,
  walk: Walk,
  signer: Address | null,
): readonly SignedIntent[] {
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
    domainName: own(domain, 'name'),
    signer,
    fields,
    whole,
  };
  if (accountCalls(message, walk)) return [];
  const deposit = eigenLayerDeposit(message);
  if (deposit !== null) return [deposit];
  return permits(message, walk);
}
