import {
  type Callable,
  apply,
  bare,
  defineProperty,
  descriptorOf,
  getPrototypeOf,
  getterOf,
  grab,
  isObject,
  setterOf,
} from './natives.ts';

type Change = (value: unknown) => unknown;

/** `window.ethereum`, or another place where wallets put themselves. */
export type Slot = {
  /** Looks again: takes over what was defined past us. Gives what stands there. */
  readonly recheck: () => unknown;
};

/**
 * Puts an accessor on a global name that gives every provider wrapped, and lives on: it may be assigned, redefined
 * (as a value, getter-only, fixed), replaced and deleted. A second accessor on the prototype catches what a wallet
 * assigns after a deletion. It can be replaced from another realm, which `recheck` undoes.
 */
export function openSlot(realm: object, name: string, wrap: Change, unwrap: Change): Slot {
  let value: unknown;
  let read: Callable | null = null;
  let write: Callable | null = null;
  let locked = false;

  const take = (given: PropertyDescriptor): void => {
    read = getterOf(given);
    write = setterOf(given);
    if (read === null) value = given.value;
    locked = read === null ? given.writable !== true : write === null;
  };
  let inside = false;
  /** Two of us, an old one and the one after an update, must not ask each other for ever. */
  const once = (work: () => unknown, otherwise: unknown): unknown => {
    if (inside) return otherwise;
    inside = true;
    try {
      return work();
    } finally {
      inside = false;
    }
  };
  const methods = {
    get: (): unknown => wrap(once(() => (read === null ? value : apply(read, realm, [])), value)),
    set: (next: unknown): void => {
      if (locked) return; // as an assignment to a fixed property: a wallet that comes later must not win
      const given = unwrap(next);
      const to = write;
      if (to === null) value = given;
      else once(() => apply(to, realm, [given]), null);
    },
  };
  const install = (): boolean =>
    defineProperty(realm, name, bare({ ...methods, enumerable: true, configurable: true }));
  const ours = (own: PropertyDescriptor): boolean => getterOf(own) === methods.get;

  const recheck = (): unknown => {
    const own = descriptorOf(realm, name);
    if (own === undefined || ours(own)) return own === undefined ? undefined : methods.get();
    if (own.configurable === true) {
      take(own);
      install();
      return methods.get();
    }
    // It stays as it is. A writable one at least can hold the wrapper.
    const getter = getterOf(own);
    const current: unknown = getter === null ? own.value : apply(getter, realm, []);
    const wrapped = wrap(current);
    if (own.writable === true && wrapped !== current) defineProperty(realm, name, bare({ value: wrapped }));
    return wrapped;
  };

  if (descriptorOf(realm, name) === undefined) install();
  else recheck();
  backstop(realm, name, (next) => {
    value = next;
    read = write = null;
    locked = false;
    install();
  });
  watchDefinitions(realm, name, (given) => {
    const own = descriptorOf(realm, name);
    if (own !== undefined && !ours(own)) return false;
    // What a definition leaves out stays as it was, as far as that was an assignable value.
    take(bare({ writable: false, ...given }));
    return own === undefined ? install() : true;
  });
  return { recheck };
}

/** After `delete window.ethereum` an assignment finds the prototype's setter, which opens the slot again. */
function backstop(realm: object, name: string, reopen: (value: unknown) => void): void {
  const prototype = getPrototypeOf(realm);
  if (prototype === null || descriptorOf(prototype, name) !== undefined) return;
  defineProperty(prototype, name, bare({ set: reopen })); // fixed, reads as undefined
}

/**
 * `Object.defineProperty(window, 'ethereum', …)` and `Reflect.defineProperty` fill the slot instead of replacing it. The
 * stand-ins have name and length of the built-ins and, like them, no prototype.
 */
function watchDefinitions(realm: object, name: string, fill: (given: PropertyDescriptor) => boolean): void {
  const replaceOn = (holder: object, done: (target: unknown) => unknown): void => {
    const native = grab(holder, 'defineProperty');
    const stand = {
      defineProperty: (target: unknown, key: unknown, given: unknown): unknown =>
        target === realm && key === name && isObject(given) && fill(given)
          ? done(target)
          : apply(native, holder, [target, key, given]),
    };
    defineProperty(holder, 'defineProperty', bare({ value: stand.defineProperty }));
  };
  replaceOn(Object, (target) => target);
  replaceOn(Reflect, () => true);
}
