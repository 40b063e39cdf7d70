import { max } from '../core/index.ts';
import type { ExitRange } from './answer.ts';
import { parseExit } from './snapshot/exit-inputs.ts';
import { amount, asFields, fieldsOrNull, Refusal, text, whole } from './snapshot/fields.ts';
import { parseBlockSeconds } from './snapshot/parse.ts';
import type { ExitInputs } from './snapshot/parsed.ts';

/** Seconds until a person is out; `hi` null: nobody can say. */
export type Exit = { readonly lo: bigint; readonly hi: bigint | null };

type Position = {
  readonly deposit: bigint | null;
  readonly blockSeconds: bigint;
  readonly exit: ExitInputs | null;
};

function add(a: bigint | null, b: bigint | null): bigint | null {
  return a === null || b === null ? null : a + b;
}

/** A buffer is first come, first served: it may let a person out at once, it never promises to. */
function bufferMayPay({ deposit, exit }: Position): boolean {
  const buffer = exit?.buffer ?? null;
  if (buffer === null) return false;
  return deposit === null ? buffer > 0n : buffer >= deposit;
}

function withoutBuffer(exit: ExitInputs, blockSeconds: bigint): Exit {
  const queue = exit.queue ?? { min: 0n, max: null };
  if (exit.queueIncludesUnwind) return { lo: queue.min, hi: queue.max };
  const escrow = exit.escrowBlocks === null ? null : exit.escrowBlocks * blockSeconds;
  const unwind = exit.validatorExit ?? { min: 0n, max: 0n };
  return { lo: queue.min + max(escrow ?? 0n, unwind.min), hi: add(add(queue.max, escrow), unwind.max) };
}

/** How long leaving takes, in seconds (§3.6). Unknown parts count 0 in `lo` and leave `hi` unknown. */
export function exitOf(position: Position): Exit {
  if (position.exit === null) return { lo: 0n, hi: null };
  const range = withoutBuffer(position.exit, position.blockSeconds);
  return bufferMayPay(position) ? { lo: 0n, hi: range.hi } : range;
}

/** Whether one may leave at all: `paused`: surely not now; `unknown`: nobody could read it. */
export type Leaving = 'open' | 'paused' | 'unknown';

/**
 * A pause that stands, or that nobody could read, takes the upper end away (§3.6): nobody knows when it ends. The low
 * end stays: a pause only adds to it, and it may be lifted in the next block, so nothing longer is sure.
 */
export function whileLeaving(leaving: Leaving, exit: Exit): Exit {
  return leaving === 'open' ? exit : { lo: exit.lo, hi: null };
}

/** Pooled vault: a request in epoch N can be claimed after epoch N + 1. */
export function poolExit(epochSecs: bigint | null): Exit {
  return epochSecs === null ? { lo: 0n, hi: null } : { lo: epochSecs, hi: 2n * epochSecs };
}

/** As the answer writes it. */
export function exitRange({ lo, hi }: Exit): ExitRange {
  return { loSecs: Number(lo), hiSecs: hi === null ? null : Number(hi) };
}

/**
 * Section 3.6 alone: `{ kind, depositWei, blockSeconds, exit }` to an interval of seconds, or the path of the
 * first impossible field.
 */
export function exitInterval(input: unknown): ExitRange | { readonly error: string } {
  try {
    const from = asFields(input, '');
    if (text(from, 'kind', '') === 'symbiotic') {
      const pool = fieldsOrNull(from, 'symbiotic', '') ?? {};
      return exitRange(poolExit(whole(pool, 'epochDurationSecs', 'symbiotic')));
    }
    const deposit = amount(from, 'depositWei', '');
    return exitRange(exitOf({ deposit, blockSeconds: parseBlockSeconds(from), exit: parseExit(from) }));
  } catch (problem) {
    if (problem instanceof Refusal) return { error: problem.path };
    throw problem;
  }
}
