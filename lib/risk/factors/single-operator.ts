import { defineFactor, type Found } from '../define-factor.ts';
import { exactAmount } from '../exact.ts';
import { type Facts, poolIn, stakeIn } from '../facts.ts';
import type { FactorValue, How } from '../figure.ts';
import { poolHow } from './pool-how.ts';
import { missingFigure } from './readings.ts';
import { resultStep } from './result.ts';
import { wholeInputs } from './share.ts';
import { severalStep, worstStudy } from './studies.ts';

const FORMULA = 'the operator with the largest reach without notice, plus all untraced stake, over the total';

/** Others shown, so that a person sees that this one is the largest. */
const OTHERS = 4;

/** The model gives the high end alone; the low end is at least nothing. */
function atMost(worst: { readonly hiWad: string } | null): FactorValue {
  return { kind: 'range', unit: 'wad', lo: 0n, hi: BigInt(worst?.hiWad ?? 0) };
}

function howOf(facts: Facts, id: string | null, value: FactorValue): How {
  const one = worstStudy(facts, 'noNotice');
  if (one === null) return { formula: FORMULA, inputs: [], steps: [] };
  const { whole, tally } = one;
  const reach = (id === null ? undefined : tally.operators.get(id)?.noNotice.hi) ?? 0n;
  const others = [...tally.operators]
    .filter(([other, sums]) => other !== id && sums.noNotice.hi > 0n)
    .sort(([, a], [, b]) => (a.noNotice.hi === b.noNotice.hi ? 0 : a.noNotice.hi > b.noNotice.hi ? -1 : 1))
    .slice(0, OTHERS);
  return {
    formula: FORMULA,
    inputs: wholeInputs(facts, one),
    steps: [
      ...severalStep(facts),
      `operator ${id ?? 'none'}: at most ${exactAmount(reach)}`,
      ...others.map(([other, sums]) => `smaller: operator ${other}: ${exactAmount(sums.noNotice.hi)}`),
      whole.known
        ? `(${exactAmount(reach)} + ${exactAmount(whole.untraced)} untraced) / ${exactAmount(whole.named)}`
        : 'total not known: up to 100 %',
      resultStep(value),
    ],
  };
}

function assess(facts: Facts): Found {
  const [stake, pool] = [stakeIn(facts), poolIn(facts)];
  if (pool !== null) {
    const { worstOperator } = pool;
    const value = atMost(worstOperator && { hiWad: worstOperator.wad });
    return { value, how: poolHow(facts, value, worstOperator && { operator: worstOperator.id }) };
  }
  if (stake === null)
    return { value: missingFigure(facts, 'wad'), how: { formula: FORMULA, inputs: [], steps: [] } };
  const value = atMost(stake.worstOperatorNoNotice);
  return {
    value,
    listed: stake.listed === undefined ? null : atMost(stake.listed.worstOperatorNoNotice),
    how: howOf(facts, stake.worstOperatorNoNotice?.id ?? null, value),
  };
}

export const singleOperator = defineFactor({
  id: 'singleOperator',
  question: 'How much could one operator alone put at risk with no warning?',
  required: false,
  needs: 'snapshot',
  assess,
});
