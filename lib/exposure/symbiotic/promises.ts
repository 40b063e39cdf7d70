import { max, min } from '../../core/index.ts';

import type { SnapshotPool } from '../snapshot.ts';
import type { Unread } from '../stake-lines.ts';
import { value0 } from '../words.ts';
import type { LimitEvent } from './logs.ts';
import type { PendingSlash } from './requests.ts';
import { networkOf, type PairAnswers, type PoolWalk } from './walk-pool.ts';

export type Promises = {
  readonly stakes: NonNullable<SnapshotPool['stakes']>;
  /** What may be slashed at once beside these, in base units; null: nobody can say, so all of the pool. */
  readonly unlisted: bigint | null;
  readonly unread: readonly Unread[];
};

/** What a vault's promises are worked out from. Amounts in base units of what it holds. */
export type PromiseInputs = {
  readonly walk: PoolWalk;
  readonly pool: bigint;
  /** 0 to 3; null: another, or not read. */
  readonly type: number | null;
  readonly pending: readonly PendingSlash[];
  /** A slash may speak of any block since this one. */
  readonly oldestBlock: bigint;
};

type Pair = {
  readonly subnetwork: string;
  readonly operator: string;
  readonly now: bigint;
  readonly most: bigint;
};

/**
 * Who is promised how much of a vault, and what a slash could take beside that: a promise that was larger at a moment
 * a slash may still speak of, a request that is already there, and all of it where the promises are not all known.
 */
export function promisesOf(inputs: PromiseInputs): Promises {
  const { walk, type } = inputs;
  const [failed] = walk.pairs.filter(({ now }) => value0(now) === null);
  const pairs = walk.pairs.flatMap((pair) => pairOf(pair, inputs));
  const stakes = pairs.flatMap(({ subnetwork, operator, now }) =>
    now === 0n
      ? []
      : [
          {
            subnetwork: `0x${subnetwork}`,
            network: networkOf(subnetwork),
            operator,
            stakeWei: now.toString(),
          },
        ],
  );
  const unread: Unread[] = failed === undefined ? [] : [{ figure: 'stakes', reason: reasonOf(failed) }];
  if (walk.events === null) unread.push({ figure: 'networks', reason: logsReason(walk) });
  if (walk.pairsLeft > 0) unread.push({ figure: 'stakes', reason: 'not-reached' });
  const whole = walk.events !== null && failed === undefined && walk.pairsLeft === 0 && type !== null;
  if (!whole || contradicts(walk)) return { stakes, unlisted: null, unread };
  return { stakes, unlisted: besides(pairs, walk.events, inputs), unread };
}

function logsReason({ logs }: PoolWalk): Unread['reason'] {
  if (logs?.status === 'failed') return logs.reason;
  return logs === undefined ? 'not-reached' : 'malformed';
}

function reasonOf({ now }: PairAnswers): Unread['reason'] {
  if (now?.status === 'failed') return now.reason;
  return now === undefined ? 'not-reached' : 'malformed';
}

function pairOf({ subnetwork, operator, now, before }: PairAnswers, { pending }: PromiseInputs): Pair[] {
  const stake = value0(now);
  if (stake === null) return [];
  const asked = pending
    .filter((one) => one.subnetwork === subnetwork && one.operator.toLowerCase() === operator.toLowerCase())
    .reduce((sum, { amount }) => sum + amount, 0n);
  return [{ subnetwork, operator, now: stake, most: max(stake, max(value0(before) ?? 0n, asked)) }];
}

/** A bundled network has a limit that the log does not name: then the log is not the whole one. */
function contradicts({ events, limits }: PoolWalk): boolean {
  const named = new Set((events ?? []).map(({ subnetwork }) => subnetwork));
  return [...limits].some(([subnetwork, raw]) => (value0(raw) ?? 0n) > 0n && !named.has(subnetwork));
}

/** By how much the most that a slash can take passes the promises of today. */
function besides(
  pairs: readonly Pair[],
  events: readonly LimitEvent[],
  inputs: PromiseInputs,
): bigint | null {
  // A promise whose value at the oldest moment nobody could read may have been anything.
  if (inputs.walk.pairs.some(({ before }) => value0(before) === null)) return null;
  const subnetworks = new Set(pairs.map(({ subnetwork }) => subnetwork));
  const stray = inputs.pending.filter(({ subnetwork }) => !subnetworks.has(subnetwork));
  let sum = stray.reduce((total, { amount }) => total + amount, 0n);
  for (const subnetwork of subnetworks) {
    const own = pairs.filter((pair) => pair.subnetwork === subnetwork);
    const now = own.reduce((total, pair) => total + pair.now, 0n);
    const most = own.reduce((total, pair) => total + pair.most, 0n);
    const changed = lately(
      events.filter((event) => event.subnetwork === subnetwork),
      own,
      inputs,
    );
    sum += max(most, changed) - now;
  }
  return sum;
}

/**
 * The most that a subnetwork can have been promised since the oldest moment, where its limits or shares have changed
 * since: the largest limit that was in force, and for operators with limits of their own the sum of those. Else 0.
 */
function lately(
  events: readonly LimitEvent[],
  pairs: readonly Pair[],
  { pool, type, oldestBlock }: PromiseInputs,
): bigint {
  if (!events.some(({ block }) => block >= oldestBlock)) return 0n;
  const limit = type === 3 ? 'maxNetworkLimit' : 'networkLimit';
  const most = min(
    pool,
    inForce(
      events.filter(({ kind }) => kind === limit),
      oldestBlock,
    ),
  );
  if (type !== 1) return most;
  return pairs.reduce((sum, { operator }) => {
    const own = events.filter((event) => event.kind === 'operatorLimit' && event.operator === operator);
    return sum + min(most, inForce(own, oldestBlock));
  }, 0n);
}

/** The largest amount in force at any time since a block. */
function inForce(events: readonly LimitEvent[], since: bigint): bigint {
  const before = events.filter(({ block }) => block < since).at(-1)?.amount ?? 0n;
  return events.filter(({ block }) => block >= since).reduce((most, { amount }) => max(most, amount), before);
}
