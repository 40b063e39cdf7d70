import { findingLevel, noteLevel } from '../../lib/limits/finding-level.ts';
import type { Finding } from '../../lib/risk/index.ts';
import { markdownTable } from './markdown.ts';

const SOME = '0x0000000000000000000000000000000000000001';

/** Findings that name a level by themselves, each in plain words with one of its kind to ask the code about. */
const SAMPLES: readonly (readonly [string, Finding])[] = [
  ['Deposits or withdrawals are paused', { kind: 'paused', what: 'deposits' }],
  [
    'A slash is newer than the token’s price: you would pay the old price for stake already cut',
    { kind: 'unrecognisedSlash', at: 1n, sure: true },
  ],
  ['A slash happened and nobody could read when', { kind: 'unrecognisedSlash', at: null, sure: false }],
  ['The token’s price is older than its own rule allows', { kind: 'rateOld', ageSecs: 1n }],
  [
    'Whoever may slash is an account without code',
    { kind: 'slasherIsAccount', avs: SOME, set: 0, slasher: SOME },
  ],
  [
    'Whoever may slash is about to change',
    { kind: 'slasherChanges', avs: SOME, set: 0, slasher: SOME, effectBlock: 1n },
  ],
  ['One key alone can change the code', { kind: 'adminKey', who: SOME }],
  [
    'A faster path to new code: 8 signers or more of whom two thirds must agree',
    { kind: 'fastUpgrade', who: SOME, signers: 9, threshold: 6 },
  ],
  [
    'A faster path to new code: anything less, or not known',
    { kind: 'fastUpgrade', who: SOME, signers: null, threshold: null },
  ],
  ['A cover fund holds less than it has promised', { kind: 'fundShort', solvencyWad: 1n }],
  [
    'By a published study, attacking a service could pay',
    { kind: 'attackPays', avs: SOME, breakEvenWei: 1n, profitWei: 2n },
  ],
  [
    'A warning that nobody could look for: who may change the code or slash, a past slash, the age of the price, a cover fund',
    { kind: 'notSeen', what: 'admin' },
  ],
  ['Nothing can be computed at all', { kind: 'cannotEvaluate', why: 'totalZero' }],
];

const WORDS = {
  ok: 'none',
  notice: 'a note',
  warn: 'Near limit',
  cannot_evaluate: 'Not checked',
  exceeds: 'Stop',
} as const;

/** What each of them means, as the code has it today. */
export function findingsTable(): string {
  const sites = [
    ['The receiver is not you', noteLevel('receiver-not-user', false)],
    ['The site looks like another', noteLevel('look-alike-site', false)],
    ['A known site asks you to pay an unknown contract', noteLevel('known-site-unknown-contract', false)],
    ['A known contract on an unknown site', noteLevel('known-contract-unknown-site', false)],
    ['Contract and site of different protocols', noteLevel('other-protocol-site', false)],
    ['The same on a listed aggregator', noteLevel('other-protocol-site', true)],
  ] as const;
  const all = [...sites, ...SAMPLES.map(([words, finding]) => [words, findingLevel(finding)] as const)];
  return markdownTable(
    ['finding', 'means'],
    all.map(([words, level]) => [words, WORDS[level]]),
  );
}
