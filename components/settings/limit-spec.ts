import type { GroupId } from '../../lib/explain/index.ts';
import type { LimitName } from '../../lib/limits/index.ts';

/** How one limit is shown and typed: its title, its unit, and whether it is a most or a least. */
export type LimitSpec = {
  readonly name: LimitName;
  readonly title: string;
  readonly hint: string;
  readonly group: GroupId;
  /** `days`: seconds in the store. `wholeDays`, `months`, `checkers`: counted as they are. */
  readonly unit: 'percent' | 'days' | 'wholeDays' | 'months' | 'checkers' | 'points' | 'eth';
  readonly bound: 'most' | 'least';
};

/** Every limit, group by group, in the order in which the review window speaks of them. */
export const LIMIT_SPECS: readonly LimitSpec[] = [
  {
    name: 'maxSlashableNow',
    title: 'Most that can be slashed today',
    hint: 'All services together, at their worst.',
    group: 'slashing',
    unit: 'percent',
    bound: 'most',
  },
  {
    name: 'maxNoNotice',
    title: 'Most that could become slashable without notice',
    hint: 'Counts what operators can put at risk at once.',
    group: 'slashing',
    unit: 'percent',
    bound: 'most',
  },
  {
    name: 'maxBeforeExit',
    title: 'Most that could become slashable before you are out',
    hint: 'Counts every change that lands before you can leave.',
    group: 'slashing',
    unit: 'percent',
    bound: 'most',
  },
  {
    name: 'maxSingleAvs',
    title: 'Most that one service may take',
    hint: 'So that no single service decides.',
    group: 'slashing',
    unit: 'percent',
    bound: 'most',
  },
  {
    name: 'maxSingleOperator',
    title: 'Most that hangs on one operator',
    hint: 'Counts what that operator could add without notice.',
    group: 'slashing',
    unit: 'percent',
    bound: 'most',
  },
  {
    name: 'maxTheftNoNotice',
    title: 'Most that could be taken, not burned, without notice',
    hint: 'Theft has a motive, so give it less room.',
    group: 'slashing',
    unit: 'percent',
    bound: 'most',
  },
  {
    name: 'maxOperatorHhi',
    title: 'Most concentration in operators',
    hint: 'Sum of squared shares: 10,000 is one operator alone.',
    group: 'slashing',
    unit: 'points',
    bound: 'most',
  },
  {
    name: 'maxAvsHhi',
    title: 'Most concentration in services',
    hint: 'Sum of squared shares: 10,000 is one service alone.',
    group: 'slashing',
    unit: 'points',
    bound: 'most',
  },
  {
    name: 'maxExit',
    title: 'Longest time to get out',
    hint: 'From asking to leave until the money is yours.',
    group: 'leaving',
    unit: 'days',
    bound: 'most',
  },
  {
    name: 'maxSellCost',
    title: 'Most that selling may cost',
    hint: 'Selling at once, instead of waiting to leave.',
    group: 'leaving',
    unit: 'percent',
    bound: 'most',
  },
  {
    name: 'minUpgradeDelay',
    title: 'Shortest warning before a contract changes',
    hint: 'Time to leave when the owner changes the rules.',
    group: 'code',
    unit: 'days',
    bound: 'least',
  },
  {
    name: 'minDaysSinceUpgrade',
    title: 'Fewest days since the code changed',
    hint: 'Fresh code fails more often.',
    group: 'code',
    unit: 'wholeDays',
    bound: 'least',
  },
  {
    name: 'minMonthsLive',
    title: 'Fewest months live',
    hint: 'Young tokens have lost money more often.',
    group: 'code',
    unit: 'months',
    bound: 'least',
  },
  {
    name: 'maxPegDiscount',
    title: 'Most that the price may lie below its worth',
    hint: 'What the market pays, against what it stands for.',
    group: 'code',
    unit: 'percent',
    bound: 'most',
  },
  {
    name: 'maxBackingGap',
    title: 'Most claims without assets',
    hint: 'Room for rounding and for rewards on their way.',
    group: 'code',
    unit: 'percent',
    bound: 'most',
  },
  {
    name: 'minBridgeVerifiers',
    title: 'Fewest checkers of the bridge',
    hint: 'How many must agree before it crosses chains.',
    group: 'code',
    unit: 'checkers',
    bound: 'least',
  },
  {
    name: 'minCoverRatio',
    title: 'Least that cover must pay',
    hint: 'Of what a service could slash. Off unless you set it.',
    group: 'code',
    unit: 'percent',
    bound: 'least',
  },
  {
    name: 'maxDeposit',
    title: 'Largest single deposit',
    hint: 'Your own number. Off unless you set it.',
    group: 'size',
    unit: 'eth',
    bound: 'most',
  },
  {
    name: 'maxExpectedAnnualLoss',
    title: 'Most that an average year may cost',
    hint: 'Rests on the guesses below.',
    group: 'odds',
    unit: 'percent',
    bound: 'most',
  },
  {
    name: 'maxEs99Slashing',
    title: 'Most that slashing may cost in the worst 1% of years',
    hint: 'Rests on the guesses below.',
    group: 'odds',
    unit: 'percent',
    bound: 'most',
  },
  {
    name: 'maxPLossOverTolerance',
    title: 'Highest yearly chance of a large loss',
    hint: 'Rests on the guesses below, which say what is large.',
    group: 'odds',
    unit: 'percent',
    bound: 'most',
  },
];
