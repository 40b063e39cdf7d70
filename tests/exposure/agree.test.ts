import { describe, expect, it } from 'vitest';

import { agree } from '../../lib/exposure/agree.ts';
import type { Raw } from '../../lib/exposure/request.ts';

const ok = (data: string): Raw => ({ status: 'ok', data });
const failed = (reason: 'reverted' | 'not-reached' | 'rpc-failed'): Raw => ({ status: 'failed', reason });

describe('two nodes', () => {
  it('that say the same have nothing between them', () => {
    const { conflicts, single } = agree(new Map([['q', ok('01')]]), new Map([['q', ok('01')]]));
    expect([conflicts.size, single.size]).toEqual([0, 0]);
  });

  it('keep each its own word where they differ', () => {
    const { left, right, conflicts } = agree(new Map([['q', ok('01')]]), new Map([['q', ok('02')]]));
    expect([...conflicts]).toEqual(['q']);
    expect([left.get('q'), right.get('q')]).toEqual([ok('01'), ok('02')]);
  });

  it('differ where one says the contract reverts and the other has an answer', () => {
    expect(agree(new Map([['q', failed('reverted')]]), new Map([['q', ok('02')]])).conflicts.size).toBe(1);
  });

  it.each([
    ['has no answer at all', new Map<string, Raw>()],
    ['did not get there', new Map([['q', failed('not-reached')]])],
    ['failed itself', new Map([['q', failed('rpc-failed')]])],
  ])('fill each other where one %s, and that is counted', (_, other: Map<string, Raw>) => {
    const merged = agree(new Map([['q', ok('01')]]), other);
    expect([merged.left.get('q'), merged.right.get('q')]).toEqual([ok('01'), ok('01')]);
    expect([...merged.single]).toEqual(['q']);
    expect(agree(other, new Map([['q', ok('01')]])).left.get('q')).toEqual(ok('01'));
  });
});
