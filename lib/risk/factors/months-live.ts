import { defineFactor, type Found } from '../define-factor.ts';
import type { Facts } from '../facts.ts';
import { wholeMonths } from '../formulas/index.ts';
import { blockInput, blockTime, exactly, unknownFound } from './readings.ts';
import { resultStep } from './result.ts';

const FORMULA = 'whole calendar months from the day deposits opened to the block that was read';

function assess(facts: Facts): Found {
  const since = facts.exposure?.track?.liveSince ?? null;
  const now = blockTime(facts);
  const source = since === null ? 'no-source' : `bundled, ${since.asOf}: ${since.source}`;
  const inputs = [
    { name: 'live since', value: since?.value ?? 'not known', source, block: null },
    blockInput(facts),
  ];
  if (since === null || now.status === 'unknown') {
    const reason = now.status === 'unknown' && since !== null ? now.reason : 'no-source';
    return unknownFound('months', reason, { formula: FORMULA, inputs, steps: ['a date is not known'] });
  }
  const months = wholeMonths(since.value, now.value);
  if (months === null || months < 0n) {
    const steps = ['these dates cannot both be right: nothing is computed'];
    return unknownFound('months', 'malformed', { formula: FORMULA, inputs, steps });
  }
  const value = exactly('months', months);
  const steps = [`from ${since.value}: ${months} whole months`, resultStep(value)];
  return { value, how: { formula: FORMULA, inputs, steps } };
}

export const monthsLive = defineFactor({
  id: 'monthsLive',
  question: 'How long has it been live?',
  required: false,
  needs: 'request',
  assess,
});
