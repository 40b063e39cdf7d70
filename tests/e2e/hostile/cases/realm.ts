import type { Case } from './case.ts';

/** Replaces built-ins, then asks the wallet that stands there, one that came later, and every raw function it caught. */
const tamper = (id: string, what: string, code: string, more: Partial<Case> = {}): Case => ({
  id: `builtin-${id}`,
  does: `replaces ${what}`,
  script: `
    const caught = []; const nativeApply = Reflect.apply; const seenBefore = new Set(); const nativeHas = Set.prototype.has; const nativeAdd = Set.prototype.add;
    const note = (value) => { caught[caught.length] = value; };
    const { request } = window.ethereum; const slot = window.ethereum;
    ${code}
    let promise; try { promise = slot.request(tx); } catch { promise = undefined; }
    if (promise !== undefined) keep(promise);
    for (let n = 0, most = caught.length; n < most && n < 200; n += 1) {
      const one = caught[n];
      try { if (typeof one === 'function' && /request|sendAsync/.test(one.name)) keep(nativeApply(one, slot, [tx])); } catch {}
      try { if (one && typeof one === 'object' && typeof one.request === 'function') keep(nativeApply(one.request, one, [tx])); } catch {}
    }
    done();`,
  ...more,
});

/** A function that looks at its this and its arguments, does what the native one does, and can be told to lie. */
const spy = (holder: string, name: string, lie = ''): string => `{
    const native = ${holder}.${name};
    try { Object.defineProperty(${holder}, '${name}', { configurable: true, writable: true, value: function (...all) {
      note(this); for (let i = 0; i < all.length; i += 1) { note(all[i]); if (all[i] && all[i].length > 0 && typeof all[i] === 'object') note(all[i][0]); }
      ${lie}
      return nativeApply(native, this, all); } }); } catch {} }`;
const spies = (holder: string, names: readonly string[]): string =>
  names.map((name) => spy(holder, name)).join('');

/** What a page does to its own realm before it asks. */
export const realm: readonly Case[] = [
  tamper(
    'promise',
    'Promise and its then',
    `${spies('Promise.prototype', ['then', 'catch', 'finally'])}
    window.Promise = class extends Promise { constructor(run) { super((resolve, reject) => { note(run); run(resolve, reject); resolve('0x1'); }); } };`,
  ),
  tamper(
    'promise-then-lies',
    'Promise.prototype.then by one that says yes',
    `Promise.prototype.then = function (yes) { try { yes('0x1'); yes(['0x1']); yes(null); } catch {} return this; };`,
  ),
  tamper(
    'reflect',
    'Reflect',
    spies('Reflect', [
      'apply',
      'get',
      'set',
      'has',
      'getPrototypeOf',
      'ownKeys',
      'defineProperty',
      'getOwnPropertyDescriptor',
    ]),
  ),
  tamper(
    'json',
    'JSON by one that always says forward',
    `JSON.parse = () => [1, 'forward']; JSON.stringify = () => '[]';`,
  ),
  tamper('json-spy', 'JSON by one that looks', spies('JSON', ['parse', 'stringify'])),
  tamper(
    'map',
    'Map, Set, WeakMap and WeakSet',
    `for (const kind of [Map, Set, WeakMap, WeakSet]) for (const name of ['get', 'has', 'set', 'add', 'delete', 'forEach']) {
      const native = kind.prototype[name]; if (native === undefined) continue;
      kind.prototype[name] = function (...all) { for (const one of all) note(one); const result = nativeApply(native, this, all); note(result); return result; }; }
    window.WeakMap = window.Map = function () { return { get: () => true, has: () => true, set() { return this; } }; };`,
  ),
  tamper(
    'map-lies',
    'Map and WeakMap by ones that know nothing',
    `for (const kind of [Map, Set, WeakMap, WeakSet]) { kind.prototype.get = () => undefined; kind.prototype.has = () => true; }`,
  ),
  tamper(
    'proxy',
    'Proxy',
    `window.Proxy = function (target, traps) { note(target); note(traps); return target; };`,
  ),
  tamper(
    'message-port',
    'MessagePort and MessageChannel',
    `${spies('MessagePort.prototype', ['postMessage', 'start', 'close'])}
    window.MessageChannel = class { constructor() { note(this); } };`,
  ),
  tamper(
    'message-port-forges',
    "MessagePort's postMessage to answer on every port it sees",
    `{
    const native = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (...all) { for (let n = 0; n < 9; n += 1) this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify([n, 'forward']) })); return nativeApply(native, this, all); }; }`,
  ),
  tamper(
    'structured-clone',
    'structuredClone',
    `window.structuredClone = (value) => { note(value); return { method: 'eth_chainId', params: [] }; };`,
  ),
  tamper(
    'function',
    'call, apply and bind of every function',
    spies('Function.prototype', ['call', 'apply', 'bind']),
  ),
  tamper(
    'function-lies',
    'call, apply and bind by ones that do nothing',
    `Function.prototype.call = Function.prototype.apply = function () { return '0x1'; }; Function.prototype.bind = function () { return () => true; };`,
  ),
  tamper(
    'array',
    "Array's functions",
    spies('Array.prototype', [
      'push',
      'map',
      'filter',
      'slice',
      'forEach',
      'includes',
      'indexOf',
      'concat',
      'some',
      'every',
    ]),
  ),
  tamper(
    'array-lies',
    "Array's functions by ones that find nothing",
    `for (const name of ['map', 'filter', 'slice', 'flatMap', 'concat']) Array.prototype[name] = () => []; for (const name of ['some', 'includes', 'every']) Array.prototype[name] = () => false; Array.isArray = () => false;`,
  ),
  tamper(
    'array-setters',
    'the places of every list by setters',
    `for (let n = 0; n < 4; n += 1) Object.defineProperty(Array.prototype, n, { configurable: true, set(value) { note(value); Object.defineProperty(this, n, { value, writable: true, configurable: true, enumerable: true }); } });`,
  ),
  tamper(
    'iterator',
    'Symbol.iterator of lists',
    `{ const native = Array.prototype[Symbol.iterator]; Array.prototype[Symbol.iterator] = function () { note(this); for (let i = 0; i < this.length; i += 1) note(this[i]); return nativeApply(native, this, []); }; }`,
  ),
  tamper(
    'iterator-lies',
    'Symbol.iterator of lists by one that gives nothing',
    `Array.prototype[Symbol.iterator] = function* () {};`,
  ),
  tamper(
    'species',
    'Symbol.species of Promise and Array',
    `class Spy extends Promise { constructor(run) { super((yes, no) => { note(run); run(yes, no); }); } }
    Object.defineProperty(Promise, Symbol.species, { get: () => Spy }); Object.defineProperty(Array, Symbol.species, { get: () => function () { return { length: 0 }; } });
    Object.defineProperty(Promise.prototype, 'constructor', { configurable: true, get() { note(this); return Spy; } });`,
  ),
  tamper(
    'object-prototype',
    'Object.prototype by answers and proxy traps',
    `for (const [name, value] of Object.entries({ v: 'allow', hash: 'a'.repeat(64), refusal: null, acknowledged: true, verb: 'forward', configurable: true, writable: true }))
      Object.defineProperty(Object.prototype, name, { configurable: true, writable: true, value });
    for (const name of ['apply', 'getPrototypeOf', 'has', 'ownKeys']) Object.defineProperty(Object.prototype, name, { configurable: true, writable: true, value: function (...all) { for (let i = 0; i < all.length; i += 1) note(all[i]); } });`,
  ),
  tamper(
    'object-prototype-get',
    'get, set and value of every descriptor',
    `for (const name of ['get', 'set']) Object.defineProperty(Object.prototype, name, { __proto__: null, configurable: true, writable: true, value: function (...all) { note(this); for (let i = 0; i < all.length; i += 1) note(all[i]); } });`,
  ),
  tamper(
    'to-json',
    'toJSON of every object',
    `Object.defineProperty(Object.prototype, 'toJSON', { configurable: true, writable: true, value() { return { method: 'eth_chainId', params: [] }; } });`,
  ),
  tamper(
    'object-functions',
    "Object's functions",
    spies('Object', [
      'defineProperty',
      'freeze',
      'getOwnPropertyDescriptor',
      'getPrototypeOf',
      'setPrototypeOf',
      'keys',
      'entries',
      'assign',
      'create',
    ]),
  ),
  tamper(
    'string',
    'the functions of texts and expressions',
    `String.prototype.charCodeAt = () => 0; String.prototype.startsWith = String.prototype.includes = () => false; String.prototype.slice = () => ''; String.prototype.toLowerCase = () => ''; RegExp.prototype.test = () => false; RegExp.prototype.exec = () => null; String.fromCharCode = () => '';`,
  ),
  tamper(
    'typed-arrays',
    'typed arrays',
    `for (const kind of [Int8Array, Int32Array, Uint8Array]) Object.setPrototypeOf(kind.prototype, { __proto__: null }); Math.imul = () => 0; parseInt = () => 0;`,
  ),
  tamper(
    'add-listener',
    'addEventListener and dispatchEvent',
    spies('EventTarget.prototype', ['addEventListener', 'removeEventListener', 'dispatchEvent']),
  ),
  tamper(
    'message-event',
    "MessageEvent's getters",
    `for (const name of ['data', 'ports', 'source', 'origin']) Object.defineProperty(MessageEvent.prototype, name, { configurable: true, get: () => (name === 'ports' ? [] : JSON.stringify([1, 'forward'])) });`,
  ),
  tamper(
    'stop-propagation',
    'stopImmediatePropagation, so that nothing is stopped',
    `Event.prototype.stopImmediatePropagation = Event.prototype.stopPropagation = Event.prototype.preventDefault = nothing;
    addEventListener('eip6963:announceProvider', (event) => note(event.detail?.provider), true); wallet.install('announce-only');
    Object.defineProperty(Event.prototype, 'type', { configurable: true, get: () => 'x' });`,
  ),
  tamper(
    'crypto',
    'the source of random numbers',
    `crypto.getRandomValues = (bytes) => bytes.fill(7); Math.random = () => 0; Object.defineProperty(crypto, 'randomUUID', { value: () => '00000000-0000-4000-8000-000000000000' });`,
  ),
  tamper(
    'timers',
    'timers, so that time runs out at once',
    `{ const native = setTimeout; window.setTimeout = (work, ms) => nativeApply(native, window, [work, 0]); window.setInterval = window.requestAnimationFrame = window.queueMicrotask = (work) => work(); Date.now = () => 0; performance.now = () => 0; }`,
  ),
  tamper(
    'mutation-observer',
    'MutationObserver',
    `window.MutationObserver = class { constructor(see) { note(see); } observe() {} disconnect() {} }; wallet.install('assign-silent');`,
  ),
  tamper(
    'error',
    'Error and its stack',
    `{ const native = Error; window.Error = function (...all) { note(this); return Reflect.construct(native, all); }; native.prepareStackTrace = (_, frames) => { for (const frame of frames) { note(frame.getThis?.()); note(frame.getFunction?.()); } return ''; }; try { window.ethereum.send(); } catch {} }`,
  ),
];
