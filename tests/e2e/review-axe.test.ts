import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { replies } from '../fixtures/settings.ts';
import { statuses } from '../fixtures/statuses.ts';
import { views } from '../fixtures/views.ts';
import { complaints, faults, openStage, type Stage } from './gallery-page.ts';

const SCREENS = [
  ...Object.keys(views).map((state) => `page=review&state=${state}`),
  ...[...Object.keys(statuses), 'lost'].map((state) => `page=popup&state=${state}`),
  ...[...Object.keys(replies), 'lost'].map((state) => `page=options&state=${state}`),
  ...['sources', 'sites', 'data', 'about'].map((section) => `page=options&state=nodes#${section}`),
];

const ALL_RULES = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
const CONTRAST = { runOnly: { type: 'rule', values: ['color-contrast'] } };

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

/** Opens everything that can be opened in place, so that it is tested too. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    for (const button of document.querySelectorAll('button[aria-expanded="false"]')) {
      if (button instanceof HTMLButtonElement) button.click();
    }
  });
}

/** Every screen in every state, all of it unfolded. */
async function visit(dir: string, run: object, options: BrowserContextOptions): Promise<string[]> {
  const context = await stage.browser.newContext({
    ...options,
    reducedMotion: 'reduce',
    viewport: { width: 420, height: 560 },
  });
  const page = await context.newPage();
  const heard = complaints(page);
  const found: string[] = [];
  for (const screen of SCREENS) {
    await page.goto('about:blank');
    await page.goto(`${stage.url}?dir=${dir}&${screen}`);
    await page.locator('h1').waitFor();
    await unfold(page);
    found.push(...(await faults(page, run)).map((fault) => `${screen} ${fault}`));
  }
  await context.close();
  return [...found, ...heard];
}

describe('accessibility of every screen in every state', () => {
  it('has no fault in light colours', async () => {
    expect(await visit('ltr', ALL_RULES, { colorScheme: 'light' })).toEqual([]);
  });

  it('keeps its contrast in dark colours', async () => {
    expect(await visit('ltr', CONTRAST, { colorScheme: 'dark' })).toEqual([]);
  });

  it('has no fault from right to left', async () => {
    expect(await visit('rtl', ALL_RULES, { colorScheme: 'light' })).toEqual([]);
  });
});
