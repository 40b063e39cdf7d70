import type { BrowserContext, Page, Worker } from 'playwright-core';

import type { FromOwnPage, Replies } from '../../../lib/messages/index.ts';
import { built } from '../../../tools/browser/built.ts';
import { type StartOptions, startChromium as start } from '../../../tools/browser/chromium.ts';
import { killWorkers, workersRunning } from '../../../tools/browser/workers.ts';

export type Chromium = {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** A page of ours that stays open. */
  readonly desk: Page;
  /** A message from it to the background. */
  readonly send: <M extends FromOwnPage>(message: M) => Promise<Replies[M['kind']]>;
  readonly close: () => Promise<void>;
};

/** Other extensions may run beside ours. */
function isOurs(worker: Worker): boolean {
  return worker.url().endsWith('/background.js');
}

export type ChromiumOptions = Omit<StartOptions, 'extensions' | 'headless'> & {
  /** Folders of further extensions. */
  readonly beside?: readonly string[];
};

/** Starts a real Chromium with the extension in it. */
export async function startChromium(
  extension = built('chrome-mv3'),
  { beside = [], ...options }: ChromiumOptions = {},
): Promise<Chromium> {
  const { context, stop } = await start({ ...options, extensions: [extension, ...beside] });
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
    desk,
    send: (message) =>
      desk.evaluate(
        // @ts-expect-error -- the page's own global, not one of this program
        (text: string) => chrome.runtime.sendMessage(JSON.parse(text)),
        JSON.stringify(message),
      ),
    close: stop,
  };
}

/** Kills the background worker as the browser does when it runs out of patience. */
export async function killWorker({ context, extensionId }: Chromium): Promise<void> {
  await killWorkers(context, extensionId);
}

/** Whether a worker of ours runs now. */
export async function workerRuns({ context, extensionId }: Chromium): Promise<boolean> {
  return (await workersRunning(context, extensionId)) > 0;
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

/**
 * Waits until no review window stands and the background knows it: an empty one stays for a moment, in case the page
 * asks again at once, and the browser says late that one is gone.
 */
export async function noReviewWindow(browser: Chromium): Promise<void> {
  const remembered = `chrome.storage.session.get('held-meta').then((all) => all['held-meta']?.windowId ?? null)`;
  for (let tries = 0; tries < 200; tries += 1) {
    const known = await browser.desk.evaluate<number | null>(remembered).catch(() => null); // gone with the extension
    if (known === null && reviewWindows(browser).length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
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
