import { max, WAD } from '../core/index.ts';

import { type Allocation, allocationsOf } from './decode.ts';
import { pendingDelayOf, slashableUntilOf } from './slots.ts';
import type { SnapshotAllocation, SnapshotBook, SnapshotOperator } from './snapshot.ts';
import { reasonOf, type Unread } from './stake-lines.ts';
import type { Walk } from './walk.ts';
import type { MemberAnswers, SetAnswers } from './walk-sets.ts';
import { addressList } from './decode.ts';
import { dataOf, smallAt, value0, wordAt } from './words.ts';

export type Books = { readonly operators: readonly SnapshotOperator[]; readonly unread: readonly Unread[] };

/** What each operator met has promised to whom, as far as it could be read. `nowBlock`: first block of the deposit. */
export function booksOf(walk: Walk, nowBlock: number): Books {
  const unread: Unread[] = [];
  const sets = new Map(walk.sets.map((entry) => [setId(entry.set), entry]));
  const members = new Map(walk.members.map((entry) => [memberId(entry.operator, entry.set), entry]));
  const operators = walk.operators.map(({ operator, delay, delayInfo }): SnapshotOperator => {
    const data = dataOf(delay);
    const [isSet, blocks] = data === null ? [null, null] : [wordAt(data, 0), smallAt(data, 32)];
    const readable = isSet !== null && isSet <= 1n && blocks !== null;
    if (!readable) unread.push({ figure: `allocation delay of ${operator}`, reason: reasonOf(delay) });
    const inForce = readable ? { isSet: isSet === 1n, delay: blocks } : null;
    const pending = pendingDelayOf(delayInfo, inForce, nowBlock - 1);
    if (pending === null)
      unread.push({ figure: `pending delay of ${operator}`, reason: reasonOf(delayInfo) });
    return {
      id: operator.toLowerCase(),
      allocationDelayBlocks: readable ? (isSet === 1n ? blocks : null) : 'unknown',
      pendingAllocationDelay: pending,
      books: walk.pairs
        .filter((pair) => pair.operator === operator)
        .map(({ strategy, maxMagnitude, allocations }): SnapshotBook => {
          const whole = value0(maxMagnitude);
          const list = allocationsOf(allocations);
          const sound = whole !== null && list !== null && isSound(whole, list);
          if (!sound) {
            const broken = whole === null ? maxMagnitude : allocations;
            unread.push({ figure: `book of ${operator} in ${strategy}`, reason: reasonOf(broken) });
            return { strategy: strategy.toLowerCase(), maxMagnitude: null, allocations: null };
          }
          return {
            strategy: strategy.toLowerCase(),
            maxMagnitude: whole.toString(),
            allocations: list.map((entry) =>
              allocationOf(
                entry,
                strategy,
                sets.get(setId(entry)),
                members.get(memberId(operator, entry)),
                nowBlock,
                unread,
              ),
            ),
          };
        }),
    };
  });
  return { operators, unread };
}

function setId({ avs, id }: { readonly avs: string; readonly id: number }): string {
  return `${avs.toLowerCase()}#${id}`;
}

function memberId(operator: string, set: { readonly avs: string; readonly id: number }): string {
  return `${operator.toLowerCase()}@${setId(set)}`;
}

/** What the contracts keep true in every state; an answer that breaks it was not read from one block of one chain. */
function isSound(whole: bigint, list: readonly Allocation[]): boolean {
  const ids = new Set(list.map(setId));
  const encumbered = list.reduce((sum, { current, pendingDiff }) => sum + current + max(pendingDiff, 0n), 0n);
  const each = list.every(
    ({ current, pendingDiff, effectBlock }) =>
      current + pendingDiff >= 0n && (pendingDiff === 0n || effectBlock > 0),
  );
  return whole <= WAD && encumbered <= whole && each && ids.size === list.length;
}

function allocationOf(
  entry: Allocation,
  strategy: string,
  set: SetAnswers | undefined,
  member: MemberAnswers | undefined,
  nowBlock: number,
  unread: Unread[],
): SnapshotAllocation {
  const inSet = addressList(set?.strategies);
  const redistributing = flag(value0(set?.redistributing));
  const slashable = slashableOf(member, nowBlock);
  const about = `${setId(entry)} and ${member?.operator ?? 'its operators'}`;
  if (inSet === null)
    unread.push({ figure: `strategies of ${setId(entry)}`, reason: reasonOf(set?.strategies) });
  if (redistributing === null) {
    unread.push({ figure: `redistribution of ${setId(entry)}`, reason: reasonOf(set?.redistributing) });
  }
  if (slashable === null) unread.push({ figure: `slashing between ${about}`, reason: tailReason(member) });
  return {
    avs: entry.avs.toLowerCase(),
    set: entry.id,
    current: entry.current.toString(),
    pendingDiff: entry.pendingDiff.toString(),
    effectBlock: entry.effectBlock,
    slashable,
    strategyInSet:
      inSet === null ? null : inSet.some((item) => item.toLowerCase() === strategy.toLowerCase()),
    redistributing,
  };
}

function flag(value: bigint | null): boolean | null {
  return value === null || value > 1n ? null : value === 1n;
}

/**
 * Whether a set can slash an operator in the block of the deposit. A member can; who is no member and not slashable
 * cannot; a tail can until the block its storage word names, which must agree with what the view says now.
 */
function slashableOf(member: MemberAnswers | undefined, nowBlock: number): boolean | null {
  const registered = flag(value0(member?.member));
  if (registered === true) return true;
  const slashable = flag(value0(member?.slashable));
  if (slashable !== true) return slashable;
  const until = registered === false ? slashableUntilOf(member?.registration) : null;
  return until === null || until < nowBlock - 1 ? null : until >= nowBlock;
}

/** Why it is open whether a set can slash: the first of the reads in question that gave nothing. */
function tailReason(member: MemberAnswers | undefined): Unread['reason'] {
  const { member: first, slashable, registration } = member ?? {};
  const failed = [first, slashable, registration].find((raw) => raw?.status === 'failed');
  return reasonOf(failed ?? registration ?? slashable ?? first);
}
