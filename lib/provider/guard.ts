import type { Copy, Filter, Gate, Verdict } from './gate.ts';
import { type Callable, NativePromise, apply, get, hook, isCallable, memory } from './natives.ts';
import { type Plan, readPlan, unusable } from './plan.ts';
import { type Refusal, failCallback, refusalError } from './refusal.ts';

export type Guards = {
  /**
   * Stands before one function of a provider. `self` is the provider it must run on; left out, its caller's `this`.
   * `owner` is asked for chain and account where the function belongs to a part of a provider.
   */
  readonly guard: (original: Callable, self?: object, owner?: object) => Callable;
  /** The function behind a guard, or the function itself. */
  readonly original: (value: unknown) => unknown;
};

/** Builds guards that share one gate. `unwrap` gives the real provider behind a wrapper of ours. */
export function makeGuards(gate: Gate, filter: Filter, unwrap: (value: unknown) => unknown): Guards {
  const originals = memory<Callable>();
  const original = (value: unknown): unknown => (isCallable(value) ? (originals.get(value) ?? value) : value);
  /**
   * A request that may go on may pass further guards on its way inside the wallet, for as long as the call lasts.
   * The first guard it meets takes the pass and hands it on: a second request in the same breath has none.
   *
   * A wallet that relays to another one only later (Rabby, where a page holds a provider from before it chose its way)
   * is therefore asked twice for one deposit. No pass may wait for it: once the call is over, nothing tells the wallet
   * from the page. A page could ask one provider, let the person say "Continue", and spend a waiting pass at once on
   * the same deposit with the next provider: twice the money for one answer. Whether the first wallet kept the request
   * or relayed it cannot be seen from here. Asking once too often is the side to err on.
   */
  let pass: string | null = null;

  const enter = (target: Callable, self: unknown, owner: unknown, args: unknown[]): unknown => {
    const plan = readPlan(args, filter);
    if (plan.copies.length === 0) return apply(target, self, plan.forward());
    const key = keyOf(plan.copies);
    const go = (): unknown => {
      pass = key;
      try {
        return apply(target, self, plan.forward());
      } finally {
        pass = null;
      }
    };
    if (pass === key) return go();
    const provider = typeof owner === 'object' && owner !== null ? owner : {};
    return whenJudged(plan, go, (done) => judge(provider, plan.copies, 0, done));
  };

  const judge = (provider: object, copies: readonly Copy[], at: number, done: Verdict): void => {
    const copy = copies[at];
    if (copy === undefined || at >= copies.length) return done(null);
    if (copy === unusable) return done('deny');
    const request = original(get(provider, 'request'));
    gate(provider, isCallable(request) ? request : null, copy, (refusal) =>
      refusal === null ? judge(provider, copies, at + 1, done) : done(refusal),
    );
  };

  return {
    original,
    guard(target, self, owner) {
      const known = originals.get(target);
      if (known !== undefined && self === undefined) return target;
      const real = known ?? target;
      const guarded = hook(real, (_, caller, args) => {
        const on = self ?? unwrap(caller);
        return enter(real, on, owner ?? on, args);
      });
      originals.set(guarded, real);
      return guarded;
    },
  };
}

/** Runs `go` when every request in the plan may go on, in the form of answer that the caller expects. */
export function whenJudged(
  plan: Pick<Plan, 'callback' | 'payload'>,
  go: () => unknown,
  judge: (done: Verdict) => void,
): unknown {
  let ended: Refusal | null | undefined;
  let later: Verdict | undefined;
  judge((refusal) => {
    ended = refusal;
    later?.(refusal);
  });
  if (ended === null) return go(); // none of ours after all: as if nobody stood here
  const finish = (resolve: (value: unknown) => void, reject: (error: unknown) => void): void => {
    later = (refusal) => {
      if (refusal !== null) return reject(refusalError(refusal));
      try {
        resolve(go());
      } catch (error) {
        reject(error);
      }
    };
    if (ended !== undefined) later(ended);
  };
  const { callback, payload } = plan;
  if (callback === null) return new NativePromise(finish);
  return finish(
    () => undefined, // the wallet itself calls back
    (error) => failCallback(callback, payload, error),
  );
}

function keyOf(copies: readonly Copy[]): string {
  let key = '';
  for (let i = 0; i < copies.length; i += 1) key += `${copies[i]?.method} ${copies[i]?.params}\n`;
  return key;
}
