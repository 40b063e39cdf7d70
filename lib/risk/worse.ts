import type {
  Answer,
  ExitRange,
  Loss,
  LossFigures,
  LossRun,
  PoolAnswer,
  StakeAnswer,
  WadRange,
  Worst,
  WorstInPool,
} from './answer.ts';
import { max, min } from '../core/index.ts';

function larger(a: string, b: string): string {
  return String(max(BigInt(a), BigInt(b)));
}

function range(a: WadRange, b: WadRange): WadRange {
  return { loWad: larger(a.loWad, b.loWad), hiWad: larger(a.hiWad, b.hiWad) };
}

/**
 * The name goes to the surer loss, then to the larger possible one. Each end is the worse of both, so the high one can
 * be another's: whatever accuses somebody by name takes that one's own figures (`worstService`, `worstPair`).
 */
function worst(a: Worst | null, b: Worst | null): Worst | null {
  if (a === null || b === null) return a ?? b;
  const [loA, loB, hiA, hiB] = [a.loWad, b.loWad, a.hiWad, b.hiWad].map(BigInt);
  const first = loA === loB ? (hiA ?? 0n) >= (hiB ?? 0n) : (loA ?? 0n) > (loB ?? 0n);
  return { id: first ? a.id : b.id, ...range(a, b) };
}

function slower(a: ExitRange, b: ExitRange): ExitRange {
  return {
    loSecs: Math.max(a.loSecs, b.loSecs),
    hiSecs: a.hiSecs === null || b.hiSecs === null ? null : Math.max(a.hiSecs, b.hiSecs),
  };
}

function hhi(a: StakeAnswer['operatorHhi'], b: StakeAnswer['operatorHhi']): StakeAnswer['operatorHhi'] {
  return a === null || b === null ? (a ?? b) : { lo: Math.max(a.lo, b.lo), hi: Math.max(a.hi, b.hi) };
}

function noNotice(
  a: StakeAnswer['worstOperatorNoNotice'],
  b: StakeAnswer['worstOperatorNoNotice'],
): StakeAnswer['worstOperatorNoNotice'] {
  if (a === null || b === null) return a ?? b;
  return BigInt(a.hiWad) >= BigInt(b.hiWad) ? a : b;
}

function losses(a: StakeAnswer['depositLoss'], b: StakeAnswer['depositLoss']): StakeAnswer['depositLoss'] {
  if (a === null || b === null) return null;
  return {
    nowHiWei: larger(a.nowHiWei, b.nowHiWei),
    noNoticeHiWei: larger(a.noNoticeHiWei, b.noNoticeHiWei),
    worstAvsLoWei: larger(a.worstAvsLoWei, b.worstAvsLoWei),
    theftNoNoticeHiWei: larger(a.theftNoNoticeHiWei, b.theftNoNoticeHiWei),
  };
}

function listed(a: StakeAnswer, b: StakeAnswer): Pick<StakeAnswer, 'listed'> {
  // A side without a labelled bound has its strict figures only, which are never smaller.
  if (a.listed === undefined && b.listed === undefined) return {};
  const [x, y] = [a.listed ?? a, b.listed ?? b];
  return {
    listed: {
      slashableNow: range(x.slashableNow, y.slashableNow),
      noNotice: range(x.noNotice, y.noNotice),
      beforeExit: range(x.beforeExit, y.beforeExit),
      theftNoNotice: range(x.theftNoNotice, y.theftNoNotice),
      worstAvs: worst(x.worstAvs, y.worstAvs),
      worstOperatorNoNotice: noNotice(x.worstOperatorNoNotice, y.worstOperatorNoNotice),
    },
  };
}

function worseStake(a: StakeAnswer, b: StakeAnswer): StakeAnswer {
  return {
    slashableNow: range(a.slashableNow, b.slashableNow),
    redistributableNow: range(a.redistributableNow, b.redistributableNow),
    noNotice: range(a.noNotice, b.noNotice),
    theftNoNotice: range(a.theftNoNotice, b.theftNoNotice),
    beforeExit: range(a.beforeExit, b.beforeExit),
    theftBeforeExit: range(a.theftBeforeExit, b.theftBeforeExit),
    scheduledPeakHiWad: larger(a.scheduledPeakHiWad, b.scheduledPeakHiWad),
    worstAvs: worst(a.worstAvs, b.worstAvs),
    worstSet: worst(a.worstSet, b.worstSet),
    worstOperator: worst(a.worstOperator, b.worstOperator),
    worstOperatorNoNotice: noNotice(a.worstOperatorNoNotice, b.worstOperatorNoNotice),
    operatorHhi: hhi(a.operatorHhi, b.operatorHhi),
    avsHhi: a.avsHhi === null || b.avsHhi === null ? (a.avsHhi ?? b.avsHhi) : Math.max(a.avsHhi, b.avsHhi),
    exit: slower(a.exit, b.exit),
    pending: [...a.pending, ...b.pending].sort((x, y) => x.effectBlock - y.effectBlock),
    coverageWad: String(min(BigInt(a.coverageWad), BigInt(b.coverageWad))),
    fullySlashed: [...a.fullySlashed, ...b.fullySlashed],
    depositLoss: losses(a.depositLoss, b.depositLoss),
    ...listed(a, b),
    loss: worseLoss(a.loss, b.loss),
  };
}

function worstPooled(a: WorstInPool | null, b: WorstInPool | null): WorstInPool | null {
  if (a === null || b === null) return a ?? b;
  const [loA, loB] = [a.loWad ?? a.wad, b.loWad ?? b.wad];
  const first = loA === loB ? BigInt(a.wad) >= BigInt(b.wad) : BigInt(loA) > BigInt(loB);
  const [id, wad] = [first ? a.id : b.id, larger(a.wad, b.wad)];
  return a.loWad === undefined && b.loWad === undefined ? { id, wad } : { id, wad, loWad: larger(loA, loB) };
}

function worsePool(a: PoolAnswer, b: PoolAnswer): PoolAnswer {
  const [x, y] = [a.depositLoss, b.depositLoss];
  return {
    slashableNow: range(a.slashableNow, b.slashableNow),
    worstNetwork: worstPooled(a.worstNetwork, b.worstNetwork),
    worstOperator: worstPooled(a.worstOperator, b.worstOperator),
    restakingDegreeWad: larger(a.restakingDegreeWad, b.restakingDegreeWad),
    exit: slower(a.exit, b.exit),
    depositLoss: x === null || y === null ? null : { nowHiWei: larger(x.nowHiWei, y.nowHiWei) },
  };
}

function figures(a: LossFigures, b: LossFigures): LossFigures {
  return {
    eal: Math.max(a.eal, b.eal),
    var95: Math.max(a.var95, b.var95),
    var99: Math.max(a.var99, b.var99),
    es95: Math.max(a.es95, b.es95),
    es99: Math.max(a.es99, b.es99),
    pOverTolerance: Math.max(a.pOverTolerance, b.pOverTolerance),
    // Draws on one side make the whole a matter of draws.
    method: a.method === 'exact' && b.method === 'exact' ? 'exact' : 'monteCarlo',
    shocks: Math.max(a.shocks, b.shocks),
  };
}

function run(a: LossRun, b: LossRun): LossRun {
  return { slashing: figures(a.slashing, b.slashing), allIn: figures(a.allIn, b.allIn) };
}

/** Of two losses the worse, figure by figure; a low run that one side lacks is not known. */
export function worseLoss(a: Loss, b: Loss): Loss {
  const lo = a.lo === null || b.lo === null ? null : run(a.lo, b.lo);
  const [x, y] = [a.hi ?? a.lo, b.hi ?? b.lo];
  if ((a.hi === undefined && b.hi === undefined) || x === null || y === null) return { lo };
  return { lo, hi: run(x, y) };
}

/**
 * Two snapshots of one deposit (redelegate: everything queued at the old operator, everything as lines at the
 * new one) as one answer: each figure the worse of both. Where one has no answer, there is none.
 */
export function worse(a: Answer, b: Answer): Answer {
  if ('error' in a || 'error' in b) return 'error' in a ? a : b;
  if ('cannotEvaluate' in a || 'cannotEvaluate' in b) return 'cannotEvaluate' in a ? a : b;
  if ('pending' in a && 'pending' in b) return worseStake(a, b);
  if ('worstNetwork' in a && 'worstNetwork' in b) return worsePool(a, b);
  return { cannotEvaluate: 'unsupportedKind' };
}
