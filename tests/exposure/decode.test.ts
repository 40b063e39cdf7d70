import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { encodeAbiParameters, parseAbiParameters } from 'viem';
import { describe, expect, it } from 'vitest';

import {
  addressList,
  allocationsOf,
  busySets,
  queueOf,
  queuePairs,
  withdrawable,
} from '../../lib/exposure/decode.ts';
import { aggregate3, aggregate3Results, lensData } from '../../lib/exposure/lens-call.ts';
import type { Raw } from '../../lib/exposure/request.ts';
import { delaySlot, pendingDelayOf, registrationSlot, slashableUntilOf } from '../../lib/exposure/slots.ts';
import { streamOf } from '../../lib/exposure/stream.ts';
import { listAt, word } from '../../lib/exposure/words.ts';

const A = '0x00000000000000000000000000000000000000a1';
const B = '0x00000000000000000000000000000000000000b2';

function ok(hex: string): Raw {
  return { status: 'ok', data: hex.slice(2) };
}

const queueTypes = parseAbiParameters(
  '(address,address,address,uint256,uint32,address[],uint256[])[], uint256[][]',
);
const queue = encodeAbiParameters(queueTypes, [
  [
    [A, B, A, 0n, 7, [A, B], [5n, 6n]],
    [A, A, A, 1n, 9, [B], [8n]],
  ],
  [[50n, 60n], [80n]],
]);
const allocations = encodeAbiParameters(parseAbiParameters('(address,uint32)[], (uint64,int128,uint32)[]'), [
  [
    [A, 1],
    [A, 2],
    [B, 1],
  ],
  [
    [10n, -4n, 99],
    [0n, 0n, 0],
    [0n, 3n, 100],
  ],
]);

describe('decoding', () => {
  it('reads a queue with its operators, strategies and shares', () => {
    expect(queueOf(ok(queue))).toEqual([
      { operator: B, startBlock: 7, strategies: [A, B], scaledShares: [5n, 6n], shares: [50n, 60n] },
      { operator: A, startBlock: 9, strategies: [B], scaledShares: [8n], shares: [80n] },
    ]);
    expect(queuePairs(ok(queue))).toEqual([
      [B, A],
      [B, B],
      [A, B],
    ]);
  });

  it('reads allocations, falling ones too, and leaves out sets with nothing', () => {
    expect(allocationsOf(ok(allocations))).toEqual([
      { avs: A, id: 1, current: 10n, pendingDiff: -4n, effectBlock: 99 },
      { avs: B, id: 1, current: 0n, pendingDiff: 3n, effectBlock: 100 },
    ]);
    expect(busySets(ok(allocations))).toEqual([
      { avs: A, id: 1 },
      { avs: B, id: 1 },
    ]);
  });

  it('refuses shares that are not one for each strategy', () => {
    const shares = encodeAbiParameters(parseAbiParameters('uint256[], uint256[]'), [
      [1n, 2n],
      [1n, 2n],
    ]);
    expect(withdrawable(ok(shares), 2)).toEqual([1n, 2n]);
    expect(withdrawable(ok(shares), 3)).toBeNull();
  });

  it('refuses an address with anything above its 20 bytes', () => {
    const list = `0x${word(32)}${word(1)}${word(1n << 160n)}`;
    expect(addressList(ok(list))).toBeNull();
  });

  it('takes no more than is there, whatever an answer claims', () => {
    expect(listAt(`${word(32)}${word(2n ** 256n - 1n)}`, 0, 0, 32)).toBeNull();
    expect(listAt(`${word(2n ** 255n)}${word(1)}`, 0, 0, 32)).toBeNull();
    expect(listAt(`${word(32)}${word(1)}`, 0, 0, 32)).toBeNull();
  });

  it('never throws and never takes long over bytes that mean nothing', () => {
    const words = [word(0), word(32), word(64), word(1), word(2n ** 256n - 1n)];
    const bytes = oneof(
      string({ unit: constantFrom(...Array.from('0123456789abcdef')), maxLength: 2_000 }),
      array(constantFrom(...words), { maxLength: 40 }).map((all) => all.join('')),
    );
    assert(
      property(bytes, (data) => {
        const raw: Raw = { status: 'ok', data };
        addressList(raw);
        queueOf(raw);
        queuePairs(raw);
        busySets(raw);
        allocationsOf(raw);
        streamOf(data);
        aggregate3Results(data, 2);
        lensData(`0x${data}`, 'multicall');
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads back what it asks Multicall3, call by call', () => {
    const calls = [
      { to: A, data: '0x12345678' },
      { to: B, data: '0x' },
    ] as const;
    expect(aggregate3(calls)).toMatch(/^0x82ad56cb/);
    const answer = encodeAbiParameters(parseAbiParameters('(bool,bytes)[]'), [
      [
        [true, '0xaabb'],
        [false, '0x'],
      ],
    ]);
    expect(aggregate3Results(answer.slice(2), 2)).toEqual([
      { ok: true, data: 'aabb' },
      { ok: false, data: '' },
    ]);
    expect(aggregate3Results(answer.slice(2), 3)).toBeNull();
  });
});

describe('storage words that no view shows', () => {
  // From the low end: delay 5, set, pending delay 7, effect block 120.
  const packed = (120n << 72n) | (7n << 40n) | (1n << 32n) | 5n;
  const raw: Raw = { status: 'ok', data: word(packed) };

  it('shows a pending allocation delay that the view hides', () => {
    expect(pendingDelayOf(raw, { isSet: true, delay: 5 }, 100)).toEqual({ delayBlocks: 7, effectBlock: 120 });
    expect(pendingDelayOf(raw, { isSet: true, delay: 7 }, 120)).toEqual({ delayBlocks: 7, effectBlock: 120 });
    expect(
      pendingDelayOf({ status: 'ok', data: word((1n << 32n) | 5n) }, { isSet: true, delay: 5 }, 100),
    ).toBe('none');
  });

  it('is not believed where it does not agree with the view of the same block', () => {
    expect(pendingDelayOf(raw, { isSet: true, delay: 6 }, 100)).toBeNull();
    expect(pendingDelayOf(raw, { isSet: true, delay: 5 }, 120)).toBeNull();
    expect(
      pendingDelayOf({ status: 'ok', data: word(1n << 200n) }, { isSet: false, delay: 0 }, 100),
    ).toBeNull();
    expect(pendingDelayOf(raw, null, 100)).toBeNull();
    expect(pendingDelayOf(undefined, { isSet: true, delay: 5 }, 100)).toBeNull();
  });

  it('names the last block of a tail', () => {
    expect(slashableUntilOf({ status: 'ok', data: word((321n << 8n) | 1n) })).toBe(321);
    expect(slashableUntilOf(undefined)).toBeNull();
  });

  it('lies where the contract keeps it', () => {
    expect(delaySlot(A)).not.toBe(delaySlot(B));
    expect(registrationSlot(A, { avs: B, id: 1 })).not.toBe(registrationSlot(A, { avs: B, id: 2 }));
  });
});
