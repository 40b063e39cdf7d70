import { type Reading, known, unknown, WAD } from '../core/index.ts';

import { addressList, queuePairs, queueOf } from './decode.ts';
import type { StakeReading } from './findings.ts';
import { reasonOf } from './stake-lines.ts';
import { stakersUnread } from './total.ts';
import type { StakerAnswers, Walk } from './walk.ts';
import { addressAt, dataOf, value0 } from './words.ts';

const ZERO = /^0x0*$/;
const VIEW = 'getMaxMagnitude';

/**
 * Newest slash of any operator behind the stake, in Unix seconds; null: none of them was ever slashed in a strategy
 * of that stake.
 *
 * A max magnitude starts at 1e18 and only slashing lowers it, by one unit at least (`facts/eigenlayer.md` §2, §6). So
 * null is proven where every operator was found and every max magnitude is whole. One that is not proves a slash, and
 * no view tells when it was: unknown, reason `no-source`. A known time is never given.
 *
 * @param unlisted - why there may be operators that no list names; null: every one of them was looked at
 */
export function lastSlash(reading: StakeReading, unlisted: Reading<never> | null): Reading<bigint | null> {
  const { walk, block } = reading;
  const slashed = walk.pairs.find(({ maxMagnitude }) => (value0(maxMagnitude) ?? WAD) < WAD);
  if (slashed !== undefined) return unknown('no-source', `${VIEW} of ${slashed.operator} is below 1e18`);
  const gap = unreadOperators(reading) ?? unreadMagnitude(walk) ?? unlisted;
  if (gap !== null) return gap;
  const count = walk.operators.length;
  return known(null, `${VIEW} of ${count} operator${count === 1 ? '' : 's'}`, block.number);
}

/** Why the operators behind the stake, or their strategies, are not all known; null: they are, and all were asked. */
function unreadOperators(reading: StakeReading): Reading<never> | null {
  const { walk } = reading;
  const unwalked = stakersUnread(reading);
  if (unwalked !== null) return unwalked;
  if (walk.stakers === null || walk.stakers.length === 0) return unknown('no-source', 'stakers');
  const asked = new Set(walk.pairs.map(({ operator, strategy }) => pairKey(operator, strategy)));
  for (const staker of walk.stakers) {
    const failed = unreadStaker(staker);
    if (failed !== null) return failed;
    for (const [operator, strategy] of pairsOf(staker)) {
      // Left out at the bound of a walk.
      if (!asked.has(pairKey(operator, strategy))) return unknown('not-reached', `${VIEW} of ${operator}`);
    }
  }
  return null;
}

function unreadStaker({ staker, delegatedTo, deposited, queue }: StakerAnswers): Reading<never> | null {
  const data = dataOf(delegatedTo);
  if (data === null || addressAt(data, 0) === null)
    return unknown(reasonOf(delegatedTo), `operator of staker ${staker}`);
  if (addressList(deposited) === null) return unknown(reasonOf(deposited), `strategies of staker ${staker}`);
  return queueOf(queue) === null ? unknown(reasonOf(queue), `queue of staker ${staker}`) : null;
}

/** Every operator and strategy that a staker has stake with, what waits in the queue included. */
function pairsOf({ delegatedTo, deposited, queue }: StakerAnswers): (readonly [string, string])[] {
  const operator = addressAt(dataOf(delegatedTo) ?? '', 0) ?? '';
  const held = (addressList(deposited) ?? []).map((strategy) => [operator, strategy] as const);
  return [...held, ...queuePairs(queue)].filter(
    ([who, what]) => who !== '' && !ZERO.test(who) && !ZERO.test(what),
  );
}

function pairKey(operator: string, strategy: string): string {
  return `${operator}@${strategy}`.toLowerCase();
}

function unreadMagnitude({ pairs }: Walk): Reading<never> | null {
  for (const { operator, maxMagnitude } of pairs) {
    const value = value0(maxMagnitude);
    if (value === null) return unknown(reasonOf(maxMagnitude), `${VIEW} of ${operator}`);
    if (value > WAD) return unknown('malformed', `${VIEW} of ${operator}`);
  }
  return null;
}
