// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { App } from '../../entrypoints/review/App.tsx';
import { NOW, type ViewName, views } from '../fixtures/views.ts';

const names = Object.keys(views).filter((name): name is ViewName => name in views);

/** Words that promise what nobody can. */
const BANNED = /\b(safe|safely|guaranteed?|trust|trusted|secure|risk-free|score)\b/i;

async function textOf(name: ViewName, alsoFolded: boolean): Promise<string> {
  const { container } = await act(async () => {
    const result = render(
      <App
        port={{
          open: () => Promise.resolve(views[name]),
          watch: () => () => {},
          answer: () => Promise.resolve(null),
          retry: () => Promise.resolve(),
          openOptions: () => {},
          close: () => {},
        }}
      />,
    );
    await Promise.resolve();
    return result;
  });
  if (!alsoFolded) for (const fold of container.querySelectorAll('details')) fold.remove();
  for (const hidden of container.querySelectorAll('.visually-hidden, section[aria-label="Decision"]')) {
    if (!alsoFolded) hidden.remove();
  }
  return container.innerText;
}

beforeEach(() => vi.useFakeTimers({ now: NOW }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the words of the review window', () => {
  it.each(names)('promise nothing and shout nowhere: %s', async (name) => {
    const text = await textOf(name, true);
    expect(text).not.toMatch(BANNED);
    expect(text).not.toMatch(/!|\b[A-Z]{5,}\b/);
    expect(text).not.toMatch(/\b(OK|Cancel|Confirm)\b/);
  });

  it.each(names.filter((name) => name !== 'two-deposits'))(
    'are at most ninety above the buttons: %s',
    async (name) => {
      const text = await textOf(name, false);
      expect(text.split(/\s+/).filter((word) => /\w/.test(word)).length).toBeLessThanOrEqual(90);
    },
  );
});
