import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from 'playwright-core';

import type { FromOwnPage, Replies } from '../../../lib/messages/index.ts';
import { requireBrowser } from '../../../tools/browsers.ts';

/** The built extension. Throws with what to run where it is missing: a test never passes without it. */
export function builtExtension(build: 'chrome-mv3' | 'firefox-mv3'): string {
  const path = fileURLToPath(new URL(`../../../.output/${build}`, import.meta.url));
  if (!existsSync(join(path, 'manifest.json')))
    throw new Error(`${build} is not built: run npm run build first.`);
  return path;
}

export type Chromium = {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** A message from a page of ours to the background. */
  readonly send: <M extends FromOwnPage>(message: M) => Promise<Replies[M['kind']]>;
  readonly close: () => Promise<void>;
};

/** Other extensions may run beside ours. */
function isOurs(worker: Worker): boolean {
  return worker.url().endsWith('/background.js');
}

export type ChromiumOptions = {
  /** Folders of further extensions. */
  readonly beside?: readonly string[];
  readonly args?: readonly string[];
  /** Pages may come back from the back/forward cache, which is off under test otherwise. */
  readonly pageCache?: boolean;
  /** The folder of a profile that is used again, and stays. A fresh one otherwise. */
  readonly profile?: string;
};

/** Starts a real Chromium with the extension in it. */
export async function startChromium(
  extension = builtExtension('chrome-mv3'),
  { beside = [], args = [], pageCache = false, profile: kept }: ChromiumOptions = {},
): Promise<Chromium> {
  const extensions = [extension, ...beside].join(',');
  const profile = kept ?? mkdtempSync(join(tmpdir(), 'slashlight-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: requireBrowser('chromium'),
    headless: true,
    viewport: null,
    args: [
      '--no-sandbox',
      `--disable-extensions-except=${extensions}`,
      `--load-extension=${extensions}`,
      ...args,
    ],
    ignoreDefaultArgs: pageCache ? ['--disable-back-forward-cache'] : [],
  });
  context.setDefaultTimeout(15_000);
  const worker =
    context.serviceWorkers().find(isOurs) ??
    (await context.waitForEvent('serviceworker', { predicate: isOurs }));
  const extensionId = new URL(worker.url()).host;
  const desk = await context.newPage();
  await desk.goto(`chrome-extension://${extensionId}/popup.html`);
  return {
    context,
    extensionId,
    send: (message) =>
      desk.evaluate(
        // @ts-expect-error -- the page's own global, not one of this program
        (text: string) => chrome.runtime.sendMessage(JSON.parse(text)),
        JSON.stringify(message),
      ),
    close: async () => {
      await context.close();
      if (kept === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Kills the background worker as the browser does when it runs out of patience. */
export async function killWorker(of: Chromium): Promise<void> {
  await withWorkers(of, async (session, ids) => {
    for (const targetId of ids) await session.send('Target.closeTarget', { targetId });
  });
}

/** Whether a worker of ours runs now. */
export async function workerRuns(of: Chromium): Promise<boolean> {
  return withWorkers(of, (_, ids) => Promise.resolve(ids.length > 0));
}

async function withWorkers<T>(
  { context, extensionId }: Chromium,
  work: (session: CDPSession, ids: readonly string[]) => Promise<T>,
): Promise<T> {
  const browser = context.browser();
  if (browser === null) throw new Error('no browser to speak to');
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const ours = targetInfos.filter(
    ({ type, url }) => type === 'service_worker' && url.startsWith(`chrome-extension://${extensionId}/`),
  );
  const result = await work(
    session,
    ours.map(({ targetId }) => targetId),
  );
  await session.detach();
  return result;
}

/** Runs an expression in the background worker, which is woken for it. */
export async function inWorker<T>(of: Chromium, code: string): Promise<T> {
  await of.send({ kind: 'popup/status' });
  const worker = of.context.serviceWorkers().findLast((one) => one.url().includes(of.extensionId));
  if (worker === undefined) throw new Error('no worker runs');
  return worker.evaluate<T>(code);
}

/** Review windows that stand open. */
export function reviewWindows({ context }: Chromium): Page[] {
  return context.pages().filter((page) => !page.isClosed() && page.url().includes('/review.html'));
}

/** Waits until no review window stands: an empty one stays for a moment, in case the page asks again at once. */
export async function noReviewWindow(browser: Chromium): Promise<void> {
  for (let tries = 0; tries < 200 && reviewWindows(browser).length > 0; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Waits for the review window: looked for again and again, since a page has its address only a while after its event. */
export async function reviewWindow(browser: Chromium): Promise<Page> {
  for (let tries = 0; tries < 600; tries += 1) {
    const open = reviewWindows(browser)[0];
    if (open !== undefined) return open;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the review window never came about');
}
