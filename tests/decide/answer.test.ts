import { describe, expect, it } from 'vitest';

import { refuseContinue, STALE_MS, type Standing } from '../../lib/decide/index.ts';

const now = 1_000_000_000;
const standing: Standing = { revision: 7, final: true, finishedAt: now - 1_000, override: { kind: 'click' } };
const typing: Standing = { ...standing, override: { kind: 'type', text: '12.4', what: 'figure' } };

describe('what "Continue" must fit', () => {
  it('counts when it is about what stands there, read to the end and not long ago', () => {
    expect(refuseContinue(standing, { revision: 7 }, now)).toBeNull();
  });

  it.each([
    ['changed', null, { revision: 7 }],
    ['changed', standing, { revision: 6 }],
    ['changed', standing, { revision: 8 }],
    ['not-final', { ...standing, final: false, finishedAt: null }, { revision: 7 }],
    ['stale', { ...standing, finishedAt: now - STALE_MS - 1 }, { revision: 7 }],
    ['blocked', { ...standing, override: null }, { revision: 7 }],
    ['blocked', { ...standing, override: { kind: 'options' } }, { revision: 7, typed: 'anything' }],
    ['typed', typing, { revision: 7 }],
    ['typed', typing, { revision: 7, typed: '' }],
    ['typed', typing, { revision: 7, typed: '12.40' }],
    ['typed', typing, { revision: 7, typed: '12,4' }],
  ] as const)('is refused as %s', (why, at, answer) => {
    expect(refuseContinue(at, answer, now)).toBe(why);
  });

  it('takes the demanded figure, spaces around it aside', () => {
    expect(refuseContinue(typing, { revision: 7, typed: ' 12.4 ' }, now)).toBeNull();
  });

  it('still counts at exactly five minutes', () => {
    expect(refuseContinue({ ...standing, finishedAt: now - STALE_MS }, { revision: 7 }, now)).toBeNull();
  });
});
