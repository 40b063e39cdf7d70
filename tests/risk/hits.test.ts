import { describe, expect, it } from 'vitest';

import { BLOCK, drawAhead, hitsOf, RANGE } from '../../lib/risk/odds/hits.ts';
import { sfc32 } from '../../lib/risk/odds/sfc32.ts';

/** All draws below a chance, with their places, straight from the generator. */
function expected(seed: number, chance: number, count: number): [place: number, value: number][] {
  const next = sfc32(seed);
  return Array.from({ length: count }, (_, place): [number, number] => [place, next()]).filter(
    ([, value]) => value < chance * RANGE,
  );
}

function found(seed: number, chance: number, blocks: number, count = blocks * BLOCK) {
  const hits = hitsOf(seed, chance, count);
  const all: [place: number, value: number][] = [];
  for (let block = 0; block < blocks; block += 1) {
    const { places, values } = hits(block);
    places.forEach((place, index) => all.push([block * BLOCK + place, values[index] ?? -1]));
  }
  return all.filter(([, value]) => value < chance * RANGE);
}

describe('draws below a chance', () => {
  it.each([
    ['rare', 0.01],
    ['as rare as counts', 1 / 16],
    ['not rare', 0.3],
    ['certain', 1],
    ['impossible', 0],
  ])('are all of the generator, in its order: %s', (_, chance) => {
    expect(found(7, chance, 3)).toEqual(expected(7, chance, 3 * BLOCK));
  });

  it('are the same whoever asked before, for which seed, and how far', () => {
    const wanted = expected(7, 0.02, 2 * BLOCK);
    drawAhead(7);
    expect(found(7, 0.02, 2)).toEqual(wanted);
    expect(found(8, 0.02, 1)).toEqual(expected(8, 0.02, BLOCK));
    expect(found(7, 0.02, 1)).toEqual(expected(7, 0.02, BLOCK));
    expect(found(7, 0.02, 2)).toEqual(wanted);
  });

  it('are the same where they are too many to be kept', () => {
    expect(found(7, 0.02, 2, 2 ** 26)).toEqual(expected(7, 0.02, 2 * BLOCK));
  });
});
