import { defineContentScript } from 'wxt/utils/define-content-script';

import { fingerprints, looksLikeCall, makePrefilter, mattersMethod } from '../lib/detect/prefilter.ts';
import { isListed, type Runtime, startBridge } from '../lib/provider/index.ts';

// The browser's own API: a polyfill would weigh more than all the rest (design §7). Both browsers know this name.
declare const chrome: { readonly runtime?: Runtime };

/** All that the built script runs: see `leanScripts` in `wxt.config.ts`. */
export const main = (): void => {
  const { learn, mayMatter } = makePrefilter();
  learn(fingerprints);
  startBridge({
    realm: window,
    own: globalThis,
    runtime: () => chrome.runtime,
    listed: isListed(self.origin),
    moves: (method, params) => mattersMethod(method) || looksLikeCall(method, params),
    mayMatter,
    table: fingerprints,
  });
};

export default /* @__PURE__ */ defineContentScript({
  matches: ['https://slashlight.invalid/*'], // the build puts the registry's sites here
  // Built like a script of the page's world, which spares it the polyfill and a context that posts messages into the
  // page; the build's manifest hook (`wxt.config.ts`) then puts it into the isolated world, where it belongs.
  world: 'MAIN',
  matchAboutBlank: true,
  runAt: 'document_start',
  allFrames: true,
  matchOriginAsFallback: true,
  main,
});
