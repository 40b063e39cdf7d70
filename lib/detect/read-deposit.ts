import { type Address, type Hex, sameAddress } from '../core/index.ts';
import {
  type ArgumentPath,
  type DepositEntry,
  isNativePseudo,
  type Registered,
  registry,
} from '../protocols/index.ts';
import {
  type AbiValue,
  argumentTypes,
  type Call,
  decodeArguments,
  take,
  toBytes,
  valueAt,
} from '../request/index.ts';
import type { Deposit } from './deposit.ts';

/** As much of the calldata as is looked at; what follows the arguments changes nothing. */
const readBytes = 262_144;

/** A registered deposit function being called. */
export type Entered = { readonly call: Call; readonly to: Address; readonly entry: Registered<DepositEntry> };

/** The first four bytes of a call, or null where it has fewer. */
export function selectorOf(data: Hex): Hex | null {
  return data.length < 10 ? null : `0x${data.slice(2, 10).toLowerCase()}`;
}

/** The registered deposit function that a call calls, or null. */
export function enteredBy(call: Call): Entered | null {
  const selector = selectorOf(call.data);
  if (call.to === null || selector === null) return null;
  const entry = registry.findDeposit(call.chainId, call.to, selector);
  return entry === null ? null : { call, to: call.to, entry };
}

/** Decodes the arguments after the selector. Throws `CutOff` where they are not there. */
export function argumentsOf(types: string, data: Hex): readonly AbiValue[] {
  return decodeArguments(types, toBytes(data, readBytes).subarray(4));
}

/** Name and decimals are the registry's; chains whose coin is not ether have no symbol here. */
export function symbolOf(chainId: number, asset: Deposit['asset']): string | null {
  if (asset === null) return null;
  if (asset === 'native') return [56, 196, 80094].includes(chainId) ? null : 'ETH';
  return registry.asset(chainId, asset)?.symbol ?? null;
}

function assetOf({ entry }: Entered, values: readonly AbiValue[]): Deposit['asset'] {
  const from = entry.assetFrom;
  if (from === 'none') return null;
  if (typeof from === 'string') return from;
  const named = take.address(valueAt(values, from));
  return isNativePseudo(named) ? 'native' : named;
}

/** A native amount is the call's own value, except where that also holds a bridge's fee. */
function amountOf(
  { entry, call }: Entered,
  values: readonly AbiValue[],
  asset: Deposit['asset'],
): bigint | null {
  const from = entry.amountFrom;
  if (from === 'none') return null;
  if (from === 'value' || (asset === 'native' && entry.valueHoldsFee !== true)) return call.value;
  return take.integer(valueAt(values, from));
}

function addressAt(values: readonly AbiValue[], path: ArgumentPath | undefined): Address | null {
  return path === undefined ? null : take.address(valueAt(values, path));
}

/** What most deposits do not have. */
export const none = {
  asset: null,
  assetSymbol: null,
  amount: null,
  amountUnit: 'assets',
  shares: null,
  token: null,
  strategy: null,
  operator: null,
  withdrawal: null,
} as const;

/** What every deposit of one call has in common. */
function common({ call, to, entry }: Entered): Omit<Deposit, keyof typeof none | 'kind' | 'receiver'> {
  return {
    protocol: entry.protocol,
    chainId: call.chainId,
    contract: to,
    contractName: entry.contractName,
    signature: entry.signature,
    caller: call.caller,
    gives: entry.gives,
    data: call.data,
    via: call.via,
    stake: entry.stake,
    ...(entry.stake === null ? { notModelled: entry.notModelled } : {}),
  };
}

/** One queued withdrawal: staker, delegatedTo, withdrawer, nonce, startBlock, strategies, scaledShares. */
function withdrawalOf(value: AbiValue | undefined): NonNullable<Deposit['withdrawal']> {
  const fields = take.list(value);
  return {
    staker: take.address(fields[0]),
    delegatedTo: take.address(fields[1]),
    withdrawer: take.address(fields[2]),
    strategies: take.list(fields[5]).map((item) => take.address(item)),
    scaledShares: take.list(fields[6]).map((item) => take.integer(item)),
  };
}

/** Withdrawals that are completed as shares go back under the current operator; the others are exits. */
function withdrawals(entered: Entered, values: readonly AbiValue[]): readonly Deposit[] {
  const many = entered.entry.signature.startsWith('completeQueuedWithdrawals(');
  const list = many ? take.list(values[0]) : values.slice(0, 1);
  const asTokens = many ? take.list(values[2]) : [values[2]];
  return list.flatMap((value, index) => {
    if (take.flag(asTokens[index])) return [];
    const withdrawal = withdrawalOf(value);
    return [
      { ...none, ...common(entered), kind: 'deposit' as const, receiver: withdrawal.withdrawer, withdrawal },
    ];
  });
}

/** Whether the call only wraps: a router asked for the one of its tokens that restakes nothing. */
function onlyWraps({ entry }: Entered, values: readonly AbiValue[]): boolean {
  const except = entry.exceptWhere;
  return except !== undefined && sameAddress(take.address(valueAt(values, except.argument)), except.is);
}

/**
 * What a call to a registered deposit function puts in, for whom. Empty for withdrawals taken as tokens, and for calls
 * that only wrap.
 *
 * @throws CutOff when the arguments are not readable
 */
export function readDeposits(entered: Entered): readonly Deposit[] {
  const { call, entry } = entered;
  const values = argumentsOf(entry.readAs ?? argumentTypes(entry.signature), call.data);
  if (entry.does === 'withdrawals') return withdrawals(entered, values);
  if (onlyWraps(entered, values)) return [];
  const asset = assetOf(entered, values);
  const amount = amountOf(entered, values, asset);
  const inShares = entry.amountUnit === 'shares';
  return [
    {
      ...none,
      ...common(entered),
      kind: entry.does,
      asset,
      assetSymbol: symbolOf(call.chainId, asset),
      amount: inShares ? null : amount,
      amountUnit: entry.amountUnit,
      shares: inShares ? amount : null,
      receiver: entry.receiverFrom === 'caller' ? call.caller : addressAt(values, entry.receiverFrom),
      strategy: addressAt(values, entry.strategyFrom),
      operator: addressAt(values, entry.operatorFrom),
    },
  ];
}
