import { describe, expect, it } from 'vitest';

import { check } from '../../lib/exposure/sample.ts';

const NOW = 1_790_000_000;

function at(seconds: number, chainId = 1n): void {
  const block = { number: 1n, timestamp: BigInt(NOW + seconds), parentHash: '0x11', chainId } as const;
  check(block, { chainId: 1, now: () => NOW * 1000 });
}

describe('a block', () => {
  it.each([-300, -12, 0, 60])('of %s seconds from now is taken', (seconds) => {
    expect(() => at(seconds)).not.toThrow();
  });

  it.each([-301, -86_400])('of %s seconds from now is too old', (seconds) => {
    expect(() => at(seconds)).toThrow(expect.objectContaining({ code: 'rpc/behind' }));
  });

  it.each([61, 86_400])('of %s seconds from now is of a time that has not come', (seconds) => {
    expect(() => at(seconds)).toThrow(expect.objectContaining({ code: 'rpc/ahead' }));
  });

  it('of another chain is refused', () => {
    expect(() => at(0, 2n)).toThrow(expect.objectContaining({ code: 'rpc/wrong-chain' }));
  });
});
