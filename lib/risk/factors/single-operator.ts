import { defineFactor, type Found } from '../define-factor.ts';
import { exactAmount } from '../exact.ts';
import { type Facts, input, poolIn, stakeIn, unknownFigure } from '../facts.ts';
import type { FactorValue, How } from '../figure.ts';
import { resultStep, worstStudy } from './share.ts';

const FORMULA = 'the operator with the largest reach without notice, plus all untraced stake, over the total';

/** The model gives the high end alone; the low end is at least nothing. */
function atMost(worst: { readonly hiWad: string } | null): FactorValue {
  return { kind: 'range', unit: 'wad', lo: 0n, hi: BigInt(worst?.hiWad ?? 0) };
}

function howOf(facts: Facts, id: string | null, value: FactorValue): How {
  const one = worstStudy(facts, 'noNotice');
  if (one === null) return { formula: FORMULA, inputs: [], steps: [resultStep(value)] };
  const { whole, tally } = one;
  const reach = (id === null ? undefined : tally.operators.get(id)?.noNotice.hi) ?? 0n;
  return {
    formula: FORMULA,
    inputs: [
      input(facts, 'total', whole.known ? exactAmount(whole.named) : 'not known', 'totalWei'),
      input(facts, 'untraced', exactAmount(whole.untraced)),
    ],
    steps: [
      `operator ${id ?? 'none'}: at most ${exactAmount(reach)}`,
      `(${exactAmount(reach)} + ${exactAmount(whole.untraced)}) / ${exactAmount(whole.named)}`,
      resultStep(value),
    ],
  };
}

function assess(facts: Facts): Found {
  const [stake, pool] = [stakeIn(facts), poolIn(facts)];
  if (pool !== null) {
    const value = atMost(pool.worstOperator && { hiWad: pool.worstOperator.wad });
    return { value, how: howOf(facts, pool.worstOperator?.id ?? null, value) };
  }
  if (stake === null)
    return { value: unknownFigure(facts, 'wad'), how: { formula: FORMULA, inputs: [], steps: [] } };
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
