import type { Answer, CannotEvaluate, Loss, Refused } from './answer.ts';
import type { Assumptions, Guesses } from './assumptions.ts';
import { guessesInForce } from './odds/guesses.ts';
import type { Leaving } from './exit.ts';
import { oddsFor } from './odds/odds.ts';
import { stakeRuns } from './odds/stake-holdings.ts';
import { type PoolStudy, studyPool } from './pool.ts';
import { Refusal } from './snapshot/fields.ts';
import { parseSnapshot } from './snapshot/parse.ts';
import { type StakeStudy, studyStake } from './stake/stake.ts';

/** Bounds with what they were made of, or why there are none. The odds are computed from it when asked for. */
export type Study = StakeStudy | PoolStudy | CannotEvaluate | Refused;

/**
 * The bounds of the model on one snapshot, with the sums behind them.
 *
 * @param leaving - whether one may leave at all; a bare snapshot says nothing of a pause
 */
export function study(input: unknown, leaving: Leaving = 'open'): Study {
  try {
    const snapshot = parseSnapshot(input);
    if (snapshot.kind === 'unsupported') return { cannotEvaluate: 'unsupportedKind' };
    return snapshot.kind === 'symbiotic' ? studyPool(snapshot, leaving) : studyStake(snapshot, leaving);
  } catch (problem) {
    if (problem instanceof Refusal) return { error: problem.path };
    throw problem;
  }
}

/** The guesses that a snapshot names itself. */
export function guessesNamed(one: Study): Guesses {
  return 'kind' in one ? one.snapshot.assumptions : {};
}

/** An answer, and the odds; of a pooled vault they stand beside it. Null where nothing can be computed. */
export type Answered = { readonly answer: Answer; readonly loss: Loss | null };

/**
 * A study as the answer of §2.2, with the odds of §3.4 under these guesses.
 *
 * @param guesses - null: no odds are counted yet
 */
export function answered(one: Study, guesses: Assumptions | null): Answered {
  if (!('kind' in one)) return { answer: one, loss: null };
  if (guesses === null)
    return { answer: one.kind === 'pool' ? one.answer : { ...one.answer, loss: { lo: null } }, loss: null };
  if (one.kind === 'pool') return { answer: one.answer, loss: oddsFor(one.runs, guesses) };
  const loss = oddsFor(stakeRuns(one.snapshot, one.whole), guesses);
  return { answer: { ...one.answer, loss }, loss };
}

function withBundledGuesses(snapshot: unknown): Answered {
  const one = study(snapshot);
  return answered(one, guessesInForce(null, guessesNamed(one), {}).values);
}

/**
 * The risk model: one snapshot (§2.1) to one answer (§2.2), sections 3.1 to 3.4, 3.6 and 3.7, with the bundled
 * guesses and those the snapshot names. Bounds in integers: low ends rounded down and high ends up at every
 * division; what is not known widens the answer. An impossible snapshot gives `{ error: path }`; nothing is thrown.
 */
export function analyse(snapshot: unknown): Answer {
  return withBundledGuesses(snapshot).answer;
}

/** The odds of a pooled vault (§3.4), or why there are none. Any other kind is `unsupportedKind`. */
export function poolLoss(snapshot: unknown): Loss | CannotEvaluate | Refused {
  const { answer, loss } = withBundledGuesses(snapshot);
  if ('error' in answer || 'cannotEvaluate' in answer) return answer;
  return loss === null || 'pending' in answer ? { cannotEvaluate: 'unsupportedKind' } : loss;
}
