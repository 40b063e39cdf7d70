import { defineFactor, type Found } from '../define-factor.ts';
import { type Facts, input, poolIn, stakeIn } from '../facts.ts';
import type { FactorValue } from '../figure.ts';
import { poolHow } from './pool-how.ts';
import { exactly, missingFigure } from './readings.ts';

const FORMULA = 'not asked of this stake: each unit of it backs one operator set only';

function assess(facts: Facts): Found {
  const pool = poolIn(facts);
  if (pool !== null) {
    const value = exactly('wad', BigInt(pool.restakingDegreeWad));
    return { value, how: poolHow(facts, value, null, false) };
  }
  const none: FactorValue = { kind: 'none', unit: 'wad' };
  return {
    value: stakeIn(facts) === null ? missingFigure(facts, 'wad') : none,
    how: {
      formula: FORMULA,
      inputs: [input(facts, 'kind of stake', 'allocated, not pooled')],
      steps: ['= nothing to measure'],
    },
  };
}

/** Shown only: above 100 % the same ETH is promised more than once (§3.1). */
export const restakingDegree = defineFactor({
  id: 'restakingDegree',
  question: 'How often is the same stake promised?',
  required: false,
  needs: 'snapshot',
  assess,
});
