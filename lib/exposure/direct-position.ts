import { known, type Reading, unknown, WAD } from '../core/index.ts';

import { queueOf } from './decode.ts';
import { numberOf } from './delays.ts';
import { directMode, strategiesOf } from './direct-extras.ts';
import type { StakeReading } from './findings.ts';
import type { SnapshotLine } from './snapshot.ts';
import { type QueuedLine, reasonOf, stakeLines, UNREAD, type Unread } from './stake-lines.ts';
import { addressAt, dataOf } from './words.ts';

/** What the person holds in EigenLayer now, in wei of ETH. */
export type Position = {
  /** Null: delegates to nobody. Undefined: could not be read. */
  readonly operator: string | null | undefined;
  readonly lines: readonly SnapshotLine[];
  /** Shares by strategy, whoever they are delegated to. */
  readonly held: readonly { readonly strategy: string; readonly valueWei: string | null }[];
  readonly queued: readonly QueuedLine[];
  readonly unread: readonly Unread[];
};

/** One way to see the position after the call. */
type View = {
  readonly lines: readonly SnapshotLine[];
  readonly queued: readonly QueuedLine[];
  readonly assets?: { readonly totalWei: string | null; readonly idleWei: string };
};

export type Moved = {
  readonly lines: readonly SnapshotLine[];
  readonly queued: readonly QueuedLine[];
  readonly views: readonly View[];
  readonly depositWei: Reading<bigint>;
  readonly remarks: readonly string[];
};

/** Reads the person's operator, shares and queue out of a walk. */
export function positionOf(reading: StakeReading): Position {
  const staker = reading.walk.stakers?.[0];
  if (staker === undefined) return { operator: undefined, lines: [], held: [], queued: [], unread: [] };
  const data = dataOf(staker.delegatedTo);
  const operator = data === null ? null : addressAt(data, 0);
  const stake = stakeLines([staker], reading.pricing, numberOf(reading.delays.withdrawal));
  // The same shares once more, as if an operator held them: undelegated ones move with a delegation too.
  const moving = stakeLines(
    [{ ...staker, delegatedTo: { status: 'ok', data: '1'.padStart(64, '0') } }],
    reading.pricing,
    null,
  );
  return {
    operator: operator === null ? undefined : /^0x0*$/.test(operator) ? null : operator.toLowerCase(),
    lines: stake.lines,
    held: moving.lines.map(({ strategy, valueWei }) => ({ strategy, valueWei: valueWei ?? null })),
    queued: stake.queued,
    unread: stake.unread,
  };
}

/** What the call moves, and how the position looks afterwards: two views for `redelegate`, else one. */
export function movedLines(reading: StakeReading, position: Position): Moved {
  switch (directMode(reading.deposit)) {
    case 'deposit':
    case 'pod':
      return deposited(reading, position);
    case 'complete':
      return completed(reading, position);
    case 'redelegate':
      return redelegated(reading, position);
    default:
      return delegated(reading, position);
  }
}

function at(
  operator: Position['operator'],
  lines: readonly { strategy: string; valueWei: string | null }[],
): View {
  if (operator !== null) {
    return { lines: lines.map((line) => ({ operator: operator ?? UNREAD, ...line })), queued: [] };
  }
  const total = sumOf(lines);
  return {
    lines: [],
    queued: [],
    assets: { totalWei: total?.toString() ?? null, idleWei: total?.toString() ?? '0' },
  };
}

function sumOf(lines: readonly { readonly valueWei?: string | null }[]): bigint | null {
  return lines.reduce<bigint | null>(
    (sum, { valueWei }) =>
      sum === null || valueWei === null || valueWei === undefined ? null : sum + BigInt(valueWei),
    0n,
  );
}

function totalOf(lines: readonly { readonly valueWei?: string | null }[], block: bigint): Reading<bigint> {
  const sum = sumOf(lines);
  return sum === null
    ? unknown('no-source', 'ETH value of the shares')
    : known(sum, 'own shares in ETH', block);
}

function moved(view: View, depositWei: Reading<bigint>, remarks: readonly string[] = []): Moved {
  return { lines: view.lines, queued: view.queued, views: [view], depositWei, remarks };
}

/** The deposited strategy alone. A share of one line does not depend on its size, so a size is not needed for it. */
function deposited({ deposit, pricing }: StakeReading, position: Position): Moved {
  const strategy = strategiesOf(deposit)[0] ?? '';
  const name = strategy.toLowerCase();
  if (deposit.amount === null) {
    const remark = 'The call does not say how much; shares are those of any stake in this strategy.';
    const view = at(position.operator, [{ strategy: name, valueWei: WAD.toString() }]);
    return moved(view, unknown('no-source', 'amount of the deposit'), [remark]);
  }
  const value = pricing.ethOfToken(strategy, deposit.amount);
  if (value.status === 'known') {
    return moved(at(position.operator, [{ strategy: name, valueWei: value.value.toString() }]), value);
  }
  const remark = 'No contract values this token in ETH; shares are right, amounts in ETH are not known.';
  const units = deposit.amount === 0n ? WAD : deposit.amount;
  return moved(at(position.operator, [{ strategy: name, valueWei: units.toString() }]), value, [remark]);
}

/** Shares taken back out of the queue, under whoever is the operator then. */
function completed({ deposit, walk, pricing, block }: StakeReading, position: Position): Moved {
  const wanted = deposit.withdrawal;
  const raw = walk.stakers?.[0]?.queue;
  const entry = queueOf(raw)?.find(
    ({ operator, strategies, scaledShares }) =>
      wanted !== null &&
      operator.toLowerCase() === wanted.delegatedTo.toLowerCase() &&
      strategies.join().toLowerCase() === wanted.strategies.join().toLowerCase() &&
      scaledShares.join() === wanted.scaledShares.join(),
  );
  const lines = (wanted?.strategies ?? []).map((strategy, i) => {
    const shares = entry?.shares[i];
    const value = shares === undefined ? null : pricing.ethOf(strategy, shares);
    return {
      strategy: strategy.toLowerCase(),
      valueWei: value?.status === 'known' ? value.value.toString() : null,
    };
  });
  const view = at(position.operator, lines);
  if (entry !== undefined) return moved(view, totalOf(lines, block.number));
  const remark = 'The withdrawal this call completes was not found in the queue.';
  return moved(view, unknown(raw?.status === 'ok' ? 'no-source' : reasonOf(raw), 'own queue'), [remark]);
}

/** All shares at the new operator; what waits at old ones stays there. */
function delegated({ deposit, block }: StakeReading, position: Position): Moved {
  const view = { ...at(deposit.operator?.toLowerCase(), position.held), queued: position.queued };
  return moved(view, worth(position, [...view.lines, ...view.queued], block.number));
}

function worth(position: Position, lines: readonly SnapshotLine[], block: bigint): Reading<bigint> {
  const failed = position.unread[0];
  return failed === undefined ? totalOf(lines, block) : unknown(failed.reason, failed.figure);
}

/** Everything queued at the old operator, or everything at the new one: each figure is the worse of the two. */
function redelegated(reading: StakeReading, position: Position): Moved {
  const { deposit, delays, nowBlock, block } = reading;
  const after = { ...at(deposit.operator?.toLowerCase(), position.held), queued: position.queued };
  const delay = numberOf(delays.withdrawal);
  const lastBlock = delay === null ? null : nowBlock + delay;
  const waiting =
    position.operator === null
      ? []
      : position.held.map((line) => ({
          operator: position.operator ?? UNREAD,
          ...line,
          lastBlock,
        }));
  const before: View = { lines: [], queued: [...waiting, ...position.queued] };
  const all = [...after.lines, ...after.queued];
  const views = waiting.length === 0 ? [after] : [before, after];
  return {
    lines: all,
    queued: before.queued,
    views,
    depositWei: worth(position, all, block.number),
    remarks: [],
  };
}
