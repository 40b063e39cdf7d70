import { guardAnnouncements } from './announce.ts';
import { guardChannel } from './channel.ts';
import { type Filter, makeGate } from './gate.ts';
import { makeGuards } from './guard.ts';
import { openLine } from './line.ts';
import { type Names, apply, bare, grab, isObject } from './natives.ts';
import { makePatch } from './patch.ts';
import { openSlots } from './slot.ts';
import { type Wrapping, makeWrapping } from './wrap.ts';

/** Names by which wallets stand in a page; further providers are inside some of them. */
const names: Names = {
  __proto__: null,
  ethereum: 1,
  rabby: 1,
  rabbyWalletRouter: 1,
  coinbaseWalletExtension: 1,
  okxwallet: 1,
  phantom: 1,
  trustwallet: 1,
  bitkeep: 1,
  web3: 1,
};

/**
 * Stands before every provider of one page for good: `window.ethereum`, EIP-6963 announcements, lists of providers and
 * named globals. Nothing is thrown into the page and nothing is polled.
 */
export function protect(realm: Window & typeof globalThis, filter: Filter): void {
  const line = openLine(realm, filter.learn);
  const gate = makeGate(line, filter);
  const guards = makeGuards(gate, filter, (value) => wrapping.unwrap(value));
  const patch = makePatch(guards);
  /** A provider that stands where no wrapper can be put must at least be patched. */
  const stays = (value: unknown): void => {
    if (isObject(value) && !patch(value)) line.unprotected();
  };
  const wrapping: Wrapping = makeWrapping(() => guards, patch, stays);
  const { wrap, show, unwrap } = wrapping;
  const recheck = openSlots(realm, names, { wrap: show, unwrap, stays });
  guardChannel(realm, gate, filter);

  const add = grab(realm, 'addEventListener');
  const listen = guardAnnouncements(realm, (value) => {
    recheck();
    return wrap(value);
  });
  const arm = (): void => {
    listen();
    for (const moment in moments) apply(add, realm, [moment, recheck, true]);
  };
  arm();
  recheck();
  watchDocument(realm, () => {
    line.close();
    arm();
    recheck();
  });
}

/** Events after which a wallet may stand in the page that did not before; a click is what most requests follow. */
const moments: Names = { __proto__: null, 'ethereum#initialized': 1, DOMContentLoaded: 1, load: 1, click: 1 };

/**
 * The first change of the document comes before the first script of the page: what other extensions put there by then
 * is taken over, and the line is closed. Later, `document.open()` takes all listeners away: arm again.
 */
function watchDocument(realm: Window & typeof globalThis, changed: () => void): void {
  const disconnect = grab(realm.MutationObserver.prototype, 'disconnect');
  const observe = grab(realm.MutationObserver.prototype, 'observe');
  const observer = new realm.MutationObserver(() => {
    apply(disconnect, observer, []);
    apply(observe, observer, [realm.document, bare({ childList: true })]);
    changed();
  });
  observer.observe(realm.document, { childList: true, subtree: true });
}
