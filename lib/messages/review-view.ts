import type { Explanation, Sentence } from '../explain/index.ts';

/** What the review window draws. The background owns it; the window only shows it and answers. */
export type ReviewView = {
  readonly requestId: string;
  /** A new revision voids what was shown before: the input guard restarts. */
  readonly revision: number;
  readonly state:
    | 'loading'
    | 'partial'
    | 'ready'
    | 'stale'
    | 'offline'
    | 'error'
    | 'changed'
    | 'unsupported'
    | 'ended';
  /** Plain cause for offline, error and ended. */
  readonly detail: string | null;
  /** As the browser knows them, in punycode. */
  readonly site: string;
  readonly frame: string | null;
  /** What a request's own page could have done to what it says of itself: `prepared` and `late` are worth a word. */
  readonly realm?: 'own' | 'prepared' | 'late';
  readonly queue: { readonly position: number; readonly total: number };
  readonly repeats: number;
  readonly deposits: readonly DepositView[];
  /** Findings about the request itself, said once above all deposits. */
  readonly notes: readonly Sentence[];
  /** The worst of all deposits and notes decides headline, first focus and override. */
  readonly overall: Pick<Explanation, 'level' | 'word' | 'headline' | 'override'> | null;
  readonly sources: readonly {
    readonly name: string;
    readonly state: 'waiting' | 'replied' | 'failed' | 'disagrees';
    readonly ms: number | null;
    readonly detail: string | null;
  }[];
  readonly stillReading: readonly string[];
  readonly block: string | null;
  /** Unix milliseconds of the block's time. */
  readonly readAt: number | null;
  /** Unix milliseconds when the request lapses. */
  readonly expiresAt: number;
  /** The exact request, for the technical fold. */
  readonly raw: { readonly method: string; readonly params: string };
};

export type DepositView = {
  readonly protocol: string;
  readonly kind: 'deposit' | 'wrap' | 'acquires' | 'delegate' | 'exposure-change';
  /** "Deposit 5 ETH → ezETH", in parts. */
  readonly title: Sentence;
  readonly contract: string;
  readonly contractName: string;
  readonly receiver: string | null;
  readonly explanation: Explanation | null;
};
