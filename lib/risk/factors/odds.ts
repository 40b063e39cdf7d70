import type { LossFigures, LossRun } from '../answer.ts';
import { ASSUMPTION_NAMES, type AssumptionName, assumptions } from '../assumptions.ts';
import type { Found } from '../define-factor.ts';
import { type Facts, oddsOf, unknownFigure } from '../facts.ts';
import type { FactorValue, How } from '../figure.ts';
import type { GuessesInForce } from '../odds/guesses.ts';
import { wadDown, wadUp } from '../odds/wad.ts';
import { unknownFound } from './readings.ts';
import { resultStep } from './result.ts';
import { severalStep } from './studies.ts';

/** Which figure of a loss distribution a factor shows. */
export type OddsPick = {
  readonly run: keyof LossRun;
  readonly figure: 'eal' | 'es99' | 'pOverTolerance';
  readonly formula: string;
};

/** Guesses that a figure does not see: token and core contracts are off in `slashing`, few look at the tolerance. */
function isUsed(name: AssumptionName, { run, figure }: OddsPick, drawn: boolean): boolean {
  if (name === 'tolerance') return figure === 'pOverTolerance';
  if (name === 'mcPaths' || name === 'seed') return drawn;
  const others: readonly AssumptionName[] = ['pLrt', 'sevLrt', 'pCore', 'sevCore'];
  return run === 'allIn' || !others.includes(name);
}

function sourceOf(name: AssumptionName, { origins, maturity }: GuessesInForce): string {
  const origin = origins[name];
  if (origin === 'yours') return 'your own guess';
  if (origin === 'snapshot') return 'given snapshot';
  if (origin === 'maturity') return `a guess for the class "${maturity ?? 'unknown'}" of the token's past`;
  return `assumption: ${assumptions[name].source}`;
}

function inputsOf({ guesses }: Facts, pick: OddsPick, drawn: boolean): How['inputs'] {
  return ASSUMPTION_NAMES.filter((name) => isUsed(name, pick, drawn)).map((name) => ({
    name: `${assumptions[name].label} (${name})`,
    value: String(guesses.values[name]),
    source: sourceOf(name, guesses),
    block: null,
  }));
}

function runStep(name: string, found: LossFigures, pick: OddsPick, { guesses }: Facts): string {
  const { mcPaths, seed } = guesses.values;
  const way =
    found.method === 'exact'
      ? `all ${2 ** found.shocks} combinations counted`
      : `${mcPaths} years drawn (sfc32, seed ${seed})`;
  return `${name}: ${found.shocks} causes, ${way}: ${found[pick.figure]}`;
}

/** A range may not turn round because the high run was drawn and the low one counted. */
function valueOf(lo: number | null, hi: number): FactorValue {
  const [least, most] = lo === null ? [null, hi] : [Math.min(lo, hi), Math.max(lo, hi)];
  return { kind: 'range', unit: 'wad', lo: least === null ? null : wadDown(least), hi: wadUp(most) };
}

/** A factor that is one figure of the odds; low run to high run, in WAD, rounded outwards. */
export function assessOdds(facts: Facts, pick: OddsPick): Found {
  const { formula } = pick;
  if (facts.partial) {
    const steps = ['not counted yet: more is still being read'];
    return unknownFound('wad', 'not-reached', { formula, inputs: [], steps });
  }
  const loss = oddsOf(facts);
  const high = (loss?.hi ?? loss?.lo)?.[pick.run];
  if (loss === null || high === undefined)
    return { value: unknownFigure(facts, 'wad'), how: { formula, inputs: [], steps: [] } };
  const low = loss.lo?.[pick.run] ?? null;
  const value = valueOf(low === null ? null : low[pick.figure], high[pick.figure]);
  const drawn = high.method === 'monteCarlo' || low?.method === 'monteCarlo';
  const steps = [
    low === null ? 'low run: not given, since the total is not known' : runStep('low run', low, pick, facts),
    loss.hi === undefined
      ? 'high run: the same, since nothing is unknown'
      : runStep('high run', high, pick, facts),
    ...severalStep(facts),
    facts.guesses.yours ? 'using guesses of your own' : 'using the default guesses, which you can change',
    resultStep(value),
  ];
  return { value, how: { formula, inputs: inputsOf(facts, pick, drawn), steps } };
}
