import { READY } from '../messages/port.ts';
import { guardAnnouncements } from './announce.ts';
import { guardChannel } from './channel.ts';
import { type Filter, makeGate } from './gate.ts';
import { makeGuards } from './guard.ts';
import { openLine } from './line.ts';
import { type Hooked, type Names, NativeEvent, apply, bare, grab, isObject, stand } from './natives.ts';
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
  /**
   * A provider is patched where it stands, though the page gets a wrapper of it: it hands itself out in many ways. One
   * that is frozen, or has a frozen class, cannot be patched: then the wrapper alone is not enough, and we say so.
   */
  const stays = (value: unknown): void => {
    if (isObject(value) && !patch(value)) line.unprotected();
  };
  const wrapping: Wrapping = makeWrapping(() => guards, stays);
  const { wrap, show, unwrap } = wrapping;
  const recheck = openSlots(realm, names, { wrap: show, unwrap, stays });
  guardChannel(realm, gate, filter);

  const add = grab(realm, 'addEventListener');
  const listen = guardAnnouncements(realm, (value) => {
    recheck();
    return wrap(value);
  });
  let heard = false;
  const hear = (): void => {
    heard = true;
  };
  const arm = (): void => {
    listen();
    apply(add, realm, [READY, hear, true]);
    for (const moment in moments) apply(add, realm, [moment, recheck, true]);
  };
  arm();
  recheck();
  guardOpening(realm, arm);
  const dispatch = grab(realm, 'dispatchEvent');
  // A wallet that announced itself before we came says so again, and is met: it may have other names than we know.
  apply(dispatch, realm, [new NativeEvent('eip6963:requestProvider')]);
  watchDocument(realm, () => {
    line.close();
    apply(dispatch, realm, [new NativeEvent(READY)]);
    if (!heard) line.unprotected(); // somebody took our listeners away past us, and may have added his own by now
    heard = false;
    arm();
    recheck();
  });
}

/**
 * `document.open()` takes all listeners away, and so do `write` and `writeln` where they open: ours are there again
 * before anybody can add his own. Writing nothing opens, as far as writing would, and runs no script yet.
 */
function guardOpening({ Document: { prototype } }: typeof globalThis, arm: () => void): void {
  const write = grab(prototype, 'write');
  const before: Hooked = (native, self, args) => {
    try {
      apply(write, self, ['']);
    } catch {
      // the call itself will say it
    }
    arm();
    return apply(native, self, args);
  };
  stand(prototype, 'write', before);
  stand(prototype, 'writeln', before);
  stand(prototype, 'open', (native, self, args) => {
    const result = apply(native, self, args);
    arm();
    return result;
  });
}

/** Events after which a wallet may stand in the page that did not before; a click is what most requests follow. */
const moments: Names = { __proto__: null, 'ethereum#initialized': 1, load: 1, click: 1 };

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
