// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { App } from '../../entrypoints/review/App.tsx';
import type { Choice, ReviewPort } from '../../entrypoints/review/port.ts';
import type { ReviewView } from '../../lib/messages/index.ts';
import { NOW, views } from '../fixtures/views.ts';

/** A background that shows one view and notes what it hears. */
function stand(first: ReviewView | null) {
  const heard: Choice[] = [];
  const listeners: ((view: ReviewView | null) => void)[] = [];
  const close = vi.fn();
  const retry = vi.fn(() => Promise.resolve());
  const open = vi.fn<ReviewPort['open']>(() => Promise.resolve(first));
  const port: ReviewPort = {
    open,
    watch(listener) {
      listeners.push(listener);
      return () => {};
    },
    answer(choice) {
      heard.push(choice);
      return Promise.resolve(null);
    },
    retry,
    openOptions: vi.fn(),
    close,
  };
  const push = (view: ReviewView | null) => act(() => listeners.forEach((listener) => listener(view)));
  return { port, heard, close, retry, open, push };
}

async function show(view: ReviewView | null) {
  const stage = stand(view);
  await act(async () => {
    render(<App port={stage.port} />);
    await Promise.resolve();
  });
  return stage;
}

const button = (name: string) => screen.getByRole('button', { name });

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the review window', () => {
  it('goes back at once, without waiting for the guard', async () => {
    const { heard } = await show(views.over);
    fireEvent.click(button('Go back'));
    expect(heard).toEqual([{ requestId: views.over.requestId, revision: 3, decision: 'back', typed: null }]);
  });

  it('goes back on Esc, from the field too', async () => {
    const { heard } = await show(views.over);
    fireEvent.click(button('Continue anyway…'));
    fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Escape' });
    expect(heard.map(({ decision }) => decision)).toEqual(['back']);
  });

  it('takes no "Continue" that a script pressed, however long it waits', async () => {
    const { heard } = await show(views.within);
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    fireEvent.click(button('Continue'));
    expect(heard).toEqual([]);
    expect(screen.getByText('Wait a moment, then press again.')).toBeTruthy();
  });

  it('has no "Continue" while reads are under way, and asks again meanwhile', async () => {
    const { open } = await show(views.loading);
    expect(screen.queryByRole('button', { name: /Continue/ })).toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(4_100));
    expect(open).toHaveBeenCalledTimes(3);
  });

  it('does not let an older view take the place of a newer one', async () => {
    const { push } = await show({ ...views.over, revision: 5 });
    push({ ...views.within, revision: 4 });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('breaks your limit');
  });

  it('throws away a half-typed override when the check changes', async () => {
    const { push } = await show(views.over);
    fireEvent.click(button('Continue anyway…'));
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '12.4' } });
    push({ ...views.over, revision: 9 });
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('moves the focus to what is suggested, and leaves it where the person put it', async () => {
    const { push } = await show(views.loading);
    expect(document.activeElement?.tagName).toBe('H1');
    push(views.over);
    expect(document.activeElement).toBe(button('Go back'));
    button('Help').focus();
    push({ ...views.within, revision: 8 });
    expect(document.activeElement).toBe(button('Help'));
  });

  it('ends by itself when the time is over, and then only closes', async () => {
    const { heard, close } = await show(views.within);
    await act(() => vi.advanceTimersByTimeAsync(300_000));
    fireEvent.click(button('Close'));
    expect(close).toHaveBeenCalledOnce();
    expect(heard).toEqual([]);
  });

  it('closes by itself when nothing waits any more and nobody says so', async () => {
    const { open, close } = await show(views.within);
    open.mockResolvedValue(null);
    await act(() => vi.advanceTimersByTimeAsync(5_900));
    expect(close).not.toHaveBeenCalled();
    await act(() => vi.advanceTimersByTimeAsync(200));
    expect(close).toHaveBeenCalledOnce();
  });

  it('stays for a page that asks again at once', async () => {
    const { open, close } = await show(views.within);
    open.mockResolvedValueOnce(null);
    await act(() => vi.advanceTimersByTimeAsync(7_000));
    expect(close).not.toHaveBeenCalled();
  });

  it('closes when nothing waits any more', async () => {
    const { close } = await show(null);
    expect(close).toHaveBeenCalledOnce();
  });

  it('says so when it lost touch, and offers no way on', async () => {
    const stage = stand(views.within);
    stage.port.open = () => Promise.reject(new Error('No answer.'));
    await act(async () => {
      render(<App port={stage.port} />);
      await Promise.resolve();
    });
    expect(screen.getByText('We lost touch with the check')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Continue/ })).toBeNull();
  });

  it('says on the within screen that it does not look at scams', async () => {
    await show(views.within);
    expect(screen.getByText('This looks at restaking risk only, not at scams.')).toBeTruthy();
  });

  it('gives every figure of the bar and every factor a "how" that opens in the window', async () => {
    await show(views.over);
    const rows = screen.getAllByRole('row').slice(1);
    expect(rows).toHaveLength(4);
    for (const how of screen.getAllByRole('button', { name: /^How: /, hidden: true })) {
      fireEvent.click(how);
      expect(how.getAttribute('aria-expanded')).toBe('true');
      const panel = document.getElementById(how.getAttribute('aria-controls') ?? '');
      expect(panel?.textContent?.length).toBeGreaterThan(10);
    }
  });

  it('says the same in the bar as in the table', async () => {
    await show(views.over);
    const said = screen.getByRole('img').getAttribute('aria-label') ?? '';
    const table = screen
      .getAllByRole('row')
      .slice(1)
      .map((row) => [...row.querySelectorAll('th, td')].slice(0, 2).map((cell) => cell.textContent));
    expect(said).toBe(table.map(([label, share]) => `${String(label)} ${String(share)}`).join(', '));
  });
});
