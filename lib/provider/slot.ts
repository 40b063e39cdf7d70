import {
  type Callable,
  type Names,
  apply,
  bare,
  defineProperty,
  descriptorOf,
  get,
  accessorOf,
  grab,
  isObject,
  ownKeys,
  stand,
} from './natives.ts';

type Change = (value: unknown) => unknown;

type Slot = {
  /** Looks again at a place that is not ours. */
  readonly recheck: () => void;
  /** Takes a definition as its own; false where the place is not ours. */
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
 * Puts an accessor on each global name by which wallets stand in a page, for good: it cannot be configured, so nobody
 * puts a trap of his own in its place, neither with a function from a frame nor with one that was kept from before us.
 * It gives every provider wrapped. It may be assigned, and defined anew through `Object.defineProperty`,
 * `defineProperties` and `Reflect.defineProperty` (as a value, getter-only, fixed): our stand-ins of these fill it.
 *
 * What that changes for those who mean no harm. A wallet that looks at the descriptor first sees what it sees where
 * Rabby or Brave came before it, and assigns instead (Rabby does so). `delete window.ethereum` gives false and leaves
 * the wallet there, and throws in strict code, as it does with those wallets. A wallet that kept `defineProperty` from
 * before us, or uses `__defineGetter__`, gets the engine's own false or TypeError: it fails closed, and is still found
 * by its announcement. After an update a second script of ours finds the first one's accessor, can only patch what it
 * gives, and the first one, whose bridge is gone, says "reload".
 *
 * @returns looks again at those names that were fixed before us: what they give may change
 */
export function openSlots(realm: object, names: Names, handling: Handling): () => void {
  const slots: { [name: string]: Slot | undefined } = bare({});
  for (const name in names) slots[name] = openSlot(realm, name, handling);
  watchDefinitions(
    realm,
    (key, given) => typeof key === 'string' && isObject(given) && slots[key]?.fill(given) === true,
  );
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
    const getter = accessorOf(given, 'get');
    const setter = accessorOf(given, 'set');
    const plain = getter === null && setter === null;
    if (!plain || 'value' in given) {
      read = getter;
      write = setter;
      if (getter === null) wrap((value = given.value)); // guarded where it stands, before a page leads it elsewhere
    }
    locked = plain ? given.writable !== true : setter === null;
  };
  const methods = {
    get: (): unknown => wrap(read === null ? value : apply(read, realm, [])),
    set: (next: unknown): void => {
      if (locked) return; // as an assignment to a fixed property: a wallet that comes later must not win
      if (write === null) value = unwrap(next);
      else apply(write, realm, [wrap(next)]); // it may be the page's
    },
  };
  const before = descriptorOf(realm, name);
  if (before !== undefined) take(before);
  // What is fixed stays: the stand-in of another one of us, from before an update, would say that it was defined.
  const ours =
    before?.configurable !== false &&
    defineProperty(realm, name, bare({ ...methods, enumerable: true, configurable: false }));
  return {
    recheck: () => {
      const own = ours ? undefined : descriptorOf(realm, name);
      if (own === undefined) return;
      // It stays as it is. A writable one at least can hold the wrapper.
      const getter = accessorOf(own, 'get');
      const current: unknown = getter === null ? own.value : apply(getter, realm, []);
      const wrapped = wrap(current);
      if (wrapped === current) return;
      if (own.writable !== true || !defineProperty(realm, name, bare({ value: wrapped }))) stays(current);
    },
    fill: (given) => {
      // What a definition leaves out stays as it was: a wallet may fix what it has assigned.
      if (ours) take(bare({ writable: value !== undefined && !locked, ...given }));
      return ours;
    },
  };
}

type Fill = (key: unknown, given: unknown) => boolean;

/** Definitions on the window fill a place that is ours; all others go the native way. */
function watchDefinitions(realm: object, fill: Fill): void {
  const one = 'defineProperty';
  const fills = (args: unknown[]): boolean => args[0] === realm && fill(args[1], args[2]);
  stand(Reflect, one, (native, self, args) => fills(args) || apply(native, self, args));
  stand(Object, one, (native, self, args) => (fills(args) ? realm : apply(native, self, args)));
  const define = grab(Object, one);
  stand(Object, 'defineProperties', (native, self, args) => {
    const all = args[1];
    if (args[0] !== realm || !isObject(all)) return apply(native, self, args);
    const keys = ownKeys(all);
    for (let i = 0; i < keys.length; i += 1) {
      const key = keys[i] ?? '';
      if (descriptorOf(all, key)?.enumerable === true) define(realm, key, get(all, key));
    }
    return realm;
  });
}
