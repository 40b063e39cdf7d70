import { defineFactor, type Found } from '../define-factor.ts';
import type { ExitRange } from '../answer.ts';
import { type Facts, input, unknownFigure } from '../facts.ts';
import type { FactorValue, How } from '../figure.ts';
import type { ExitInputs } from '../snapshot/parsed.ts';
import { worstStudy } from './share.ts';

const FORMULA = 'queue + the longer of escrow and validator exit, to queue + escrow + validator exit';

function secs(value: bigint | null): string {
  return value === null ? 'not known' : `${value} s`;
}

function span(value: ExitInputs['queue'], absent: string): string {
  return value === null ? absent : `${secs(value.min)} to ${secs(value.max)}`;
}

function howOf(facts: Facts, range: ExitRange): How {
  const snapshot = worstStudy(facts, 'now')?.snapshot;
  const steps = [`= ${range.loSecs} s to ${range.hiSecs === null ? 'not known' : `${range.hiSecs} s`}`];
  const exit = snapshot?.exit ?? null;
  if (snapshot === undefined || exit === null) return { formula: FORMULA, inputs: [], steps };
  const escrow = exit.escrowBlocks === null ? null : exit.escrowBlocks * snapshot.blockSeconds;
  return {
    formula: exit.queueIncludesUnwind ? 'the queue, which includes all that must be unwound' : FORMULA,
    inputs: [
      input(facts, 'buffer', exit.buffer === null ? 'none' : String(exit.buffer), 'bufferWei'),
      input(facts, 'queue', span(exit.queue, 'not known'), 'queueMaxSecs'),
      input(
        facts,
        'escrow',
        `${exit.escrowBlocks ?? '?'} blocks x ${snapshot.blockSeconds} s = ${secs(escrow)}`,
      ),
      input(facts, 'validator exit', span(exit.validatorExit, 'nothing to unwind'), 'validatorExitMaxSecs'),
    ],
    steps,
  };
}

/** A pause that stands, or that nobody could read, takes away what can be promised (§3.6). */
function withPause(facts: Facts, range: ExitRange): FactorValue {
  const paused = facts.exposure?.redemptionPaused;
  const lo = BigInt(range.loSecs);
  const hi = range.hiSecs === null ? null : BigInt(range.hiSecs);
  if (paused?.status === 'known' && paused.value) return { kind: 'range', unit: 'secs', lo: null, hi: null };
  return { kind: 'range', unit: 'secs', lo, hi: paused?.status === 'unknown' ? null : hi };
}

function assess(facts: Facts): Found {
  const { answer, exposure } = facts;
  if (answer === null || !('exit' in answer) || answer.exit === undefined || 'cannotEvaluate' in answer)
    return { value: unknownFigure(facts, 'secs'), how: { formula: FORMULA, inputs: [], steps: [] } };
  return {
    value: withPause(facts, answer.exit),
    upperEndAssumed: exposure?.exitUpperEndIsAssumed ?? false,
    how: howOf(facts, answer.exit),
  };
}

export const exit = defineFactor({
  id: 'exit',
  question: 'How long does it take to get out?',
  required: true,
  needs: 'snapshot',
  assess,
});
