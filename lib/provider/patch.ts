import type { Guards } from './guard.ts';
import {
  ObjectPrototype,
  accessorOf,
  data,
  defineProperty,
  descriptorOf,
  getPrototypeOf,
  isCallable,
  isObject,
} from './natives.ts';
import { entries } from './wrap.ts';

/** Longest prototype chain that is followed. */
const deepest = 8;

/** Guards a provider where it stands; tells whether every function found is guarded now. */
export type Patch = (provider: object) => boolean;

/**
 * Makes the patching of providers in place, of their prototypes and of the inner parts that MetaMask's keeps: a
 * wallet hands out the provider itself in many ways (`on` returns it, listeners get it as `this`).
 */
export function makePatch(guards: Guards): Patch {
  /** Along the prototype chain: false where a function stays as it is, as one behind a getter does. */
  const patchChain = (start: unknown, name: string, owner?: object): boolean => {
    let complete = true;
    let holder = start;
    for (let depth = 0; isObject(holder) && holder !== ObjectPrototype && depth < deepest; depth += 1) {
      const own = descriptorOf(holder, name);
      const value: unknown = own?.value;
      if (accessorOf(own, 'get') !== null) complete = false;
      if (isCallable(value)) {
        const guarded = guards.guard(value, undefined, owner);
        if (guarded !== value && !defineProperty(holder, name, data(guarded, own))) complete = false;
      }
      holder = getPrototypeOf(holder);
    }
    return complete;
  };

  return (provider) => {
    const inner = (part: string, name: string): boolean =>
      patchChain(descriptorOf(provider, part)?.value, name, provider);
    let complete = inner('_metamask', 'requestBatch') && inner('_rpcEngine', 'handle');
    for (const name in entries) if (!patchChain(provider, name)) complete = false;
    return complete;
  };
}
