import type { UnknownReason } from '../core/index.ts';

export type FactorId =
  | 'identity'
  | 'paused'
  | 'slashableNow'
  | 'noNotice'
  | 'beforeExit'
  | 'singleAvs'
  | 'singleOperator'
  | 'theftNoNotice'
  | 'exit'
  | 'upgradeDelay'
  | 'operatorHhi'
  | 'avsHhi'
  | 'deposit'
  | 'expectedAnnualLoss'
  | 'es99Slashing'
  | 'pLossOverTolerance'
  | 'pegDiscount'
  | 'sellCost'
  | 'backingGap'
  | 'bridgeVerifiers'
  | 'daysSinceUpgrade'
  | 'monthsLive'
  | 'coverRatio'
  // From here on: no limit of §6 is held against them. They are shown.
  | 'scheduledPeak'
  | 'redistributableNow'
  | 'theftBeforeExit'
  | 'singleSet'
  | 'singleOperatorNow'
  | 'coverage'
  | 'restakingDegree'
  | 'exitWindow'
  | 'bridgeShare'
  | 'solvency'
  | 'attackCost';

/** wad: 1e18 = 100 %; points: 0 to 10,000 of a concentration index; wei of ETH value; whole days, months, things. */
export type Unit = 'wad' | 'secs' | 'points' | 'wei' | 'days' | 'months' | 'count';

/** What is known of site and contract (§3.13). Null is "not known" and never counts as good. */
export type IdentityFacts = {
  readonly contractKnown: boolean | null;
  readonly domainKnown: boolean | null;
  readonly sameProtocol: boolean | null;
  readonly aggregatorSite?: boolean | null;
  readonly lookalike: boolean | null;
  readonly recipientIsUser: boolean | null;
};

/** A factor's value: an interval (null end: not known), facts about site and contract, a flag, or unknown. */
export type FactorValue =
  | { readonly kind: 'range'; readonly unit: Unit; readonly lo: bigint | null; readonly hi: bigint | null }
  /** Nothing there to measure, such as the concentration of nothing. Never a stand-in for unknown. */
  | { readonly kind: 'none'; readonly unit: Unit }
  | { readonly kind: 'identity'; readonly facts: IdentityFacts }
  /** `set` null: not known whether it is. */
  | { readonly kind: 'flag'; readonly set: boolean | null; readonly reason: UnknownReason | null }
  | { readonly kind: 'unknown'; readonly unit: Unit; readonly reason: UnknownReason };

/** How a figure came about: the formula's name, its inputs and steps, each a line a person can redo. */
export type How = {
  readonly formula: string;
  readonly inputs: readonly {
    readonly name: string;
    readonly value: string;
    readonly source: string;
    readonly block: string | null;
  }[];
  readonly steps: readonly string[];
};

/** One factor of one deposit. */
export type Figure = {
  readonly id: FactorId;
  /** Required figures make an overall "Not checked" when they are not known (§5). */
  readonly required: boolean;
  readonly value: FactorValue;
  /** The same under the labelled bound of §3.1, where the chain lists the token's operators. */
  readonly listed: FactorValue | null;
  /** True where only a bundled range stands behind the upper end: rule `maxRange`. */
  readonly upperEndAssumed: boolean;
  readonly how: How;
};
