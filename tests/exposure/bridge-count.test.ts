import { describe, expect, it } from 'vitest';

import type { Address } from '../../lib/core/index.ts';
import { needed } from '../../lib/exposure/bridge-count.ts';
import { leftToLayerZero, type Settings, settingsOf } from '../../lib/exposure/bridge-settings.ts';
import { addressWord, word } from '../../lib/exposure/words.ts';
import { verifierOperator } from '../../lib/protocols/index.ts';

const DEAD = at(0xdead);
const OPERATORS: Readonly<Record<string, string>> = {
  [at(1)]: 'one',
  [at(11)]: 'one',
  [at(2)]: 'two',
  [at(22)]: 'two',
  [at(3)]: 'three',
  [at(4)]: 'four',
};

function at(n: number): Address {
  return `0x${n.toString(16).padStart(40, '0')}`;
}

/** The count for verifiers given by number; 90 and above are in no list. */
function of(required: readonly number[], optional: readonly number[] = [], threshold = 0) {
  const settings = { required: required.map(at), optional: optional.map(at), threshold };
  const need = needed(settings, (address) => OPERATORS[address] ?? null, DEAD);
  return need === null ? null : [need.least, need.most];
}

describe('how many operators must agree', () => {
  it.each([
    ['one of one', of([1]), [1n, 1n]],
    ['two of two', of([1, 2]), [2n, 2n]],
    ['two verifiers of one operator', of([1, 11]), [1n, 1n]],
    ['two, and one of two others', of([1, 2], [3, 4], 1), [3n, 3n]],
    ['an optional one whose operator must agree anyway', of([1, 2], [11, 4], 1), [2n, 2n]],
    ['two of three, two of them of one operator', of([], [2, 22, 3], 2), [1n, 1n]],
    ['three of four of two operators', of([], [1, 11, 2, 22], 3), [2n, 2n]],
    ['nobody', of([]), [0n, 0n]],
  ])('%s', (_, found, wanted) => {
    expect(found).toEqual(wanted);
  });

  it('takes a verifier of unknown operator for one of the others, and for one of its own', () => {
    expect(of([1, 90])).toEqual([1n, 2n]);
    expect(of([90, 91])).toEqual([1n, 2n]);
    expect(of([90])).toEqual([1n, 1n]);
    expect(of([1, 2], [90, 3], 1)).toEqual([2n, 3n]);
  });

  it('does not count one that two others are said to run for a third', () => {
    const [both, blockdaemon] = [
      '0x7E65BDd15C8Db8995F80aBf0D6593b57dc8BE437',
      '0xB19A9370D404308040A9760678c8Ca28aFfbbb76',
    ] as const;
    const settings = { required: [both, blockdaemon], optional: [], threshold: 0 };
    expect(needed(settings, verifierOperator, DEAD)).toEqual({ least: 1n, most: 2n });
  });

  it('never lets a further verifier that nobody knows raise the lower end', () => {
    for (const required of [[1], [1, 2], [1, 11], [90]])
      expect(of([...required, 99])?.[0]).toBe(of(required)?.[0]);
  });

  it('knows a path as closed where the dead verifier would have to agree', () => {
    expect(of([1, 0xdead])).toBeNull();
    expect(of([], [0xdead, 2], 2)).toBeNull();
    expect(of([1], [0xdead, 2], 1)).toEqual([2n, 2n]);
  });
});

/** An answer of `getUlnConfig` as an honest library encodes it, with words of it changed. */
function answer(
  required: readonly number[],
  optional: readonly number[],
  threshold: number,
  change: Readonly<Record<number, bigint>> = {},
): string {
  const second = 6 * 32 + 32 * (1 + required.length);
  const words = [
    ...[32, 15, required.length, optional.length, threshold, 6 * 32, second].map(word),
    ...[required, optional].flatMap((list) => [word(list.length), ...list.map((n) => addressWord(at(n)))]),
  ];
  return words.map((one, i) => (change[i] === undefined ? one : word(change[i]))).join('');
}

describe('settings of a library', () => {
  it('are taken as they stand', () => {
    const wanted: Settings = { required: [at(1), at(2)], optional: [at(3)], threshold: 1 };
    expect(settingsOf(answer([1, 2], [3], 1))).toEqual(wanted);
    expect(settingsOf(answer([1], [], 0))).toEqual({ required: [at(1)], optional: [], threshold: 0 });
  });

  it.each([
    ['nothing', ''],
    ['half of it', answer([1, 2], [3], 1).slice(0, 400)],
    ['a struct elsewhere', answer([1], [], 0, { 0: 64n })],
    ['fewer required than the count says', answer([1], [], 0, { 2: 2n })],
    ['more required than the count says', answer([1, 2], [], 0, { 2: 1n })],
    ['a threshold above all', answer([1], [3], 2)],
    ['an endless list', answer([1], [], 0, { 2: 2n ** 255n, 7: 2n ** 255n })],
    ['an offset into nowhere', answer([1], [], 0, { 5: 2n ** 200n })],
    ['an offset behind the end', answer([1], [], 0, { 6: 100_000n })],
    ['a verifier that is no address', answer([1], [], 0, { 8: 2n ** 200n })],
  ])('are not known from %s', (_, data) => {
    expect(settingsOf(data)).toBeNull();
  });

  it('are LayerZero’s to change where the app set no verifier of its own', () => {
    expect(leftToLayerZero(answer([], [], 0))).toBe(true);
    expect(leftToLayerZero(answer([1], [], 0))).toBe(false);
    expect(leftToLayerZero(answer([], [], 0, { 2: 255n }))).toBe(true);
    expect(leftToLayerZero(answer([], [3], 1, { 2: 255n }))).toBe(false);
    expect(leftToLayerZero('')).toBeNull();
  });
});
