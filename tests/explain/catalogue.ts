import type { Finding, FindingKind } from '../../lib/risk/index.ts';
import { factorNames, noteWords } from '../../lib/explain/index.ts';
import type { FactorId, FactorValue } from '../../lib/risk/index.ts';
import { NO_IDENTITY } from './cases.ts';

type Samples = { readonly [K in FindingKind]: readonly Extract<Finding, { kind: K }>[] };

const SHARE = 124_000_000_000_000_000n;
const ETHER = 10n ** 18n;
const DAY = 86_400n;

/** Every factor there is. */
export const factorIds: readonly FactorId[] = Object.keys(factorNames).filter(
  (id): id is FactorId => id in factorNames,
);

/** A few findings of every kind; a new kind without samples does not compile. */
const samples: Samples = {
  worstService: [
    { kind: 'worstService', avs: '0xa', hiWad: SHARE, depositWei: 5n * ETHER },
    { kind: 'worstService', avs: '0xa', hiWad: SHARE, depositWei: null },
  ],
  allServices: [{ kind: 'allServices', hiWad: SHARE }],
  noWarning: [
    { kind: 'noWarning', operator: '0xb', hiWad: SHARE, nothingToday: true },
    { kind: 'noWarning', operator: '?operator', hiWad: SHARE, nothingToday: false },
  ],
  worstPair: [
    { kind: 'worstPair', avs: '0xa', operator: '0xb', hiWad: SHARE, depositWei: 5n * ETHER },
    { kind: 'worstPair', avs: '0xa', operator: '?operator', hiWad: SHARE, depositWei: null },
  ],
  scheduled: [null, 1_795_000_000n].flatMap((at) =>
    (['yes', 'no', 'unknown'] as const).map((canLeaveFirst) => ({
      kind: 'scheduled' as const,
      addWad: SHARE,
      inSecs: 7n * DAY,
      at,
      effectBlock: 25_000_000,
      canLeaveFirst,
    })),
  ),
  scheduledMore: [1, 2].map((count) => ({ kind: 'scheduledMore' as const, count })),
  notSeen: (['admin', 'slashers', 'lastSlash', 'rateAge', 'fund'] as const).map((what) => ({
    kind: 'notSeen' as const,
    what,
  })),
  redistributes: [
    { kind: 'redistributes', recipient: '0xc' },
    { kind: 'redistributes', recipient: null },
  ],
  untraced: [{ kind: 'untraced', coverageWad: SHARE }],
  notChecked: (
    [
      'rpc-failed',
      'reverted',
      'starved',
      'oversized',
      'malformed',
      'not-reached',
      'nodes-disagree',
      'stale',
      'not-modelled',
      'no-source',
    ] as const
  ).flatMap((reason) => factorIds.map((factor) => ({ kind: 'notChecked', factor, reason }) as const)),
  upgradeBeforeExit: [
    { kind: 'upgradeBeforeExit', delaySecs: 0n, exitHiSecs: null },
    { kind: 'upgradeBeforeExit', delaySecs: 3n * DAY, exitHiSecs: 14n * DAY },
  ],
  fastUpgrade: [
    { kind: 'fastUpgrade', who: '0xd', signers: 1, threshold: 1 },
    { kind: 'fastUpgrade', who: 'Security council: acts with no delay', signers: 9, threshold: 6 },
    { kind: 'fastUpgrade', who: '0xd', signers: null, threshold: null },
  ],
  exitOutlastsWarning: [{ kind: 'exitOutlastsWarning', exitLoSecs: 21n * DAY }],
  exitAssumed: (['recent', 'allTime', 'contract'] as const).map((basis) => ({
    kind: 'exitAssumed' as const,
    basis,
    text: '',
    source: 'made',
    asOf: basis === 'contract' ? '' : '2026-05-02',
  })),
  paused: [
    { kind: 'paused', what: 'deposits' },
    { kind: 'paused', what: 'redemption' },
  ],
  fullySlashed: [{ kind: 'fullySlashed', operator: '0xb', strategy: '0xs' }],
  slasherIsAccount: [{ kind: 'slasherIsAccount', avs: '0xa', set: 0, slasher: '0xe' }],
  slasherChanges: [{ kind: 'slasherChanges', avs: '0xa', set: 0, slasher: '0xe', effectBlock: 25_000_000n }],
  pendingSlash: [
    { kind: 'pendingSlash', count: 1n, hiWad: SHARE, depositWei: 5n * ETHER },
    { kind: 'pendingSlash', count: 3n, hiWad: SHARE, depositWei: null },
  ],
  promisesChange: [{ kind: 'promisesChange' }],
  promisedTwice: [{ kind: 'promisedTwice', degreeWad: (13n * ETHER) / 10n }],
  cannotEvaluate: (['totalZero', 'poolUnknown', 'unsupportedKind', 'refused', 'notModelled'] as const).map(
    (why) => ({ kind: 'cannotEvaluate', why }),
  ),
  sourcesDisagree: [{ kind: 'sourcesDisagree' }],
  note: Object.keys(noteWords)
    .filter((id): id is keyof typeof noteWords => id in noteWords)
    .map((id) => ({ kind: 'note', id, aggregatorSite: false })),
  freshCode: [0n, 3_600n, 3n * DAY].map((secsAgo) => ({ kind: 'freshCode', secsAgo })),
  adminKey: [
    { kind: 'adminKey', who: null },
    { kind: 'adminKey', who: '0xd' },
    { kind: 'adminKey', who: 'Security council: acts with no delay' },
  ],
  sellingCosts: [{ kind: 'sellingCosts', costWad: SHARE }],
  bridge: [
    { kind: 'bridge', verifiers: 0n, shareWad: SHARE },
    { kind: 'bridge', verifiers: 1n, shareWad: SHARE },
    { kind: 'bridge', verifiers: 1n, shareWad: null },
    { kind: 'bridge', verifiers: 2n, shareWad: SHARE },
    { kind: 'bridge', verifiers: 1n, verifiersAre: 'atLeast', shareWad: SHARE, shareIsLeast: true },
    { kind: 'bridge', verifiers: 0n, verifiersAre: 'atLeast', shareWad: SHARE },
    { kind: 'bridge', verifiers: 1n, verifiersAre: 'atMost', shareWad: null },
    { kind: 'bridge', verifiers: 2n, verifiersAre: 'atMost', shareWad: SHARE },
  ],
  coverNarrow: [
    { kind: 'coverNarrow', product: 'Operator bond', perils: ['validator-slashing', 'depeg'] },
    { kind: 'coverNarrow', product: 'Operator bond', perils: [] },
  ],
  fundShort: [{ kind: 'fundShort', solvencyWad: SHARE }],
  odds: [false, true].map((yours) => ({
    kind: 'odds',
    toleranceWad: ETHER / 10n,
    hiWad: ETHER / 50n,
    yours,
  })),
  unrecognisedSlash: [true, false].flatMap((sure) =>
    [null, 1_795_000_000n].map((at) => ({ kind: 'unrecognisedSlash' as const, at, sure })),
  ),
  rateOld: [{ kind: 'rateOld', ageSecs: 3n * DAY }],
  lossBefore: [
    { kind: 'lossBefore', date: '2026-04-18', what: 'A bridge was fooled.' },
    { kind: 'lossBefore', date: 'spring of 2026', what: 'A bridge was fooled.' },
  ],
  attackPays: [{ kind: 'attackPays', avs: '0xa', breakEvenWei: 5n * ETHER, profitWei: 9n * ETHER }],
  remark: [{ kind: 'remark', text: 'Only one node was asked.' }],
};

/** All of them in one list. */
export const allFindings: readonly Finding[] = Object.values(samples).flat();

const shares: readonly FactorValue[] = [
  { kind: 'range', unit: 'wad', lo: ETHER / 10n, hi: ETHER / 8n },
  { kind: 'range', unit: 'wad', lo: ETHER / 10n, hi: null },
  { kind: 'range', unit: 'wad', lo: 0n, hi: 0n },
  { kind: 'range', unit: 'wad', lo: null, hi: ETHER },
];
const times: readonly FactorValue[] = [
  { kind: 'range', unit: 'secs', lo: 14n * DAY, hi: 70n * DAY },
  { kind: 'range', unit: 'secs', lo: 0n, hi: 0n },
  { kind: 'range', unit: 'secs', lo: 2n * DAY, hi: null },
  { kind: 'range', unit: 'secs', lo: null, hi: 2n * DAY },
];

function counts(
  unit: 'points' | 'days' | 'months' | 'count',
  lo: bigint,
  hi: bigint,
): readonly FactorValue[] {
  return [0n, 1n, lo].map((low) => ({ kind: 'range', unit, lo: low, hi }));
}

/** A few values of every factor that has none but shares. */
const special: Partial<Readonly<Record<FactorId, readonly FactorValue[]>>> = {
  identity: [{ kind: 'identity', facts: NO_IDENTITY }],
  paused: [{ kind: 'flag', set: null, reason: 'reverted' }],
  exit: times,
  upgradeDelay: times,
  exitWindow: [
    ...times,
    { kind: 'range', unit: 'secs', lo: -18n * DAY, hi: -4n * DAY },
    { kind: 'range', unit: 'secs', lo: -18n * DAY, hi: 4n * DAY },
  ],
  operatorHhi: counts('points', 5067n, 5068n),
  avsHhi: counts('points', 5067n, 5068n),
  daysSinceUpgrade: counts('days', 14n, 15n),
  monthsLive: counts('months', 14n, 15n),
  bridgeVerifiers: counts('count', 2n, 3n),
  deposit: [{ kind: 'range', unit: 'wei', lo: 5n * ETHER, hi: 6n * ETHER }],
  attackCost: [{ kind: 'range', unit: 'wei', lo: 5n * ETHER, hi: 6n * ETHER }],
};

/** Every factor with each of its values. */
export const allFactors: readonly (readonly [FactorId, FactorValue])[] = factorIds.flatMap((id) =>
  (special[id] ?? shares).map((value) => [id, value] as const),
);
