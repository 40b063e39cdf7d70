import { known, type Reading } from '../../lib/core/index.ts';
import type { Exposure } from '../../lib/exposure/index.ts';
import type { Cover, Dated, TrackRecord } from '../../lib/protocols/index.ts';
import type { AssessInput, IdentityFacts } from '../../lib/risk/index.ts';
import { allocation, simple } from './snapshots.ts';

const BLOCK = 24_999_999n;

/** A flag as a node said it. */
export function said(value: boolean): Reading<boolean> {
  return known(value, 'view', BLOCK);
}

const ETH = 10n ** 18n;

/** Time of the block in these tests: 2026-11-21, midnight UTC. */
export const BLOCK_TIME = 1_795_219_200n;

/** A named figure as a node said it. */
export function read(value: bigint, source = 'view'): Reading<bigint> {
  return known(value, source, BLOCK);
}

function dated<T>(value: T): Dated<T> {
  return { value, evidence: 'official-repo', source: 'a page', asOf: '2026-11-01' };
}

/** Live since early 2023, audited, no loss, no cover. */
export function track(more: Partial<TrackRecord> = {}): TrackRecord {
  return {
    liveSince: dated('2023-01-15'),
    audits: dated(5),
    bugBounty: dated(true),
    lossEvents: dated([]),
    covers: [],
    ...more,
  };
}

/** A date with its source, as the registry holds it. */
export function since(day: string): Dated<string> {
  return dated(day);
}

/** Losses on these days. */
export function losses(...days: readonly string[]): TrackRecord['lossEvents'] {
  return dated(days.map((date) => ({ date, what: 'funds were taken' })));
}

/** Cover that names these perils. */
export function cover(perils: Cover['perils']): Cover {
  return {
    product: 'Made cover',
    perils,
    words: 'its own text',
    evidence: 'official-repo',
    source: 'a page',
    asOf: '2026-11-01',
  };
}

/** Figures of a token that trades, is backed and is bridged as it should be. */
const FIGURES: Exposure['figures'] = {
  totalWei: read(100n * ETH, 'token.totalAssets()'),
  supply: read(80n * ETH, 'token.totalSupply()'),
  rate: read((5n * ETH) / 4n, 'oracle.rate()'),
  depositWei: read(10n * ETH, 'request'),
  rateUpdatedAt: read(BLOCK_TIME - 3_600n),
  rateMaxAgeSecs: read(86_400n),
  lastUpgradeAt: read(BLOCK_TIME - 200n * 86_400n),
  lastUpgradeFrom: read(BLOCK_TIME - 201n * 86_400n),
  bridgeVerifiers: read(4n),
  bridgeHeld: read(8n * ETH),
  marketRate: read((5n * ETH) / 4n),
  sellIn: read(8n * ETH),
  sellOut: read(10n * ETH),
};

/** A token with 5 % slashable today at one operator, nothing unknown, a month before new code. */
function exposure(more: Partial<Exposure> = {}): Exposure {
  return {
    stake: 'made',
    notModelled: null,
    snapshots: [simple([allocation('0xa', 0.05)])],
    depositsPaused: said(false),
    redemptionPaused: said(false),
    upgradeDelaySecs: known(2_592_000n, 'timelock.getMinDelay()', BLOCK),
    upgradeFastPath: null,
    admin: known({ type: 'timelock', who: '0xadmin', signers: 9, threshold: 6 }, 'timelock', BLOCK),
    lastSlashAt: known(null, 'logs', BLOCK),
    track: track(),
    exitUpperEndIsAssumed: false,
    exitAssumption: null,
    sets: [],
    labels: { '0xa': 'Service A' },
    remarks: [],
    evidence: {
      blocks: [{ node: 'one', number: BLOCK, timestamp: BLOCK_TIME, parentHash: '0x' }],
      roundTrips: 1,
      calls: 1,
      unread: [],
      nodes: [],
    },
    ...more,
    figures: { ...FIGURES, ...more.figures },
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
