import type { PoolAnswer, StakeAnswer, Worst, WorstInPool } from '../answer.ts';
import type { Found } from '../define-factor.ts';
import { exactAmount } from '../exact.ts';
import { type Facts, input, poolIn, stakeIn } from '../facts.ts';
import type { FactorValue, How } from '../figure.ts';
import type { Tally } from '../stake/tally.ts';
import { poolHow, type Promises } from './pool-how.ts';
import { missingFigure } from './readings.ts';
import { resultStep } from './result.ts';
import { dividing, wholeInputs } from './share.ts';
import { severalStep, wadRange, worstStudy } from './studies.ts';

/** Which single cause a factor asks about. */
export type Cause = {
  readonly name: 'service' | 'operator set' | 'operator';
  readonly worstIn: (stake: StakeAnswer) => Worst | null;
  readonly listedIn: (stake: StakeAnswer) => Worst | null | undefined;
  /** What each surely can take, by id, in wei. */
  readonly sure: (tally: Tally) => ReadonlyMap<string, bigint>;
  /** The same of a pooled vault; null: the model does not give it. */
  readonly inPool: ((pool: PoolAnswer) => WorstInPool | null) | null;
  readonly promises: (id: string) => Promises;
};

const NOTHING: FactorValue = { kind: 'range', unit: 'wad', lo: 0n, hi: 0n };

function valueOf(worst: Worst | null): FactorValue {
  return worst === null ? NOTHING : wadRange(worst);
}

/** Others of the same kind, shown so that a person sees that this is the largest. */
const OTHERS = 4;

function howOf(facts: Facts, cause: Cause, worst: Worst | null, value: FactorValue): How {
  const formula = `the largest sum of one ${cause.name}, plus all that is uncertain, over the total`;
  const one = worstStudy(facts, 'now');
  if (one === null) return { formula, inputs: [], steps: [] };
  const { whole, tally } = one;
  const uncertain = tally.sums.now.hi - tally.sums.now.lo + whole.untraced;
  const amounts = cause.sure(tally);
  const sure = worst === null ? 0n : (amounts.get(worst.id) ?? 0n);
  const others = [...amounts]
    .filter(([id, wei]) => id !== worst?.id && wei > 0n)
    .sort((a, b) => (a[1] === b[1] ? 0 : a[1] > b[1] ? -1 : 1))
    .slice(0, OTHERS);
  return {
    formula,
    inputs: [
      ...wholeInputs(facts, one),
      input(facts, 'uncertain', exactAmount(uncertain)),
      input(facts, `${cause.name}s that count`, String(amounts.size)),
    ],
    steps: [
      ...severalStep(facts),
      `${cause.name} ${worst?.id ?? 'none'}: ${exactAmount(sure)} for sure`,
      ...others.map(([id, wei]) => `smaller: ${cause.name} ${id}: ${exactAmount(wei)}`),
      whole.known
        ? `from ${exactAmount(sure)} to ${exactAmount(sure)} + ${exactAmount(uncertain)}, over ${dividing(one)}`
        : 'total not known: up to 100 %',
      resultStep(value),
    ],
  };
}

/** A factor about the largest loss one cause alone can bring (§3.3). */
export function assessWorst(facts: Facts, cause: Cause): Found {
  const [stake, pool] = [stakeIn(facts), poolIn(facts)];
  if (pool !== null && cause.inPool !== null) {
    const top = cause.inPool(pool);
    // Sure unless the slasher is not known.
    const lo = top?.loWad ?? (pool.slashableNow.loWad === '0' ? '0' : (top?.wad ?? '0'));
    const value = valueOf(top === null ? null : { id: top.id, loWad: lo, hiWad: top.wad });
    return { value, how: poolHow(facts, value, top === null ? null : cause.promises(top.id)) };
  }
  if (stake === null) return { value: missingFigure(facts, 'wad'), how: howOf(facts, cause, null, NOTHING) };
  const worst = cause.worstIn(stake);
  const value = valueOf(worst);
  const listed = cause.listedIn(stake);
  return {
    value,
    listed: listed === undefined ? null : valueOf(listed),
    how: howOf(facts, cause, worst, value),
  };
}
