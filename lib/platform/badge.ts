import { browser } from 'wxt/browser';

const REVIEW = 'review-needed';
const AROUND = 'went-around';
const amber = '#b45309';
const red = '#b91c1c';
const grey = '#6b7280';

/** What the toolbar says of one tab. The popup says more; a title is one line. */
export type TabSign =
  | 'none'
  | 'off'
  | 'reload'
  | 'unprotected'
  | 'prepared'
  | 'perhaps-around'
  | 'went-around'
  | 'no-access';

const signs: {
  readonly [sign in TabSign]: { readonly text: string; readonly color: string; readonly title: string };
} = {
  none: { text: '', color: grey, title: 'Slashlight' },
  off: { text: 'off', color: grey, title: 'Slashlight is off for this site: nothing is held' },
  reload: { text: '!', color: amber, title: 'Not protected: reload this page to start Slashlight' },
  unprotected: {
    text: '!',
    color: amber,
    title: 'Not protected: Slashlight cannot stand before a wallet here',
  },
  prepared: { text: '!', color: amber, title: 'Not protected: this page could have been prepared' },
  'perhaps-around': {
    text: '!',
    color: red,
    title: 'Not protected: a request may have gone around Slashlight',
  },
  'went-around': {
    text: '!',
    color: red,
    title: 'A request went around Slashlight: read what your wallet asks',
  },
  'no-access': { text: 'off', color: grey, title: 'Slashlight may not look at this site: nothing is held' },
};

/** Says on the toolbar how one tab stands. The browser forgets it when the tab loads another page. */
export async function signTab(tabId: number, sign: TabSign): Promise<void> {
  const { text, color, title } = signs[sign];
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color }),
    browser.action.setTitle({ tabId, title }),
  ]); // the tab may be gone by now
}

/** A request waits and its window could not be opened: a badge on every tab and a notification, until it is over. */
export async function signAttention(needed: boolean): Promise<void> {
  await Promise.allSettled([
    browser.action.setBadgeText({ text: needed ? '!' : '' }),
    browser.action.setBadgeBackgroundColor({ color: amber }),
    needed ? notify() : browser.notifications.clear(REVIEW),
  ]);
}

/**
 * A wallet heard a page before us, so what it asks for now was not held; or, where that is not `sure`, it may have.
 * Said at once, beside the badge.
 */
export async function noticeAround(site: string, sure: boolean): Promise<void> {
  const created = browser.notifications.create(AROUND, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: sure ? 'A request went around Slashlight' : 'A request may have gone around Slashlight',
    message: `${site}: your wallet ${sure ? 'got' : 'may have got'} a request before you could decide here. Reject it there if you are not sure.`,
  });
  await created.catch(() => undefined); // the badge says it too
}

async function notify(): Promise<void> {
  await browser.notifications.create(REVIEW, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: 'A request waits for you',
    message: 'Slashlight could not open its window. Click here to look at the request.',
  });
}
