/** Where a way was tried. */
export type RunName = 'chromium-below' | 'chromium-above' | 'firefox-bubble' | 'firefox-capture';

/** A way that is known to be open, where, and why. One that is closed must leave this list: the test says so. */
type Open = { readonly runs: readonly RunName[]; readonly why: string };

const everywhere = ['chromium-below', 'chromium-above', 'firefox-bubble', 'firefox-capture'] as const;

/** Where a wallet's in-page code ran before ours, and so kept the browser's own functions. */
const walletBefore = ['chromium-below', 'firefox-bubble', 'firefox-capture'] as const;

const late = 'A wallet fixes itself late, by Object.defineProperty: nothing tells us before the next event.';
const trap = 'The page puts an accessor of its own where the wallet will assign itself.';
const frozen = 'A frozen class of a frozen wallet gives the wallet itself or another one of its kind.';
const opened = 'document.open() takes our listener away, and the page adds its own before we come back.';

/** Ways in which the wallet is reached although the toolbar is silent, or not reached although it should be. */
export const open: { readonly [id: string]: Open } = {
  'slot-late-fixed': { runs: walletBefore, why: late },
  'slot-late-fixed-frozen': { runs: walletBefore, why: late },
  'slot-late-getter': { runs: walletBefore, why: late },
  'named-okx-late': { runs: walletBefore, why: late },
  'slot-defined-as-legacy': { runs: everywhere, why: trap },
  'request-batch-frozen': {
    runs: ['chromium-above'],
    why: 'Parts of a frozen wallet are handed out as they are; where ours came first nothing looks fixed.',
  },
  'request-batch-announced': {
    runs: everywhere,
    why: 'Parts of a frozen announced wallet are handed out as they are.',
  },
  'constructor-frozen': { runs: everywhere, why: frozen },
  'on-this-frozen': { runs: everywhere, why: frozen },
  'getter-planted-frozen': { runs: everywhere, why: frozen },
  'method-other-case': {
    runs: everywhere,
    why: 'A method in other letters is none of those that matter; a wallet would refuse it.',
  },
  'document-open-same-tick': { runs: everywhere, why: opened },
  'document-open-borrowed': { runs: everywhere, why: opened },
};
