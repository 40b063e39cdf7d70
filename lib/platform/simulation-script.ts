/** By this name the script is registered, and taken off again. */
export const simulationScriptId = 'slashlight-simulate';

/**
 * What to register, with `scripting.registerContentScripts`, while the person has simulation switched on: the bridge
 * then has every request that can move funds put to the background. It must stand wherever the bridge does, so `matches`
 * are the manifest's own sites and those that the person allowed. It runs in the isolated world, the bridge's.
 * Like those of `granted-sites.ts` it can be lost while the setting stays: compare at every start of the background.
 */
export function simulationScript(matches: readonly string[]) {
  return {
    id: simulationScriptId,
    js: ['content-scripts/simulate.js'],
    matches: [...matches],
    allFrames: true,
    matchOriginAsFallback: true,
    persistAcrossSessions: true,
    runAt: 'document_start' as const,
  };
}
