import type { Guards } from './guard.ts';
import {
  type Callable,
  ObjectPrototype,
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
  const patchOne = (holder: object, name: string, owner?: object): boolean => {
    const own = descriptorOf(holder, name);
    if (own === undefined) return true;
    const value: unknown = own.value;
    if (!isCallable(value)) return true; // behind a getter: the wrapper guards what it gives
    const guarded: Callable = guards.guard(value, undefined, owner);
    if (guarded === value) return true;
    if (own.configurable !== true && own.writable !== true) return false;
    return defineProperty(holder, name, data(guarded, own));
  };

  const patchChain = (start: unknown, name: string, owner?: object): boolean => {
    let complete = true;
    let holder: object | null = isObject(start) ? start : null;
    for (let depth = 0; holder !== null && holder !== ObjectPrototype && depth < deepest; depth += 1) {
      if (!patchOne(holder, name, owner)) complete = false;
      holder = getPrototypeOf(holder);
    }
    return complete;
  };

  const inner = (provider: object, part: string, name: string): boolean =>
    patchChain(descriptorOf(provider, part)?.value, name, provider);

  return (provider) => {
    let complete = inner(provider, '_metamask', 'requestBatch') && inner(provider, '_rpcEngine', 'handle');
    for (const name in entries) if (!patchChain(provider, name)) complete = false;
    return complete;
  };
}
