import type { Hex, UnknownReason } from '../core/index.ts';

import type { LensWay } from './program.ts';
import { type Ask, keyOf, NOT_REACHED, type Raw, type Request } from './request.ts';
import { SLOT_SELECTOR } from './generated/lens.ts';
import { digitsAt, wordAt } from './words.ts';

/** The block an answer speaks of. */
export type BlockInfo = {
  readonly number: bigint;
  readonly timestamp: bigint;
  readonly parentHash: Hex;
  readonly chainId: bigint;
};

type Entry = { readonly tag: string; readonly raw: Raw };

/** A lens answer taken apart: its block, its records in order, and whether gas ended it. */
export type Stream = {
  readonly block: BlockInfo;
  /** Gas the lens had, and what it used. */
  readonly gasAtStart: bigint;
  readonly gasUsed: bigint;
  readonly stopped: boolean;
  readonly entries: readonly Entry[];
};

const HEAD = 192;
const REASONS: Readonly<Record<string, UnknownReason>> = {
  '01': 'reverted',
  '02': 'starved',
  '03': 'oversized',
  '04': 'not-reached',
};

/** Takes a lens answer apart; null where it is not one. Work and memory are bounded by its length. */
export function streamOf(data: string): Stream | null {
  const [number, timestamp, chainId] = [wordAt(data, 0), wordAt(data, 32), wordAt(data, 96)];
  const [parent, gasAtStart, last] = [digitsAt(data, 64), wordAt(data, 128), wordAt(data, 160)];
  if (number === null || timestamp === null || chainId === null || parent === null) return null;
  if (gasAtStart === null || last === null || number >= 1n << 32n) return null;
  const entries: Entry[] = [];
  let at = HEAD * 2;
  while (at < data.length) {
    const length = Number.parseInt(data.slice(at + 10, at + 16), 16);
    const end = at + 16 + length * 2;
    const status = data.slice(at + 8, at + 10);
    const reason = REASONS[status];
    if (!(end <= data.length) || (reason === undefined && status !== '00')) return null;
    const raw: Raw = reason ? { status: 'failed', reason } : { status: 'ok', data: data.slice(at + 16, end) };
    entries.push({ tag: data.slice(at, at + 8), raw });
    at = end;
  }
  const block = { number, timestamp, parentHash: `0x${parent}` as const, chainId };
  return { block, gasAtStart, gasUsed: gasAtStart - (last >> 8n), stopped: (last & 0xffn) !== 0n, entries };
}

/** A record that answers another question than the walk asks here: the whole answer is then worth nothing. */
export class StreamMismatch extends Error {}

/**
 * Answers a walk's questions from a lens answer, in order, and hands every answer to `keep`.
 * What the lens did not get to is not reached. Throws `StreamMismatch` where question and record do not belong
 * together, so an answer can never be taken for that to another question.
 */
export function streamAsk(stream: Stream, way: LensWay, keep: (key: string, raw: Raw) => void): Ask {
  let next = 0;
  const answer = (request: Request): Raw => {
    const key = keyOf(request);
    if (request.kind === 'slot' && !way.shims.has(request.to.toLowerCase())) {
      return way.assumed.get(key) ?? NOT_REACHED;
    }
    if (request.kind === 'quote') return NOT_REACHED;
    const entry = stream.entries[next];
    next += 1;
    if (entry === undefined) {
      if (!stream.stopped) throw new StreamMismatch();
      return NOT_REACHED;
    }
    if (entry.tag !== tagOf(request)) throw new StreamMismatch();
    if (entry.raw.status === 'ok' || entry.raw.reason !== 'not-reached') keep(key, entry.raw);
    return entry.raw;
  };
  return (requests) => Promise.resolve(requests.map(answer));
}

/** Fingerprint of a question, as the lens makes it: selector, end of the calldata and end of the address. */
function tagOf(request: Request): string {
  const to = tail(request.to);
  if (request.kind === 'balance') return tag(to ^ 1);
  if (request.kind === 'code') return tag(to ^ 2);
  if (request.kind === 'logs') return tag(to ^ 3); // never asked of the lens
  const data = request.kind === 'slot' ? `${SLOT_SELECTOR}${request.slot.slice(2)}` : request.data;
  return tag(to ^ tail(data) ^ Number.parseInt(data.slice(2, 10), 16));
}

function tail(hex: string): number {
  return Number.parseInt(hex.slice(-8), 16);
}

function tag(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
