import type { Reading } from '../core/index.ts';
import { validatorExit } from '../protocols/index.ts';

import { numberOf } from './delays.ts';
import type { Exposure } from './exposure.ts';
import type { SnapshotExit } from './snapshot.ts';

/** What the way out rests on. */
export type ExitInputs = {
  /** Null: the stake has no buffer. Unknown: it has one that could not be read. */
  readonly buffer: Reading<bigint> | null;
  readonly queueMin: Reading<bigint> | null;
  readonly queueMax: Reading<bigint> | null;
  readonly escrow: Reading<bigint>;
  /** Stake cannot leave EigenLayer now, or it is not known whether it can. */
  readonly stuck: boolean;
  readonly includesUnwinding: boolean;
  readonly nativeUnwind: boolean;
  /** The contract sets no upper time: escrow and validator exit stand for one. */
  readonly assumedMax: string | null;
  /** The deposit, for a buffer that could not be read. */
  readonly depositWei: bigint | null;
  readonly blockSeconds: number;
  /** Time of the block that was read. */
  readonly timestamp: bigint;
};

export type ExitReading = Pick<Exposure, 'exitUpperEndIsAssumed' | 'exitAssumption'> & {
  readonly exit: SnapshotExit;
};

/** Validator exit as bundled: the newest dated figure while it is fresh, else the range of all times. */
export function validatorExitAt(timestamp: bigint) {
  const { newest, allTime, staleAfterDays } = validatorExit;
  const age = timestamp - BigInt(Date.parse(`${newest.asOf}T00:00:00Z`) / 1000);
  const fresh = age <= BigInt(staleAfterDays * 86_400);
  const { minSecs, maxSecs, source, asOf } = fresh ? newest : allTime;
  const days = Math.ceil(maxSecs / 86_400);
  const basis = fresh ? ('recent' as const) : ('allTime' as const);
  const text = fresh
    ? `Validators take up to ${days} days to leave: the queue seen on ${asOf}, the delay after it, and a guess for the last step.`
    : `Nobody can say today how long validators take to leave. Taken as up to ${days} days: the longest queue known since ${allTime.from} (${asOf}), the delay after it, and a guess for the last step.`;
  return { minSecs, maxSecs, source, asOf, basis, text };
}

/** The exit part of a snapshot (risk-model 3.6), and the assumption it rests on, if it does. */
export function exitOf(inputs: ExitInputs): ExitReading {
  const validators = inputs.nativeUnwind ? validatorExitAt(inputs.timestamp) : null;
  const escrow = numberOf(inputs.escrow);
  const queue = {
    minSecs: inputs.queueMin === null ? 0 : numberOf(inputs.queueMin),
    maxSecs: inputs.queueMax === null ? null : numberOf(inputs.queueMax),
  };
  const assumed = inputs.assumedMax !== null && escrow !== null && !inputs.stuck;
  if (assumed) {
    // What the token's own queue takes at least, or at most where it says so, and the unwinding that it holds.
    const open = inputs.queueMax === null;
    const own = open ? queue.minSecs : queue.maxSecs;
    const unwinding = escrow * inputs.blockSeconds + (validators?.maxSecs ?? 0);
    queue.maxSecs = own === null ? null : own + (open || inputs.includesUnwinding ? unwinding : 0);
  }
  // A paused way out has no known end: the queue's own figure would promise one.
  if (inputs.stuck) queue.maxSecs = null;
  const exit: SnapshotExit = {
    instantBufferWei: bufferOf(inputs),
    queue: queue.maxSecs !== null && (queue.minSecs ?? 0) > queue.maxSecs ? null : queue,
    escrowBlocks: inputs.stuck ? null : escrow,
    validatorExit: validators === null ? null : { minSecs: validators.minSecs, maxSecs: validators.maxSecs },
    queueIncludesUnwind: inputs.includesUnwinding,
  };
  const rests = validators !== null || assumed;
  return {
    exit,
    exitUpperEndIsAssumed: rests && !inputs.stuck && queue.maxSecs !== null && escrow !== null,
    exitAssumption: rests ? assumption(validators, assumed ? inputs.assumedMax : null) : null,
  };
}

/** A buffer nobody could read may cover the deposit: it counts so in the low end, and never in the high one. */
function bufferOf({ buffer, depositWei }: ExitInputs): string | null {
  if (buffer === null) return null;
  return (buffer.status === 'known' ? buffer.value : (depositWei ?? 1n)).toString();
}

function assumption(
  validators: ReturnType<typeof validatorExitAt> | null,
  assumedMax: string | null,
): Exposure['exitAssumption'] {
  const text = [assumedMax, validators?.text].filter((part) => typeof part === 'string').join(' ');
  // Where the contract names no bound, the length of its queue is assumed as well: that is the wider assumption.
  const basis = assumedMax === null && validators !== null ? validators.basis : 'contract';
  return { basis, text, source: validators?.source ?? 'the stake record', asOf: validators?.asOf ?? '' };
}
