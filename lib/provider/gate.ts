import type { Line } from './line.ts';
import { type Callable, apply, isArray, settle, setTimer, stringify } from './natives.ts';
import type { Refusal } from './refusal.ts';

/** What the registry says about requests, without being in the page: see `lib/detect/prefilter.ts`. */
export type Filter = {
  /** Whether a method is known to move funds or to grant power. */
  readonly matters: (method: string) => boolean;
  /** Whether parameters of any other method, as JSON text, look like calls or typed messages all the same. */
  readonly looks: (method: string, params: string) => boolean;
  /** Whether parameters, as JSON text, may have to do with restaking: yes for all, until a table is there. */
  readonly mayMatter: (params: string) => boolean;
  /** Takes the table by which that is told. */
  readonly learn: (table: string) => void;
};

/** The private copy of one request that matters. */
export type Copy = { readonly method: string; readonly params: string };

/** May it go on to the wallet? `done` is called once: at once where the prefilter says that it is none of ours. */
export type Gate = (provider: object, request: Callable | null, copy: Copy, done: Verdict) => void;
export type Verdict = (refusal: Refusal | null) => void;

/** How long the provider may take to say chain and account. */
const CONTEXT_MS = 1_000;

/** Puts requests that matter to the bridge. */
export function makeGate(line: Line, filter: Filter): Gate {
  return (provider, request, copy, done) => {
    if (!filter.mayMatter(copy.params)) return done(null);
    askContext(provider, request, (chainId, account) => {
      line.ask({ ...copy, chainId, account }, (ending) => {
        if (ending !== 'forward') return done(ending === 'silent' ? 'reload' : ending);
        // A wallet that has gone to another chain or account meanwhile would sign something nobody judged.
        askContext(provider, request, (chainNow, accountNow) => {
          done(moved(chainId, chainNow) || moved(account, accountNow) ? 'deny' : null);
        });
      });
    });
  };
}

function moved(before: string | null, now: string | null): boolean {
  return before !== null && now !== null && before !== now;
}

type Context = (chainId: string | null, account: string | null) => void;

/** Asks the same provider which chain and account it is on; null for what it does not say in time. */
function askContext(provider: object, request: Callable | null, done: Context): void {
  let chainId: string | null = null;
  let account: string | null = null;
  let left = 2;
  const close = (by: number): void => {
    left -= by;
    if (left > 0) return;
    left = Infinity; // once only
    done(chainId, account);
  };
  const query = (method: string, take: (result: unknown) => void): void => {
    const hear = (result: unknown): void => {
      take(result);
      close(1);
    };
    try {
      settle(request === null ? null : apply(request, provider, [{ method }]), hear);
    } catch {
      close(1); // a provider that throws has not said it
    }
  };
  setTimer(() => close(2), CONTEXT_MS);
  query('eth_chainId', (result) => (chainId = text(result)));
  query('eth_accounts', (result) => (account = text(isArray(result) ? result[0] : null)));
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** One deep private copy as JSON text; null for what JSON cannot hold. */
export function copyText(value: unknown): string | null {
  try {
    return stringify(value) ?? null;
  } catch {
    return null; // a cycle, a bigint, or a getter of the page that throws
  }
}
