import type { Finding, FindingKind } from '../../lib/risk/index.ts';
import { noteWords } from '../../lib/explain/index.ts';

type Samples = { readonly [K in FindingKind]: readonly Extract<Finding, { kind: K }>[] };

const SHARE = 124_000_000_000_000_000n;
const ETHER = 10n ** 18n;
const DAY = 86_400n;

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
  scheduled: (['yes', 'no', 'unknown'] as const).map((canLeaveFirst) => ({
    kind: 'scheduled',
    addWad: SHARE,
    inSecs: 7n * DAY,
    effectBlock: 25_000_000,
    canLeaveFirst,
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
  ).flatMap((reason) =>
    (
      [
        'identity',
        'paused',
        'slashableNow',
        'noNotice',
        'beforeExit',
        'singleAvs',
        'singleOperator',
        'theftNoNotice',
        'exit',
        'upgradeDelay',
        'operatorHhi',
        'avsHhi',
        'deposit',
      ] as const
    ).map((factor) => ({ kind: 'notChecked', factor, reason }) as const),
  ),
  upgradeBeforeExit: [
    { kind: 'upgradeBeforeExit', delaySecs: 0n, exitHiSecs: null },
    { kind: 'upgradeBeforeExit', delaySecs: 3n * DAY, exitHiSecs: 14n * DAY },
  ],
  fastUpgrade: [
    { kind: 'fastUpgrade', who: '0xd', signers: 1, threshold: 1 },
    { kind: 'fastUpgrade', who: 'the security council', signers: 9, threshold: 6 },
    { kind: 'fastUpgrade', who: '0xd', signers: null, threshold: null },
  ],
  exitOutlastsWarning: [{ kind: 'exitOutlastsWarning', exitLoSecs: 21n * DAY }],
  exitAssumed: [{ kind: 'exitAssumed', text: '', source: 'made', asOf: '2026-05-02' }],
  paused: [
    { kind: 'paused', what: 'deposits' },
    { kind: 'paused', what: 'redemption' },
  ],
  fullySlashed: [{ kind: 'fullySlashed', operator: '0xb', strategy: '0xs' }],
  slasherIsAccount: [{ kind: 'slasherIsAccount', avs: '0xa', set: 0, slasher: '0xe' }],
  slasherChanges: [{ kind: 'slasherChanges', avs: '0xa', set: 0, slasher: '0xe', effectBlock: 25_000_000n }],
  promisedTwice: [{ kind: 'promisedTwice', degreeWad: (13n * ETHER) / 10n }],
  cannotEvaluate: (['totalZero', 'poolUnknown', 'unsupportedKind', 'refused', 'notModelled'] as const).map(
    (why) => ({ kind: 'cannotEvaluate', why }),
  ),
  sourcesDisagree: [{ kind: 'sourcesDisagree' }],
  note: Object.keys(noteWords)
    .filter((id): id is keyof typeof noteWords => id in noteWords)
    .map((id) => ({ kind: 'note', id, aggregatorSite: false })),
  remark: [{ kind: 'remark', text: 'Only one node was asked.' }],
};

/** All of them in one list. */
export const allFindings: readonly Finding[] = Object.values(samples).flat();
