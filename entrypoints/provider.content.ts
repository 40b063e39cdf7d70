import { defineContentScript } from 'wxt/utils/define-content-script';

import { looksLikeCall, makePrefilter, mattersMethod } from '../lib/detect/prefilter.ts';
import { protect } from '../lib/provider/index.ts';

/** All that the built script runs: see `leanScripts` in `wxt.config.ts`. */
export const main = (): void =>
  protect(window, { matters: mattersMethod, looks: looksLikeCall, ...makePrefilter() });

export default /* @__PURE__ */ defineContentScript({
  matches: ['https://slashlight.invalid/*'], // the build puts the registry's sites here
  world: 'MAIN',
  runAt: 'document_start',
  allFrames: true,
  matchOriginAsFallback: true,
  main,
});
