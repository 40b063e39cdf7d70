import type { BrowserContext, Page } from 'playwright-core';

import { protocols } from '../../../lib/protocols/index.ts';
import { type Seen, type WalletOptions, walletSource } from './wallet.ts';

/** A protocol's own https origin; every page below it is made here. */
export const site = 'https://app.renzoprotocol.com';

/** A page with a wallet in it, and scripts of its own after it. */
export function pageSource(
  options: { wallet?: WalletOptions | null; before?: string; after?: string } = {},
): string {
  const wallet = options.wallet === null ? '' : `<script>${walletSource(options.wallet)}</script>`;
  const before = options.before === undefined ? '' : `<script>${options.before}</script>`;
  const after = options.after === undefined ? '' : `<script>${options.after}</script>`;
  return `<!doctype html><title>dApp</title>${before}${wallet}${after}<p>A test page</p>`;
}

/** Serves pages under protocols' origins without a network; everything else is refused. */
export async function servePages(context: BrowserContext, pages: Record<string, string>): Promise<void> {
  await context.route(/^https:\/\//, (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const body = pages[`${origin}${pathname}`] ?? pages[pathname];
    return body === undefined ? route.abort() : route.fulfill({ contentType: 'text/html', body });
  });
}

/** A deposit of 1 ETH as Renzo's own site would send it; the registry says where it goes. */
export function deposit(value = '0xde0b6b3a7640000'): { method: string; params: Record<string, string>[] } {
  const entry = protocols
    .find(({ id }) => id === 'renzo')
    ?.deposits.find(({ chainId, signature }) => chainId === 1 && /\bdepositETH\(\)/.test(signature));
  if (entry === undefined) throw new Error('the registry has no depositETH() of Renzo');
  const from = '0x00000000000000000000000000000000000a11ce';
  return { method: 'eth_sendTransaction', params: [{ from, to: entry.to, value, data: entry.selector }] };
}

/** Starts a request in the page without waiting for it; `outcome` gives how it ended. */
export async function ask(page: Page, request: object, name = 'first'): Promise<void> {
  await page.evaluate(`
    window.outcomes ??= {};
    void window.ethereum.request(${JSON.stringify(request)}).then(
      (result) => { outcomes[${JSON.stringify(name)}] = { result }; },
      ({ code, message }) => { outcomes[${JSON.stringify(name)}] = { code, message }; });`);
}

export type Outcome = { readonly result?: unknown; readonly code?: number; readonly message?: string };

/** How a request ended; null while it waits. */
export async function outcomeNow(page: Page, name = 'first'): Promise<Outcome | null> {
  return page.evaluate<Outcome | null>(`window.outcomes?.[${JSON.stringify(name)}] ?? null`);
}

/** Waits for a request's end. */
export async function outcome(page: Page, name = 'first'): Promise<Outcome> {
  for (let tries = 0; tries < 600; tries += 1) {
    const found = await outcomeNow(page, name);
    if (found !== null) return found;
    await page.waitForTimeout(50);
  }
  throw new Error(`the request "${name}" never ended`);
}

/** Requests that could move funds and reached the wallet. */
export async function walletSaw(page: Page): Promise<Seen[]> {
  const all = await page.evaluate<Seen[]>('window.walletSaw ?? []');
  return all.filter(({ method }) => !/^eth_(chainId|accounts|requestAccounts)$/.test(method));
}
