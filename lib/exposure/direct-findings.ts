import { known, type Reading, unknown } from '../core/index.ts';
import type { Condition } from '../protocols/index.ts';

import { booksOf } from './books.ts';
import { directMode, pauseRead, strategiesOf } from './direct-extras.ts';
import { movedLines, type Position, positionOf } from './direct-position.ts';
import { exitOf, type ExitReading } from './exit.ts';
import { holds } from './expression.ts';
import type { KindFindings, StakeReading } from './findings.ts';
import { lastSlash } from './last-slash.ts';
import { isBeacon } from './plan.ts';
import { redistributable, snapshotHead } from './snapshot-parts.ts';
import type { Snapshot, SnapshotLine } from './snapshot.ts';

/** A call on EigenLayer itself: only the person's own position is exposed (risk-model 3.1, kind direct). */
export function directFindings(reading: StakeReading): KindFindings {
  const books = booksOf(reading.walk, reading.nowBlock);
  const position = positionOf(reading);
  const moved = movedLines(reading, position);
  const paused = pausesOf(reading);
  const strategies = new Set([...moved.lines, ...moved.queued].map(({ strategy }) => strategy));
  const exit = exitFor(reading, [...strategies].some(isBeacon), paused.stuck);
  const snapshots = moved.views.map((view): Snapshot => ({
    kind: 'direct',
    depositWei: moved.depositWei.status === 'known' ? moved.depositWei.value.toString() : null,
    ...snapshotHead(reading),
    ...(view.assets === undefined ? {} : { assets: view.assets }),
    lines: [...view.lines],
    queued: [...view.queued],
    operators: [...books.operators],
    strategies: redistributable(books.operators),
    exit: exit.exit,
  }));
  return {
    snapshots,
    figures: {
      depositWei: moved.depositWei,
      totalWei: moved.depositWei,
      ...ownFigures(position, reading.block.number),
    },
    depositsPaused: paused.deposits,
    redemptionPaused: paused.redemption,
    lastSlashAt: lastSlash(reading, null),
    exitUpperEndIsAssumed: exit.exitUpperEndIsAssumed,
    exitAssumption: exit.exitAssumption,
    remarks: [ASKED_ABOUT_YOU, ...moved.remarks],
    unread: [...position.unread, ...books.unread],
  };
}

/** The one case in which a node learns whom a check is about; the window says so (design §3). */
const ASKED_ABOUT_YOU = 'The nodes were asked about your own address.';

/** The person's other positions, shown beside the deposit. */
function ownFigures(position: Position, block: bigint): Record<string, Reading<bigint>> {
  const sum = (lines: readonly SnapshotLine[]): Reading<bigint> => {
    const values = lines.map(({ valueWei }) => valueWei ?? null);
    if (position.unread.length > 0 || values.includes(null)) return unknown('not-reached', 'own position');
    return known(
      values.reduce((total, value) => total + BigInt(value ?? 0), 0n),
      'own position',
      block,
    );
  };
  return { ownDelegatedWei: sum(position.lines), ownQueuedWei: sum(position.queued) };
}

function exitFor(reading: StakeReading, native: boolean, stuck: boolean): ExitReading {
  return exitOf({
    buffer: null,
    queueMin: null,
    queueMax: known(0n, 'no queue before the EigenLayer delay', null),
    escrow: reading.delays.withdrawal,
    stuck,
    includesUnwinding: false,
    nativeUnwind: native,
    assumedMax: null,
    depositWei: null,
    blockSeconds: reading.blockSeconds,
    timestamp: reading.block.timestamp,
  });
}

/** Pause bits: eigenlayer.json `pausedBits`. What counts as the way in depends on the call. */
function pausesOf(reading: StakeReading) {
  const { deposit, answers, record } = reading;
  const strategies = strategiesOf(deposit);
  const bits = (bit: number): Condition[] =>
    strategies.flatMap((strategy, i) => (isBeacon(strategy) ? [] : [{ bit: [pauseRead(i), bit] as const }]));
  const native: Condition[] = [{ bit: ['pEpm', 0] }, { bit: ['pEpm', 2] }];
  const ways: Record<ReturnType<typeof directMode>, readonly Condition[]> = {
    deposit: [...(strategies.every(isBeacon) ? native : [record.depositsPaused]), ...bits(0)],
    pod: native,
    delegate: [{ bit: ['pDm', 0] }],
    redelegate: [{ bit: ['pDm', 0] }, { bit: ['pDm', 1] }],
    complete: [{ bit: ['pDm', 2] }],
  };
  const redemption = holds({ any: [record.redemptionPaused, ...bits(1)] }, answers);
  return {
    deposits: holds({ any: ways[directMode(deposit)] }, answers),
    redemption,
    stuck: redemption.status === 'unknown' || redemption.value,
  };
}
