import { known, type Reading } from '../../lib/core/index.ts';
import type { Exposure } from '../../lib/exposure/index.ts';
import type { AssessInput, IdentityFacts } from '../../lib/risk/index.ts';
import { allocation, simple } from './snapshots.ts';

const BLOCK = 24_999_999n;

/** A flag as a node said it. */
export function said(value: boolean): Reading<boolean> {
  return known(value, 'view', BLOCK);
}

/** A token with 5 % slashable today at one operator, nothing unknown, three days before new code. */
function exposure(more: Partial<Exposure> = {}): Exposure {
  return {
    stake: 'made',
    notModelled: null,
    snapshots: [simple([allocation('0xa', 0.05)])],
    figures: { totalWei: known(100n * 10n ** 18n, 'token.totalAssets()', BLOCK) },
    depositsPaused: said(false),
    redemptionPaused: said(false),
    upgradeDelaySecs: known(2_592_000n, 'timelock.getMinDelay()', BLOCK),
    upgradeFastPath: null,
    exitUpperEndIsAssumed: false,
    exitAssumption: null,
    sets: [],
    labels: { '0xa': 'Service A' },
    remarks: [],
    evidence: {
      blocks: [{ node: 'one', number: BLOCK, timestamp: 1n, parentHash: '0x' }],
      roundTrips: 1,
      calls: 1,
      unread: [],
      nodes: [],
    },
    ...more,
  };
}

/** A known contract on its own known site, credited to the person. */
export const sameSite: IdentityFacts = {
  contractKnown: true,
  domainKnown: true,
  sameProtocol: true,
  lookalike: false,
  recipientIsUser: true,
};

/** All that `assess` needs for a plain deposit, with parts replaced. */
export function assessInput(
  more: Partial<Exposure> = {},
  identity: Partial<IdentityFacts> = {},
): AssessInput {
  return { exposure: exposure(more), identity: { ...sameSite, ...identity }, notes: [] };
}
