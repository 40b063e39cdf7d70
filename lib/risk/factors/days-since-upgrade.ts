import type { Reading } from '../../core/index.ts';
import { defineFactor, type Found } from '../define-factor.ts';
import type { Facts } from '../facts.ts';
import { timeText, wholeDays } from '../formulas/index.ts';
import { blockInput, blockTime, readingOf, readInput, unknownFound } from './readings.ts';
import { resultStep } from './result.ts';

const FORMULA = 'whole days from the newest change of any contract in the path to the block that was read';

/** Whole days since a change, with the step that gives them; null where its time is not known. */
function daysSince(changed: Reading<bigint>, now: bigint): { days: bigint | null; step: string } {
  if (changed.status === 'unknown') return { days: null, step: 'not known' };
  const days = wholeDays(changed.value, now);
  return { days, step: `(${now} s - ${changed.value} s) / 86400 s = ${days} whole days` };
}

function assess(facts: Facts): Found {
  const now = blockTime(facts);
  const [latest, earliest] = [readingOf(facts, 'lastUpgradeAt'), readingOf(facts, 'lastUpgradeFrom')];
  const inputs = [
    readInput('changed no later than', latest, timeText),
    readInput('changed no earlier than', earliest, timeText),
    blockInput(facts),
  ];
  const unknown = [now, latest].find(({ status }) => status === 'unknown');
  if (now.status === 'unknown' || (latest.status === 'unknown' && earliest.status === 'unknown')) {
    const reason = unknown?.status === 'unknown' ? unknown.reason : 'no-source';
    return unknownFound('days', reason, { formula: FORMULA, inputs, steps: ['a time is not known'] });
  }
  const [low, high] = [daysSince(latest, now.value), daysSince(earliest, now.value)];
  const value = { kind: 'range', unit: 'days', lo: low.days, hi: high.days } as const;
  return {
    value,
    how: {
      formula: FORMULA,
      inputs,
      steps: [`at least: ${low.step}`, `at most: ${high.step}`, resultStep(value)],
    },
  };
}

export const daysSinceUpgrade = defineFactor({
  id: 'daysSinceUpgrade',
  question: 'How long ago did the code change?',
  required: false,
  needs: 'request',
  assess,
});
