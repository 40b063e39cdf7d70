import type { UnknownReason } from '../core/index.ts';
import type { NoteId } from '../detect/index.ts';
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
  /** An announced growth (sentences 5 and 6). `inSecs` counts from the block the deposit can first be in. */
  | {
      readonly kind: 'scheduled';
      readonly addWad: bigint;
      readonly inSecs: bigint;
      readonly effectBlock: number;
      readonly canLeaveFirst: 'yes' | 'no' | 'unknown';
    }
  /** Slashed funds are paid out, not burned (sentence 7). `recipient` null: not known to whom. */
  | { readonly kind: 'redistributes'; readonly recipient: string | null }
  /** Part of the stake could not be traced (sentence 8). */
  | { readonly kind: 'untraced'; readonly coverageWad: bigint }
  /** A figure could not be had (sentence 9). */
  | { readonly kind: 'notChecked'; readonly factor: FactorId; readonly reason: UnknownReason }
  /** The code can change before a person is out (sentence 10). */
  | { readonly kind: 'upgradeBeforeExit'; readonly delaySecs: bigint; readonly exitHiSecs: bigint | null }
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
  | { readonly kind: 'exitAssumed'; readonly text: string; readonly source: string; readonly asOf: string }
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
