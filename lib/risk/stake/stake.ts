import { mulDivDown, mulDivUp, WAD } from '../../core/index.ts';
import type { CannotEvaluate, StakeBounds, WadRange } from '../answer.ts';
import { type Exit, exitOf, exitRange, type Leaving, whileLeaving } from '../exit.ts';
import type { StakeSnapshot } from '../snapshot/parsed.ts';
import type { Sum } from './claims.ts';
import { avsHhi, operatorHhi } from './concentration.ts';
import { listedFigures } from './listed.ts';
import { pendingChanges } from './pending.ts';
import { exitBlocks, type Tally, tallyOf } from './tally.ts';
import { shareDown, shareUp, type Whole, wholeOf } from './whole.ts';
import { worstAvs, worstOperator, worstOperatorNoNotice, worstSet } from './worst.ts';

/** Intermediate sums of an answer, kept so that a figure can be shown step by step. */
export type StakeStudy = {
  readonly kind: 'stake';
  readonly snapshot: StakeSnapshot;
  readonly whole: Whole;
  /** With what a pause takes away. */
  readonly exit: Exit;
  readonly tally: Tally;
  /** The odds are not in it: they cost more, and only some need them. */
  readonly answer: StakeBounds;
};

type Range = WadRange;

function rangeOf(whole: Whole, tally: Tally, sum: Sum): Range {
  const { lo, hi } = tally.sums[sum];
  return { loWad: String(shareDown(whole, lo)), hiWad: String(shareUp(whole, hi + whole.untraced)) };
}

type Losing = Pick<StakeBounds, 'slashableNow' | 'noNotice' | 'theftNoNotice' | 'worstAvs'>;

/** What the figures mean for the deposit itself, in wei: high ends rounded up, the low one down. */
function depositLoss(deposit: bigint | null, figures: Losing): StakeBounds['depositLoss'] {
  if (deposit === null) return null;
  const most = (range: Range): string => String(mulDivUp(deposit, BigInt(range.hiWad), WAD));
  return {
    nowHiWei: most(figures.slashableNow),
    noNoticeHiWei: most(figures.noNotice),
    worstAvsLoWei: String(mulDivDown(deposit, BigInt(figures.worstAvs?.loWad ?? 0n), WAD)),
    theftNoNoticeHiWei: most(figures.theftNoNotice),
  };
}

function byOperatorThenStrategy(a: { operator: string; strategy: string }, b: typeof a): number {
  if (a.operator !== b.operator) return a.operator < b.operator ? -1 : 1;
  return a.strategy < b.strategy ? -1 : 1;
}

function answerOf(snapshot: StakeSnapshot, whole: Whole, exit: Exit, tally: Tally): StakeBounds {
  const { untraced } = whole;
  const now = { lo: tally.sums.now.lo, hi: tally.sums.now.hi + untraced };
  const blocks = exitBlocks(exit, snapshot.blockSeconds);
  const listed = listedFigures(snapshot, whole, tally, blocks);
  const traced = whole.total - untraced - tally.unreadable;
  const figures = {
    slashableNow: rangeOf(whole, tally, 'now'),
    redistributableNow: rangeOf(whole, tally, 'redistributable'),
    noNotice: rangeOf(whole, tally, 'noNotice'),
    theftNoNotice: rangeOf(whole, tally, 'theftNoNotice'),
    beforeExit: rangeOf(whole, tally, 'beforeExit'),
    theftBeforeExit: rangeOf(whole, tally, 'theftBeforeExit'),
    worstAvs: worstAvs(whole, tally, now),
  };
  return {
    ...figures,
    scheduledPeakHiWad: String(shareUp(whole, now.hi + tally.sums.added.hi)),
    worstSet: worstSet(whole, tally, now),
    worstOperator: worstOperator(whole, tally, now),
    worstOperatorNoNotice: worstOperatorNoNotice(whole, tally, untraced),
    operatorHhi: operatorHhi(whole, tally),
    avsHhi: avsHhi(tally),
    exit: exitRange(exit),
    pending: pendingChanges(whole, tally, snapshot.now, { blocks, known: exit.hi !== null }),
    coverageWad: String(shareDown(whole, traced)),
    fullySlashed: [...tally.fullySlashed].sort(byOperatorThenStrategy),
    depositLoss: depositLoss(snapshot.deposit, figures),
    ...(listed === null ? {} : { listed }),
  };
}

/** Sections 3.1 to 3.3, 3.6 and 3.7 for kinds `lrt` and `direct`. */
export function studyStake(snapshot: StakeSnapshot, leaving: Leaving): StakeStudy | CannotEvaluate {
  const whole = wholeOf(snapshot);
  const exit = whileLeaving(leaving, exitOf(snapshot));
  if (whole.known && whole.total === 0n) return { cannotEvaluate: 'totalZero', exit: exitRange(exit) };
  const tally = tallyOf(snapshot, exit);
  return { kind: 'stake', snapshot, whole, exit, tally, answer: answerOf(snapshot, whole, exit, tally) };
}
