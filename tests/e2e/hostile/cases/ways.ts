import type { Case } from './case.ts';

const asks = 'keep(window.ethereum.request(tx)); done();';
/** Where the wallet may have found no way into the page. */
const tries = 'attempt(() => window.ethereum.request(tx)); done();';
const asksAnnounced = `const found = announced();
  until(() => found.length > 0).then(() => { for (const one of found) keep(one.request(tx)); done(); });`;
/** Asks an announced provider with everything it has, to see whether any of it is raw. */
const place = (id: string, does: string, wallet: string, script = asks, more: Partial<Case> = {}): Case => ({
  id,
  does,
  wallet,
  script,
  ...more,
});

/** By which way a page comes to a wallet. */
export const ways: readonly Case[] = [
  place('slot-assigned', 'asks window.ethereum', 'assign'),
  place('slot-fixed', 'asks a window.ethereum that is fixed for good', 'fixed'),
  place('slot-fixed-writable', 'asks a window.ethereum that cannot be defined anew', 'fixed-writable'),
  place('slot-frozen', 'asks a frozen provider', 'frozen'),
  place('slot-frozen-class', 'asks a frozen provider of a frozen class', 'frozen-class'),
  place('slot-fixed-frozen', 'asks a frozen provider in a fixed place', 'fixed-frozen'),
  place(
    'slot-fixed-frozen-class',
    'asks a provider that can be neither replaced nor patched',
    'fixed-frozen-class',
  ),
  place('slot-getter', 'asks a window.ethereum that is a getter alone', 'getter-only'),
  place(
    'slot-getter-frozen',
    'asks a getter that gives a frozen provider of a frozen class',
    'getter-frozen',
  ),
  place('slot-accessor', 'asks a window.ethereum with getter and setter of the wallet', 'accessor'),
  place(
    'slot-on-prototype',
    'asks a provider that stands on Window.prototype',
    'on-prototype',
    'attempt(() => window.ethereum.request(tx)); done();',
  ),
  place('slot-replaced', 'asks the last of three wallets that replaced each other', 'replaced'),
  place('slot-initialized', 'asks a wallet that says ethereum#initialized', 'initialized'),
  place('slot-own-methods', 'asks a provider with fixed functions of its own', 'own-methods'),
  place('slot-proxied', 'asks a provider that is a proxy', 'proxied'),
  place(
    'slot-late',
    'waits for a wallet that comes late',
    'none',
    `setTimeout(() => { wallet.install('assign-silent'); ${asks} }, 30);`,
  ),
  place(
    'slot-late-fixed',
    'waits for a wallet that fixes itself late',
    'none',
    `setTimeout(() => { wallet.install('fixed'); ${tries} }, 30);`,
  ),
  place(
    'slot-late-fixed-frozen',
    'waits for a frozen wallet that fixes itself late',
    'none',
    `setTimeout(() => { wallet.install('fixed-frozen-class'); ${tries} }, 30);`,
  ),
  place(
    'slot-late-getter',
    'waits for a wallet that comes as a getter after the page has loaded',
    'none',
    `addEventListener('load', () => setTimeout(() => { wallet.install('getter-frozen'); ${tries} }, 20));`,
  ),
  place(
    'slot-deleted',
    'deletes window.ethereum and has the wallet come back',
    'assign',
    `delete window.ethereum; wallet.install('assign-silent'); ${asks}`,
  ),
  place(
    'slot-deleted-fixed',
    'deletes window.ethereum and has the wallet come back fixed',
    'assign',
    `delete window.ethereum; wallet.install('fixed-frozen-class'); ${asks}`,
  ),
  place(
    'slot-redefined',
    'defines window.ethereum as a trap, then has the wallet assign itself',
    'assign',
    `let raw; try { Object.defineProperty(window, 'ethereum', { configurable: true, set(value) { raw = value; }, get() { return raw; } }); } catch {}
     wallet.install('assign-silent'); keep((raw ?? window.ethereum).request(tx)); done();`,
  ),
  place(
    'slot-redefined-from-frame',
    "defines window.ethereum as a trap with a fresh frame's functions",
    'assign',
    `const clean = frame().contentWindow; let raw;
     try { clean.Object.defineProperty(window, 'ethereum', { configurable: true, set(value) { raw = value; }, get() { return raw; } }); } catch {}
     wallet.install('assign-silent'); keep((raw ?? window.ethereum).request(tx)); done();`,
  ),
  place(
    'slot-defined-as-legacy',
    'defines window.ethereum as a trap with __defineSetter__',
    'none',
    `let raw; try { window.__defineSetter__('ethereum', (value) => { raw = value; }); } catch {}
     wallet.install('assign-silent'); keep((raw ?? window.ethereum).request(tx)); done();`,
  ),
  place(
    'slot-trap-on-prototype',
    'puts a setter for ethereum on Window.prototype and deletes the own property',
    'assign',
    `let raw; for (const holder of [Window.prototype, Object.getPrototypeOf(Window.prototype), EventTarget.prototype, Object.prototype])
       try { Object.defineProperty(holder, 'ethereum', { configurable: true, set(value) { raw = value; } }); } catch {}
     delete window.ethereum; wallet.install('assign-silent'); keep((raw ?? window.ethereum).request(tx)); done();`,
  ),
  place(
    'slot-getter-taken',
    'calls the getter of window.ethereum itself',
    'assign',
    `
     const own = Object.getOwnPropertyDescriptor(window, 'ethereum');
     keep((own.get === undefined ? own.value : own.get.call(window)).request(tx)); done();`,
  ),
  place(
    'old-wallet',
    'asks a wallet that knows sendAsync alone',
    'old-wallet',
    `window.ethereum.sendAsync({ id: 1, ...tx }, nothing); done();`,
  ),
  place('announced', 'asks an announced provider', 'announce-only', asksAnnounced),
  place('announced-open', 'asks a provider announced in an open detail', 'announce-open', asksAnnounced),
  place('announced-several', 'asks several objects of one wallet', 'announce-several', asksAnnounced, {}),
  place('announced-twice', 'asks a wallet that announces itself twice', 'announce-twice', asksAnnounced),
  place(
    'announced-same-event',
    'asks a wallet that sends one event object again and again',
    'announce-same-event',
    asksAnnounced,
  ),
  place(
    'announced-plain',
    'asks a wallet announced by a plain event with a detail',
    'announce-plain',
    asksAnnounced,
  ),
  place(
    'announced-own-detail',
    'asks a wallet whose event carries a detail of its own',
    'announce-own-detail',
    asksAnnounced,
  ),
  place(
    'announced-getter',
    'asks a wallet whose event has a getter for its detail',
    'announce-getter',
    asksAnnounced,
  ),
  place(
    'announced-changing',
    'asks a wallet whose detail gives another provider at the second look',
    'announce-changing',
    asksAnnounced,
  ),
  place(
    'announced-on-document',
    'asks a wallet announced on the document',
    'announce-on-document',
    asksAnnounced,
  ),
  place('announced-frozen', 'asks a frozen announced provider', 'announce-frozen', asksAnnounced),
  place(
    'announced-frozen-class',
    'asks an announced provider that can only be wrapped',
    'announce-frozen-class',
    asksAnnounced,
  ),
  place(
    'announced-on-document-captured',
    'listens on the document before the window hears of it',
    'announce-on-document',
    `const found = []; document.addEventListener('eip6963:announceProvider', (event) => found.push(event.detail.provider), true);
     dispatchEvent(new Event('eip6963:requestProvider')); announced();
     until(() => found.length > 0).then(() => { for (const one of found) keep(one.request(tx)); done(); });`,
  ),
  place(
    'announced-onto-own-event',
    "replaces CustomEvent's detail to see what is announced again",
    'announce-only',
    `const caught = []; const native = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail').get;
     Object.defineProperty(CustomEvent.prototype, 'detail', { configurable: true, get() { const detail = native.call(this); caught.push(detail?.provider); return detail; } });
     window.CustomEvent = class extends CustomEvent { constructor(type, init) { super(type, init); caught.push(init?.detail?.provider); } };
     announced(); until(() => caught.length > 0).then(() => { for (const one of caught) try { keep(one.request(tx)); } catch {} done(); });`,
  ),
  place(
    'providers',
    'asks one of ethereum.providers',
    'providers',
    'keep(window.ethereum.providers[1].request(tx)); done();',
  ),
  place(
    'providers-frozen',
    'asks one of a frozen list of providers',
    'providers-frozen',
    'keep(window.ethereum.providers[0].request(tx)); done();',
  ),
  place(
    'provider-map',
    'asks one of ethereum.providerMap',
    'provider-map',
    `keep(window.ethereum.providerMap.get('Test').request(tx)); done();`,
  ),
  place(
    'provider-map-frozen',
    'asks one of a frozen providerMap of frozen providers',
    'provider-map-frozen',
    `keep([...window.ethereum.providerMap.values()][0].request(tx)); done();`,
  ),
  place(
    'provider-map-late',
    'asks an entry that comes into ethereum.providerMap after it was taken',
    'provider-map-late',
    `const { providerMap } = window.ethereum; dispatchEvent(new Event('test-wallet:add'));
     keep(providerMap.get('Late').request(tx)); done();`,
  ),
  place(
    'slot-defined-properties',
    'defines window.ethereum as a trap with Object.defineProperties',
    'none',
    `let raw; try { Object.defineProperties(window, { ethereum: { configurable: true, enumerable: true, set(value) { raw = value; }, get() { return raw; } } }); } catch {}
     wallet.install('assign-silent'); keep((raw ?? window.ethereum).request(tx)); done();`,
  ),
  place(
    'slot-defined-by-key-object',
    'defines window.ethereum as a trap under a key that becomes its name only at the second look',
    'none',
    `let raw; let looks = 0; const key = { toString: () => ((looks += 1) === 1 ? 'other' : 'ethereum') };
     for (let n = 0; n < 3; n += 1) try { Reflect.defineProperty(window, key, { configurable: true, set(value) { raw = value; }, get() { return raw; } }); } catch {}
     wallet.install('assign-silent'); keep((raw ?? window.ethereum).request(tx)); done();`,
  ),
  place(
    'slot-through-proxy',
    'asks through a proxy of the window and through what inherits from it',
    'assign',
    `const heir = Object.create(window); const seen = new Proxy(window, {});
     attempt(() => Reflect.get(window, 'ethereum', {}).request(tx)); attempt(() => heir.ethereum.request(tx)); attempt(() => seen.ethereum.request(tx)); done();`,
  ),
  place(
    'announced-caught',
    'replaces what a careless wallet uses to announce itself when it comes late',
    'none',
    `const caught = []; const { freeze } = Object;
     window.dispatchEvent = (event) => { if (event.detail?.provider) caught.push(event.detail.provider); return true; };
     Object.freeze = (value) => { if (value?.provider) caught.push(value.provider); return freeze(value); };
     wallet.install('announce-careless'); for (const one of caught) keep(one.request(tx)); done();`,
  ),
  place(
    'named-unknown',
    'asks a wallet under a name that nobody knows',
    'unknown',
    'keep(window.nobodysWallet.request(tx)); done();',
  ),
  place(
    'named-unknown-announced',
    'asks an announced wallet under a name that nobody knows',
    'unknown-announced',
    'keep(window.nobodysWallet.request(tx)); done();',
  ),
  place(
    'selected-provider',
    'asks ethereum.selectedProvider',
    'selected',
    'keep(window.ethereum.selectedProvider.request(tx)); done();',
  ),
  place(
    'named-rabby',
    'asks window.rabby, fixed for good',
    'rabby',
    'keep(window.rabby.request(tx)); done();',
  ),
  place(
    'named-rabby-router',
    "asks inside Rabby's router",
    'rabby-router',
    `
     const { rabbyProvider, currentProvider, providers } = window.rabbyWalletRouter; keep(rabbyProvider.request(tx)); done();`,
  ),
  place(
    'named-coinbase',
    'asks window.coinbaseWalletExtension',
    'coinbase',
    'keep(window.coinbaseWalletExtension.request(tx)); done();',
  ),
  place('named-okx', 'asks window.okxwallet', 'okx', 'keep(window.okxwallet.request(tx)); done();'),
  place(
    'named-okx-late',
    'asks a frozen window.okxwallet that was fixed late',
    'none',
    `setTimeout(() => { wallet.install('okx-late-frozen'); attempt(() => window.okxwallet.request(tx)); done(); }, 100);`,
  ),
  place(
    'named-phantom',
    'asks window.phantom.ethereum',
    'phantom',
    'keep(window.phantom.ethereum.request(tx)); done();',
  ),
  place('named-trust', 'asks window.trustwallet', 'trust', 'keep(window.trustwallet.request(tx)); done();'),
  place(
    'named-bitkeep',
    'asks window.bitkeep.ethereum',
    'bitkeep',
    'keep(window.bitkeep.ethereum.request(tx)); done();',
  ),
  place(
    'named-web3',
    'asks window.web3.currentProvider',
    'web3',
    'keep(window.web3.currentProvider.request(tx)); done();',
  ),
  place(
    'named-web3-fixed',
    'asks a fixed and frozen web3.currentProvider',
    'web3-fixed',
    'keep(window.web3.currentProvider.request(tx)); done();',
  ),
];
