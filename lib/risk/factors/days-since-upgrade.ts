import { defineFactor, type Found } from '../define-factor.ts';
import type { Facts } from '../facts.ts';
import { timeText, wholeDays } from '../formulas/index.ts';
import { blockInput, blockTime, readingOf, readInput, unknownFound } from './readings.ts';
import { resultStep } from './result.ts';

const FORMULA = 'whole days from the newest change of any contract in the path to the block that was read';

function assess(facts: Facts): Found {
  const [changed, now] = [readingOf(facts, 'lastUpgradeAt'), blockTime(facts)];
  const inputs = [readInput('changed no later than', changed, timeText), blockInput(facts)];
  const reading = changed.status === 'unknown' ? changed : now;
  if (changed.status === 'unknown' || now.status === 'unknown') {
    const reason = reading.status === 'unknown' ? reading.reason : 'no-source';
    return unknownFound('days', reason, { formula: FORMULA, inputs, steps: ['a time is not known'] });
  }
  const days = wholeDays(changed.value, now.value);
  // The change may lie further back than anybody could tell: only the low end is known.
  const value = { kind: 'range', unit: 'days', lo: days, hi: null } as const;
  const steps = [
    `(${now.value} s - ${changed.value} s) / 86400 s = ${days}, rounded down`,
    resultStep(value),
  ];
  return { value, how: { formula: FORMULA, inputs, steps } };
}

export const daysSinceUpgrade = defineFactor({
  id: 'daysSinceUpgrade',
  question: 'How long ago did the code change?',
  required: false,
  needs: 'request',
  assess,
});
