import type { Loss, LossRun } from '../answer.ts';
import type { Assumptions, Guesses } from '../assumptions.ts';
import { draw } from './monte-carlo.ts';
import { enumerate } from './exact.ts';
import { figuresOf } from './figures.ts';
import { guessesInForce } from './guesses.ts';
import { drawAhead } from './hits.ts';
import type { Holdings, Runs } from './holdings.ts';
import { shocksOf } from './shocks.ts';

/** One loss distribution: all states for few shocks, seeded draws for more. */
function runOf(holdings: Holdings, guesses: Assumptions): LossRun {
  const shocks = shocksOf(holdings, guesses);
  const exact = shocks.count <= guesses.exactMax;
  const made = { method: exact ? 'exact' : 'monteCarlo', shocks: shocks.count } as const;
  const found = exact ? enumerate(holdings, shocks, guesses) : draw(holdings, shocks, guesses);
  return {
    slashing: { ...figuresOf(found.slashing, guesses.tolerance), ...made },
    allIn: { ...figuresOf(found.allIn, guesses.tolerance), ...made },
  };
}

/** The odds of §3.4 for a low and a high run, in parts of the whole. Every number in it rests on the guesses. */
export function oddsFor({ lo, hi }: Runs, guesses: Assumptions): Loss {
  return {
    lo: lo && runOf(lo, guesses),
    ...(hi === null ? {} : { hi: runOf(hi, guesses) }),
  };
}

/**
 * Draws the numbers that the odds of nearly every token need, before what they are of is known: while a node is asked
 * there is time. Changes no figure.
 *
 * @param own - the person's own guesses
 */
export function prepareOdds(own: Guesses): void {
  drawAhead(guessesInForce(null, {}, own).values.seed);
}
