import type { FactorId } from '../risk/index.ts';
import type { GroupId } from './explanation.ts';

/** Groups in the order in which they are shown: every bound stands before the odds. */
export const GROUPS: readonly { readonly id: GroupId; readonly title: string }[] = [
  { id: 'request', title: 'Site and contract' },
  { id: 'slashing', title: 'What can be slashed' },
  { id: 'leaving', title: 'Leaving' },
  { id: 'code', title: 'Code and price' },
  { id: 'size', title: 'Size' },
  { id: 'more', title: 'More figures' },
  { id: 'odds', title: 'Odds' },
];

/** What each factor is about. `more`: the model holds no limit against it. */
export const factorGroup: Readonly<Record<FactorId, GroupId>> = {
  identity: 'request',
  paused: 'request',
  slashableNow: 'slashing',
  noNotice: 'slashing',
  beforeExit: 'slashing',
  singleAvs: 'slashing',
  singleOperator: 'slashing',
  theftNoNotice: 'slashing',
  operatorHhi: 'slashing',
  avsHhi: 'slashing',
  exit: 'leaving',
  sellCost: 'leaving',
  upgradeDelay: 'code',
  daysSinceUpgrade: 'code',
  monthsLive: 'code',
  pegDiscount: 'code',
  backingGap: 'code',
  bridgeVerifiers: 'code',
  coverRatio: 'code',
  deposit: 'size',
  expectedAnnualLoss: 'odds',
  es99Slashing: 'odds',
  pLossOverTolerance: 'odds',
  scheduledPeak: 'more',
  redistributableNow: 'more',
  theftBeforeExit: 'more',
  singleSet: 'more',
  singleOperatorNow: 'more',
  coverage: 'more',
  restakingDegree: 'more',
  exitWindow: 'more',
  bridgeShare: 'more',
  solvency: 'more',
  attackCost: 'more',
};

/** Whether a factor rests on guesses. */
export function isOdds(id: FactorId): boolean {
  return factorGroup[id] === 'odds';
}

function placeOf(id: FactorId): number {
  return GROUPS.findIndex((group) => group.id === factorGroup[id]);
}

/** Factors by their groups, each group in the order given. */
export function byGroup<T extends { readonly id: FactorId }>(factors: readonly T[]): readonly T[] {
  return [...factors].sort((a, b) => placeOf(a.id) - placeOf(b.id));
}
