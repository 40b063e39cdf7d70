import { take, type AbiValue } from './abi.ts';
import type { Inner, Wrapper } from './wrapper.ts';

/** Entries of `(target, data)`, `(target, flag, data)` or `(target, flag, value, data)`. */
function entries(list: AbiValue | undefined, valueAt: number | null, dataAt: number): Inner[] {
  return take.list(list).map((entry) => {
    const fields = take.list(entry);
    const value = valueAt === null ? 0n : take.integer(fields[valueAt]);
    return { to: take.address(fields[0]), value, data: take.bytes(fields[dataAt]), how: 'call' };
  });
}

/** The multicall family: the multicall contract makes the calls. */
const multicalls: readonly Wrapper[] = [
  {
    name: 'aggregate',
    selector: '0x252dba42',
    types: '(address,bytes)[]',
    as: 'batch',
    open: ([calls]) => entries(calls, null, 1),
  },
  {
    name: 'tryAggregate',
    selector: '0xbce38bd7',
    types: 'bool,(address,bytes)[]',
    as: 'batch',
    open: ([, calls]) => entries(calls, null, 1),
  },
  {
    name: 'blockAndAggregate',
    selector: '0xc3077fa9',
    types: '(address,bytes)[]',
    as: 'batch',
    open: ([calls]) => entries(calls, null, 1),
  },
  {
    name: 'tryBlockAndAggregate',
    selector: '0x399542e9',
    types: 'bool,(address,bytes)[]',
    as: 'batch',
    open: ([, calls]) => entries(calls, null, 1),
  },
  {
    name: 'aggregate3',
    selector: '0x82ad56cb',
    types: '(address,bool,bytes)[]',
    as: 'batch',
    open: ([calls]) => entries(calls, null, 2),
  },
  {
    name: 'aggregate3Value',
    selector: '0x174dea71',
    types: '(address,bool,uint256,bytes)[]',
    as: 'batch',
    open: ([calls]) => entries(calls, 2, 3),
  },
];

/** A contract that runs several of its own functions; each keeps caller and value of the whole. */
function selfMulticall(selector: string, types: string, listAt: number): Wrapper {
  return {
    name: 'multicall',
    selector,
    types,
    as: 'same',
    open: (values, frame) =>
      take.list(values[listAt]).map((data): Inner => {
        return { to: frame.to, value: frame.value, data: take.bytes(data), how: 'same' };
      }),
  };
}

/** 0x AllowanceHolder (0xProject/0x-settler): lends an allowance to a target for the length of one call to it. */
const allowanceHolder: Wrapper = {
  name: 'exec',
  selector: '0x2213bc0b',
  types: 'address,address,uint256,address,bytes',
  as: 'batch',
  open: ([, , , to, data], frame) => [
    { to: take.address(to), value: frame.value, data: take.bytes(data), how: 'call' },
  ],
};

/** Ways to make several calls from one contract that is no account. */
export const batches: readonly Wrapper[] = [
  ...multicalls,
  allowanceHolder,
  selfMulticall('0xac9650d8', 'bytes[]', 0),
  selfMulticall('0x5ae401dc', 'uint256,bytes[]', 1),
  selfMulticall('0x1f0464d1', 'bytes32,bytes[]', 1),
];
