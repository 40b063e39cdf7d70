import { type Address, type Hex, isAddress } from '../core/index.ts';
import { bounds } from './bounds.ts';
import { toAddress, toBytes, toHex } from './bytes.ts';
import type { Actor } from './call.ts';
import { hexOf, own, unusable } from './fields.ts';
import type { Walk } from './unwrap.ts';
import type { Inner } from './wrapper.ts';

/** `executeUserOp` of ERC-4337 v0.7: the entry point hands the whole operation over, the call follows this selector. */
export const executeUserOp = '0x8dd7712f';

/** `callData` of a user operation; one that names `executeUserOp` carries the real call behind that selector. */
export function operationData(data: Uint8Array): Uint8Array {
  return toHex(data.subarray(0, 4)) === executeUserOp ? data.subarray(4) : data;
}

/**
 * What a user operation does beside its call. `initCode` is a factory and what it is called with, which may hold a first
 * call of the new account; EntryPoint v0.8 marks an EIP-7702 account by `0x7702…` there and calls the account itself.
 * What is handed to a paymaster calls nothing, and is kept to be searched.
 */
export function operationAside(
  sender: Address,
  initCode: Uint8Array,
  paymaster: Uint8Array,
): Pick<Inner, 'before' | 'aside'> {
  const factory = toAddress(initCode.subarray(0, 20));
  const to = /^0x77020{36}$/.test(factory) ? sender : factory;
  return {
    ...(initCode.length <= 20 ? {} : { before: { to, data: initCode.subarray(20) } }),
    ...(paymaster.length === 0 ? {} : { aside: { what: 'paymasterAndData', data: paymaster } }),
  };
}

function bytesIn(fields: object, key: string): Uint8Array {
  const hex = hexOf(own(fields, key));
  return hex === null || hex === unusable ? new Uint8Array() : toBytes(hex, bounds.bytes);
}

/** `initCode`, or the factory and its data that bundlers split it into since v0.7. */
function initCodeIn(fields: object, sender: Address): Uint8Array {
  const factory = own(fields, 'factory');
  if (factory === undefined || factory === null) return bytesIn(fields, 'initCode');
  const to = isAddress(factory) ? factory : sender;
  return toBytes(`0x${to.slice(2)}${toHex(bytesIn(fields, 'factoryData')).slice(2)}`, bounds.bytes);
}

type Operation = {
  readonly chainId: number;
  readonly sender: Address;
  readonly callData: Hex;
  readonly entryPoint: Address | null;
  readonly via: readonly string[];
  readonly actors: readonly Actor[];
};

/** Opens a user operation as bundlers, or typed data, write it: first what its factory is called with, then its call. */
export function openOperation(fields: object, operation: Operation, walk: Walk): void {
  const { chainId, sender, callData, entryPoint, via, actors } = operation;
  const init = initCodeIn(fields, sender);
  const paid = own(fields, 'paymasterAndData') === undefined ? 'paymasterData' : 'paymasterAndData';
  const { before, aside } = operationAside(sender, init, bytesIn(fields, paid));
  const shared = { chainId, caller: entryPoint, value: 0n, actors };
  if (aside !== undefined) walk.keep(chainId, aside.what, toHex(aside.data));
  if (before !== undefined)
    walk.open({ ...shared, to: before.to, data: toHex(before.data), via: [...via, 'initCode'] });
  const data: Hex = callData.toLowerCase().startsWith(executeUserOp) ? `0x${callData.slice(10)}` : callData;
  walk.open({ ...shared, to: sender, data, via });
}
