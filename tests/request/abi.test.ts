import { concatHex, encodeAbiParameters, type Hex, pad, parseAbiParameters, toHex } from 'viem';
import { describe, expect, it } from 'vitest';

import {
  CutOff,
  decodeArguments,
  take,
  toBytes,
  toHex as bytesToHex,
  valueAt,
} from '../../lib/request/index.ts';

const decode = (types: string, data: Hex) => decodeArguments(types, toBytes(data, 1_000_000));
const word = (value: number): Hex => pad(toHex(value), { size: 32 });

describe('decoding', () => {
  it('gives what was encoded, for every shape our signatures have', () => {
    const types =
      'address,uint256,bool,bytes32,string,(uint256,(address,bytes)[]),uint128[],bytes[],(uint256,address)';
    const address = '0x1111111111111111111111111111111111111111';
    const data = encodeAbiParameters(parseAbiParameters(types), [
      address,
      7n,
      true,
      word(9),
      'text',
      [
        5n,
        [
          [address, '0xabcd'],
          [address, '0x'],
        ],
      ],
      [1n, 2n],
      ['0x01', '0x0203'],
      [8n, address],
    ]);
    const values = decode(types, data);
    expect([
      values[0],
      values[1],
      values[2],
      values[3],
      valueAt(values, [8, 0]),
      valueAt(values, [8, 1]),
    ]).toEqual([address, 7n, true, 9n, 8n, address]);
    expect(bytesToHex(take.bytes(values[4]))).toBe('0x74657874');
    expect(bytesToHex(take.bytes(valueAt(values, [5, 1, 0, 1])))).toBe('0xabcd');
    expect(take.list(values[6])).toEqual([1n, 2n]);
    expect(take.list(values[7]).map((item) => bytesToHex(take.bytes(item)))).toEqual(['0x01', '0x0203']);
  });

  it('ignores what stands before the twenty bytes of an address', () => {
    expect(decode('address', `0x${'ff'.repeat(12)}${'11'.repeat(20)}`)).toEqual([`0x${'11'.repeat(20)}`]);
  });

  it.each<readonly [string, string, Hex]>([
    ['no bytes at all', 'uint256', '0x'],
    ['a word that ends early', 'uint256', `0x${'00'.repeat(31)}`],
    ['an offset out of the arguments', 'bytes', word(64)],
    ['an offset of 2^255', 'bytes', `0x80${'00'.repeat(63)}`],
    ['a length out of the arguments', 'bytes', concatHex([word(32), word(33)])],
    ['a length of 2^256 - 1', 'bytes', concatHex([word(32), `0x${'ff'.repeat(32)}`])],
    ['an array longer than its bytes', 'uint256[]', concatHex([word(32), word(3), word(1)])],
  ])('refuses %s', (_, types, data) => {
    expect(() => decode(types, data)).toThrow(CutOff);
  });

  it('refuses arrays that point at the same bytes until they are too many', () => {
    // 200 lists that are one and the same list of 200 numbers: 40,000 values out of 13 kB.
    const outer = concatHex([word(32), word(200), ...Array.from({ length: 200 }, () => word(200 * 32))]);
    const inner = concatHex([word(200), ...Array.from({ length: 200 }, () => word(1))]);
    expect(() => decode('uint256[][]', concatHex([outer, inner]))).toThrow('too many arguments');
  });

  it('refuses a path that leads nowhere, and a value of another kind', () => {
    expect(() => valueAt([1n], [0, 0])).toThrow(CutOff);
    expect(() => valueAt([], [0])).toThrow(CutOff);
    expect(() => take.address(1n)).toThrow(CutOff);
    expect(() => take.integer('0x11')).toThrow(CutOff);
    expect(() => take.flag(1n)).toThrow(CutOff);
    expect(() => take.bytes(undefined)).toThrow(CutOff);
    expect(() => take.list(1n)).toThrow(CutOff);
  });
});
