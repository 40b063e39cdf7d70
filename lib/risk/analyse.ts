import type { Answer, CannotEvaluate, Refused } from './answer.ts';
import { type PoolStudy, studyPool } from './pool.ts';
import { Refusal } from './snapshot/fields.ts';
import { parseSnapshot } from './snapshot/parse.ts';
import { type StakeStudy, studyStake } from './stake/stake.ts';

/** An answer with what it was made of, or why there is none. */
export type Study = StakeStudy | PoolStudy | CannotEvaluate | Refused;

/** The model on one snapshot, with the sums behind it. */
export function study(input: unknown): Study {
  try {
    const snapshot = parseSnapshot(input);
    if (snapshot.kind === 'unsupported') return { cannotEvaluate: 'unsupportedKind' };
    return snapshot.kind === 'symbiotic' ? studyPool(snapshot) : studyStake(snapshot);
  } catch (problem) {
    if (problem instanceof Refusal) return { error: problem.path };
    throw problem;
  }
}

/** The part of a study that the answer of §2.2 holds. */
export function answerIn(one: Study): Answer {
  return 'answer' in one ? one.answer : one;
}

/**
 * The risk model: one snapshot (§2.1) to one answer (§2.2), sections 3.1 to 3.3, 3.6 and 3.7.
 * Integers only; low ends rounded down and high ends up at every division; what is not known widens the answer.
 * An impossible snapshot gives `{ error: path }`; nothing is thrown.
 */
export function analyse(snapshot: unknown): Answer {
  return answerIn(study(snapshot));
}
