import type { Reading } from '../../core/index.ts';
import { defineFactor } from '../define-factor.ts';
import { reasonIn, sourceOf } from '../facts.ts';
import type { FactorValue } from '../figure.ts';

function valueOf(readings: readonly Reading<boolean>[]): Extract<FactorValue, { kind: 'flag' }> {
  if (readings.some((one) => one.status === 'known' && one.value))
    return { kind: 'flag', set: true, reason: null };
  const failed = readings.find((one) => one.status === 'unknown');
  return { kind: 'flag', set: failed === undefined ? false : null, reason: failed?.reason ?? null };
}

function flagStep(set: boolean | null): string {
  return set === null ? '= not known' : set ? '= paused' : '= not paused';
}

function said(reading: Reading<boolean>): string {
  return reading.status === 'unknown' ? 'not known' : reading.value ? 'yes' : 'no';
}

export const paused = defineFactor({
  id: 'paused',
  question: 'Are deposits or withdrawals paused?',
  required: true,
  needs: 'request',
  assess: (facts) => {
    const formula = 'the pause views of the contracts in the path';
    const { exposure } = facts;
    if (exposure === null) {
      const value: FactorValue = { kind: 'flag', set: null, reason: reasonIn(facts) };
      return { value, how: { formula, inputs: [], steps: [] } };
    }
    const { depositsPaused, redemptionPaused } = exposure;
    const inputs = [
      { name: 'deposits paused', value: said(depositsPaused), ...sourceOf(depositsPaused) },
      { name: 'withdrawals paused', value: said(redemptionPaused), ...sourceOf(redemptionPaused) },
    ];
    const value = valueOf([depositsPaused, redemptionPaused]);
    const steps = ['paused where either is; not paused only where both surely are not', flagStep(value.set)];
    return { value, how: { formula, inputs, steps } };
  },
});
