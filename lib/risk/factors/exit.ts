import { defineFactor, type Found } from '../define-factor.ts';
import { exitOf } from '../exit.ts';
import { type Facts, input, unknownFigure } from '../facts.ts';
import type { FactorValue, How } from '../figure.ts';
import { exactAmount } from '../exact.ts';
import type { ExitInputs, StakeSnapshot } from '../snapshot/parsed.ts';
import { resultStep } from './result.ts';
import { poolStudy, severalStep, stakeStudies } from './studies.ts';

const FORMULA = 'queue + the longer of escrow and validator exit, to queue + escrow + validator exit';

function secs(value: bigint | null): string {
  return value === null ? 'not known' : `${value} s`;
}

function span(value: ExitInputs['queue'], absent: string): string {
  return value === null ? absent : `${secs(value.min)} to ${secs(value.max)}`;
}

const POOL_FORMULA = 'one epoch to two: a request in one epoch can be claimed after the next';

function poolHow(facts: Facts, epoch: bigint | null, result: readonly string[]): How {
  return {
    formula: POOL_FORMULA,
    inputs: [input(facts, 'epoch', secs(epoch))],
    steps: [epoch === null ? '0 s to not known' : `1 x ${epoch} s to 2 x ${epoch} s`, ...result],
  };
}

/** Both ends of §3.6, with the values put in. */
function steps(exit: ExitInputs, escrow: bigint | null): readonly string[] {
  const queue = exit.queue ?? { min: 0n, max: null };
  if (exit.queueIncludesUnwind) return [`${secs(queue.min)} to ${secs(queue.max)}`];
  const unwind = exit.validatorExit ?? { min: 0n, max: 0n };
  return [
    `low: ${secs(queue.min)} + the longer of ${secs(escrow ?? 0n)} and ${secs(unwind.min)}`,
    `high: ${secs(queue.max)} + ${secs(escrow)} + ${secs(unwind.max)}`,
  ];
}

/** A buffer may let a person out at once: the low end; it is first come, first served, so never the high one. */
function bufferSteps({ exit, deposit }: StakeSnapshot): readonly string[] {
  const buffer = exit?.buffer ?? null;
  if (buffer === null || buffer === 0n) return [];
  const pays = deposit === null || buffer >= deposit;
  return [pays ? 'the buffer may pay at once: low 0 s' : 'the buffer is smaller than the deposit: no change'];
}

function pauseSteps({ exposure }: Facts): readonly string[] {
  const paused = exposure?.redemptionPaused;
  if (paused?.status === 'unknown') return ['nobody could tell whether leaving is paused: no upper end'];
  return paused?.status === 'known' && paused.value ? ['leaving is paused: no end can be promised'] : [];
}

function howOf(facts: Facts, value: FactorValue): How {
  const result = [...pauseSteps(facts), resultStep(value)];
  const pool = poolStudy(facts);
  if (pool !== null) return poolHow(facts, pool.snapshot.epochSecs, result);
  const snapshot = slowest(facts);
  const exit = snapshot?.exit ?? null;
  if (snapshot === null || exit === null) {
    const inputs = [input(facts, 'exit', 'nothing known')];
    return { formula: FORMULA, inputs, steps: ['no data: 0 s to not known', ...result] };
  }
  const escrow = exit.escrowBlocks === null ? null : exit.escrowBlocks * snapshot.blockSeconds;
  return {
    formula: exit.queueIncludesUnwind ? 'the queue, which includes all that must be unwound' : FORMULA,
    inputs: [
      input(facts, 'deposit', snapshot.deposit === null ? 'not known' : exactAmount(snapshot.deposit)),
      input(facts, 'buffer', exit.buffer === null ? 'none' : exactAmount(exit.buffer), 'bufferWei'),
      input(facts, 'queue', span(exit.queue, 'not known'), 'queueMaxSecs'),
      input(
        facts,
        'escrow',
        `${exit.escrowBlocks ?? '?'} blocks x ${snapshot.blockSeconds} s = ${secs(escrow)}`,
      ),
      input(facts, 'validator exit', span(exit.validatorExit, 'nothing to unwind'), 'validatorExitMaxSecs'),
    ],
    steps: [...severalStep(facts), ...steps(exit, escrow), ...bufferSteps(snapshot), ...result],
  };
}

/** Of the snapshots the one that takes longest to leave: both ends of the figure are the longer ones. */
function slowest(facts: Facts): StakeSnapshot | null {
  const [first, ...more] = stakeStudies(facts);
  if (first === undefined) return null;
  return more.reduce((a, b) => {
    const [x, y] = [exitOf(a.snapshot).hi, exitOf(b.snapshot).hi];
    return x !== null && (y === null || y > x) ? b : a;
  }, first).snapshot;
}

/** How long leaving takes, in seconds. While it is paused nothing is promised at all, no least time either (§3.6). */
export function exitValue(facts: Facts): FactorValue {
  const { answer } = facts;
  if (answer === null || !('exit' in answer) || answer.exit === undefined || 'cannotEvaluate' in answer)
    return unknownFigure(facts, 'secs');
  const paused = facts.exposure?.redemptionPaused;
  if (paused?.status === 'known' && paused.value) return { kind: 'range', unit: 'secs', lo: null, hi: null };
  const { loSecs, hiSecs } = answer.exit;
  return { kind: 'range', unit: 'secs', lo: BigInt(loSecs), hi: hiSecs === null ? null : BigInt(hiSecs) };
}

function assess(facts: Facts): Found {
  const value = exitValue(facts);
  if (value.kind !== 'range') return { value, how: { formula: FORMULA, inputs: [], steps: [] } };
  return {
    value,
    upperEndAssumed: facts.exposure?.exitUpperEndIsAssumed ?? false,
    how: howOf(facts, value),
  };
}

export const exit = defineFactor({
  id: 'exit',
  question: 'How long does it take to get out?',
  required: true,
  needs: 'snapshot',
  assess,
});
