import {
  type Callable,
  type Names,
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

type Slot = {
  /** Looks again: takes over what was defined past us. */
  readonly recheck: () => void;
  /** Takes a definition as its own; false where the slot is not ours. */
  readonly fill: (given: PropertyDescriptor) => boolean;
};

/** What is done to values that stand under a global name. */
export type Handling = {
  /** What the page is given for a value. */
  readonly wrap: Change;
  readonly unwrap: Change;
  /** A value that stays where it is, whatever we do. */
  readonly stays: (value: unknown) => void;
};

/**
 * Puts an accessor on each global name by which wallets stand in a page. It gives every provider wrapped, and lives on:
 * it may be assigned, redefined (as a value, getter-only, fixed), replaced and deleted. It can be replaced from a realm
 * that nobody may enter, which the function given back undoes.
 */
export function openSlots(realm: object, names: Names, handling: Handling): () => void {
  const slots: { [name: PropertyKey]: Slot | undefined } = bare({});
  for (const name in names) slots[name] = openSlot(realm, name, handling);
  watchDefinitions(realm, (key, given) => isObject(given) && slots[key]?.fill(given) === true);
  return () => {
    for (const name in slots) slots[name]?.recheck();
  };
}

function openSlot(realm: object, name: string, { wrap, unwrap, stays }: Handling): Slot {
  let value: unknown;
  let read: Callable | null = null;
  let write: Callable | null = null;
  let locked = false;

  const take = (given: PropertyDescriptor): void => {
    read = getterOf(given);
    write = setterOf(given);
    if (read === null) wrap((value = given.value)); // guarded where it stands, before a page leads it elsewhere
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
      const to = write;
      if (to === null) value = unwrap(next);
      else once(() => apply(to, realm, [wrap(next)]), null); // it may be the page's
    },
  };
  const install = (): boolean =>
    defineProperty(realm, name, bare({ ...methods, enumerable: true, configurable: true }));
  const ours = (own: PropertyDescriptor | undefined): boolean => getterOf(own) === methods.get;

  const recheck = (): void => {
    const own = descriptorOf(realm, name);
    if (own === undefined || ours(own)) return;
    if (own.configurable === true) {
      take(own);
      install();
      return;
    }
    // It stays as it is. A writable one at least can hold the wrapper.
    const getter = getterOf(own);
    const current: unknown = getter === null ? own.value : apply(getter, realm, []);
    const wrapped = wrap(current);
    if (
      wrapped === current ||
      (own.writable === true && defineProperty(realm, name, bare({ value: wrapped })))
    )
      return;
    stays(current);
  };

  if (descriptorOf(realm, name) === undefined) install();
  else recheck();
  // After a deletion, an assignment finds the prototype's setter, which opens the slot again; it reads as undefined.
  const prototype = getPrototypeOf(realm);
  if (prototype !== null) {
    const reopen = (next: unknown): void => {
      take(bare({ value: next, writable: true }));
      install();
    };
    defineProperty(prototype, name, bare({ set: reopen }));
  }
  return {
    recheck,
    fill: (given) => {
      const own = descriptorOf(realm, name);
      if (own !== undefined && !ours(own)) return false;
      // What a definition leaves out stays as it was, as far as that was an assignable value.
      take(bare({ writable: false, ...given }));
      return own !== undefined || install();
    },
  };
}

type Fill = (key: PropertyKey, given: unknown) => boolean;

/**
 * `Object.defineProperty(window, 'ethereum', …)` and `Reflect.defineProperty` fill the slot instead of replacing it. The stand-ins have name and length of the built-ins and, like them, no prototype.
 */
function watchDefinitions(realm: object, fill: Fill): void {
  const replaceOn = (holder: object, done: (target: unknown) => unknown): void => {
    const native = grab(holder, 'defineProperty');
    const stand = {
      defineProperty: (target: unknown, key: PropertyKey, given: unknown): unknown =>
        target === realm && fill(key, given) ? done(target) : apply(native, holder, [target, key, given]),
    };
    defineProperty(holder, 'defineProperty', bare({ value: stand.defineProperty }));
  };
  replaceOn(Reflect, () => true);
  replaceOn(Object, (target) => target);
}
