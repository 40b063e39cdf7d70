import type { Factor } from '../define-factor.ts';
import { attackCost } from './attack-cost.ts';
import { avsHhi } from './avs-hhi.ts';
import { backingGap } from './backing-gap.ts';
import { beforeExit } from './before-exit.ts';
import { bridgeShare } from './bridge-share.ts';
import { bridgeVerifiers } from './bridge-verifiers.ts';
import { coverRatio } from './cover-ratio.ts';
import { coverage } from './coverage.ts';
import { daysSinceUpgrade } from './days-since-upgrade.ts';
import { deposit } from './deposit.ts';
import { es99Slashing } from './es99-slashing.ts';
import { exit } from './exit.ts';
import { exitWindow } from './exit-window.ts';
import { expectedAnnualLoss } from './expected-annual-loss.ts';
import { identity } from './identity.ts';
import { monthsLive } from './months-live.ts';
import { noNotice } from './no-notice.ts';
import { operatorHhi } from './operator-hhi.ts';
import { pLossOverTolerance } from './p-loss-over-tolerance.ts';
import { paused } from './paused.ts';
import { pegDiscount } from './peg-discount.ts';
import { redistributableNow } from './redistributable-now.ts';
import { restakingDegree } from './restaking-degree.ts';
import { scheduledPeak } from './scheduled-peak.ts';
import { sellCost } from './sell-cost.ts';
import { singleAvs } from './single-avs.ts';
import { singleOperator } from './single-operator.ts';
import { singleOperatorNow } from './single-operator-now.ts';
import { singleSet } from './single-set.ts';
import { slashableNow } from './slashable-now.ts';
import { solvency } from './solvency.ts';
import { theftBeforeExit } from './theft-before-exit.ts';
import { theftNoNotice } from './theft-no-notice.ts';
import { upgradeDelay } from './upgrade-delay.ts';

/** Factors that a limit can be held against, or that speak for themselves (§5, §6). */
const judged: readonly Factor[] = [
  identity,
  paused,
  slashableNow,
  noNotice,
  beforeExit,
  singleAvs,
  singleOperator,
  theftNoNotice,
  exit,
  upgradeDelay,
  operatorHhi,
  avsHhi,
  deposit,
  expectedAnnualLoss,
  es99Slashing,
  pLossOverTolerance,
  pegDiscount,
  sellCost,
  backingGap,
  bridgeVerifiers,
  daysSinceUpgrade,
  monthsLive,
  coverRatio,
];

/** Factors without a limit: told, never judged. What is not known of them is drawn so, and is no finding. */
export const shownOnly: readonly Factor[] = [
  scheduledPeak,
  redistributableNow,
  theftBeforeExit,
  singleSet,
  singleOperatorNow,
  coverage,
  restakingDegree,
  exitWindow,
  bridgeShare,
  solvency,
  attackCost,
];

/** Every factor there is, in the order in which they are listed. Marked pure, so that pages carry no factor. */
export const factors: readonly Factor[] = /* @__PURE__ */ judged.concat(shownOnly);
