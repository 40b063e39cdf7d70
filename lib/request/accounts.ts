import { CutOff, decodeArguments, take, type AbiValue } from './abi.ts';
import { toAddress, toInteger } from './bytes.ts';
import { executeUserOp, operationAside, operationData } from './user-operation.ts';
import type { Inner, Wrapper } from './wrapper.ts';

const zero = `0x${'0'.repeat(40)}`;
const triples = '(address,uint256,bytes)[]';

/** In ERC-7821 and its kin the zero address stands for the account itself. */
function target(value: AbiValue | undefined): Inner['to'] {
  const address = take.address(value);
  return address === zero ? 'self' : address;
}

function batch(list: AbiValue | undefined): Inner[] {
  return take.list(list).map((entry) => {
    const [to, value, data] = take.list(entry);
    return { to: target(to), value: take.integer(value), data: take.bytes(data), how: 'call' };
  });
}

/** Parallel lists; an empty list of values stands for zeros. */
function parallel(
  targets: AbiValue | undefined,
  values: AbiValue | null,
  datas: AbiValue | undefined,
): Inner[] {
  const amounts = values === null ? [] : take.list(values);
  const inputs = take.list(datas);
  const accounts = take.list(targets);
  if (inputs.length !== accounts.length) throw new CutOff('lists of different length');
  return accounts.map((to, index) => {
    const value = amounts.length === 0 ? 0n : take.integer(amounts[index]);
    return { to: take.address(to), value, data: take.bytes(inputs[index]), how: 'call' };
  });
}

function single(values: readonly AbiValue[]): Inner[] {
  return [
    { to: target(values[0]), value: take.integer(values[1]), data: take.bytes(values[2]), how: 'call' },
  ];
}

/** ERC-7579 and ERC-7821: the first byte of the mode says what `executionData` holds. */
function byMode([mode, execution]: readonly AbiValue[]): Inner[] {
  const text = take.integer(mode).toString(16).padStart(64, '0');
  const data = take.bytes(execution);
  switch (text.slice(0, 2)) {
    case '00':
      if (data.length < 52) throw new CutOff('a packed call ends early');
      return [
        {
          to: toAddress(data.subarray(0, 20)),
          value: toInteger(data.subarray(20, 52)),
          data: data.subarray(52),
          how: 'call',
        },
      ];
    case 'ff':
      if (data.length < 20) throw new CutOff('a packed call ends early');
      return [
        { to: toAddress(data.subarray(0, 20)), value: 0n, data: data.subarray(20), how: 'delegatecall' },
      ];
    case '01':
      return text.slice(12, 20) === '78210002'
        ? take
            .list(decodeArguments('bytes[]', data)[0])
            .flatMap((part) => batch(decodeArguments(triples, take.bytes(part))[0]))
        : batch(decodeArguments(triples, data)[0]);
    default:
      throw new CutOff('an execution mode that is not known');
  }
}

const packedOperation = '(address,uint256,bytes,bytes,bytes32,uint256,bytes32,bytes,bytes)';
const oldOperation = '(address,uint256,bytes,bytes,uint256,uint256,uint256,uint256,uint256,bytes,bytes)';

/** Fields of an operation: sender, nonce, initCode, callData, …, paymasterAndData, signature. */
function operations(list: AbiValue | undefined): Inner[] {
  return take.list(list).map((entry): Inner => {
    const fields = take.list(entry);
    const data = operationData(take.bytes(fields[3]));
    const sender = take.address(fields[0]);
    const beside = operationAside(sender, take.bytes(fields[2]), take.bytes(fields[fields.length - 2]));
    return { to: sender, value: 0n, data, how: 'call', userOperation: true, ...beside };
  });
}

/** Smart accounts that execute for their owner, one call or many. */
export const accountWrappers: readonly Wrapper[] = [
  { name: 'execute', selector: '0xb61d27f6', types: 'address,uint256,bytes', as: 'account', open: single },
  {
    name: 'executeBatch',
    selector: '0x18dfb3c7',
    types: 'address[],bytes[]',
    as: 'account',
    open: ([targets, datas]) => parallel(targets, null, datas),
  },
  {
    name: 'executeBatch',
    selector: '0x47e1da2a',
    types: 'address[],uint256[],bytes[]',
    as: 'account',
    open: ([targets, values, datas]) => parallel(targets, values ?? null, datas),
  },
  {
    name: 'executeBatch',
    selector: '0x34fcd5be',
    types: triples,
    as: 'account',
    open: ([calls]) => batch(calls),
  },
  { name: 'execute', selector: '0x3f707e6b', types: triples, as: 'account', open: ([calls]) => batch(calls) },
  {
    name: 'execute',
    selector: '0x6171d1c9',
    types: `${triples},bytes`,
    as: 'account',
    open: ([calls]) => batch(calls),
  },
  {
    name: 'executeWithoutChainIdValidation',
    selector: '0x2c2abd1e',
    types: 'bytes[]',
    as: 'account',
    open: ([calls]) =>
      take.list(calls).map((data): Inner => ({ to: 'self', value: 0n, data: take.bytes(data), how: 'call' })),
  },
  { name: 'execute', selector: '0xe9ae5c53', types: 'bytes32,bytes', as: 'account', open: byMode },
  {
    name: 'executeFromExecutor',
    selector: '0xd691c964',
    types: 'bytes32,bytes',
    as: 'account',
    open: byMode,
  },
  {
    name: 'executeUserOp',
    selector: executeUserOp,
    types: `${packedOperation},bytes32`,
    as: 'account',
    open: ([operation]) => [
      { to: 'self', value: 0n, data: operationData(take.bytes(take.list(operation)[3])), how: 'call' },
    ],
  },
  {
    name: 'handleOps',
    selector: '0x1fad948c',
    types: `${oldOperation}[],address`,
    as: 'batch',
    open: ([list]) => operations(list),
  },
  {
    name: 'handleOps',
    selector: '0x765e827f',
    types: `${packedOperation}[],address`,
    as: 'batch',
    open: ([list]) => operations(list),
  },
  {
    name: 'handleAggregatedOps',
    selector: '0xdbed18e0',
    types: `(${packedOperation}[],address,bytes)[],address`,
    as: 'batch',
    open: ([list]) => take.list(list).flatMap((group) => operations(take.list(group)[0])),
  },
];
