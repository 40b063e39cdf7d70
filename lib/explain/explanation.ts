import type { Level } from '../limits/index.ts';
import type { How } from '../risk/index.ts';

export type { How, Level };

/** Words and typed numbers: the view formats them, nothing here is HTML. Numbers are decimal text (messages carry no bigint). */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  /** `round`: up where nothing is said, since most amounts are what could be lost. */
  | {
      readonly kind: 'amount';
      readonly base: string;
      readonly decimals: number;
      readonly symbol: string;
      readonly round?: 'up' | 'down';
    }
  /** 1e18 = 100 %. `round` says which way a view must round: risk up, protection down. */
  | { readonly kind: 'share'; readonly wad: string; readonly round: 'up' | 'down' }
  | { readonly kind: 'duration'; readonly secs: string; readonly round: 'up' | 'down' }
  /** A moment in Unix seconds, of which a person reads the day. */
  | { readonly kind: 'date'; readonly at: string }
  | { readonly kind: 'address'; readonly address: string; readonly label: string | null }
  /** A word of the field with a one-line tooltip from the glossary. */
  | { readonly kind: 'term'; readonly term: 'slashing' | 'service' | 'operator'; readonly text: string };

export type Sentence = readonly Part[];

/**
 * What a factor is about, in the order of a list. `odds` rests on guesses and comes after every bound; `more` is only
 * shown: no limit is held against it.
 */
export type GroupId = 'request' | 'slashing' | 'leaving' | 'code' | 'size' | 'more' | 'odds';

/** One factor at its own level, with value and the person's limit, and how it was computed. */
export type FactorRow = {
  readonly id: string;
  readonly title: string;
  readonly group: GroupId;
  readonly level: Level;
  readonly required: boolean;
  readonly value: Sentence;
  readonly limit: Sentence | null;
  readonly yours: boolean;
  readonly how: How;
};

/** What the person must do to go on. */
export type Override =
  | { readonly kind: 'click' }
  /** Type this case's own figure, such as `12.4`. */
  | { readonly kind: 'type'; readonly text: string; readonly what: 'figure' | 'word' }
  /** Only a change in options lets it pass. */
  | { readonly kind: 'options' };

export type BarPart = {
  readonly id: 'now' | 'noNotice' | 'unknown' | 'rest';
  readonly wad: string;
  readonly label: string;
};

/** The whole of what is said about one deposit. */
export type Explanation = {
  readonly level: Level;
  /** `exceeds` by a finding is "Stop" without talk of limits. */
  readonly word: 'Within limits' | 'Near limit' | 'Not checked' | 'Over limit' | 'Stop' | 'Blocked';
  readonly headline: string;
  /** Amount, percent and the person's limit. */
  readonly lead: Sentence;
  /** At most three. */
  readonly reasons: readonly Sentence[];
  /** Sums to 1e18; null when nothing can be drawn. */
  readonly bar: readonly BarPart[] | null;
  readonly factors: readonly FactorRow[];
  readonly services: readonly ServiceRow[];
  readonly exit: Sentence;
  /** What the odds come to, with the words that they are guesses; empty where none could be had. */
  readonly odds: readonly Sentence[];
  readonly confidence: 'A' | 'B' | 'C' | 'D';
  readonly override: Override;
  /** Every sentence that exists for this case, findings and notes included. */
  readonly sentences: readonly Sentence[];
};

export type ServiceRow = {
  readonly avs: string;
  readonly label: string | null;
  readonly loWad: string;
  readonly hiWad: string;
  readonly operators: readonly { readonly address: string; readonly label: string | null }[];
  /** Burned, paid to an address, or not known. */
  readonly paidTo: Sentence;
  readonly slasher: Sentence;
};
