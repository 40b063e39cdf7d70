import { max, min, mulDivUp } from '../../core/index.ts';
import type { ListedFigures } from '../answer.ts';
import type { StakeSnapshot } from '../snapshot/parsed.ts';
import { claimsOf, type Horizon, holds, payable, type Sum } from './claims.ts';
import { mapSums } from './sums.ts';
import type { Tally } from './tally.ts';
import { warningsOf } from './warning.ts';
import { shareDown, shareUp, type Whole } from './whole.ts';
import { worstAvs, worstOperatorNoNotice } from './worst.ts';

type Highs = Readonly<Record<Sum, bigint>>;

/** The most one operator could take of `untraced`, were all of it on this strategy, rounded up. */
function mostOf(
  snapshot: StakeSnapshot,
  id: string,
  strategy: string,
  untraced: bigint,
  horizon: Horizon,
): Highs {
  const operator = snapshot.operators.get(id);
  const book = operator?.books.get(strategy);
  const warnings = warningsOf(operator, snapshot);
  const pays = payable(snapshot, strategy);
  const claims = claimsOf(book, { now: snapshot.now, horizon, redistributable: pays, warnings });
  const maximum = book?.maximum ?? null;
  return mapSums((sum) => {
    if (claims === null || maximum === null) return sum.startsWith('theft') && pays === false ? 0n : untraced;
    const magnitude = claims.reduce(
      (all, claim) => (holds(claim.high, sum) ? all + claim.magnitude : all),
      0n,
    );
    return min(untraced, mulDivUp(untraced, magnitude, maximum));
  });
}

/** Where stake of the token can sit: strategies that were met, and all that the snapshot names. */
function strategiesOf({ lines, queued, redistributable }: StakeSnapshot): readonly string[] {
  return [...new Set([...[...lines, ...queued].map(({ strategy }) => strategy), ...redistributable.keys()])];
}

/** Untraced stake at most, figure by figure, if it sits with listed operators on the token's strategies. */
function untracedHighs(
  snapshot: StakeSnapshot,
  listed: readonly string[],
  untraced: bigint,
  horizon: Horizon,
): Highs {
  const strategies = strategiesOf(snapshot);
  const each = listed.flatMap((id) =>
    strategies.map((strategy) => mostOf(snapshot, id, strategy, untraced, horizon)),
  );
  // An empty list bounds nothing: then all of it stays possible.
  if (each.length === 0) return mapSums(() => untraced);
  return each.reduce((a, b) => mapSums((sum) => max(a[sum], b[sum])));
}

/** The labelled bound of §3.1, or null where the chain does not list the token's operators. */
export function listedFigures(
  snapshot: StakeSnapshot,
  whole: Whole,
  tally: Tally,
  horizon: Horizon,
): ListedFigures | null {
  if (snapshot.listedOperators === null) return null;
  const untraced = untracedHighs(snapshot, snapshot.listedOperators, whole.untraced, horizon);
  const range = (sum: Sum) => ({
    loWad: String(shareDown(whole, tally.sums[sum].lo)),
    hiWad: String(shareUp(whole, tally.sums[sum].hi + untraced[sum])),
  });
  const now = { lo: tally.sums.now.lo, hi: tally.sums.now.hi + untraced.now };
  return {
    slashableNow: range('now'),
    noNotice: range('noNotice'),
    beforeExit: range('beforeExit'),
    theftNoNotice: range('theftNoNotice'),
    worstAvs: worstAvs(whole, tally, now),
    worstOperatorNoNotice: worstOperatorNoNotice(whole, tally, untraced.noNotice),
  };
}
