import { describe, expect, it } from 'vitest';

import { fuzzDetect } from '../../tools/fuzz/detect.ts';

describe('made requests, the same every time', () => {
  it('never break the reading, and no deposit among them passes in silence', () => {
    const { crashes, silent, missed, planted, found } = fuzzDetect(3_000, 7);
    expect(crashes).toEqual([]);
    expect(silent).toEqual([]);
    // Within the bounds, and in wrappings that are known, it is not enough to say that something was not read.
    expect(missed).toEqual([]);
    // Enough of them hold a deposit, and most of those are listed, not only said.
    expect(planted).toBeGreaterThan(700);
    expect(found).toBeGreaterThan(planted / 2);
  });
});
