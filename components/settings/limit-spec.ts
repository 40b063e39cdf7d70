import type { LimitName } from '../../lib/limits/index.ts';

/** How one limit is shown and typed: its title, its unit, and whether it is a most or a least. */
export type LimitSpec = {
  readonly name: LimitName;
  readonly title: string;
  readonly hint: string;
  readonly unit: 'percent' | 'days' | 'points' | 'eth';
  readonly bound: 'most' | 'least';
};

/** Every limit, in the order in which the review window speaks of them. */
export const LIMIT_SPECS: readonly LimitSpec[] = [
  {
    name: 'maxSlashableNow',
    title: 'Most that can be slashed today',
    hint: 'All services together, at their worst.',
    unit: 'percent',
    bound: 'most',
  },
  {
    name: 'maxNoNotice',
    title: 'Most that could become slashable without notice',
    hint: 'Counts what operators can put at risk at once.',
    unit: 'percent',
    bound: 'most',
  },
  {
    name: 'maxBeforeExit',
    title: 'Most that could become slashable before you are out',
    hint: 'Counts every change that lands before you can leave.',
    unit: 'percent',
    bound: 'most',
  },
  {
    name: 'maxSingleAvs',
    title: 'Most that one service may take',
    hint: 'So that no single service decides.',
    unit: 'percent',
    bound: 'most',
  },
  {
    name: 'maxSingleOperator',
    title: 'Most that hangs on one operator',
    hint: 'Counts what that operator could add without notice.',
    unit: 'percent',
    bound: 'most',
  },
  {
    name: 'maxTheftNoNotice',
    title: 'Most that could be taken, not burned, without notice',
    hint: 'Theft has a motive, so give it less room.',
    unit: 'percent',
    bound: 'most',
  },
  {
    name: 'maxExit',
    title: 'Longest time to get out',
    hint: 'From asking to leave until the money is yours.',
    unit: 'days',
    bound: 'most',
  },
  {
    name: 'minUpgradeDelay',
    title: 'Shortest warning before a contract changes',
    hint: 'Time to leave when the owner changes the rules.',
    unit: 'days',
    bound: 'least',
  },
  {
    name: 'maxOperatorHhi',
    title: 'Most concentration in operators',
    hint: 'Sum of squared shares: 10,000 is one operator alone.',
    unit: 'points',
    bound: 'most',
  },
  {
    name: 'maxAvsHhi',
    title: 'Most concentration in services',
    hint: 'Sum of squared shares: 10,000 is one service alone.',
    unit: 'points',
    bound: 'most',
  },
  {
    name: 'maxDeposit',
    title: 'Largest single deposit',
    hint: 'Your own number. Off unless you set it.',
    unit: 'eth',
    bound: 'most',
  },
];
