import { describe, expect, it } from 'vitest';

import { announce } from '../../entrypoints/review/announce.ts';
import { asOf } from '../../entrypoints/review/lapsed.ts';
import { outcomeOf } from '../../entrypoints/review/outcome.ts';
import { planOf } from '../../entrypoints/review/plan.ts';
import type { ReviewView } from '../../lib/messages/index.ts';
import { blocked, near, over, stop, unchecked, within } from '../fixtures/explanations.ts';
import { NOW, views } from '../fixtures/views.ts';

const STATES: readonly ReviewView['state'][] = [
  ...([
    'loading',
    'partial',
    'ready',
    'stale',
    'offline',
    'error',
    'changed',
    'unsupported',
    'ended',
  ] as const),
];
const overalls = [within, near, over, stop, unchecked, blocked];

describe('what a person can do', () => {
  it('never includes going on while reads are under way, when figures are too old, or without a verdict', () => {
    for (const overall of overalls) {
      expect(planOf({ state: 'loading', overall }).override).toBeNull();
      expect(planOf({ state: 'stale', overall }).override).toBeNull();
    }
    for (const state of STATES) expect(planOf({ state, overall: null }).override).toBeNull();
  });

  it.each([
    [within, 'continue'],
    [near, 'back'],
    [over, 'back'],
    [stop, 'back'],
    [blocked, 'back'],
    [unchecked, 'retry'],
  ] as const)('suggests by the verdict: %#', (overall, first) => {
    expect(planOf({ state: 'ready', overall }).first).toBe(first);
  });

  it('suggests a button that is there', () => {
    for (const state of STATES) {
      for (const overall of [...overalls, null]) {
        const plan = planOf({ state, overall });
        if (plan.first === 'retry') expect(plan.retry).not.toBeNull();
        if (plan.first === 'continue') expect(plan.override?.kind).toBe('click');
      }
    }
  });

  it('keeps an unfinished check unfinished where the setting stops it', () => {
    const stopped = { ...unchecked, level: 'exceeds', override: { kind: 'options' } } as const;
    expect(outcomeOf({ state: 'ready', overall: stopped }).tone).toBe('unknown');
    expect(planOf({ state: 'ready', overall: stopped }).first).toBe('retry');
  });

  it('says "with a note" first where anything is noted, and keeps the look of the word', () => {
    const noted = {
      level: 'notice',
      word: 'Within limits',
      headline: 'Fine',
      override: { kind: 'click' },
    } as const;
    expect(outcomeOf({ state: 'ready', overall: noted })).toMatchObject({
      tone: 'ok',
      word: 'Within limits, with a note',
    });
    expect(outcomeOf({ state: 'ready', overall: { ...noted, level: 'ok' } }).word).toBe('Within limits');
  });
});

describe('what is said first', () => {
  it('is never green without a finished verdict within limits', () => {
    for (const state of STATES) {
      for (const overall of [...overalls, null]) {
        const green = outcomeOf({ state, overall }).tone === 'ok';
        if (green) expect(overall?.word).toBe('Within limits');
        if (state === 'loading' || state === 'ended') expect(green).toBe(false);
      }
    }
  });

  it('shows a breach early and nothing better', () => {
    expect(outcomeOf({ state: 'loading', overall: over }).word).toBe('Over limit');
    expect(outcomeOf({ state: 'loading', overall: stop }).word).toBe('Stop');
    for (const overall of [within, near, unchecked]) {
      expect(outcomeOf({ state: 'loading', overall }).tone).toBe('checking');
    }
  });

  it('interrupts for a breach only', () => {
    expect(announce(views.over).assertive).toContain('Over limit');
    expect(announce(views.over).polite).toBe('');
    for (const name of ['within', 'near', 'unchecked', 'loading', 'ended'] as const) {
      expect(announce(views[name]).assertive).toBe('');
      expect(announce(views[name]).polite).not.toBe('');
    }
  });
});

describe('a request whose time is over', () => {
  it('has ended, whoever forgot to say so', () => {
    const { expiresAt } = views.within;
    expect(asOf(views.within, expiresAt - 1)).toBe(views.within);
    expect(asOf(views.within, expiresAt).state).toBe('ended');
    expect(asOf(views.within, NOW)).toBe(views.within);
  });
});
