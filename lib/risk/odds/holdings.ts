/** Stake with one fate: a share of the whole, and the parts of it that services could take through operators. */
export type Position = {
  /** 1 is the whole. */
  readonly share: number;
  /** One entry in each list for every counted allocation; a service or an operator may stand there often. */
  readonly services: readonly string[];
  readonly operators: readonly string[];
  readonly parts: readonly number[];
};

/** What a loss distribution is made of (§3.4), in floating point: the chances are guesses, not readings. */
export type Holdings = {
  /** Positions with at least one counted allocation. */
  readonly positions: readonly Position[];
  /** Share that stands in restaking, with or without allocations. */
  readonly staked: number;
  /** Share that only the token's own contracts hold. */
  readonly idle: number;
};

/** Low and high run of one snapshot. Low null: the total is not known. High null: nothing is unknown. */
export type Runs = { readonly lo: Holdings | null; readonly hi: Holdings | null };
