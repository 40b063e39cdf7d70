import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { type BrowserContext, chromium, type Page } from 'playwright-core';

import { requireBrowser } from '../browsers.ts';

/** Follows from the key in wxt.config.ts. */
const extensionId = 'abilnflillgjieicgkimbdmjicgcdlca';

/** A build under `.output`, such as `chrome-mv3`. */
export function built(name: string): string {
  return fileURLToPath(new URL(`../../.output/${name}`, import.meta.url));
}

export type Started = { readonly context: BrowserContext; readonly stop: () => Promise<void> };

export type StartOptions = {
  /** Folder of an unpacked extension; null: none. */
  readonly extension: string | null;
  readonly headless?: boolean;
};

/** A fresh Chromium profile, with an unpacked extension or without any; its folder goes when it stops. */
export async function startChromium({ extension, headless = true }: StartOptions): Promise<Started> {
  const profile = mkdtempSync(join(tmpdir(), 'slashlight-'));
  const load =
    extension === null ? [] : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`];
  const quiet = ['--disable-background-networking', '--disable-component-update', '--no-first-run'];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: requireBrowser('chromium'),
    headless,
    viewport: null,
    // Chromium's sandbox does not work for root, which is who runs it in most containers.
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...quiet, ...load],
  });
  const stop = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
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
