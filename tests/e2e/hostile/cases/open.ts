/** Where a way was tried. */
export type RunName = 'chromium-below' | 'chromium-above' | 'firefox-bubble' | 'firefox-capture';

/** A way that is known to be open, where, and why. One that is closed must leave this list: the test says so. */
export type Open = { readonly runs: readonly RunName[]; readonly why: string };

const everywhere = ['chromium-below', 'chromium-above', 'firefox-bubble', 'firefox-capture'] as const;
const chromium = ['chromium-below', 'chromium-above'] as const;

/** Ways in which the wallet is reached although the toolbar is silent. */
export const open: { readonly [id: string]: Open } = {};
void everywhere;
void chromium;
