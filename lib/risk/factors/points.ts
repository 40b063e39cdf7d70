import type { Found } from '../define-factor.ts';
import { exactAmount } from '../exact.ts';
import { type Facts, input, stakeIn } from '../facts.ts';
import type { FactorValue, How } from '../figure.ts';
import type { StakeStudy } from '../stake/stake.ts';
import { missingFigure } from './readings.ts';
import { resultStep } from './result.ts';
import { severalStep, worstStudy } from './studies.ts';

/** Both ends of an index from 0 to 10,000. */
export type Points = { readonly lo: bigint; readonly hi: bigint };

/** What is spread over what: amounts in wei by id, and stake that could sit with any of them. */
export type Spread = {
  readonly points: Points | null;
  readonly over: string;
  readonly amounts: (study: StakeStudy) => ReadonlyMap<string, bigint>;
  readonly uncertain: (study: StakeStudy) => bigint;
};

/** Amounts shown one by one; the rest is one line. */
const SHOWN = 8;

function stepsOf(study: StakeStudy, spread: Spread): readonly string[] {
  const rows = [...spread.amounts(study)]
    .filter(([, wei]) => wei > 0n)
    .sort(([, a], [, b]) => (a === b ? 0 : a > b ? -1 : 1));
  const sum = rows.reduce((all, [, wei]) => all + wei, 0n);
  const squares = rows.reduce((all, [, wei]) => all + wei * wei, 0n);
  const rest = rows.slice(SHOWN);
  const restSquares = rest.reduce((all, [, wei]) => all + wei * wei, 0n);
  const uncertain = spread.uncertain(study);
  const whole = exactAmount(sum + uncertain);
  // Squares are in wei², exactly.
  return [
    ...rows.slice(0, SHOWN).map(([id, wei]) => `${id}: ${exactAmount(wei)}`),
    ...(rest.length === 0 ? [] : [`${rest.length} more, whose squares sum to ${restSquares} wei²`]),
    `squares: ${squares} wei²; divided by (${whole} x 10^18)², times 10,000`,
    ...(uncertain === 0n ? [] : [`high end: ${exactAmount(uncertain)} uncertain added to the largest`]),
  ];
}

function howOf(facts: Facts, spread: Spread, value: FactorValue): How {
  const formula = `10,000 x the sum of squared shares of ${spread.over}`;
  const study = worstStudy(facts, 'now');
  if (study === null) return { formula, inputs: [], steps: [] };
  const uncertain = spread.uncertain(study);
  return {
    formula,
    inputs: [
      input(facts, 'counted', String(spread.amounts(study).size)),
      ...(uncertain === 0n ? [] : [input(facts, 'uncertain', exactAmount(uncertain))]),
    ],
    steps: [
      ...severalStep(facts),
      ...(study.whole.known ? stepsOf(study, spread) : ['total not known: 0 to 10,000']),
      resultStep(value),
    ],
  };
}

/** A concentration index as a factor: 10,000 is all in one place; null points mean there is nothing to measure. */
export function pointsFound(facts: Facts, spread: Spread): Found {
  const { points } = spread;
  const none: FactorValue =
    stakeIn(facts) === null ? missingFigure(facts, 'points') : { kind: 'none', unit: 'points' };
  const value: FactorValue = points === null ? none : { kind: 'range', unit: 'points', ...points };
  return { value, how: howOf(facts, spread, value) };
}
