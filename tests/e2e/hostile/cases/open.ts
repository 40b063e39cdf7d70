/** Where a way was tried. */
export type RunName = 'chromium-below' | 'chromium-above' | 'firefox-bubble' | 'firefox-capture';

/** A way that is known to be open, where, and why. One that is closed must leave this list: the test says so. */
type Open = {
  readonly runs: readonly RunName[];
  readonly why: string;
  /** Whether the attack wins is a race: on a busy machine it may lose. */
  readonly sometimes?: true;
};

const everywhere = ['chromium-below', 'chromium-above', 'firefox-bubble', 'firefox-capture'] as const;

/** Ways in which the wallet is reached although the toolbar is silent, or not reached although it should be. */
export const open: { readonly [id: string]: Open } = {
  'named-unknown': {
    runs: everywhere,
    why: 'A wallet under a name that nobody told us, which does not announce itself either, is never met.',
  },
  'announced-caught': {
    runs: everywhere,
    why: "A wallet that comes after the page's scripts, and uses what they left of the page's functions, hands itself over.",
  },
};
