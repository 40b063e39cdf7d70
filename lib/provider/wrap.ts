import type { Guards } from './guard.ts';
import {
  type Callable,
  type Memory,
  type Names,
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
  isObject,
  memory,
  ownKeys,
  preventExtensions,
  set,
  setInMap,
} from './natives.ts';

/** Functions by which a request reaches a wallet. */
export const entries: Names = { __proto__: null, request: 1, send: 1, sendAsync: 1, _rpcRequest: 1 };
/** Properties of a provider, or of an object beside it, that may hold further providers. */
const nested: Names = {
  __proto__: null,
  providers: 1,
  providerMap: 1,
  selectedProvider: 1,
  currentProvider: 1,
  ethereum: 1,
};

export type Wrapping = {
  /** The one wrapper of a provider; anything that is no provider comes back as it is. */
  readonly wrap: (value: unknown) => unknown;
  /** The same for what stands under a global name: an object that holds providers gets its own wrapped where they stand. */
  readonly show: (value: unknown) => unknown;
  /** The provider behind a wrapper, or the value itself. */
  readonly unwrap: (value: unknown) => unknown;
};

/**
 * Makes wrappers: one per provider, so that comparing two ways to the same provider still holds.
 *
 * @param stays - is shown each provider once, and each value that stays where it is in spite of us
 */
export function makeWrapping(guards: () => Guards, stays: (value: unknown) => void): Wrapping {
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
    stays(value);
    return wrapper;
  };
  const show = (value: unknown): unknown => {
    const wrapped = wrap(value);
    if (wrapped !== value || unwrap(value) !== value || !isObject(value)) return wrapped;
    for (const name in nested) {
      const own = descriptorOf(value, name);
      const inner = wrapAll(own?.value, wrap);
      if (inner !== own?.value && !defineProperty(value, name, data(inner, own))) stays(own?.value);
    }
    return value;
  };
  return { wrap, show, unwrap };
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
      const made = key in entries ? guards.guard(value, raw) : forwarded(value, raw, wrapper);
      functions.set(value, made);
      return made;
    }
    return key in nested ? wrapAll(value, wrap) : value;
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

/** The one stand-in of each list of providers, and of none but lists. */
const lists = /* @__PURE__ */ memory<object>();

/** Wraps a provider, or each provider in a list, at each look; those in a Map are at least guarded where they stand. */
function wrapAll(value: unknown, wrap: Change): unknown {
  if (isArray(value)) {
    const known = lists.get(value);
    if (known !== undefined) return known;
    const sweep = (): void => {
      for (let i = 0; i < value.length; i += 1) {
        const wrapped = wrap(value[i]);
        if (wrapped !== value[i]) defineProperty(value, i, data(wrapped));
      }
    };
    const list = new NativeProxy(
      value,
      bare<ProxyHandler<unknown[]>>({
        get: (_, key) => (sweep(), get(value, key)),
        getOwnPropertyDescriptor: (_, key) => (sweep(), descriptorOf(value, key)),
      }),
    );
    sweep();
    lists.set(value, list);
    lists.set(list, list);
    return list;
  }
  if (isObject(value) && getPrototypeOf(value) === MapPrototype) {
    eachInMap(value, wrap); // its providers are guarded where they stand, and so are those that come later
    if (descriptorOf(value, 'set') === undefined) {
      const added = hook(setInMap, (native, self, args) => {
        wrap(args[1]);
        return apply(native, self, args);
      });
      defineProperty(value, 'set', bare({ value: added, writable: true, configurable: true }));
    }
    return value;
  }
  return wrap(value);
}
