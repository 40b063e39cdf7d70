import { describe, expect, it } from 'vitest';

import { codeWords } from '../../lib/explain/factors/code.ts';
import { plain } from '../../lib/explain/index.ts';
import { protocols } from '../../lib/protocols/index.ts';

const WAD = 10n ** 18n;

function said(lo: bigint, hi: bigint): string {
  const sentence = codeWords.coverRatio.said({ kind: 'range', unit: 'wad', lo, hi });
  return sentence === null ? '' : plain(sentence);
}

describe('cover for slashing by a service', () => {
  it('that nobody found is said to be not found, and not that there is none', () => {
    expect(said(0n, 0n)).toBe('We found no cover that pays if a service slashes.');
  });

  it('that holds something is never said to be nothing', () => {
    expect(said(0n, WAD)).toBe('There is cover, but it may pay nothing.');
    expect(said(WAD / 2n, WAD)).toBe('Cover would pay 50% of what a service slashes.');
  });

  it('is named by no protocol here: a fund that were named would have to be read', () => {
    const perils = protocols.flatMap(({ track }) => track.covers.flatMap((one) => one.perils));
    expect(perils).not.toContain('service-slashing');
  });
});
