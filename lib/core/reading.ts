/** Why a figure is not known. Each reason has its own sentence in `lib/explain`. */
export type UnknownReason =
  | 'rpc-failed' // no node answered
  | 'reverted' // the contract refused the read
  | 'starved' // the read ran out of its gas
  | 'oversized' // the contract answered more than its bound
  | 'malformed' // the answer is not of the promised shape
  | 'not-reached' // the lens stopped before it
  | 'nodes-disagree'
  | 'stale'
  | 'not-modelled'
  | 'no-source'; // nothing on chain or in the bundled facts says it

/** A figure that is known, with where and when it was read, or unknown, with the reason. Never a default. */
export type Reading<T> =
  | { readonly status: 'known'; readonly value: T; readonly source: string; readonly block: bigint | null }
  | { readonly status: 'unknown'; readonly reason: UnknownReason; readonly source?: string };

/** A known reading. `source` names the view or the bundled fact; `block` is null for bundled facts. */
export function known<T>(value: T, source: string, block: bigint | null): Reading<T> {
  return { status: 'known', value, source, block };
}

/** An unknown reading. */
export function unknown(reason: UnknownReason, source?: string): Reading<never> {
  return source === undefined ? { status: 'unknown', reason } : { status: 'unknown', reason, source };
}
