import { max } from '../../core/index.ts';
import { defineFactor, type Found } from '../define-factor.ts';
import { exactAmount } from '../exact.ts';
import { type Facts, stakeIn } from '../facts.ts';
import type { FactorValue, How } from '../figure.ts';
import { missingFigure } from './readings.ts';
import { resultStep } from './result.ts';
import { wholeInputs } from './share.ts';
import { shareDown } from '../stake/whole.ts';
import { severalStep, stakeStudies, worstStudy } from './studies.ts';

const FORMULA = 'the operator with the largest reach without notice, plus all untraced stake, over the total';

/** Others shown, so that a person sees that this one is the largest. */
const OTHERS = 4;

/**
 * What some operator surely can put at risk without notice, over the total, rounded down; of two snapshots the larger.
 * The model names the high end alone, and that may be another operator's: each end is the largest there is.
 */
function sure(facts: Facts): bigint {
  return stakeStudies(facts)
    .flatMap(({ whole, tally }) =>
      [...tally.operators.values()].map((sums) => shareDown(whole, sums.noNotice.lo)),
    )
    .reduce(max, 0n);
}

function between(lo: bigint, worst: { readonly hiWad: string } | null): FactorValue {
  return { kind: 'range', unit: 'wad', lo, hi: BigInt(worst?.hiWad ?? 0) };
}

function howOf(facts: Facts, id: string | null, value: FactorValue): How {
  const one = worstStudy(facts, 'noNotice');
  if (one === null) return { formula: FORMULA, inputs: [], steps: [] };
  const { whole, tally } = one;
  const least = [...tally.operators.values()].map((sums) => sums.noNotice.lo).reduce(max, 0n);
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
        ? `high: (${exactAmount(reach)} + ${exactAmount(whole.untraced)} untraced) / ${exactAmount(whole.named)}`
        : 'total not known: up to 100 %',
      ...(whole.known ? [`low: surely ${exactAmount(least)} / ${exactAmount(whole.total)}`] : []),
      resultStep(value),
    ],
  };
}

function assess(facts: Facts): Found {
  const stake = stakeIn(facts);
  // Of a pooled vault too: its promises are those of today, and nobody modelled how soon they can grow.
  if (stake === null)
    return { value: missingFigure(facts, 'wad'), how: { formula: FORMULA, inputs: [], steps: [] } };
  const lo = sure(facts);
  const value = between(lo, stake.worstOperatorNoNotice);
  return {
    value,
    listed: stake.listed === undefined ? null : between(lo, stake.listed.worstOperatorNoNotice),
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
