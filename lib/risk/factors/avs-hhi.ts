import { max, mulDivDown, mulDivUp } from '../../core/index.ts';
import { defineFactor } from '../define-factor.ts';
import type { Facts } from '../facts.ts';
import type { StakeStudy } from '../stake/stake.ts';
import { type Points, pointsFound } from './points.ts';
import { stakeStudies } from './studies.ts';

const ALL = 10_000n;

/** What may be slashable without being surely so, of whatever service. */
function uncertainOf({ tally, whole }: StakeStudy): bigint {
  return tally.sums.now.hi - tally.sums.now.lo + whole.untraced;
}

/**
 * The index over what each service surely can slash (§3.7), as an interval: what is uncertain may be spread over
 * many services (low) or all belong to the largest (high). The model's own integer is the index of the sure part
 * alone, and no bound; the two agree where nothing is uncertain. Null: nothing can be slashed.
 */
function pointsOf(study: StakeStudy): Points | null {
  if (!study.whole.known) return { lo: 0n, hi: ALL };
  const sure = [...study.tally.services.values()].map(({ lo }) => lo);
  const uncertain = uncertainOf(study);
  const all = sure.reduce((sum, wei) => sum + wei, uncertain);
  if (all === 0n) return null;
  const squares = sure.reduce((sum, wei) => sum + wei * wei, 0n);
  const top = sure.reduce(max, 0n);
  const most = squares - top * top + (top + uncertain) * (top + uncertain);
  // Where nothing is uncertain both ends are the model's integer, which is rounded up.
  const least = uncertain === 0n ? mulDivUp(ALL, squares, all * all) : mulDivDown(ALL, squares, all * all);
  return { lo: least, hi: mulDivUp(ALL, most, all * all) };
}

/** Of two snapshots the larger of each end. */
function worst(facts: Facts): Points | null {
  const found = stakeStudies(facts).flatMap((study) => pointsOf(study) ?? []);
  return found.reduce<Points | null>(
    (a, b) => (a === null ? b : { lo: max(a.lo, b.lo), hi: max(a.hi, b.hi) }),
    null,
  );
}

export const avsHhi = defineFactor({
  id: 'avsHhi',
  question: 'Can few services slash most of it?',
  required: false,
  needs: 'snapshot',
  assess: (facts) =>
    pointsFound(facts, {
      points: worst(facts),
      over: 'services, by what each surely can slash; what is uncertain spread thin (low) or with the largest (high)',
      amounts: ({ tally }) => new Map([...tally.services].map(([id, { lo }]) => [id, lo])),
      uncertain: uncertainOf,
    }),
});
