import { WAD } from '../../core/index.ts';
import { poolCoverage } from '../confidence.ts';
import { defineFactor, type Found } from '../define-factor.ts';
import { exactAmount } from '../exact.ts';
import { type Facts, input, poolIn, stakeIn } from '../facts.ts';
import { poolHow } from './pool-how.ts';
import { exactly, missingFigure } from './readings.ts';
import { resultStep } from './result.ts';
import { wholeInputs } from './share.ts';
import { severalStep, worstStudy } from './studies.ts';

const FORMULA = 'stake that was traced and read, over the total';

function assess(facts: Facts): Found {
  const stake = stakeIn(facts);
  if (poolIn(facts) !== null) {
    const value = exactly('wad', poolCoverage(facts));
    const how = poolHow(facts, value, null, false);
    const whole = poolCoverage(facts) === WAD;
    const steps = [
      whole
        ? 'all the vault holds is in its own view: nothing is untraced'
        : 'promises that no list names may stand beside those that were read',
      resultStep(value),
    ];
    return { value, how: { formula: FORMULA, inputs: how.inputs, steps } };
  }
  const one = worstStudy(facts, 'now');
  if (stake === null || one === null)
    return { value: missingFigure(facts, 'wad'), how: { formula: FORMULA, inputs: [], steps: [] } };
  const value = exactly('wad', BigInt(stake.coverageWad));
  const { whole, tally } = one;
  const parts = [whole.total, whole.untraced, tally.unreadable].map(exactAmount);
  return {
    value,
    how: {
      formula: FORMULA,
      inputs: [...wholeInputs(facts, one), input(facts, 'not readable', exactAmount(tally.unreadable))],
      steps: [
        ...severalStep(facts),
        whole.known
          ? `(${parts[0]} - ${parts[1]} untraced - ${parts[2]} not readable) / ${parts[0]}, rounded down`
          : 'total not known: 0',
        resultStep(value),
      ],
    },
  };
}

/** Shown only (§3.1); the grade of confidence rests on it. */
export const coverage = defineFactor({
  id: 'coverage',
  question: 'How much of the stake could be traced?',
  required: false,
  needs: 'snapshot',
  assess,
});
