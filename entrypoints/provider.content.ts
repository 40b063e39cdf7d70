import { defineContentScript } from 'wxt/utils/define-content-script';

import { mattersMethod, mayConcernUs } from '../lib/detect/prefilter.ts';
import { isListed, protect } from '../lib/provider/index.ts';

export default defineContentScript({
  matches: ['https://slashlight.invalid/*'], // the build puts the registry's sites here
  world: 'MAIN',
  runAt: 'document_start',
  allFrames: true,
  matchOriginAsFallback: true,
  main() {
    const listed = isListed(self.origin);
    protect(window, {
      matters: mattersMethod,
      mayMatter: (params) => listed || mayConcernUs(params),
    });
  },
});
