import type { UnknownReason } from '../core/index.ts';

import { addressList, queueOf, withdrawable } from './decode.ts';
import type { Pricing } from './pricing.ts';
import type { Raw } from './request.ts';
import type { SnapshotLine } from './snapshot.ts';
import type { StakerAnswers } from './walk.ts';
import { addressAt, dataOf } from './words.ts';

/** A read that failed, by the name a person may see. */
export type Unread = { readonly figure: string; readonly reason: UnknownReason };

export type QueuedLine = SnapshotLine & { lastBlock: number | null };

/** What the walk found of a token's stake, in wei of ETH. */
export type StakeLines = {
  readonly lines: readonly SnapshotLine[];
  readonly queued: readonly QueuedLine[];
  /** Shares and withdrawals of stakers that delegate to nobody. */
  readonly idle: readonly (bigint | null)[];
  readonly unread: readonly Unread[];
};

/** Stands for an operator or a strategy that could not be read: no book describes it, so the line is unreadable. */
export const UNREAD = 'unread';

const ZERO = /^0x0*$/;

/** Turns the answers about stakers into lines, queued lines and idle stake. */
export function stakeLines(
  stakers: readonly StakerAnswers[],
  pricing: Pricing,
  withdrawalDelayBlocks: number | null,
): StakeLines {
  const lines: SnapshotLine[] = [];
  const queued: QueuedLine[] = [];
  const idle: (bigint | null)[] = [];
  const unread: Unread[] = [];
  const priced = (strategy: string, shares: bigint): bigint | null => {
    const value = pricing.ethOf(strategy, shares);
    if (value.status === 'known') return value.value;
    if (shares > 0n) unread.push({ figure: value.source ?? `price of ${strategy}`, reason: value.reason });
    return shares === 0n ? 0n : null;
  };
  for (const answers of stakers) {
    for (const { strategy, value, operator } of positionsOf(answers, priced, unread)) {
      if (value === 0n) continue;
      if (operator === null) idle.push(value);
      else lines.push({ operator, strategy, valueWei: value === null ? null : value.toString() });
    }
    for (const { operator, strategy, value, lastBlock } of waitingOf(
      answers,
      priced,
      withdrawalDelayBlocks,
      unread,
    )) {
      if (value === 0n) continue;
      if (operator === null) idle.push(value);
      else queued.push({ operator, strategy, valueWei: value === null ? null : value.toString(), lastBlock });
    }
  }
  return { lines, queued, idle, unread };
}

type Priced = (strategy: string, shares: bigint) => bigint | null;

function positionsOf(answers: StakerAnswers, priced: Priced, unread: Unread[]) {
  const { staker, strategies, shares } = answers;
  note(answers.deposited, `strategies of staker ${staker}`, unread);
  const operator = operatorOf(answers, unread);
  // Held, but nobody knows what: a line without value or book, so that it is never taken for nothing.
  const unlisted = addressList(answers.deposited) === null && strategies.length === 0;
  if (unlisted) return [{ operator, strategy: UNREAD, value: null }];
  if (strategies.length === 0) return [];
  const amounts = withdrawable(shares, strategies.length);
  if (amounts === null) unread.push({ figure: `shares of staker ${staker}`, reason: reasonOf(shares) });
  return strategies.map((strategy, i) => {
    const amount = amounts?.[i];
    const value = amount === undefined ? null : priced(strategy, amount);
    return { operator, strategy: strategy.toLowerCase(), value };
  });
}

/** Null: delegates to nobody. */
function operatorOf({ staker, delegatedTo }: StakerAnswers, unread: Unread[]): string | null {
  const data = dataOf(delegatedTo);
  const operator = data === null ? null : addressAt(data, 0);
  if (operator !== null) return ZERO.test(operator) ? null : operator.toLowerCase();
  unread.push({ figure: `operator of staker ${staker}`, reason: reasonOf(delegatedTo) });
  return `${UNREAD}:${staker.toLowerCase()}`;
}

function waitingOf(answers: StakerAnswers, priced: Priced, delay: number | null, unread: Unread[]) {
  const queue = queueOf(answers.queue);
  if (queue === null) {
    unread.push({ figure: `queue of staker ${answers.staker}`, reason: reasonOf(answers.queue) });
    return [{ operator: UNREAD, strategy: UNREAD, value: null, lastBlock: null }];
  }
  return queue.flatMap(({ operator, startBlock, strategies, shares }) =>
    strategies.map((strategy, i) => ({
      operator: ZERO.test(operator) ? null : operator.toLowerCase(),
      strategy: strategy.toLowerCase(),
      value: priced(strategy, shares[i] ?? 0n),
      lastBlock: delay === null ? null : startBlock + delay,
    })),
  );
}

/** Why an answer is not there; one that is there but cannot be read is malformed. */
export function reasonOf(raw: Raw | null | undefined): UnknownReason {
  return raw?.status === 'failed'
    ? raw.reason
    : raw === undefined || raw === null
      ? 'not-reached'
      : 'malformed';
}

function note(raw: Raw | undefined, figure: string, unread: Unread[]): void {
  if (raw?.status === 'failed') unread.push({ figure, reason: raw.reason });
}
