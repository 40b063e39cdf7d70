import type { Study } from '../analyse.ts';
import type { ListedFigures, StakeAnswer, WadRange } from '../answer.ts';
import type { Found } from '../define-factor.ts';
import { exactAmount, exactPercent } from '../exact.ts';
import { type Facts, input, poolIn, stakeIn, unknownFigure } from '../facts.ts';
import type { FactorValue, How } from '../figure.ts';
import type { Sum } from '../stake/claims.ts';
import type { Bounds } from '../stake/sums.ts';
import type { StakeStudy } from '../stake/stake.ts';

/** Operators shown one by one in a derivation; the rest is one line. */
const SHOWN = 8;

/** An interval of fractions as a factor's value. */
export function wadRange(range: WadRange): FactorValue {
  return { kind: 'range', unit: 'wad', lo: BigInt(range.loWad), hi: BigInt(range.hiWad) };
}

function isStake(study: Study): study is StakeStudy {
  return 'kind' in study && study.kind === 'stake';
}

/** Of the studies behind an answer the one with the larger possible share. */
export function worstStudy(facts: Facts, sum: Sum): StakeStudy | null {
  const studies = facts.studies.filter(isStake);
  const high = (one: StakeStudy): bigint => one.tally.sums[sum].hi + one.whole.untraced;
  return studies.reduce<StakeStudy | null>((a, b) => (a === null || high(b) > high(a) ? b : a), null);
}

function amounts({ lo, hi }: Bounds): string {
  return lo === hi ? exactAmount(hi) : `${exactAmount(lo)} to ${exactAmount(hi)}`;
}

function operatorSteps({ tally, snapshot }: StakeStudy, sum: Sum): readonly string[] {
  const rows = [...tally.operators]
    .map(([id, sums]) => ({ id, ...sums[sum] }))
    .filter(({ hi }) => hi > 0n)
    .sort((a, b) => (a.hi === b.hi ? 0 : a.hi > b.hi ? -1 : 1));
  const named = rows.slice(0, SHOWN).map((row) => `operator ${row.id}: ${amounts(row)}`);
  const rest = rows.slice(SHOWN);
  if (rest.length === 0) return named;
  const both = rest.reduce((a, b) => ({ lo: a.lo + b.lo, hi: a.hi + b.hi }), { lo: 0n, hi: 0n });
  return [...named, `${rest.length} more of ${snapshot.operators.size} operators: ${amounts(both)}`];
}

/** The sum over operators, step by step, in ETH value and exact. */
function shareHow(facts: Facts, sum: Sum, formula: string): How {
  const one = worstStudy(facts, sum);
  if (one === null) return { formula, inputs: [], steps: [] };
  const { whole, tally, snapshot } = one;
  const { lo, hi } = tally.sums[sum];
  const all = { lo, hi: hi + whole.untraced };
  const answer = { total: exactAmount(whole.total), named: exactAmount(whole.named) };
  const dividing = whole.disagree ? `${answer.total} (low), ${answer.named} (high)` : answer.total;
  return {
    formula,
    inputs: [
      input(facts, 'total', whole.known ? answer.named : 'not known', 'totalWei'),
      input(facts, 'idle', exactAmount(snapshot.assets?.idle ?? 0n), 'idleWei'),
      input(facts, 'untraced', exactAmount(whole.untraced)),
      input(facts, 'operators', String(tally.operators.size)),
    ],
    steps: [
      ...operatorSteps(one, sum),
      `untraced: 0 to ${exactAmount(whole.untraced)}`,
      whole.known ? `(${amounts(all)}) / ${dividing}` : 'total not known: 0 to 100 %',
    ],
  };
}

/** What a share amounts to, as a last step. */
export function resultStep(value: FactorValue): string {
  if (value.kind !== 'range' || value.lo === null || value.hi === null) return '= not known';
  return value.lo === value.hi
    ? `= ${exactPercent(value.hi)}`
    : `= ${exactPercent(value.lo)} to ${exactPercent(value.hi)}`;
}

type ListedShare = 'slashableNow' | 'noNotice' | 'beforeExit' | 'theftNoNotice';

/** A factor that is one of the model's sums, strict and under the labelled bound. */
export function assessShare(
  facts: Facts,
  id: ListedShare & keyof StakeAnswer & keyof ListedFigures,
  sum: Sum,
  formula: string,
): Found {
  const stake = stakeIn(facts);
  const pool = poolIn(facts);
  const range = stake?.[id] ?? (id === 'slashableNow' ? pool?.slashableNow : undefined);
  if (range === undefined) return { value: unknownFigure(facts, 'wad'), how: shareHow(facts, sum, formula) };
  const value = wadRange(range);
  const how = shareHow(facts, sum, formula);
  return {
    value,
    listed: stake?.listed === undefined ? null : wadRange(stake.listed[id]),
    how: { ...how, steps: [...how.steps, resultStep(value)] },
  };
}
