import type { PoolAnswer, Worst } from '../answer.ts';
import { defineFactor, type Found } from '../define-factor.ts';
import { exactAmount } from '../exact.ts';
import { type Facts, input, poolIn, stakeIn, unknownFigure } from '../facts.ts';
import type { FactorValue, How } from '../figure.ts';
import { resultStep, wadRange, worstStudy } from './share.ts';

const NOTHING: FactorValue = { kind: 'range', unit: 'wad', lo: 0n, hi: 0n };
const FORMULA = 'the largest sum of one service, plus all that is uncertain, over the total';

function howOf(facts: Facts, worst: Worst | null, value: FactorValue): How {
  const one = worstStudy(facts, 'now');
  if (one === null) return { formula: FORMULA, inputs: [], steps: [resultStep(value)] };
  const { whole, tally } = one;
  const uncertain = tally.sums.now.hi - tally.sums.now.lo + whole.untraced;
  const sure = worst === null ? 0n : (tally.services.get(worst.id)?.lo ?? 0n);
  return {
    formula: FORMULA,
    inputs: [
      input(facts, 'total', whole.known ? exactAmount(whole.named) : 'not known', 'totalWei'),
      input(facts, 'uncertain', exactAmount(uncertain)),
      input(facts, 'services', String(tally.services.size)),
    ],
    steps: [
      `service ${worst?.id ?? 'none'}: ${exactAmount(sure)} for sure`,
      `at most ${exactAmount(sure)} + ${exactAmount(uncertain)}, over ${exactAmount(whole.total)}`,
      resultStep(value),
    ],
  };
}

/** The network with the largest promises; sure unless the slasher is not known. */
function networkIn({ worstNetwork, slashableNow }: PoolAnswer): Worst | null {
  if (worstNetwork === null) return null;
  const { id, wad } = worstNetwork;
  return { id, loWad: slashableNow.loWad === '0' ? '0' : wad, hiWad: wad };
}

function assess(facts: Facts): Found {
  const [stake, pool] = [stakeIn(facts), poolIn(facts)];
  const worst = pool === null ? (stake?.worstAvs ?? null) : networkIn(pool);
  if (stake === null && pool === null)
    return { value: unknownFigure(facts, 'wad'), how: howOf(facts, null, NOTHING) };
  const value = worst === null ? NOTHING : wadRange(worst);
  const listed = stake?.listed;
  return {
    value,
    listed: listed === undefined ? null : listed.worstAvs === null ? NOTHING : wadRange(listed.worstAvs),
    how: howOf(facts, worst, value),
  };
}

export const singleAvs = defineFactor({
  id: 'singleAvs',
  question: 'How much could one service alone slash?',
  required: true,
  needs: 'snapshot',
  assess,
});
