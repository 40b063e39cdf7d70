import { browser } from 'wxt/browser';

import { signTab } from './badge.ts';
import { mayEnter } from './page-states.ts';

const provider = 'slashlight-provider';
const bridge = 'slashlight-bridge';

/** Sites that the person allowed beyond those of the manifest, as match patterns. */
async function grantedSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const own = new Set(browser.runtime.getManifest().host_permissions ?? []);
  return origins.filter((origin) => !own.has(origin)).sort();
}

/**
 * Puts both scripts on the sites that the person allowed, and takes them off again where that was taken back. What is
 * registered already stays as it is: between taking off and putting on again a page would load without us.
 * Registrations can be lost while the permission stays, so this runs at every start of the background too
 * (`facts/interception.md` §9.4). Pages that are open already get nothing until they are loaded again.
 */
async function register(): Promise<void> {
  const matches = await grantedSites();
  const there = await browser.scripting.getRegisteredContentScripts({ ids: [provider, bridge] });
  if (there.length === (matches.length === 0 ? 0 : 2) && there.every((one) => isSame(one.matches, matches)))
    return;
  if (there.length > 0) await browser.scripting.unregisterContentScripts({ ids: there.map(({ id }) => id) });
  if (matches.length === 0) return;
  const listed = (browser.runtime.getManifest().content_scripts ?? []).flatMap(
    (script) => script.matches ?? [],
  );
  const shared = {
    matches,
    excludeMatches: [...new Set(listed)],
    allFrames: true,
    matchOriginAsFallback: true,
    persistAcrossSessions: true,
    runAt: 'document_start' as const,
  };
  await browser.scripting.registerContentScripts([
    { ...shared, id: provider, js: ['content-scripts/provider.js'], world: 'MAIN' },
    { ...shared, id: bridge, js: ['content-scripts/bridge.js'] },
  ]);
}

function isSame(registered: readonly string[] | undefined, wanted: readonly string[]): boolean {
  return JSON.stringify([...(registered ?? [])].sort()) === JSON.stringify(wanted);
}

/**
 * Keeps the scripts where the person wants them, from now on. Call it in the first turn of the background.
 *
 * @param opened - called after sites were allowed: pages that are open there have no script of ours
 */
export function watchGrantedSites(opened: () => void): void {
  let turn = Promise.resolve();
  const again = (then: () => void): void => {
    turn = turn
      .then(register)
      .catch(() => undefined) // a site that was taken back meanwhile: the next event settles it
      .then(then);
  };
  browser.permissions.onAdded.addListener(() => again(opened));
  browser.permissions.onRemoved.addListener(() => {
    void signLost();
    again(() => undefined);
  });
  again(() => undefined);
}

/**
 * Says on open tabs that their site may not be looked at any more. Without access the browser names no address, so
 * every tab without one that we could read is told so: it is true of each.
 */
async function signLost(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    tabs.map(async ({ id, url }) => {
      const open = url !== undefined && (!/^https?:/.test(url) || (await mayEnter(url)));
      if (id !== undefined && !open) await signTab(id, 'no-access');
    }),
  );
}
