import * as z from 'zod/mini';
import { browser } from 'wxt/browser';

import type { SiteState } from '../messages/index.ts';

const stored = z.object({ state: z.enum(['on', 'late', 'unprotected']), url: z.string() });
type PageState = z.infer<typeof stored>;

const keyOf = (tabId: number): string => `page:${tabId}`;

/** Notes how a tab's page stands, for the toolbar popup. Holds for the address it was said of. */
export async function notePage(tabId: number, page: PageState): Promise<void> {
  await browser.storage.session.set({ [keyOf(tabId)]: page });
}

/** Forgets a tab that was closed. */
export async function forgetPage(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}

export type ActiveTab = { readonly host: string | null; readonly state: SiteState };

/** Where the person is looking, and whether Slashlight stands before the wallets there. */
export async function activeTab(sitesOff: readonly string[]): Promise<ActiveTab> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined || tab.url === undefined || !URL.canParse(tab.url))
    return { host: null, state: 'no-access' };
  const { host, protocol, origin } = new URL(tab.url);
  if (!/^https?:$/.test(protocol)) return { host: null, state: 'no-access' };
  if (sitesOff.includes(host)) return { host, state: 'off' };
  if (!(await browser.permissions.contains({ origins: [`${origin}/*`] })))
    return { host, state: 'no-access' };
  const found: Record<string, unknown> = await browser.storage.session.get(keyOf(tab.id));
  const page = stored.safeParse(found[keyOf(tab.id)]);
  if (!page.success || page.data.url !== tab.url || page.data.state === 'on') return { host, state: 'on' };
  return { host, state: page.data.state === 'late' ? 'reload' : 'unprotected' };
}
