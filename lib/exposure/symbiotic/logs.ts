import { symbioticEvents } from '../../protocols/index.ts';

import type { Raw } from '../request.ts';
import { digitsAt, smallAt, wordAt } from '../words.ts';

/** Words that stand for one event: the event itself, two indexed words, the first word of its data, its block. */
const WORDS = 5;
/** Most events that are taken from a node: a vault has some dozens. */
const MOST = 2_000;

/** One event of a delegator. `subnetwork` as hex digits without prefix. */
export type LimitEvent = {
  readonly kind: keyof typeof symbioticEvents;
  readonly subnetwork: string;
  /** Null where the event names none. */
  readonly operator: string | null;
  readonly amount: bigint;
  readonly block: bigint;
};

const HEX = /^0x[0-9a-f]*$/i;

/** What a node answers to eth_getLogs, as words; failed where it refuses, floods, or answers something else. */
export function logsRaw(result: unknown): Raw {
  if (!Array.isArray(result)) return { status: 'failed', reason: 'malformed' };
  if (result.length > MOST) return { status: 'failed', reason: 'oversized' };
  const rows: string[] = [];
  for (const entry of result) {
    const row = rowOf(entry);
    if (row === null) return { status: 'failed', reason: 'malformed' };
    rows.push(row);
  }
  return { status: 'ok', data: rows.join('') };
}

function rowOf(entry: unknown): string | null {
  const field = (name: string): unknown => Object.entries(entry ?? {}).find(([key]) => key === name)?.[1];
  const [topics, data, block] = [field('topics'), field('data'), field('blockNumber')];
  if (!Array.isArray(topics) || topics.length === 0 || topics.length > 3) return null;
  const cells = [topics[0], topics[1] ?? '0x', topics[2] ?? '0x', data, block];
  const words = cells.map((cell) => {
    if (typeof cell !== 'string' || !HEX.test(cell) || cell.length > 2 + 64 * 8) return null;
    const digits = cell.slice(2).toLowerCase();
    return digits.length > 64 ? digits.slice(0, 64) : digits.padStart(64, '0');
  });
  return words.includes(null) ? null : words.join('');
}

const KINDS = new Map(
  Object.entries(symbioticEvents).map(([kind, topic]) => [topic.slice(2), kind] as const),
);

function kindOf(topic: string | null): LimitEvent['kind'] | null {
  const kind = KINDS.get(topic ?? '');
  return kind === 'maxNetworkLimit' ||
    kind === 'networkLimit' ||
    kind === 'operatorShares' ||
    kind === 'operatorLimit'
    ? kind
    : null;
}

/** The events in the order of the chain; null where an entry is none of those that were asked for. */
export function limitEvents(data: string): readonly LimitEvent[] | null {
  const size = WORDS * 64;
  const events: LimitEvent[] = [];
  for (let at = 0; at < data.length / 2; at += WORDS * 32) {
    const kind = kindOf(digitsAt(data, at));
    const [subnetwork, who] = [digitsAt(data, at + 32), digitsAt(data, at + 64)];
    const [amount, block] = [wordAt(data, at + 96), smallAt(data, at + 128)];
    if (kind === null || subnetwork === null || who === null || amount === null || block === null)
      return null;
    const operator = kind === 'operatorShares' || kind === 'operatorLimit' ? `0x${who.slice(24)}` : null;
    events.push({ kind, subnetwork, operator, amount, block: BigInt(block) });
  }
  return data.length % size === 0 ? events : null;
}
