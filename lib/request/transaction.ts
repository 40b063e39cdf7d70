import type { Address, Hex } from '../core/index.ts';
import type { Actor, Call, RequestContext } from './call.ts';
import { addressOf, asObject, chainIdOf, hexOf, own, quantity, unusable } from './fields.ts';
import type { Walk } from './unwrap.ts';

/** What is the same for every call of one request. */
export type Setting = {
  readonly chainId: number;
  readonly from: Address | null;
  readonly via: readonly string[];
  readonly actors: readonly Actor[];
};

/**
 * The chain a request names, else the wallet's. A chain that cannot be read is noted, one that differs too.
 */
export function chainFor(value: unknown, context: RequestContext, walk: Walk): number {
  const named = chainIdOf(value);
  if (named === unusable) {
    walk.note('malformed-request', 'the chain is not readable');
    return context.chainId;
  }
  if (named !== null && named !== context.chainId) {
    walk.note('chain-mismatch', `the request is for chain ${named}, the wallet is on ${context.chainId}`);
  }
  return named ?? context.chainId;
}

/** The account that asks: the request's own `from`, else the connected account. */
export function askerOf(value: unknown, context: RequestContext, walk: Walk): Address | null {
  const from = addressOf(value);
  if (from === unusable) walk.note('malformed-request', 'the sender is not an address');
  return from === unusable || from === null ? context.account : from;
}

/** The accounts a person speaks for at the start of a request. */
export function actorsOf(from: Address | null): readonly Actor[] {
  return from === null ? [] : [{ address: from, as: 'asker' }];
}

/** `data` and its synonym `input`: both where they differ, since wallets do not agree which one counts. */
function calldata(transaction: object, walk: Walk): readonly Hex[] {
  const data = hexOf(own(transaction, 'data'));
  const input = hexOf(own(transaction, 'input'));
  if (data === unusable || input === unusable) {
    walk.note('malformed-request', 'the calldata is not whole bytes of hex');
    return [data, input].filter((hex) => typeof hex === 'string');
  }
  if (data === null || input === null || data.toLowerCase() === input.toLowerCase()) {
    return [data ?? input ?? '0x'];
  }
  walk.note('data-input-differ', 'data and input hold different bytes');
  return [data, input];
}

const zero = /^0x0{40}$/;

/**
 * EIP-7702 authorizations that go along with a transaction: each lets code of another contract run as the account, so
 * what the account then does is not told by the call alone. The zero address takes such code away again.
 */
export function noteAuthorizations(list: unknown, walk: Walk): void {
  if (!Array.isArray(list)) return;
  const given = list.some((entry) => {
    const fields = asObject(entry);
    const code = fields === null ? null : (own(fields, 'address') ?? own(fields, 'contractAddress'));
    return typeof code !== 'string' || !zero.test(code);
  });
  if (given) walk.note('account-takes-code', 'the account would run code of another contract');
}

/** The calls one transaction object could mean: none where it is unusable, two where data and input differ. */
export function transactionCalls(transaction: object, setting: Setting, walk: Walk): readonly Call[] {
  const to = own(transaction, 'to');
  const target = to === '' || to === '0x' ? null : addressOf(to);
  const value = quantity(own(transaction, 'value'));
  if (target === unusable) walk.note('malformed-request', 'the target is not an address');
  if (value === unusable) walk.note('malformed-request', 'the value is not a number');
  const inputs = calldata(transaction, walk);
  noteAuthorizations(own(transaction, 'authorizationList'), walk);
  if (target === unusable || value === unusable) return [];
  const { chainId, from, via, actors } = setting;
  return inputs.map((data) => ({ chainId, caller: from, to: target, value: value ?? 0n, data, via, actors }));
}
