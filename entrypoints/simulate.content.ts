import { defineContentScript } from 'wxt/utils/define-content-script';

import { ASK_ALL } from '../lib/messages/port.ts';

/**
 * Stands beside the bridge, in its world, while the person has simulation switched on (`simulationScript` in
 * `lib/platform`): by this the bridge puts every request that can move funds to the background, whatever the prefilter
 * says. Where it is off there is no script, and so no cost.
 */
export const main = (): void => {
  Object.defineProperty(globalThis, ASK_ALL, { value: true });
};

export default /* @__PURE__ */ defineContentScript({
  registration: 'runtime',
  matches: [], // the background says where
  world: 'MAIN', // spares it the polyfill, as with the bridge; it is registered for the isolated world
  runAt: 'document_start',
  allFrames: true,
  matchOriginAsFallback: true,
  main,
});
