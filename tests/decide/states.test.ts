import { describe, expect, it } from 'vitest';

import { type HeldEvent, isOpen, type Step, step } from '../../lib/decide/index.ts';

const events: HeldEvent[] = ['show', 'continue', 'back', 'close', 'leave', 'expire'];
const asked: Step = { state: 'asked', decision: null };
const shown: Step = { state: 'shown', decision: null };
const allowed: Step = { state: 'answered', decision: 'allow' };
const refused: Step = { state: 'answered', decision: 'deny' };
const lapsed: Step = { state: 'lapsed', decision: 'deny' };

/** Written out by hand, apart from the code: each state with each event. */
const table: [name: string, from: Step, to: Record<HeldEvent, Step>][] = [
  [
    'asked',
    asked,
    { show: shown, continue: asked, back: asked, close: lapsed, leave: lapsed, expire: lapsed },
  ],
  [
    'shown',
    shown,
    { show: shown, continue: allowed, back: refused, close: lapsed, leave: lapsed, expire: lapsed },
  ],
  ['allowed', allowed, same(allowed)],
  ['refused', refused, same(refused)],
  ['lapsed', lapsed, same(lapsed)],
];

function same(end: Step): Record<HeldEvent, Step> {
  return { show: end, continue: end, back: end, close: end, leave: end, expire: end };
}

describe('the life of one request', () => {
  it.each(table)('%s: takes the step of the table at every event', (_, from, to) => {
    for (const event of events) expect(step(from, event), event).toEqual(to[event]);
  });

  it('reaches "allow" by one way alone: shown, then continued', () => {
    const ways: string[] = [];
    const walk = (from: Step, path: HeldEvent[]): void => {
      if (from.decision === 'allow') ways.push(path.join(' '));
      if (path.length === 3 || !isOpen(from)) return;
      for (const event of events) walk(step(from, event), [...path, event]);
    };
    walk(asked, []);
    expect(ways.length).toBeGreaterThan(0);
    expect(ways.every((path) => /\bshow\b.* continue$/.test(path))).toBe(true);
  });

  it('never changes its mind', () => {
    for (const end of [allowed, refused, lapsed])
      for (const first of events)
        for (const second of events) expect(step(step(end, first), second)).toEqual(end);
  });
});
