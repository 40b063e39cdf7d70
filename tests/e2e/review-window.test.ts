import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { views } from '../fixtures/views.ts';
import { complaints, openStage, said, type Stage } from './gallery-page.ts';

let stage: Stage;
let page: Page;
let heard: string[];

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

beforeEach(async () => {
  page = await stage.browser.newPage({ viewport: { width: 420, height: 560 } });
  heard = complaints(page);
});

afterEach(async () => {
  await page.close();
  expect(heard).toEqual([]);
});

const open = async (state: string) => {
  await page.goto(`${stage.url}?page=review&state=${state}`);
  await page.locator('h1').waitFor();
};

/**
 * Opens a state and stops the page's clock, with the guard just started again: what follows does not depend on
 * how quick this machine is.
 */
const openStopped = async (state: string) => {
  await page.clock.install();
  await open(state);
  await page.clock.pauseAt(Date.now() + 10_000);
  await refocus();
};

const refocus = () => page.evaluate(() => window.dispatchEvent(new Event('focus')));
const wait = (ms: number) => page.clock.runFor(ms);
const change = (state: string) =>
  page.evaluate((name) => document.dispatchEvent(new CustomEvent('gallery:view', { detail: name })), state);
const button = (name: string) => page.getByRole('button', { name, exact: true });

const decisions = async () =>
  (await said(page)).flatMap((entry) =>
    typeof entry === 'object' && entry !== null && 'decision' in entry ? [entry.decision] : [],
  );

/** Presses in the middle of a button with the mouse, without waiting for anything. */
async function pressAt(name: string): Promise<void> {
  const box = await button(name).boundingBox();
  if (box === null) throw new Error(`No button ${name}.`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

describe('the input guard in a real browser', () => {
  it('takes no press in the first 700 ms, and a real one after', async () => {
    await openStopped('within');
    await pressAt('Continue');
    await wait(690);
    await pressAt('Continue');
    expect(await decisions()).toEqual([]);
    await wait(50);
    await pressAt('Continue');
    expect(await decisions()).toEqual(['continue']);
  });

  it('takes "Continue" once, however often it is pressed', async () => {
    await openStopped('within');
    await wait(800);
    await pressAt('Continue');
    await pressAt('Continue');
    await wait(800);
    await pressAt('Continue');
    expect(await decisions()).toEqual(['continue']);
  });

  it('takes "Go back" at once', async () => {
    await openStopped('over');
    await pressAt('Go back');
    expect(await decisions()).toEqual(['back']);
  });

  it('starts again when the verdict changes under the hand', async () => {
    await openStopped('within');
    await wait(800);
    await change('near');
    await pressAt('Continue');
    expect(await decisions()).toEqual([]);
    await wait(800);
    await pressAt('Continue');
    expect(await decisions()).toEqual(['continue']);
  });

  it('starts again when the window changes its size, or gets the focus back', async () => {
    await openStopped('within');
    await wait(800);
    await page.setViewportSize({ width: 430, height: 560 });
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(430);
    await wait(20);
    await pressAt('Continue');
    await wait(800);
    await refocus();
    await pressAt('Continue');
    expect(await decisions()).toEqual([]);
  });

  it('starts again when the window has moved, of which no event tells', async () => {
    await openStopped('within');
    await wait(800);
    await page.evaluate(() => Object.defineProperty(window, 'screenX', { value: 77 }));
    await wait(50);
    await pressAt('Continue');
    expect(await decisions()).toEqual([]);
    await wait(800);
    await pressAt('Continue');
    expect(await decisions()).toEqual(['continue']);
  });

  it('does not take a mouse button that went down too early and came up late', async () => {
    await openStopped('within');
    const box = await button('Continue').boundingBox();
    await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 10);
    await page.mouse.down();
    await wait(2000);
    await page.mouse.up();
    expect(await decisions()).toEqual([]);
  });

  it('does not take a key that is held down from before', async () => {
    await openStopped('within');
    await button('Continue').focus();
    await page.keyboard.down('Enter');
    await wait(2000);
    await page.keyboard.down('Enter');
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await wait(2000);
    expect(await decisions()).toEqual([]);
    await page.keyboard.press('Enter');
    expect(await decisions()).toEqual(['continue']);
  });

  it('takes no click that a script made', async () => {
    await openStopped('within');
    await wait(2000);
    await button('Continue').evaluate((element) => {
      if (element instanceof HTMLElement) element.click();
    });
    expect(await decisions()).toEqual([]);
  });
});

describe('the keyboard', () => {
  it.each([
    ['within', 'Continue'],
    ['near', 'Go back'],
    ['over', 'Go back'],
    ['unchecked', 'Try again'],
    ['stale', 'Read again'],
    ['ended', 'Close'],
  ])('stands first, on %s, on "%s"', async (state, name) => {
    await open(state);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(name);
  });

  it('goes back on Esc from anywhere', async () => {
    await open('over');
    await button('Help').focus();
    await page.keyboard.press('Escape');
    expect(await decisions()).toEqual(['back']);
  });

  it('goes past a limit with the figure pasted, and says why a wrong one does not', async () => {
    await openStopped('over');
    await button('Continue anyway…').press('Enter');
    await page.keyboard.insertText('12');
    await page.keyboard.press('Enter');
    await page.getByText('That is not the figure of this deposit. Type 12.4.').waitFor();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText('12.4');
    await wait(800);
    await page.keyboard.press('Enter');
    expect(await decisions()).toEqual([]);
    await page.keyboard.press('Enter');
    expect(await said(page)).toEqual([
      { requestId: views.over.requestId, revision: 3, decision: 'continue', typed: '12.4' },
    ]);
  });

  it('reaches everything, and never hides the focus behind the buttons', async () => {
    await open('over');
    const hidden: string[] = [];
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press('Tab');
      const covered = await page.evaluate(() => {
        const here = document.activeElement;
        if (here === null || here === document.body) return null;
        const { left, top, width, height } = here.getBoundingClientRect();
        const shown = document.elementFromPoint(left + Math.min(width / 2, 20), top + height / 2);
        const seen = shown !== null && (here.contains(shown) || shown.contains(here));
        return seen ? null : (here.textContent ?? here.tagName);
      });
      if (covered !== null) hidden.push(covered);
    }
    expect(hidden).toEqual([]);
  });
});

describe('the layout', () => {
  it.each([
    [420, 560],
    [320, 480],
  ])('keeps "Go back" in view at %i × %i in every state', async (width, height) => {
    await page.setViewportSize({ width, height });
    const wrong: string[] = [];
    for (const state of Object.keys(views).filter((name) => name !== 'ended')) {
      await open(state);
      const more = button('Continue anyway…');
      if ((await more.count()) > 0) await more.click();
      const box = await button('Go back').boundingBox();
      if (box === null || box.y < 0 || box.y + box.height > height) wrong.push(state);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    [320, 480, 'a narrow window'],
    [210, 280, '200 % zoom'],
    [105, 140, '400 % zoom'],
  ])('never scrolls sideways at %i × %i (%s)', async (width, height) => {
    await page.setViewportSize({ width, height });
    const wrong: string[] = [];
    for (const state of Object.keys(views)) {
      await open(state);
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll('details')) fold.open = true;
        for (const closed of document.querySelectorAll('button[aria-expanded="false"]')) {
          if (closed instanceof HTMLButtonElement) closed.click();
        }
      });
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (wide > 0) wrong.push(`${state} by ${String(wide)}`);
    }
    expect(wrong).toEqual([]);
  });

  it('shows the whole of a long host, end included', async () => {
    await open('long-site');
    const host = page.locator('header bdi').first();
    expect(await host.textContent()).toBe(views['long-site'].site);
    const inside = await host.evaluate((element) => {
      const { right, bottom } = element.getBoundingClientRect();
      return right <= innerWidth && bottom <= innerHeight;
    });
    expect(inside).toBe(true);
  });

  it('shows an address whole when it has the focus', async () => {
    await open('within');
    const address = page.getByRole('button', { name: /^Copy address/ }).first();
    expect(await address.innerText()).toContain('…');
    await address.focus();
    expect(await address.innerText()).not.toContain('…');
  });
});
