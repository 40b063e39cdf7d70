import type { Guards } from './guard.ts';
import {
  type Callable,
  type Memory,
  MapPrototype,
  NativeProxy,
  apply,
  bare,
  eachInMap,
  data,
  defineProperty,
  deleteProperty,
  descriptorOf,
  get,
  getPrototypeOf,
  has,
  hook,
  isArray,
  isCallable,
  isIn,
  isObject,
  memory,
  ownKeys,
  preventExtensions,
  set,
} from './natives.ts';

/** Functions by which a request reaches a wallet. */
export const entries: readonly string[] = ['request', 'send', 'sendAsync', '_rpcRequest'];
/** Properties of a provider that may hold further providers. */
const nested: readonly string[] = ['providers', 'providerMap', 'selectedProvider', 'currentProvider'];

export type Wrapping = {
  /** The one wrapper of a provider; anything that is no provider comes back as it is. */
  readonly wrap: (value: unknown) => unknown;
  /** The provider behind a wrapper, or the value itself. */
  readonly unwrap: (value: unknown) => unknown;
};

/** Makes wrappers: one per provider, so that comparing two ways to the same provider still holds. */
export function makeWrapping(guards: () => Guards, met: (provider: object) => void): Wrapping {
  const wrappers = memory<object>();
  const raws = memory<object>();
  const unwrap = (value: unknown): unknown => (isObject(value) ? (raws.get(value) ?? value) : value);
  const wrap = (value: unknown): unknown => {
    if (!isProvider(value) || raws.get(value) !== undefined) return value;
    const known = wrappers.get(value);
    if (known !== undefined) return known;
    const wrapper = wrapperOf(value, guards(), wrap, unwrap);
    wrappers.set(value, wrapper);
    raws.set(wrapper, value);
    met(value);
    return wrapper;
  };
  return { wrap, unwrap };
}

function isProvider(value: unknown): value is object {
  if (!isObject(value)) return false;
  try {
    return isCallable(get(value, 'request')) || isCallable(get(value, 'sendAsync'));
  } catch {
    return false; // a getter of the page that throws
  }
}

type Change = (value: unknown) => unknown;

/**
 * A proxy over a plain object, never over the provider itself: a frozen provider would force it to show its own
 * functions. Everything runs on the real provider, so private fields and `this` work.
 */
function wrapperOf(raw: object, guards: Guards, wrap: Change, unwrap: Change): object {
  const functions: Memory<Callable> = memory<Callable>();
  const shown = (key: PropertyKey, value: unknown): unknown => {
    if (isCallable(value)) {
      if (key === 'constructor') return value;
      const known = functions.get(value);
      if (known !== undefined) return known;
      const made = isIn(entries, key) ? guards.guard(value, raw) : forwarded(value, raw, wrapper);
      functions.set(value, made);
      return made;
    }
    return isIn(nested, key) ? wrapAll(value, wrap) : value;
  };
  const describe = (key: PropertyKey): PropertyDescriptor | undefined => {
    const own = descriptorOf(raw, key);
    return own && data(shown(key, get(raw, key, raw)), own);
  };
  const target = {};
  /** What is fixed for good must also stand on the proxy's own target. */
  const mirror = (key: PropertyKey): boolean => defineProperty(target, key, describe(key) ?? bare({}));
  const wrapper: object = new NativeProxy(
    target,
    bare<ProxyHandler<object>>({
      get: (_, key) => shown(key, get(raw, key, raw)),
      set: (_, key, value: unknown) => set(raw, key, guards.original(unwrap(value)), raw),
      has: (_, key) => has(raw, key),
      deleteProperty: (_, key) => deleteProperty(target, key) && deleteProperty(raw, key),
      ownKeys: () => ownKeys(raw),
      getOwnPropertyDescriptor: (_, key) => {
        const now = describe(key);
        return descriptorOf(target, key) ?? (now && bare({ ...now, writable: true, configurable: true }));
      },
      defineProperty: (_, key, descriptor) =>
        defineProperty(raw, key, descriptor) && (descriptor.configurable !== false || mirror(key)),
      getPrototypeOf: () => getPrototypeOf(raw),
      preventExtensions: () => {
        const keys = ownKeys(raw);
        for (let i = 0; i < keys.length; i += 1) mirror(keys[i] ?? '');
        return preventExtensions(raw) && preventExtensions(target);
      },
    }),
  );
  return wrapper;
}

/** A method that is none of ours: runs on the real provider, and gives the wrapper where it would give the provider. */
function forwarded(method: Callable, raw: object, wrapper: object): Callable {
  return hook(method, (target, self, args) => {
    const result = apply(target, self === wrapper ? raw : self, args);
    return result === raw ? wrapper : result;
  });
}

/** Wraps a provider, or each provider in a list in place; those in a Map are at least guarded where they stand. */
function wrapAll(value: unknown, wrap: Change): unknown {
  if (isArray(value)) {
    for (let i = 0; i < value.length; i += 1) {
      const wrapped = wrap(value[i]);
      if (wrapped !== value[i]) defineProperty(value, i, data(wrapped));
    }
    return value;
  }
  if (isObject(value) && getPrototypeOf(value) === MapPrototype) {
    eachInMap(value, wrap); // its providers are guarded where they stand
    return value;
  }
  return wrap(value);
}
