import type { LimitName } from '../../lib/limits/index.ts';
import type { AssumptionName } from '../../lib/risk/index.ts';

/** One limit or guess of the model that was made with an event of the very file it is tested against. */
export type Shaped = {
  readonly incident: string;
  /** The reading whose answer it shapes; null: a guess behind the odds, which answer no reading of the file. */
  readonly signal: string | null;
  readonly from: LimitName | AssumptionName;
  /** How the event came into it, by risk-model.md sections 3.4 and 6. */
  readonly how: string;
};

const SAME_DEPLOYMENTS = 'two events of the file came within about 36 hours of new code';
const TWO_SLASHINGS = 'its size is taken from the two slashings of April and October 2023';

export const SHAPED: readonly Shaped[] = [
  {
    incident: 'rocklogic-2023-04',
    signal: null,
    from: 'pOperator',
    how: TWO_SLASHINGS,
  },
  {
    incident: 'launchnodes-2023-10',
    signal: null,
    from: 'pOperator',
    how: TWO_SLASHINGS,
  },
  {
    incident: 'unibtc-2024-09',
    signal: 'sinceUpgrade',
    from: 'minDaysSinceUpgrade',
    how: SAME_DEPLOYMENTS,
  },
  {
    incident: 'rseth-mint-2025-04',
    signal: 'sinceUpgrade',
    from: 'minDaysSinceUpgrade',
    how: SAME_DEPLOYMENTS,
  },
  {
    incident: 'exit-queue-2025-09',
    signal: 'exit',
    from: 'maxExit',
    how: 'the limit of Adventurous is set above the 45-day queue of September 2025',
  },
  {
    incident: 'rseth-bridge-2026-04',
    signal: 'bridgeVerifiers',
    from: 'minBridgeVerifiers',
    how: 'the model gives this event as the whole reason',
  },
  {
    incident: 'rseth-bridge-2026-04',
    signal: null,
    from: 'sevLrt',
    how: 'rounds up the share of supply that was released',
  },
  {
    incident: 'zero-delay-2026-05',
    signal: 'noNotice',
    from: 'maxNoNotice',
    how: 'operators without a waiting time are the case that ELIP-016 names',
  },
  {
    incident: 'zero-delay-2026-05',
    signal: 'theftNoNotice',
    from: 'maxTheftNoNotice',
    how: 'the same reading as noNotice, limited to what can be redistributed',
  },
];

/** Whether the limit that answers a reading of an event was made from that event. */
export function isShaped(incident: string, signal: string): boolean {
  return SHAPED.some((one) => one.incident === incident && one.signal === signal);
}

/** What stands beside such a row. */
export const SHAPED_MARK = 'limit made from this event';
