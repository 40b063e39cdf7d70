import { known, type Reading, unknown } from '../../core/index.ts';

import { addressAt, dataOf, digitsAt, smallAt, wordAt } from '../words.ts';
import type { PoolWalk } from './walk-pool.ts';

/** A slash that was asked for and may still be carried out: whoever joins now pays for it too. */
export type PendingSlash = {
  readonly subnetwork: string;
  readonly operator: string;
  readonly amount: bigint;
  /** Until then, Unix seconds, a resolver may call it off. */
  readonly vetoDeadline: bigint;
};

type Times = { readonly now: bigint; readonly epochSecs: bigint; readonly vetoSecs: bigint };

/**
 * The slash requests of a vault that may still be carried out: not completed, and about a moment within one epoch of
 * the next block. Unknown where one could not be read, or where older ones than those that were looked at may count.
 */
export function pendingSlashes(
  walk: PoolWalk,
  total: bigint,
  times: Times,
): Reading<readonly PendingSlash[]> {
  const pending: PendingSlash[] = [];
  for (const { index, raw } of walk.requests) {
    const data = dataOf(raw);
    const operator = data === null ? null : addressAt(data, 32);
    const subnetwork = data === null ? null : digitsAt(data, 0);
    if (data === null || operator === null || subnetwork === null)
      return unknown(raw?.status === 'failed' ? raw.reason : 'malformed', 'slashRequests');
    const [amount, capture] = [wordAt(data, 64) ?? 0n, wordAt(data, 96) ?? 0n];
    const [vetoDeadline, completed] = [wordAt(data, 128) ?? 0n, smallAt(data, 160) !== 0];
    // Requests stand in the order of time, and none speaks of a later moment than its own.
    if (vetoDeadline - times.vetoSecs + times.epochSecs < times.now)
      return known(pending, `slashRequests from ${index}`, null);
    if (!completed && capture + times.epochSecs >= times.now)
      pending.push({ subnetwork, operator, amount, vetoDeadline });
  }
  return BigInt(walk.requests.length) < total
    ? unknown('not-reached', 'slashRequests')
    : known(pending, 'slashRequests', null);
}
