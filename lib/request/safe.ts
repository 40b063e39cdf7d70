import type { Address } from '../core/index.ts';
import { CutOff, take, type AbiValue } from './abi.ts';
import { toAddress, toInteger } from './bytes.ts';
import type { Inner, Wrapper } from './wrapper.ts';

const zero = `0x${'0'.repeat(40)}`;

/** The multiSend contracts that Safe itself deploys (npm @safe-global/safe-deployments 1.37.56), lower case. */
const knownMultiSends = new Set([
  '0xa238cbeb142c10ef7ad8442c6d1f9e89e07e7761',
  '0x998739bfdaadde7c933b942a68053933098f9eda',
  '0x38869bf66a61cf6bdb996a6ae40d5853fd43b526',
  '0x218543288004cd07832472d464648173c77d7eb7',
  '0x40a2accbd92bca938b02010e17a5b8929b49130d',
  '0xa1dabef33b3b82c7814b6d82a79e50f4ac44102b',
  '0x9641d764fc13c8b624c04430c7356c1c7c8102e2',
  '0xa83c336b20401af773b6219ba5027174338d1836',
]);

/** Whether an address is a multiSend contract of Safe: a delegatecall to any other may do what it likes. */
export function isKnownMultiSend(address: Address): boolean {
  return knownMultiSends.has(address.toLowerCase());
}

/** `to, value, data, operation` at the start of the arguments; operation 1 is a delegatecall. */
function operation(values: readonly AbiValue[]): readonly Inner[] {
  const how = take.integer(values[3]) === 1n ? 'delegatecall' : 'call';
  return [{ to: take.address(values[0]), value: take.integer(values[1]), data: take.bytes(values[2]), how }];
}

/** Packed entries: operation 1 byte, target 20, value 32, length 32, data; no padding between them. */
function unpack(packed: Uint8Array): readonly Inner[] {
  const found: Inner[] = [];
  let at = 0;
  while (at < packed.length) {
    if (at + 85 > packed.length) throw new CutOff('a packed entry ends early');
    const length = toInteger(packed.subarray(at + 53, at + 85));
    if (length > BigInt(packed.length - at - 85)) throw new CutOff('a packed entry ends early');
    const end = at + 85 + Number(length);
    const to = toAddress(packed.subarray(at + 1, at + 21));
    found.push({
      to: to === zero ? 'self' : to,
      value: toInteger(packed.subarray(at + 21, at + 53)),
      data: packed.subarray(at + 85, end),
      how: packed[at] === 1 ? 'delegatecall' : 'call',
    });
    at = end;
  }
  return found;
}

const call = 'address,uint256,bytes,uint8';

/** Safe: transactions of owners and modules, and its packed batch. */
export const safeWrappers: readonly Wrapper[] = [
  {
    name: 'execTransaction',
    selector: '0x6a761202',
    types: `${call},uint256,uint256,uint256,address,address,bytes`,
    as: 'account',
    open: operation,
  },
  { name: 'execTransactionFromModule', selector: '0x468721a7', types: call, as: 'account', open: operation },
  {
    name: 'execTransactionFromModuleReturnData',
    selector: '0x5229073f',
    types: call,
    as: 'account',
    open: operation,
  },
  { name: 'executeUserOp', selector: '0x7bb37428', types: call, as: 'account', open: operation },
  {
    name: 'executeUserOpWithErrorString',
    selector: '0x541d63c8',
    types: call,
    as: 'account',
    open: operation,
  },
  { name: 'execute', selector: '0x51945447', types: call, as: 'account', open: operation },
  {
    name: 'multiSend',
    selector: '0x8d80ff0a',
    types: 'bytes',
    as: 'batch',
    open: ([packed]) => unpack(take.bytes(packed)),
  },
];
