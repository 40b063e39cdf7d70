import type { Assessment, FactorId, Figure } from '../risk/index.ts';
import { findingLevel } from './finding-level.ts';
import { valueLevel, worstLevel } from './level.ts';
import type { LimitName, Limits } from './limits.ts';
import type { Cause, FactorVerdict, FindingVerdict, Level, Rule, Verdict } from './verdict.ts';

/** Which limit a factor is held against, and how. A factor's id is its limit's name without `min` or `max`. */
const RULES: Readonly<Record<FactorId, { readonly rule: Rule; readonly limit: LimitName | null }>> = {
  identity: { rule: 'identity', limit: null },
  paused: { rule: 'flag', limit: null },
  slashableNow: { rule: 'max', limit: 'maxSlashableNow' },
  noNotice: { rule: 'max', limit: 'maxNoNotice' },
  beforeExit: { rule: 'max', limit: 'maxBeforeExit' },
  singleAvs: { rule: 'max', limit: 'maxSingleAvs' },
  singleOperator: { rule: 'max', limit: 'maxSingleOperator' },
  theftNoNotice: { rule: 'max', limit: 'maxTheftNoNotice' },
  exit: { rule: 'max', limit: 'maxExit' },
  upgradeDelay: { rule: 'min', limit: 'minUpgradeDelay' },
  operatorHhi: { rule: 'max', limit: 'maxOperatorHhi' },
  avsHhi: { rule: 'max', limit: 'maxAvsHhi' },
  deposit: { rule: 'max', limit: 'maxDeposit' },
  expectedAnnualLoss: { rule: 'max', limit: 'maxExpectedAnnualLoss' },
  es99Slashing: { rule: 'max', limit: 'maxEs99Slashing' },
  pLossOverTolerance: { rule: 'max', limit: 'maxPLossOverTolerance' },
  pegDiscount: { rule: 'max', limit: 'maxPegDiscount' },
  sellCost: { rule: 'max', limit: 'maxSellCost' },
  backingGap: { rule: 'max', limit: 'maxBackingGap' },
  bridgeVerifiers: { rule: 'min', limit: 'minBridgeVerifiers' },
  daysSinceUpgrade: { rule: 'min', limit: 'minDaysSinceUpgrade' },
  monthsLive: { rule: 'min', limit: 'minMonthsLive' },
  coverRatio: { rule: 'min', limit: 'minCoverRatio' },
  scheduledPeak: { rule: 'max', limit: null },
  redistributableNow: { rule: 'max', limit: null },
  theftBeforeExit: { rule: 'max', limit: null },
  singleSet: { rule: 'max', limit: null },
  singleOperatorNow: { rule: 'max', limit: null },
  coverage: { rule: 'min', limit: null },
  restakingDegree: { rule: 'max', limit: null },
  exitWindow: { rule: 'min', limit: null },
  bridgeShare: { rule: 'max', limit: null },
  solvency: { rule: 'min', limit: null },
  attackCost: { rule: 'min', limit: null },
};

function judgeFigure(figure: Figure, limits: Limits): FactorVerdict {
  const { rule: named, limit: name } = RULES[figure.id];
  const rule = named === 'max' && figure.upperEndAssumed ? 'maxRange' : named;
  const limit = name === null ? null : limits.values[name];
  const listed = limits.untracedPolicy === 'listed' ? figure.listed : null;
  const value = listed ?? figure.value;
  return {
    id: figure.id,
    rule,
    level: valueLevel(rule, value, limit),
    required: figure.required,
    limit,
    yours: name !== null && limits.yours.includes(name),
    value,
    basis: listed === null ? 'strict' : 'listed',
  };
}

/** One thing that speaks for a level, with what it would be the cause of. */
type Voice = { readonly level: Level; readonly cause: Cause };

function factorVoice({ id, level, required, rule }: FactorVerdict, { unknownPolicy }: Limits): Voice {
  if (level === 'cannot_evaluate') {
    if (!required) return { level: 'notice', cause: { by: 'unknown', factor: id, finding: null } };
    const by = unknownPolicy === 'block' ? 'policy' : 'unknown';
    return { level: by === 'policy' ? 'exceeds' : level, cause: { by, factor: id, finding: null } };
  }
  // Site and pauses have no limit: their finding speaks for them.
  const cause: Cause =
    rule === 'identity' || rule === 'flag' ? { by: 'nothing' } : { by: 'limit', factor: id };
  return { level, cause };
}

function findingVoice({ finding, level }: FindingVerdict, { unknownPolicy }: Limits): Voice {
  if (level !== 'cannot_evaluate') return { level, cause: { by: 'finding', finding } };
  const by = unknownPolicy === 'block' ? 'policy' : 'unknown';
  return { level: by === 'policy' ? 'exceeds' : level, cause: { by, factor: null, finding } };
}

/** Among equals: a stop by a finding outranks limits; a warning by a limit outranks findings, for it has a figure. */
function rank(cause: Cause, overall: Level): number {
  const order: readonly Cause['by'][] =
    overall === 'exceeds'
      ? ['denied', 'finding', 'limit', 'policy', 'unknown', 'nothing']
      : ['denied', 'limit', 'unknown', 'finding', 'policy', 'nothing'];
  return order.indexOf(cause.by);
}

function causeOf(voices: readonly Voice[], overall: Level): Cause {
  if (overall === 'ok') return { by: 'nothing' };
  const loudest = voices.filter(({ level }) => level === overall).map(({ cause }) => cause);
  const [first] = loudest.sort((a, b) => rank(a, overall) - rank(b, overall));
  return first ?? { by: 'nothing' };
}

/** Overall level and its cause, of factors and findings at their own levels (§5, §4.5). */
export function overallOf(
  factors: readonly FactorVerdict[],
  findings: readonly FindingVerdict[],
  limits: Limits,
): Pick<Verdict, 'overall' | 'cause'> {
  const voices = [
    ...factors.map((one) => factorVoice(one, limits)),
    ...findings.map((one) => findingVoice(one, limits)),
  ];
  const overall = worstLevel(voices.map(({ level }) => level));
  return { overall, cause: causeOf(voices, overall) };
}

/**
 * An assessment against a person's limits: each factor and finding at its own level, and the worst of them.
 *
 * @param denied - the deposit is on the person's own deny list: blocked, whatever the figures say
 */
export function judge(assessment: Assessment, limits: Limits, denied = false): Verdict {
  const factors = assessment.figures.map((figure) => judgeFigure(figure, limits));
  const findings = assessment.findings.map((finding) => ({ finding, level: findingLevel(finding) }));
  const overall = overallOf(factors, findings, limits);
  if (denied) return { overall: 'exceeds', cause: { by: 'denied' }, factors, findings, limits };
  return { ...overall, factors, findings, limits };
}
