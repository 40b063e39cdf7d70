import { browser } from 'wxt/browser';

const IDS = ['slashlight-provider', 'slashlight-bridge'];

/** Sites that the person allowed beyond those of the manifest, as match patterns. */
async function grantedSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const own = new Set(browser.runtime.getManifest().host_permissions ?? []);
  return origins.filter((origin) => !own.has(origin));
}

/**
 * Puts both scripts on the sites that the person allowed, and takes them off again where that was taken back.
 * Registrations can be lost while the permission stays, so this runs at every start of the background too
 * (`facts/interception.md` §9.4). Pages that are open already get nothing until they are loaded again.
 */
async function register(): Promise<void> {
  const matches = await grantedSites();
  const listed = (browser.runtime.getManifest().content_scripts ?? []).flatMap(
    (script) => script.matches ?? [],
  );
  const there = await browser.scripting.getRegisteredContentScripts({ ids: IDS });
  if (there.length > 0) await browser.scripting.unregisterContentScripts({ ids: there.map(({ id }) => id) });
  if (matches.length === 0) return;
  const shared = {
    matches,
    excludeMatches: [...new Set(listed)],
    allFrames: true,
    matchOriginAsFallback: true,
    persistAcrossSessions: true,
    runAt: 'document_start' as const,
  };
  await browser.scripting.registerContentScripts([
    { ...shared, id: 'slashlight-provider', js: ['content-scripts/provider.js'], world: 'MAIN' },
    { ...shared, id: 'slashlight-bridge', js: ['content-scripts/bridge.js'] },
  ]);
}

/** Keeps the scripts where the person wants them, from now on. Call it in the first turn of the background. */
export function watchGrantedSites(): void {
  let turn = Promise.resolve();
  const again = (): void => {
    turn = turn.then(register).catch(() => undefined); // a site that was taken back meanwhile: the next event settles it
  };
  browser.permissions.onAdded.addListener(again);
  browser.permissions.onRemoved.addListener(again);
  again();
}
