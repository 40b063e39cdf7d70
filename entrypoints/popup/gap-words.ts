import type { PopupStatus } from '../../lib/messages/index.ts';

/** A reason why a page is not protected. */
export type Gap = NonNullable<PopupStatus['gaps']>[number];

/** What is wrong, and what the person can do about it. */
export type GapWords = { readonly why: string; readonly what: string };

/** Worst first: in this order several are told. A gap without words does not compile. */
const words: Readonly<Record<Gap, GapWords>> = {
  'went-around': {
    why: 'Another extension’s wallet heard this page first. Requests may have gone around Slashlight.',
    what: 'In your wallet, reject what you did not decide here.',
  },
  'perhaps-around': {
    why: 'A wallet may have heard a request before Slashlight held it.',
    what: 'In your wallet, reject anything that you did not decide here.',
  },
  'fixed-provider': {
    why: 'A wallet stands where it cannot be guarded.',
    what: 'Its requests may not be held. Read each one in your wallet.',
  },
  'prepared-realm': {
    why: 'Another page of its site could have prepared this page, or a frame in it.',
    what: 'Open the site in a new tab. If this stays, read requests in your wallet.',
  },
  'late-script': {
    why: 'Scripts of this page ran before Slashlight did.',
    what: 'Reload it.',
  },
  orphaned: {
    why: 'This page was open before Slashlight started.',
    what: 'Reload it.',
  },
};

/** What a page is told about without a reason that we can name. */
const unnamed: GapWords = {
  why: 'We do not know why this page is not protected.',
  what: 'Reload it, or read requests in your wallet.',
};

/** The words for each gap of a page, worst first, each text once. */
export function wordsFor(gaps: readonly Gap[]): readonly GapWords[] {
  const given = new Set<string>(gaps);
  const found = Object.entries(words).filter(([gap]) => given.has(gap));
  return found.length > 0 ? found.map(([, said]) => said) : [unnamed];
}
