import { guardAnnouncements } from './announce.ts';
import { type Filter, makeGate } from './gate.ts';
import { makeGuards } from './guard.ts';
import { openLine } from './line.ts';
import { apply, descriptorOf, grab, isObject } from './natives.ts';
import { makePatch } from './patch.ts';
import { openSlot } from './slot.ts';
import { type Wrapping, makeWrapping } from './wrap.ts';

/** Further names by which wallets stand in a page. `web3.currentProvider` and `phantom.ethereum` are inside. */
const names: readonly string[] = ['rabby', 'coinbaseWalletExtension', 'okxwallet', 'phantom', 'web3'];

/**
 * Stands before every provider of one page for good: `window.ethereum`, EIP-6963 announcements, lists of providers and
 * named globals. Nothing is thrown into the page and nothing is polled.
 */
export function protect(realm: Window & typeof globalThis, filter: Filter): void {
  const line = openLine(realm);
  const guards = makeGuards(makeGate(line, filter), filter.matters, (value) => wrapping.unwrap(value));
  const patch = makePatch(guards);
  const wrapping: Wrapping = makeWrapping(() => guards, patch);
  const { wrap, unwrap } = wrapping;

  const ethereum = openSlot(realm, 'ethereum', wrap, unwrap);
  /** A provider that stands where no wrapper can be put must at least be patched. */
  const stand = (value: unknown): void => {
    if (isObject(value) && wrap(value) !== value && !patch(value)) line.unprotected();
  };
  const recheck = (): void => {
    ethereum.recheck();
    stand(descriptorOf(realm, 'ethereum')?.value);
    for (let i = 0; i < names.length; i += 1) {
      const value: unknown = descriptorOf(realm, names[i] ?? '')?.value;
      if (!isObject(value)) continue;
      stand(value);
      stand(descriptorOf(value, 'ethereum')?.value);
      stand(descriptorOf(value, 'currentProvider')?.value);
    }
  };

  const add = grab(realm, 'addEventListener');
  const listen = guardAnnouncements(realm, (value) => {
    recheck();
    return wrap(value);
  });
  const arm = (): void => {
    listen();
    for (let i = 0; i < moments.length; i += 1) apply(add, realm, [moments[i], recheck, true]);
  };
  arm();
  recheck();
  watchDocument(realm, recheck, arm, line.close);
}

/** Events after which a wallet may stand in the page that did not before. */
const moments: readonly string[] = ['ethereum#initialized', 'DOMContentLoaded', 'load'];

/**
 * The first change of the document comes before the first script of the page: what other extensions put there by then
 * is taken over, and the line is closed. Later, `document.open()` takes all listeners away: arm again.
 */
function watchDocument(
  realm: Window & typeof globalThis,
  recheck: () => void,
  arm: () => void,
  close: () => void,
): void {
  const disconnect = grab(realm.MutationObserver.prototype, 'disconnect');
  const rearm = new realm.MutationObserver(arm);
  const first = new realm.MutationObserver(() => {
    apply(disconnect, first, []);
    close();
    recheck();
  });
  first.observe(realm.document, { childList: true, subtree: true });
  rearm.observe(realm.document, { childList: true });
}
