import type { Driver, HeldRequest, Sighting, Standing } from './driver.ts';
import { isHostOf } from './pages.ts';

/** What can be asked without moving anything; a request that lost its method is none. */
const harmless = new Set([
  'undefined',
  'eth_chainId',
  'eth_accounts',
  'eth_requestAccounts',
  'eth_blockNumber',
]);

const standing = `Promise.all([chrome.storage.session.get(null), chrome.tabs.query({})]).then(async ([all, tabs]) => ({
  held: Object.values(all).filter((one) => typeof one === 'object' && one !== null && typeof one.topOrigin === 'string' && typeof one.params === 'string'),
  signs: await Promise.all(tabs.map(async ({ id: tabId }) => ({
    tabId,
    text: await chrome.action.getBadgeText({ tabId }).catch(() => ''),
    title: await chrome.action.getTitle({ tabId }).catch(() => ''),
  }))),
}))`;

/** One look at everything: what the wallet saw, what is held, what the toolbar says. */
export type Look = { readonly sightings: readonly Sighting[]; readonly standing: Standing };

/** Looks once. An extension that is gone holds nothing and says nothing. */
export async function look(driver: Driver): Promise<Look> {
  const [sightings, now] = await Promise.all([
    driver.inWallet<Sighting[]>('seen'),
    driver.inSlashlight<Standing>(standing).catch(() => ({ held: [], signs: [] })),
  ]);
  return { sightings, standing: now };
}

/** What one case's page did, as seen from outside the page. */
export type Account = {
  /** Requests that could move funds and reached the wallet. */
  readonly saw: readonly Sighting[];
  readonly held: readonly HeldRequest[];
  /** The toolbar says that this page is not protected. */
  readonly warned: boolean;
  readonly done: boolean;
  readonly ends: readonly Sighting[];
  readonly notes: readonly string[];
  readonly tabs: readonly number[];
};

/** Picks out of a look what belongs to a case: by its host, and by the tabs its host was seen in. */
export function accountOf(id: string, { sightings, standing: now }: Look): Account {
  const mine = (found: string | null): boolean => found !== null && isHostOf(found, id);
  const ours = sightings.filter((one) => mine(one.host));
  const tabs = [...new Set(ours.flatMap(({ tabId }) => tabId ?? []))];
  return {
    saw: ours.filter(({ kind, method }) => kind === 'saw' && method !== undefined && !harmless.has(method)),
    held: now.held.filter(
      ({ topOrigin, origin, tabId }) =>
        [topOrigin, origin].some((one) => URL.canParse(one) && mine(new URL(one).host)) ||
        tabs.includes(tabId),
    ),
    warned: now.signs.some(({ tabId, text }) => tabs.includes(tabId) && text !== ''),
    done: ours.some(({ kind }) => kind === 'done'),
    ends: ours.filter(({ kind }) => kind === 'end'),
    notes: ours.flatMap(({ note }) => note ?? []),
    tabs,
  };
}

/** Looks until it is so; gives the last look either way. */
export async function lookUntil(
  driver: Driver,
  so: (now: Look) => boolean,
  patienceMs: number,
): Promise<Look> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const now = await look(driver);
    if (so(now) || Date.now() > end) return now;
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

let tokens = 0;

/** Waits until everything that these pages have told their wallet so far has arrived. */
export async function flush(driver: Driver, tabs: readonly number[]): Promise<void> {
  tokens += 1;
  const token = `flush-${tokens}`;
  await driver.inWallet(`${JSON.stringify(tabs)}.map((tab) => flush(tab, ${JSON.stringify(token)})).length`);
  const arrived = ({ sightings }: Look): boolean =>
    tabs.every((tab) => sightings.some((one) => one.token === token && one.tabId === tab));
  await lookUntil(driver, arrived, 3_000);
}
