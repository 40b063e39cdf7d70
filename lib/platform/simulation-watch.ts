import { browser } from 'wxt/browser';

import { loadSettings } from './settings-store.ts';
import { simulationScript, simulationScriptId } from './simulation-script.ts';

/** Where our scripts stand: the manifest's sites, and those that the person allowed. */
async function everySite(): Promise<string[]> {
  const listed = (browser.runtime.getManifest().content_scripts ?? []).flatMap(
    ({ matches }) => matches ?? [],
  );
  const { origins = [] } = await browser.permissions.getAll();
  return [...new Set([...listed, ...origins])].sort();
}

async function settle(): Promise<void> {
  const { settings } = await loadSettings();
  const matches = settings.simulate === true ? await everySite() : [];
  const [there] = await browser.scripting.getRegisteredContentScripts({ ids: [simulationScriptId] });
  if (JSON.stringify([...(there?.matches ?? [])].sort()) === JSON.stringify(matches)) return;
  if (there !== undefined) await browser.scripting.unregisterContentScripts({ ids: [simulationScriptId] });
  if (matches.length > 0) await browser.scripting.registerContentScripts([simulationScript(matches)]);
}

/**
 * Keeps the script of `simulationScript` where the person's choice wants it, from now on: at each start of the
 * background, when the settings change, and when sites come or go. Call it in the first turn of the background.
 */
export function watchSimulation(): void {
  let turn = Promise.resolve();
  const again = (): void => {
    turn = turn.then(settle).catch(() => undefined); // a site that was taken back meanwhile: the next event settles it
  };
  browser.storage.local.onChanged.addListener((changes) => {
    if ('settings' in changes) again();
  });
  browser.permissions.onAdded.addListener(again);
  browser.permissions.onRemoved.addListener(again);
  again();
}
