import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type BrowserContext, chromium, type Page } from 'playwright-core';

import { requireBrowser } from '../browsers.ts';

/** Follows from the key in wxt.config.ts. */
export const extensionId = 'abilnflillgjieicgkimbdmjicgcdlca';

export type Started = { readonly context: BrowserContext; readonly stop: () => Promise<void> };

export type StartOptions = {
  /** Folders of unpacked extensions; none without. */
  readonly extensions?: readonly string[];
  readonly headless?: boolean;
  readonly args?: readonly string[];
  /** Pages may come back from the back/forward cache, which is off under test otherwise. */
  readonly pageCache?: boolean;
  /** The folder of a profile that is used again, and stays. A fresh one otherwise, whose folder goes when it stops. */
  readonly profile?: string | undefined;
};

/** Starts a real Chromium, with unpacked extensions or without any. */
export async function startChromium({
  extensions = [],
  headless = true,
  args = [],
  pageCache = false,
  profile: kept,
}: StartOptions): Promise<Started> {
  const profile = kept ?? mkdtempSync(join(tmpdir(), 'slashlight-chromium-'));
  const all = extensions.join(',');
  const load = all === '' ? [] : [`--disable-extensions-except=${all}`, `--load-extension=${all}`];
  const quiet = ['--disable-background-networking', '--disable-component-update', '--no-first-run'];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: requireBrowser('chromium'),
    headless,
    viewport: null,
    // Chromium's sandbox does not work for root, which is who runs it in most containers.
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...quiet, ...load, ...args],
    ignoreDefaultArgs: pageCache ? ['--disable-back-forward-cache'] : [],
  });
  const stop = async () => {
    await context.close();
    if (kept === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { context, stop };
}

/** Serves one page under an https origin, without a network. */
export async function servePage(context: BrowserContext, origin: string, html: string): Promise<void> {
  await context.route(`${origin}**`, (route) => route.fulfill({ contentType: 'text/html', body: html }));
}

/** A page of the extension itself, such as `options.html`. */
export async function openOwnPage(context: BrowserContext, page: string): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(`chrome-extension://${extensionId}/${page}`);
  return tab;
}

/** Names the nodes of Ethereum, the way the options page does it. Everything else stays at its default. */
export async function chooseNodes(context: BrowserContext, urls: readonly string[]): Promise<void> {
  const tab = await openOwnPage(context, 'options.html');
  const reply = await tab.evaluate(async (nodes) => {
    const { runtime } = Reflect.get(globalThis, 'chrome');
    const { settings } = await runtime.sendMessage({ kind: 'settings/get' });
    return runtime.sendMessage({ kind: 'settings/set', settings: { ...settings, nodes: { 1: nodes } } });
  }, urls);
  await tab.close();
  if (reply?.ok !== true) throw new Error(`The nodes were refused: ${JSON.stringify(reply)}`);
}
