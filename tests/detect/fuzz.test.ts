import { describe, expect, it } from 'vitest';

import { fuzzDetect } from '../../tools/fuzz/detect.ts';

describe('made requests, the same every time', () => {
  it('never break the reading, and no deposit among them passes in silence', () => {
    const { crashes, silent, planted, found } = fuzzDetect(3_000, 7);
    expect(crashes).toEqual([]);
    expect(silent).toEqual([]);
    // Enough of them hold a deposit, and most of those are listed, not only said.
    expect(planted).toBeGreaterThan(700);
    expect(found).toBeGreaterThan(planted / 2);
  });
});
