import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { gaps } from '../../lib/messages/port.ts';
import { signTab, type TabSign } from '../../lib/platform/badge.ts';
import { signOf } from '../../lib/platform/page-states.ts';

const said: { text: string; title: string }[] = [];
const action = {
  setBadgeText: vi.fn(async ({ text }: { text: string }) => void said.push({ text, title: '' })),
  setBadgeBackgroundColor: vi.fn(async () => undefined),
  setTitle: vi.fn(async ({ title }: { title: string }) => void said.push({ text: '', title })),
};
vi.mock('wxt/browser', () => ({
  browser: {
    get action() {
      return action;
    },
    runtime: fakeBrowser.runtime,
  },
}));

beforeEach(() => {
  said.length = 0;
});

async function toolbar(sign: TabSign): Promise<{ text: string; title: string }> {
  await signTab(1, sign);
  return {
    text: said.map(({ text }) => text).join(''),
    title: said.map(({ title }) => title).join(''),
  };
}

describe('the toolbar', () => {
  it.each(gaps)('marks a page with a gap and says so in one short line: %s', async (gap) => {
    const { text, title } = await toolbar(signOf([gap]));
    expect(text).toBe('!');
    expect(title.split(/\s+/).length).toBeLessThanOrEqual(15);
    expect(title).toMatch(/^Not protected: |went around Slashlight/);
  });

  it('is empty only where no gap is known', async () => {
    expect(await toolbar(signOf([]))).toEqual({ text: '', title: 'Slashlight' });
  });

  it('tells the worst of several gaps, and "reload" only where that ends them all', () => {
    expect(signOf(gaps)).toBe('went-around');
    expect(signOf(['prepared-realm', 'fixed-provider'])).toBe('unprotected');
    expect(signOf(['prepared-realm', 'late-script'])).toBe('prepared');
    expect(signOf(['late-script', 'orphaned'])).toBe('reload');
  });
});
