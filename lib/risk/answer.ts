/**
 * The answer of the risk model to one snapshot: `facts/risk-model.md` §2.2, field for field, as plain JSON.
 * Fractions are decimal text with 1e18 = 100 %, amounts decimal text in wei, times whole seconds.
 */
export type Answer = Refused | CannotEvaluate | StakeAnswer | PoolAnswer;

/** The snapshot holds an impossible value; `error` is the path of the first one, such as `lines.0.valueWei`. */
export type Refused = { readonly error: string };

/** Nothing can be computed. No exit for an unsupported kind. */
export type CannotEvaluate = {
  readonly cannotEvaluate: 'totalZero' | 'poolUnknown' | 'unsupportedKind';
  readonly exit?: ExitRange;
};

/** Both ends of a fraction. */
export type WadRange = { readonly loWad: string; readonly hiWad: string };

/** `hiSecs` null: nobody can say how long it takes. */
export type ExitRange = { readonly loSecs: number; readonly hiSecs: number | null };

/** The largest single share; ids that start with `?` stand for stake nobody could trace. */
export type Worst = WadRange & { readonly id: string };

/** A growth of an allocation that is already announced. */
export type PendingChange = {
  readonly operator: string;
  readonly strategy: string;
  readonly avs: string;
  readonly set: number;
  readonly effectBlock: number;
  readonly addWad: string;
  readonly canLeaveFirst: 'yes' | 'no' | 'unknown';
};

/** Figures under the labelled bound of §3.1: untraced stake sits with the token's own listed operators. */
export type ListedFigures = {
  readonly slashableNow: WadRange;
  readonly noNotice: WadRange;
  readonly beforeExit: WadRange;
  readonly theftNoNotice: WadRange;
  readonly worstAvs: Worst | null;
  readonly worstOperatorNoNotice: { readonly id: string; readonly hiWad: string } | null;
};

/**
 * One loss distribution over a year (§3.4), in parts of the whole: 1 is everything. Floating point, since every
 * number in it rests on guesses; compared to 1e-9.
 */
export type LossFigures = {
  /** Mean. */
  readonly eal: number;
  readonly var95: number;
  readonly var99: number;
  readonly es95: number;
  readonly es99: number;
  /** Chance of more than the tolerance. */
  readonly pOverTolerance: number;
  readonly method: 'exact' | 'monteCarlo';
  readonly shocks: number;
};

/** `slashing`: without the shocks of token and core contracts; `allIn`: with them. */
export type LossRun = { readonly slashing: LossFigures; readonly allIn: LossFigures };

/**
 * Low run null: the total is not known. High run left out: nothing is unknown. Neither run: not counted yet, since
 * more is still being read.
 */
export type Loss = { readonly lo: LossRun | null; readonly hi?: LossRun };

/** Kinds `lrt` and `direct`: bounds, and the odds that rest on guesses. */
export type StakeAnswer = StakeBounds & { readonly loss: Loss };

/** What the readings alone say, in integers. */
export type StakeBounds = {
  readonly slashableNow: WadRange;
  readonly redistributableNow: WadRange;
  readonly noNotice: WadRange;
  readonly theftNoNotice: WadRange;
  readonly beforeExit: WadRange;
  readonly theftBeforeExit: WadRange;
  readonly scheduledPeakHiWad: string;
  readonly worstAvs: Worst | null;
  readonly worstSet: Worst | null;
  readonly worstOperator: Worst | null;
  readonly worstOperatorNoNotice: { readonly id: string; readonly hiWad: string } | null;
  readonly operatorHhi: { readonly lo: number; readonly hi: number } | null;
  readonly avsHhi: number | null;
  readonly exit: ExitRange;
  readonly pending: readonly PendingChange[];
  readonly coverageWad: string;
  readonly fullySlashed: readonly { readonly operator: string; readonly strategy: string }[];
  readonly depositLoss: {
    readonly nowHiWei: string;
    readonly noNoticeHiWei: string;
    readonly worstAvsLoWei: string;
    readonly theftNoNoticeHiWei: string;
  } | null;
  readonly listed?: ListedFigures;
};

/** The largest share of a pool; `loWad` where less than `wad` is sure. An id that starts with `?` is nobody's. */
export type WorstInPool = { readonly id: string; readonly wad: string; readonly loWad?: string };

/** Kind `symbiotic`: a pooled vault. */
export type PoolAnswer = {
  readonly slashableNow: WadRange;
  readonly worstNetwork: WorstInPool | null;
  readonly worstOperator: WorstInPool | null;
  readonly restakingDegreeWad: string;
  readonly exit: ExitRange;
  readonly depositLoss: { readonly nowHiWei: string } | null;
};
