import {
  concatHex,
  encodeAbiParameters,
  encodeFunctionData,
  encodePacked,
  type Hex,
  pad,
  parseAbi,
  size,
} from 'viem';

/** A call as a transaction makes it. */
export type Made = { readonly to: Hex; readonly value: bigint; readonly data: Hex };

/** One way to carry a call inside another, as a contract that exists would run it. */
export type Wrapping = {
  readonly name: string;
  readonly selector: Hex;
  /** Layers it takes: an operation that is handed to its account takes two. */
  readonly layers: 1 | 2;
  /** `target`: whoever is called outside calls inside. `same`: the caller stays. `account`: the account given. */
  readonly caller: 'target' | 'same' | 'account';
  /** Whether the value of the call inside is carried; otherwise it is zero. */
  readonly carriesValue: boolean;
  wrap(inner: Made, account: Hex): Made;
};

const multicall3: Hex = '0xcA11bde05977b3631167028862bE2a173976CA11';
const entryPoint: Hex = '0x0000000071727De22E5E9d8BAf0edAc6f37da032';
const multiSend: Hex = '0x9641d764fc13c8B624c04430C7356C1C7C8102e2';
const zero: Hex = '0x0000000000000000000000000000000000000000';
const b32 = pad('0x');
const call = 'address,uint256,bytes,uint8';
const operation = '(address,uint256,bytes,bytes,bytes32,uint256,bytes32,bytes,bytes)';
const oldOperation = '(address,uint256,bytes,bytes,uint256,uint256,uint256,uint256,uint256,bytes,bytes)';
const triples = [
  { type: 'tuple[]', components: [{ type: 'address' }, { type: 'uint256' }, { type: 'bytes' }] },
] as const;

/** Calldata of a function by its signature. */
export function encode(signature: string, args: readonly unknown[]): Hex {
  const signatures: readonly string[] = [`function ${signature}`];
  const functionName = signature.slice(0, signature.indexOf('('));
  return encodeFunctionData({ abi: parseAbi(signatures), functionName, args });
}

/** The first four bytes of calldata that a wrapping makes, whatever is inside. */
function selectorOf(wrap: Wrapping['wrap']): Hex {
  const made = wrap({ to: zero, value: 0n, data: '0x' }, zero);
  return `0x${made.data.slice(2, 10)}`;
}

function wrapping(
  name: string,
  caller: Wrapping['caller'],
  carriesValue: boolean,
  wrap: Wrapping['wrap'],
  layers: 1 | 2 = 1,
): Wrapping {
  return { name, selector: selectorOf(wrap), layers, caller, carriesValue, wrap };
}

/** An account's function: the account is called, and calls. */
function byAccount(name: string, data: (inner: Made) => Hex, carriesValue = true): Wrapping {
  return wrapping(name, 'target', carriesValue, (inner, account) => {
    return { to: account, value: 0n, data: data(inner) };
  });
}

function byMulticall(name: string, data: (inner: Made) => Hex, carriesValue = false): Wrapping {
  return wrapping(name, 'target', carriesValue, (inner) => {
    return { to: multicall3, value: carriesValue ? inner.value : 0n, data: data(inner) };
  });
}

function bySelf(name: string, data: (inner: Made) => Hex): Wrapping {
  return wrapping(name, 'same', true, (inner) => ({ ...inner, data: data(inner) }));
}

function batchOf(inner: Made, to: Hex = inner.to): Hex {
  return encodeAbiParameters(triples, [[[to, inner.value, inner.data]]]);
}

function packed(inner: Made, how: number): Hex {
  return encodePacked(
    ['uint8', 'address', 'uint256', 'uint256', 'bytes'],
    [how, inner.to, inner.value, BigInt(size(inner.data)), inner.data],
  );
}

const safeTail = [0n, 0n, 0n, zero, zero, '0x'] as const;
const execTransaction = `execTransaction(${call},uint256,uint256,uint256,address,address,bytes)`;

function mode(start: Hex): Hex {
  return pad(start, { dir: 'right' });
}

function operationOf(inner: Made): readonly unknown[] {
  return [inner.to, 0n, '0x', inner.data, b32, 0n, b32, '0x', '0x'];
}

function executeOf(inner: Made): Hex {
  return encode('execute(address,uint256,bytes)', [inner.to, inner.value, inner.data]);
}

/** An operation of the account: it executes the call. */
function byOperation(name: string, layers: 2, data: (account: Hex, execute: Hex) => Hex): Wrapping {
  const wrap: Wrapping['wrap'] = (inner, account) => {
    return { to: entryPoint, value: 0n, data: data(account, executeOf(inner)) };
  };
  return wrapping(name, 'account', true, wrap, layers);
}

/** Every row of `facts/interception.md` §4 that carries a call. */
export const wrappings: readonly Wrapping[] = [
  byMulticall('aggregate', ({ to, data }) => encode('aggregate((address,bytes)[])', [[[to, data]]])),
  byMulticall('tryAggregate', ({ to, data }) =>
    encode('tryAggregate(bool,(address,bytes)[])', [true, [[to, data]]]),
  ),
  byMulticall('blockAndAggregate', ({ to, data }) =>
    encode('blockAndAggregate((address,bytes)[])', [[[to, data]]]),
  ),
  byMulticall('tryBlockAndAggregate', ({ to, data }) =>
    encode('tryBlockAndAggregate(bool,(address,bytes)[])', [true, [[to, data]]]),
  ),
  byMulticall('aggregate3', ({ to, data }) =>
    encode('aggregate3((address,bool,bytes)[])', [[[to, false, data]]]),
  ),
  byMulticall(
    'aggregate3Value',
    ({ to, value, data }) =>
      encode('aggregate3Value((address,bool,uint256,bytes)[])', [[[to, false, value, data]]]),
    true,
  ),
  bySelf('multicall', ({ data }) => encode('multicall(bytes[])', [[data]])),
  bySelf('multicall with a deadline', ({ data }) => encode('multicall(uint256,bytes[])', [9n, [data]])),
  bySelf('multicall with a block', ({ data }) => encode('multicall(bytes32,bytes[])', [b32, [data]])),
  byAccount('execTransaction', ({ to, value, data }) =>
    encode(execTransaction, [to, value, data, 0, ...safeTail]),
  ),
  wrapping(
    'execTransaction with multiSend',
    'target',
    true,
    (inner, account) => {
      const batch = encode('multiSend(bytes)', [packed(inner, 0)]);
      return {
        to: account,
        value: 0n,
        data: encode(execTransaction, [multiSend, 0n, batch, 1, ...safeTail]),
      };
    },
    2,
  ),
  ...['execTransactionFromModule', 'execTransactionFromModuleReturnData', 'executeUserOp', 'execute'].map(
    (name) =>
      byAccount(`${name} with an operation`, ({ to, value, data }) =>
        encode(`${name}(${call})`, [to, value, data, 0]),
      ),
  ),
  byAccount('executeUserOpWithErrorString', ({ to, value, data }) =>
    encode(`executeUserOpWithErrorString(${call})`, [to, value, data, 0]),
  ),
  byAccount('multiSend', (inner) => encode('multiSend(bytes)', [packed(inner, 0)])),
  byAccount('execute', executeOf),
  byAccount(
    'executeBatch v0.6',
    ({ to, data }) => encode('executeBatch(address[],bytes[])', [[to], [data]]),
    false,
  ),
  byAccount('executeBatch v0.7', ({ to, value, data }) =>
    encode('executeBatch(address[],uint256[],bytes[])', [[to], [value], [data]]),
  ),
  byAccount('executeBatch of calls', ({ to, value, data }) =>
    encode('executeBatch((address,uint256,bytes)[])', [[[to, value, data]]]),
  ),
  byAccount('execute of calls', ({ to, value, data }) =>
    encode('execute((address,uint256,bytes)[])', [[[to, value, data]]]),
  ),
  byAccount('execute of calls with a signature', ({ to, value, data }) =>
    encode('execute((address,uint256,bytes)[],bytes)', [[[to, value, data]], '0x1234']),
  ),
  byAccount('ERC-7579 single', ({ to, value, data }) =>
    encode('execute(bytes32,bytes)', [
      mode('0x00'),
      encodePacked(['address', 'uint256', 'bytes'], [to, value, data]),
    ]),
  ),
  byAccount('ERC-7579 single that may fail', ({ to, value, data }) =>
    encode('execute(bytes32,bytes)', [
      mode('0x0001'),
      encodePacked(['address', 'uint256', 'bytes'], [to, value, data]),
    ]),
  ),
  byAccount('ERC-7579 batch', (inner) => encode('execute(bytes32,bytes)', [mode('0x01'), batchOf(inner)])),
  byAccount('ERC-7579 by an executor', (inner) =>
    encode('executeFromExecutor(bytes32,bytes)', [mode('0x0101'), batchOf(inner)]),
  ),
  byAccount('ERC-7821 with data', ({ to, value, data }) =>
    encode('execute(bytes32,bytes)', [
      mode('0x01000000000078210001'),
      encodeAbiParameters([...triples, { type: 'bytes' }], [[[to, value, data]], '0xaa']),
    ]),
  ),
  byAccount('ERC-7821 batch of batches', (inner) =>
    encode('execute(bytes32,bytes)', [
      mode('0x01000000000078210002'),
      encodeAbiParameters([{ type: 'bytes[]' }], [[batchOf(inner)]]),
    ]),
  ),
  wrapping(
    'ERC-7821 of the account itself',
    'target',
    true,
    (inner, account) => {
      const own = { to: zero, value: 0n, data: executeOf(inner) };
      return { to: account, value: 0n, data: encode('execute(bytes32,bytes)', [mode('0x01'), batchOf(own)]) };
    },
    2,
  ),
  wrapping(
    'ERC-7579 delegatecall of multiSend',
    'target',
    true,
    (inner, account) => {
      const data = concatHex([multiSend, encode('multiSend(bytes)', [packed(inner, 0)])]);
      return { to: account, value: 0n, data: encode('execute(bytes32,bytes)', [mode('0xff'), data]) };
    },
    2,
  ),
  wrapping(
    'executeWithoutChainIdValidation',
    'target',
    true,
    (inner, account) => {
      const data = encode('executeWithoutChainIdValidation(bytes[])', [[executeOf(inner)]]);
      return { to: account, value: 0n, data };
    },
    2,
  ),
  wrapping(
    'executeUserOp v0.7',
    'target',
    true,
    (inner, account) => {
      const own = { to: account, value: 0n, data: concatHex(['0x8dd7712f', executeOf(inner)]) };
      const data = encode(`executeUserOp(${operation},bytes32)`, [operationOf(own), b32]);
      return { to: account, value: 0n, data };
    },
    2,
  ),
  byOperation('handleOps v0.6', 2, (account, execute) =>
    encode(`handleOps(${oldOperation}[],address)`, [
      [[account, 0n, '0x', execute, 0n, 0n, 0n, 0n, 0n, '0x', '0x']],
      account,
    ]),
  ),
  byOperation('handleOps v0.7', 2, (account, execute) =>
    encode(`handleOps(${operation}[],address)`, [
      [operationOf({ to: account, value: 0n, data: execute })],
      account,
    ]),
  ),
  byOperation('handleAggregatedOps', 2, (account, execute) =>
    encode(`handleAggregatedOps((${operation}[],address,bytes)[],address)`, [
      [[[operationOf({ to: account, value: 0n, data: execute })], zero, '0x']],
      account,
    ]),
  ),
  wrapping('AllowanceHolder', 'target', true, (inner) => {
    const data = encode('exec(address,address,uint256,address,bytes)', [
      zero,
      zero,
      0n,
      inner.to,
      inner.data,
    ]);
    return { to: '0x0000000000001fF3684f28c67538d4D072C22734', value: inner.value, data };
  }),
];
