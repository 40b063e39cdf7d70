// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { App } from '../../entrypoints/popup/App.tsx';
import { type Gap, wordsFor } from '../../entrypoints/popup/gap-words.ts';
import { pageOf } from '../../entrypoints/popup/page.ts';
import type { PopupStatus, SiteState } from '../../lib/messages/index.ts';
import { gaps } from '../../lib/messages/port.ts';
import { statuses } from '../fixtures/statuses.ts';

afterEach(cleanup);

const states: readonly SiteState[] = ['on', 'off', 'reload', 'unprotected', 'no-access'];

/** Every set of gaps that a page can have at once. */
const sets: readonly (readonly Gap[])[] = gaps.reduce<readonly (readonly Gap[])[]>(
  (all, gap) => [...all, ...all.map((set) => [...set, gap])],
  [[]],
);

async function open(status: PopupStatus) {
  const port = {
    status: () => Promise.resolve(status),
    switchSite: vi.fn(() => Promise.resolve()),
    showReview: () => Promise.resolve(),
    requestAccess: vi.fn(() => Promise.resolve(true)),
    reloadTab: vi.fn(() => Promise.resolve()),
    openOptions: () => {},
  };
  const { container } = await act(async () => {
    const result = render(<App port={port} />);
    await Promise.resolve();
    return result;
  });
  const site = container.querySelector('section');
  return {
    port,
    text: site?.textContent ?? '',
    sign: container.querySelector('svg[data-sign]')?.getAttribute('data-sign'),
    reasons: [...container.querySelectorAll('section:first-of-type li')].map((li) => li.textContent),
  };
}

const sentences = (text: string) => text.match(/[^.]+\./g) ?? [];

describe('the words for a gap', () => {
  it.each(gaps)('are sentences of at most fifteen words, with what to do: %s', (gap) => {
    const [{ why, what } = { why: '', what: '' }] = wordsFor([gap]);
    for (const text of [why, what]) {
      expect(sentences(text).join('')).toBe(text);
      expect(text).not.toBe('');
      for (const sentence of sentences(text))
        expect(sentence.trim().split(/\s+/).length).toBeLessThanOrEqual(15);
      expect(text).not.toMatch(/!|\b(safe|trust|secure|realm|provider|orphaned)\b/i);
    }
  });

  it('differ for each gap', () => {
    expect(new Set(wordsFor(gaps).map(({ why }) => why)).size).toBe(gaps.length);
  });

  it('come worst first, whatever the order they were found in', () => {
    const told = wordsFor(gaps).map(({ why }) => why);
    expect(wordsFor(gaps.toReversed()).map(({ why }) => why)).toEqual(told);
    expect(told[0]).toContain('gone around Slashlight');
  });

  it('are there even where no reason is known', () => {
    expect(wordsFor([])).toHaveLength(1);
  });
});

describe('a page with a gap', () => {
  it('is never told to be protected, whatever its state says', () => {
    for (const state of states)
      for (const set of sets) {
        const page = pageOf({ state, gaps: set });
        if (set.length > 0) expect(page.state, `${state} ${set.join()}`).not.toBe('on');
        if (page.state === 'on') expect(state).toBe('on');
      }
  });

  it('is told with every one of its reasons', () => {
    for (const set of sets.filter(({ length }) => length > 0))
      expect(pageOf({ state: 'unprotected', gaps: set }).reasons).toHaveLength(set.length);
  });

  it('promises that a reload ends it only where it does', () => {
    expect(pageOf({ state: 'reload', gaps: ['late-script', 'orphaned'] }).state).toBe('reload');
    expect(pageOf({ state: 'reload', gaps: ['late-script', 'went-around'] }).state).toBe('unprotected');
  });
});

describe('the popup', () => {
  it('draws each state with a sign and a line of its own', async () => {
    const seen = [];
    for (const status of [
      statuses.on,
      statuses.off,
      statuses['no-access'],
      statuses.reload,
      statuses.unprotected,
    ]) {
      const { sign } = await open(status);
      seen.push(`${String(sign)}: ${screen.getByRole('status').textContent ?? ''}`);
      cleanup();
    }
    expect(seen).toEqual([
      'on: Protected',
      'off: Off for this site',
      'no-access: Not a site we look at',
      'reload: Not protected until you reload',
      'unprotected: Not protected',
    ]);
  });

  it('says all reasons at once, keeps the host whole, and offers the reload that ends some', async () => {
    const status = statuses['many-gaps'];
    const { text, sign, reasons, port } = await open(status);
    expect(sign).toBe('unprotected');
    expect(reasons).toHaveLength(gaps.length);
    expect(reasons[0]).toContain('heard this page first');
    expect(text).toContain(status.host);
    fireEvent.click(screen.getByRole('button', { name: 'Reload' }));
    expect(port.reloadTab).toHaveBeenCalledOnce();
  });

  it('offers no reload where it would change nothing', async () => {
    await open(statuses['went-around']);
    expect(screen.queryByRole('button', { name: 'Reload' })).toBeNull();
  });

  it('draws no sign of protection for a page that is said to be on, with a gap', async () => {
    const { sign, text } = await open({ ...statuses.on, gaps: ['prepared-realm'] });
    expect(sign).toBe('unprotected');
    expect(text).toContain('could have prepared this page');
  });
});
