import { defineFactor, type Found } from '../define-factor.ts';
import { exactAmount } from '../exact.ts';
import { type Facts, stakeIn } from '../facts.ts';
import { amounts } from './line-steps.ts';
import { missingFigure } from './readings.ts';
import { resultStep } from './result.ts';
import { assumedInputs, dividing, wholeInputs } from './share.ts';
import { severalStep, worstStudy } from './studies.ts';

const FORMULA = 'slashable today at most, plus announced growth that lands before one is out, over the total';

/** Announced changes shown one by one. */
const SHOWN = 8;

function assess(facts: Facts): Found {
  const [stake, one] = [stakeIn(facts), worstStudy(facts, 'now')];
  if (stake === null || one === null)
    return { value: missingFigure(facts, 'wad'), how: { formula: FORMULA, inputs: [], steps: [] } };
  // Only the high end is a figure of the model; what is sure today can only grow.
  const value = {
    kind: 'range',
    unit: 'wad',
    lo: BigInt(stake.slashableNow.loWad),
    hi: BigInt(stake.scheduledPeakHiWad),
  } as const;
  const { whole, tally } = one;
  const now = { lo: tally.sums.now.lo, hi: tally.sums.now.hi + whole.untraced };
  const growth = tally.growth
    .slice(0, SHOWN)
    .map(
      ({ operator, strategy, allocation: { setId, effectBlock }, wei }) =>
        `announced: ${operator}, ${strategy}, set ${setId}: ${exactAmount(wei)} in block ${effectBlock}`,
    );
  const left = tally.growth.length - growth.length;
  return {
    value,
    how: {
      formula: FORMULA,
      inputs: [...wholeInputs(facts, one), ...(one.exit.hi === null ? [] : assumedInputs(facts))],
      steps: [
        ...severalStep(facts),
        `today: ${amounts(now)}`,
        ...growth,
        ...(left > 0 ? [`announced: ${left} more`] : []),
        `of it before one is out, and slashable: ${exactAmount(tally.sums.added.hi)}`,
        `high: (${exactAmount(now.hi)} + ${exactAmount(tally.sums.added.hi)}) / ${dividing(one)}, at most 100 %`,
        resultStep(value),
      ],
    },
  };
}

/** Shown only (§3.2). */
export const scheduledPeak = defineFactor({
  id: 'scheduledPeak',
  question: 'How much will be slashable with what is already announced?',
  required: false,
  needs: 'snapshot',
  assess,
});
