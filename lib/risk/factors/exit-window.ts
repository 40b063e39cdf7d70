import { type Reading, unknown } from '../../core/index.ts';
import { defineFactor, type Found } from '../define-factor.ts';
import { type Facts, input, reasonIn } from '../facts.ts';
import { exitWindow as windowOf } from '../formulas/index.ts';
import { exitValue } from './exit.ts';
import { readInput, unknownFound } from './readings.ts';
import { resultStep } from './result.ts';

const FORMULA = 'upgrade delay less exit time; below 0 an upgrade can land while one waits to leave';

function secs(value: bigint | null): string {
  return value === null ? 'not known' : `${value} s`;
}

function assess(facts: Facts): Found {
  const delay: Reading<bigint> = facts.exposure?.upgradeDelaySecs ?? unknown('not-modelled');
  const exit = exitValue(facts);
  const [lo, hi] = exit.kind === 'range' ? [exit.lo, exit.hi] : [null, null];
  const inputs = [
    readInput('upgrade delay', delay, secs),
    input(facts, 'exit', `${secs(lo)} to ${secs(hi)}`),
  ];
  if (delay.status === 'unknown' || (lo === null && hi === null)) {
    const reason =
      delay.status === 'unknown' ? delay.reason : exit.kind === 'unknown' ? exit.reason : reasonIn(facts);
    return unknownFound('secs', reason, { formula: FORMULA, inputs, steps: ['one of both is not known'] });
  }
  const left = windowOf({ upgradeDelaySecs: delay.value, exitLoSecs: lo, exitHiSecs: hi });
  const value = { kind: 'range', unit: 'secs', ...left } as const;
  const steps = [
    `low: ${delay.value} s - ${secs(hi)}`,
    `high: ${delay.value} s - ${secs(lo)}`,
    resultStep(value),
  ];
  return { value, how: { formula: FORMULA, inputs, steps } };
}

/** Shown only (§3.8). Seconds, and the only figure that may be negative. */
export const exitWindow = defineFactor({
  id: 'exitWindow',
  question: 'Is one out before new code can be in force?',
  required: false,
  needs: 'request',
  assess,
});
