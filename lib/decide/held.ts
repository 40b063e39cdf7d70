import type { Decision, State } from './states.ts';

/** One request that is held: what was asked, by whom, and what became of it. */
export type Held = {
  /** Random, made by the bridge. */
  readonly id: string;
  readonly state: State;
  readonly decision: Decision | null;
  readonly tabId: number;
  readonly frameId: number;
  /** The document that asked; null where the browser names none. One frame serves several in turn. */
  readonly documentId: string | null;
  /** Of the frame that asked, as the browser says it; `null` as text for an opaque one. */
  readonly origin: string;
  readonly topOrigin: string;
  /** From a private window: nothing about it is written down. */
  readonly incognito: boolean;
  readonly method: string;
  /** The private copy as JSON text. */
  readonly params: string;
  /** SHA-256 over what a decision is bound to: see `hashOf`. */
  readonly hash: string;
  readonly account: string | null;
  readonly chainId: string | null;
  readonly via: 'wrapper' | 'page-message';
  readonly realm: 'own' | 'prepared' | 'late';
  /** Unix milliseconds. */
  readonly askedAt: number;
  readonly expiresAt: number;
  /** How often the same was asked before, each time within 30 s of "Go back". */
  readonly repeats: number;
};

/** A request lapses this long after it was asked (design §2.7). */
export const LIFETIME_MS = 5 * 60_000;

type Bound = Pick<Held, 'origin' | 'account' | 'chainId' | 'method' | 'params'>;

/** What a decision is good for, as hex SHA-256 over its canonical text: origin, account, chain, method, parameters. */
export async function hashOf(bound: Bound): Promise<string> {
  const { origin, account, chainId, method, params } = bound;
  const text = JSON.stringify([origin, account?.toLowerCase() ?? null, chainId, method, params]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
