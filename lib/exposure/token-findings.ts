import { type Reading, unknown } from '../core/index.ts';
import type { StakeRecord } from '../protocols/index.ts';

import { booksOf } from './books.ts';
import { numberOf } from './delays.ts';
import { depositValue } from './deposit-value.ts';
import { exitOf } from './exit.ts';
import { figure, holds } from './expression.ts';
import type { KindFindings, StakeReading } from './findings.ts';
import { lastSlash } from './last-slash.ts';
import { ownShare } from './share.ts';
import { redistributable, snapshotHead } from './snapshot-parts.ts';
import type { Snapshot } from './snapshot.ts';
import { stakeLines, type StakeLines } from './stake-lines.ts';
import { claimed } from './steps.ts';
import { soundTotal, stakersUnread, tracedOf } from './total.ts';
import { addressAt, dataOf } from './words.ts';

/** A deposit into a token: the whole pool behind it is what can be slashed. */
export function tokenFindings(reading: StakeReading): KindFindings {
  const { record, walk, answers, pricing, delays, nowBlock } = reading;
  const found = stakeLines(walk.stakers ?? [], pricing, numberOf(delays.withdrawal));
  const stake = ownShare(record, answers, found);
  const books = booksOf(walk, nowBlock);
  const unwalked = stakersUnread(reading);
  const figures = figuresOf(reading, stake, unwalked);
  const get = (name: string): Reading<bigint> => figures[name] ?? missing(name);
  const depositWei = depositValue(reading.deposit, answers, get('rate'));
  const redemptionPaused = holds(record.redemptionPaused, answers);
  const stuck = stuckInQueue(reading);
  const exit = exitOf({
    buffer: record.figures['bufferWei'] ? get('bufferWei') : null,
    queueMin: record.figures['queueMinSecs'] ? get('queueMinSecs') : null,
    queueMax: record.figures['queueMaxSecs'] ? get('queueMaxSecs') : null,
    escrow: delays.withdrawal,
    stuck: stuck !== false,
    includesUnwinding: record.exit.includesUnwinding,
    nativeUnwind: record.exit.nativeUnwind,
    assumedMax: record.exit.assumedMax ?? null,
    depositWei: depositWei.status === 'known' ? depositWei.value : null,
    blockSeconds: reading.blockSeconds,
    timestamp: reading.block.timestamp,
  });
  const listed = listedOperators(reading);
  const snapshot: Snapshot = {
    kind: 'lrt',
    depositWei: textOf(depositWei),
    ...snapshotHead(reading),
    assets: { totalWei: textOf(get('totalWei')), idleWei: idleOf(get('idleWei'), stake) },
    lines: [...stake.lines],
    queued: [...stake.queued],
    operators: [...books.operators],
    strategies: redistributable(books.operators),
    exit: exit.exit,
    ...(listed === null ? {} : { listedOperators: listed }),
  };
  return {
    snapshots: [snapshot],
    figures: { ...figures, depositWei },
    depositsPaused: holds(record.depositsPaused, answers),
    redemptionPaused,
    lastSlashAt: lastSlash(reading, unlisted(reading, figures, listed !== null)),
    exitUpperEndIsAssumed: exit.exitUpperEndIsAssumed,
    exitAssumption: exit.exitAssumption,
    remarks: [...remarksOf(reading, stuck), ...(isClaim(record, figures) ? [CLAIM] : [])],
    unread: [
      ...(unwalked?.status === 'unknown' ? [{ figure: 'stakers', reason: unwalked.reason }] : []),
      ...stake.unread,
      ...books.unread,
    ],
  };
}

/** The record's figures, the total only where it leaves room for what was not read. */
function figuresOf(
  reading: StakeReading,
  stake: StakeLines,
  unwalked: Reading<never> | null,
): Record<string, Reading<bigint>> {
  const { record, walk, answers } = reading;
  const traced = tracedOf(reading, stake);
  const scope = { answers, traced, found: walk.stakers !== null && walk.stakers.length > 0 };
  const figures: Record<string, Reading<bigint>> = Object.fromEntries(
    Object.entries(record.figures).map(([name, entry]) => [name, figure(entry, scope)]),
  );
  const { totalWei = missing('totalWei'), idleWei = missing('idleWei') } = figures;
  for (const [name, why] of Object.entries(record.noView ?? {})) figures[name] = unknown('no-source', why);
  const { rateUpdatedAt } = figures;
  // No price is from a time that has not come.
  if (rateUpdatedAt?.status === 'known' && rateUpdatedAt.value > reading.block.timestamp)
    figures['rateUpdatedAt'] = unknown('malformed', rateUpdatedAt.source);
  if (isClaim(record, figures) && figures['backingWei'] === undefined)
    figures['backingWei'] = unknown(
      'no-source',
      'assets behind the token: its total is what holders may claim',
    );
  return {
    ...figures,
    totalWei: soundTotal(totalWei, idleWei, stake, unwalked),
    tracedWei: traced,
  };
}

const CLAIM =
  'The total is what holders may claim at the token’s own rate. Nothing on the chain counts the assets behind it.';

/** Whether the total was worked out from claims: it says nothing of what stands behind them. */
function isClaim({ figures }: StakeRecord, { totalWei }: Readonly<Record<string, Reading<bigint>>>): boolean {
  return figures['totalWei']?.claim === true && totalWei?.status === 'known';
}

function missing(name: string): Reading<bigint> {
  return unknown('not-modelled', name);
}

/** Idle funds of the token, and stake that nobody operates. What is unknown is left out: that only makes the rest larger. */
function idleOf(token: Reading<bigint>, stake: StakeLines): string {
  const own = token.status === 'known' ? token.value : 0n;
  return stake.idle.reduce<bigint>((sum, value) => sum + (value ?? 0n), own).toString();
}

function textOf(reading: Reading<bigint>): string | null {
  return reading.status === 'known' ? reading.value.toString() : null;
}

/** EigenLayer's own withdrawal queue is closed: true; open: false; not known: null. */
function stuckInQueue({ answers }: StakeReading): boolean | null {
  const bits = answers.word('delegationPaused');
  return bits.status === 'unknown' ? null : (bits.value & 6n) !== 0n;
}

function listedOperators({ record, plan, walk }: StakeReading): string[] | null {
  if (record.listedOperators === undefined) return null;
  const step = plan.steps.findIndex(({ name }) => name === record.listedOperators);
  const results = walk.results[step] ?? [];
  const definition = plan.steps[step];
  const claim = definition === undefined ? null : claimed(definition, walk.results);
  // A list that was cut short says nothing of who is not in it.
  if (claim === null || claim > BigInt(results.length)) return null;
  const list = results.map((raw) => {
    const data = dataOf(raw);
    return data === null ? null : addressAt(data, 0);
  });
  const operators = list.flatMap((item) =>
    item === null || /^0x0*$/.test(item) ? [] : [item.toLowerCase()],
  );
  return list.includes(null) || operators.length === 0 ? null : operators;
}

/**
 * Why operators may stand behind the token that nobody looked at: its stakers are no complete list, its operators are
 * not listed either, and what was found does not account for the whole. Null: there can be none.
 */
function unlisted(
  { record }: StakeReading,
  { totalWei, idleWei, tracedWei }: Readonly<Record<string, Reading<bigint>>>,
  operatorsListed: boolean,
): Reading<never> | null {
  if (record.stakersNote === undefined || operatorsListed) return null;
  const whole =
    totalWei?.status === 'known' &&
    idleWei?.status === 'known' &&
    tracedWei?.status === 'known' &&
    tracedWei.value + idleWei.value >= totalWei.value;
  return whole ? null : unknown('not-modelled', 'operators of stake that no list names');
}

function remarksOf({ record, walk }: StakeReading, stuck: boolean | null): string[] {
  const remarks: string[] = [];
  if (walk.stakers === null) remarks.push('The list of contracts that hold the stake could not be read.');
  if (walk.stakersLeft > 0n)
    remarks.push(`${walk.stakersLeft} contracts that hold stake were not looked at.`);
  if (record.stakersNote !== undefined) remarks.push(record.stakersNote);
  if (stuck === true) remarks.push('EigenLayer has paused its withdrawal queue: stake cannot leave now.');
  if (stuck === null) remarks.push('Whether EigenLayer has paused its withdrawal queue could not be read.');
  return remarks;
}
