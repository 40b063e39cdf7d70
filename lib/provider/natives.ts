/**
 * Built-ins as they were before the page ran. A page may replace each of them later; code in this folder uses only
 * these, and neither array methods, iteration (which `[a, b] = list` is too) nor promise chains: those look names up
 * on prototypes that the page can change.
 */
export const {
  apply,
  defineProperty,
  deleteProperty,
  get,
  getPrototypeOf,
  has,
  ownKeys,
  preventExtensions,
  set,
  setPrototypeOf,
} = Reflect;
export const { parse, stringify } = JSON;
export const { freeze } = Object;
export const { isArray } = Array;
export const NativePromise = Promise;
export const NativeProxy = Proxy;
export const NativeError = Error;
export const NativeEvent = Event;
const NativeWeakMap = WeakMap;
export const ObjectPrototype = Object.prototype;
export const MapPrototype = Map.prototype;
export const setTimer = setTimeout;

/** Names as keys of an object without a prototype: `in` and `for … in` ask nothing that the page can change. */
export type Names = { readonly __proto__: null; readonly [name: string]: 1 | null };

export type Callable = (...args: unknown[]) => unknown;

/** Whether a value can be called. */
export function isCallable(value: unknown): value is Callable {
  return typeof value === 'function';
}

/** A function as it is now, to be called with `apply`. */
export function grab(holder: object, name: string): Callable {
  const value: unknown = get(holder, name);
  return isCallable(value) ? value : () => undefined;
}

const then = /* @__PURE__ */ grab(Promise.prototype, 'then');
export const setInMap = /* @__PURE__ */ grab(Map.prototype, 'set');
const eachOfMap = /* @__PURE__ */ grab(Map.prototype, 'forEach');
const weakGet = /* @__PURE__ */ grab(WeakMap.prototype, 'get');
const weakSet = /* @__PURE__ */ grab(WeakMap.prototype, 'set');

/** A WeakMap that no later change of WeakMap.prototype reaches: it carries its own functions. */
export type Memory<V> = Pick<WeakMap<object, V>, 'get' | 'set'>;

/** Makes such a map. */
export function memory<V>(): Memory<V> {
  const map = new NativeWeakMap<object, V>();
  defineProperty(map, 'get', bare({ value: weakGet }));
  defineProperty(map, 'set', bare({ value: weakSet }));
  return map;
}

/** Calls back with what a value or thenable comes to, or with null when it fails. */
export function settle(value: unknown, done: (result: unknown) => void): void {
  const promise = new NativePromise((resolve) => resolve(value));
  void apply(then, promise, [done, () => done(null)]);
}

/** Shows each value of a Map. */
export function eachInMap(map: unknown, see: (value: unknown) => void): void {
  apply(eachOfMap, map, [see]);
}

/** Whether a value is something a property can be read from as from an object. */
export function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/**
 * Takes an object's prototype away, so that nothing the page puts on Object.prototype is found on it: neither a
 * descriptor's `get`, nor a proxy trap, nor an answer that nobody gave.
 */
export function bare<T extends object>(value: T): T {
  setPrototypeOf(value, null);
  return value;
}

const { getOwnPropertyDescriptor } = Reflect;

/** An object's own descriptor of a property; what it does not say is absent, whatever the page put on prototypes. */
export function descriptorOf(holder: object, key: PropertyKey): PropertyDescriptor | undefined {
  const own = getOwnPropertyDescriptor(holder, key);
  return own === undefined ? undefined : bare(own);
}

/** The getter or setter of a descriptor, if it has one. */
export function accessorOf(
  descriptor: PropertyDescriptor | undefined,
  which: 'get' | 'set',
): Callable | null {
  const accessor: unknown = descriptor === undefined ? undefined : get(descriptor, which);
  return isCallable(accessor) ? accessor : null;
}

/** What is done instead of a call of a function. */
export type Hooked = (original: Callable, self: unknown, args: unknown[]) => unknown;

/** A function that behaves as another in all but its call. */
export function hook(original: Callable, call: Hooked): Callable {
  return new NativeProxy(original, bare({ apply: call }));
}

/** Puts such a function in the place of an object's own one, if it has one. */
export function stand(holder: unknown, name: string, call: Hooked): void {
  const own = isObject(holder) ? descriptorOf(holder, name) : undefined;
  const native: unknown = own?.value;
  if (isObject(holder) && isCallable(native)) defineProperty(holder, name, data(hook(native, call), own));
}

/** A data descriptor, writable, enumerable and configurable unless `like` says otherwise. */
export function data(value: unknown, like?: PropertyDescriptor): PropertyDescriptor {
  return bare({
    value,
    writable: like?.writable ?? true,
    enumerable: like?.enumerable ?? true,
    configurable: like?.configurable ?? true,
  });
}
