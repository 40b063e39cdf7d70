import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';

import { requireBrowser } from '../../tools/browsers.ts';
import { serveGallery } from '../../tools/gallery/serve.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The gallery in a real browser. */
export type Stage = { readonly url: string; readonly browser: Browser; readonly close: () => Promise<void> };

/** Builds and serves the gallery and starts Chromium. */
export async function openStage(): Promise<Stage> {
  const gallery = await serveGallery();
  const browser = await chromium.launch({
    executablePath: requireBrowser('chromium'),
    args: ['--no-sandbox'],
  });
  const close = async () => {
    await browser.close();
    gallery.close();
  };
  return { url: gallery.url, browser, close };
}

/** Collects what the page complains about: errors, and anything its security policy refused. */
export function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(message.text());
  });
  page.on('pageerror', ({ message }) => heard.push(message));
  return heard;
}

/**
 * What axe finds wrong on the page as it stands, one line each. What it could not decide counts too, but for
 * contrast under the sticky footer.
 *
 * @param run - options of axe, such as which rules to run
 */
export async function faults(page: Page, run: object): Promise<string[]> {
  await page.evaluate(axe);
  const { violations, incomplete } = await page.evaluate<AxeResults>(
    `axe.run(document, ${JSON.stringify(run)})`,
  );
  const open = incomplete.filter(({ id }) => id !== 'color-contrast');
  return [...violations, ...open].flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 140)}`),
  );
}

/** What the page asked its stand-in for, in order. */
export async function said(page: Page): Promise<readonly unknown[]> {
  const text = await page.evaluate(() => document.documentElement.dataset.said ?? '[]');
  const entries: unknown = JSON.parse(text);
  return Array.isArray(entries) ? entries : [];
}
