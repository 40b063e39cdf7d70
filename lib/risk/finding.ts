import type { UnknownReason } from '../core/index.ts';
import type { NoteId } from '../detect/index.ts';
import type { ExitAssumption } from '../exposure/index.ts';
import type { FactorId } from './figure.ts';

/**
 * Everything that can be said about a deposit beside its figures. A closed union: `lib/explain` has words for
 * each kind, `lib/limits` a level, and neither compiles while one is missing.
 */
export type Finding =
  /** The largest loss one service alone can cause (sentence 1). */
  | {
      readonly kind: 'worstService';
      readonly avs: string;
      readonly hiWad: bigint;
      readonly depositWei: bigint | null;
    }
  /** All services together, today (sentence 3). */
  | { readonly kind: 'allServices'; readonly hiWad: bigint }
  /** Nothing or little can be slashed today, but an operator needs no warning to change that (sentence 4). */
  | {
      readonly kind: 'noWarning';
      readonly operator: string;
      readonly hiWad: bigint;
      readonly nothingToday: boolean;
    }
  /** One service at one operator, where that is what one failure can take (sentence 2). */
  | {
      readonly kind: 'worstPair';
      readonly avs: string;
      readonly operator: string;
      readonly hiWad: bigint;
      readonly depositWei: bigint | null;
    }
  /**
   * An announced growth (sentences 5 and 6). `inSecs` counts from the block the deposit can first be in; `at` is
   * the same as a time (Unix seconds), null where no block time was read.
   */
  | {
      readonly kind: 'scheduled';
      readonly addWad: bigint;
      readonly inSecs: bigint;
      readonly at: bigint | null;
      readonly effectBlock: number;
      readonly canLeaveFirst: 'yes' | 'no' | 'unknown';
    }
  /** Further announced growth, beside what is told one by one. */
  | { readonly kind: 'scheduledMore'; readonly count: number }
  /**
   * Something that would have been warned of could not be looked at. `slashers`: who may slash, or whether that
   * changes; `lastSlash`: whether the price already shows every slash; `rateAge`: how old the price is; `fund`:
   * whether the cover fund holds what it has promised.
   */
  | { readonly kind: 'notSeen'; readonly what: 'admin' | 'slashers' | 'lastSlash' | 'rateAge' | 'fund' }
  /** Slashed funds are paid out, not burned (sentence 7). `recipient` null: not known to whom. */
  | { readonly kind: 'redistributes'; readonly recipient: string | null }
  /** Part of the stake could not be traced (sentence 8). */
  | { readonly kind: 'untraced'; readonly coverageWad: bigint }
  /** A figure could not be had (sentence 9). */
  | { readonly kind: 'notChecked'; readonly factor: FactorId; readonly reason: UnknownReason }
  /** The code can change before a person is out (sentence 10). */
  | { readonly kind: 'upgradeBeforeExit'; readonly delaySecs: bigint; readonly exitHiSecs: bigint | null }
  /** The code changed lately, at most so many seconds ago (sentence 11). */
  | { readonly kind: 'freshCode'; readonly secsAgo: bigint }
  /** One key alone, or nobody's leave at all, is enough to change the code. */
  | { readonly kind: 'adminKey'; readonly who: string | null }
  /** What selling this much would cost (sentence 12). */
  | { readonly kind: 'sellingCosts'; readonly costWad: bigint }
  /**
   * On how many checkers' word the token crosses chains (sentence 13). `verifiersAre`: the number is only the least or
   * the most that it can be; left out, it is exact. `shareWad` null: not known how much crosses; `shareIsLeast`: that
   * much at least.
   */
  | {
      readonly kind: 'bridge';
      readonly verifiers: bigint;
      readonly verifiersAre?: 'atLeast' | 'atMost';
      readonly shareWad: bigint | null;
      readonly shareIsLeast?: true;
    }
  /** There is cover, and it does not pay for slashing by a service (sentence 15). */
  | { readonly kind: 'coverNarrow'; readonly product: string; readonly perils: readonly string[] }
  /** A cover fund holds less than it has promised (§3.11). */
  | { readonly kind: 'fundShort'; readonly solvencyWad: bigint }
  /**
   * The chance to lose more than `toleranceWad` within a year (sentence 16). `hiWad` is what the high run gives;
   * `yours`: the person changed at least one guess.
   */
  | {
      readonly kind: 'odds';
      readonly toleranceWad: bigint;
      readonly hiWad: bigint;
      readonly yours: boolean;
    }
  /** A slash that the token's price may not show yet (sentence 18); not `sure`: nobody could read when. */
  | { readonly kind: 'unrecognisedSlash'; readonly at: bigint | null; readonly sure: boolean }
  /** The token's price is older than its own rule allows (§3.8). */
  | { readonly kind: 'rateOld'; readonly ageSecs: bigint }
  /** The protocol has lost money before (§3.12). `date`: ISO day. */
  | { readonly kind: 'lossBefore'; readonly date: string; readonly what: string }
  /** Attacking a service could pay more than the stake it would cost (§3.5). */
  | {
      readonly kind: 'attackPays';
      readonly avs: string;
      readonly breakEvenWei: bigint;
      readonly profitWei: bigint;
    }
  /** A faster path to new code than the announced one. */
  | {
      readonly kind: 'fastUpgrade';
      readonly who: string;
      readonly signers: number | null;
      readonly threshold: number | null;
    }
  /** Leaving takes longer than any warning that is in use (§3.6, key sentence). */
  | { readonly kind: 'exitOutlastsWarning'; readonly exitLoSecs: bigint }
  /** Only a bundled, dated range stands behind the upper end of the exit. */
  | ({ readonly kind: 'exitAssumed' } & ExitAssumption)
  | { readonly kind: 'paused'; readonly what: 'deposits' | 'redemption' }
  /** Maximum magnitude 0: stake at this operator and strategy has been slashed in full. */
  | { readonly kind: 'fullySlashed'; readonly operator: string; readonly strategy: string }
  /** The slasher of a set is an account without code. */
  | {
      readonly kind: 'slasherIsAccount';
      readonly avs: string;
      readonly set: number;
      readonly slasher: string;
    }
  | {
      readonly kind: 'slasherChanges';
      readonly avs: string;
      readonly set: number;
      readonly slasher: string;
      readonly effectBlock: bigint;
    }
  /** Slashes of a pooled vault that were asked for already: whoever joins now pays for them too. */
  | {
      readonly kind: 'pendingSlash';
      readonly count: bigint;
      readonly hiWad: bigint;
      readonly depositWei: bigint | null;
    }
  /** Who is promised how much of a pooled vault can change in the next block. */
  | { readonly kind: 'promisesChange' }
  /** A pooled vault promises more than it holds. */
  | { readonly kind: 'promisedTwice'; readonly degreeWad: bigint }
  /** Nothing can be computed at all. */
  | {
      readonly kind: 'cannotEvaluate';
      readonly why: 'totalZero' | 'poolUnknown' | 'unsupportedKind' | 'refused' | 'notModelled';
    }
  /** Values and idle funds exceed the total that the token names. */
  | { readonly kind: 'sourcesDisagree' }
  /** A finding about request, site or contract. */
  | { readonly kind: 'note'; readonly id: NoteId; readonly aggregatorSite: boolean }
  /** What a person should know of the reading itself, in the words of the reader. */
  | { readonly kind: 'remark'; readonly text: string };

export type FindingKind = Finding['kind'];
