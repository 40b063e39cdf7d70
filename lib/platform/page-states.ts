import { browser } from 'wxt/browser';

import type { SiteState } from '../messages/index.ts';
import { type Gap, GAPS } from '../messages/port.ts';
import { type TabSign, signTab } from './badge.ts';
import { within } from './within.ts';

/** A bridge answers at once; a tab without one fails at once. Only a page that is busy takes longer. */
const PATIENCE_MS = 700;

/** Gaps that a reload closes. */
const curable: readonly Gap[] = ['late-script', 'orphaned'];

/** What the toolbar shows for the reasons why a page is not protected. */
export function signOf(gaps: readonly Gap[]): TabSign {
  if (gaps.length === 0) return 'none';
  for (const around of ['went-around', 'perhaps-around'] as const) if (gaps.includes(around)) return around;
  const lasting = gaps.filter((gap) => !curable.includes(gap));
  if (lasting.length === 0) return 'reload';
  return lasting.every((gap) => gap === 'prepared-realm') ? 'prepared' : 'unprotected';
}

/**
 * Asks the frames of a tab why they are not protected. The page's own bridge knows it, and nobody has to remember it: it
 * ends with the page. A tab in which no bridge of ours answers was open before us, or was left behind by an update.
 */
export async function gapsOf(tabId: number): Promise<readonly Gap[]> {
  const asked = browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    injectImmediately: true,
    func: (name: string): unknown => {
      const tell: unknown = Reflect.get(globalThis, name);
      return typeof tell === 'function' ? Reflect.apply(tell, null, []) : null;
    },
    args: [GAPS],
  });
  const frames = await within(PATIENCE_MS, asked, []);
  const top = frames.find(({ frameId }) => frameId === 0);
  if (!isGaps(top?.result)) return ['orphaned'];
  // A frame that came late does not make the whole page late; every other reason speaks for the page.
  return [
    ...new Set(
      frames.flatMap(({ frameId, result }) =>
        (isGaps(result) ? result : []).filter((gap) => frameId === 0 || gap !== 'late-script'),
      ),
    ),
  ];
}

export type ActiveTab = {
  readonly host: string | null;
  readonly state: SiteState;
  readonly gaps: readonly Gap[];
};

/** Where the person is looking, and whether Slashlight stands before the wallets there. */
export async function activeTab(sitesOff: readonly string[]): Promise<ActiveTab> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const nowhere = { host: null, state: 'no-access', gaps: [] } as const;
  if (tab?.id === undefined || tab.url === undefined || !URL.canParse(tab.url)) return nowhere;
  const { host, protocol } = new URL(tab.url);
  if (!/^https?:$/.test(protocol)) return nowhere;
  if (sitesOff.includes(host)) return { host, state: 'off', gaps: [] };
  if (!(await mayEnter(tab.url))) return { host, state: 'no-access', gaps: [] };
  const gaps = await gapsOf(tab.id);
  const sign = signOf(gaps);
  return { host, state: sign === 'none' ? 'on' : sign === 'reload' ? 'reload' : 'unprotected', gaps };
}

/** Whether we may enter pages of an address. */
export async function mayEnter(url: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [`${new URL(url).origin}/*`] });
}

/**
 * Says on each tab how it stands: after an install, an update or a change of access, when pages are open that no script
 * of ours is in. Tabs that load anew, sleep, or may not be entered are left alone.
 */
export async function signOpenTabs(sitesOff: readonly string[]): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    tabs.map(async ({ id, url, status, discarded }) => {
      if (id === undefined || url === undefined || status === 'loading' || discarded) return;
      if (!/^https?:/.test(url) || !(await mayEnter(url)) || sitesOff.includes(new URL(url).host)) return;
      const sign = signOf(await gapsOf(id));
      if (sign !== 'none') await signTab(id, sign);
    }),
  );
}

function isGaps(value: unknown): value is readonly Gap[] {
  return Array.isArray(value) && value.every((gap) => typeof gap === 'string');
}
