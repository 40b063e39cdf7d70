/**
 * The guesses behind the odds (`facts/risk-model.md` §3.4). Nothing that rests on one of them may be shown without
 * saying so, and the person may change each.
 */
export type AssumptionName =
  | 'pAvs'
  | 'sevAvs'
  | 'pOperator'
  | 'sevOperator'
  | 'pConsensus'
  | 'sevConsensus'
  | 'pLrt'
  | 'sevLrt'
  | 'pCore'
  | 'sevCore'
  | 'tolerance'
  | 'exactMax'
  | 'mcPaths'
  | 'seed';

/** Every guess with a value. */
export type Assumptions = Readonly<Record<AssumptionName, number>>;

/** Some guesses of a person's own. */
export type Guesses = Readonly<Partial<Assumptions>>;

export type Assumption = {
  readonly value: number;
  /** `chance` and `share`: 0 to 1; `count`: a whole number. */
  readonly unit: 'chance' | 'share' | 'count';
  /** What a person would call it. */
  readonly label: string;
  /** What stands behind the number; most have no firm source, and say so. */
  readonly source: string;
  /** Counts only: the least and the most a person may set, so that the odds stay both true and quick. */
  readonly least?: number;
  readonly most?: number;
  /** The same for what a snapshot names itself, where it is wider: a reproduced case may draw once, or for minutes. */
  readonly snapshotLeast?: number;
  readonly snapshotMost?: number;
};

const BANDS = 'bands of the Credora scale as reported';

/** The bundled guesses, read from the model of 2026-11-21. */
export const assumptions: Readonly<Record<AssumptionName, Assumption>> = {
  pAvs: {
    value: 0.01,
    unit: 'chance',
    label: 'A service fails within a year',
    source: `a guess inside the ${BANDS} (B+): no service was found to have slashed restaked ETH`,
  },
  sevAvs: {
    value: 1,
    unit: 'share',
    label: 'Part of its allocations a failed service takes',
    source: 'the worst case: a service may slash for any reason',
  },
  pOperator: {
    value: 0.01,
    unit: 'chance',
    label: 'An operator fails within a year',
    source:
      'a guess at the order of magnitude: two slashings (April and October 2023) among a few dozen operators of one large pool over about six years',
  },
  sevOperator: {
    value: 1,
    unit: 'share',
    label: 'Part of its allocations a failed operator loses',
    source: 'the worst case: a stolen key can lose all',
  },
  pConsensus: {
    value: 0.0005,
    unit: 'chance',
    label: 'Ethereum slashes many validators within a year',
    source: 'a guess',
  },
  sevConsensus: {
    value: 0.1,
    unit: 'share',
    label: 'Part lost in a mass slashing',
    source: 'a guess; how penalties grow is known, how many validators fail together is not',
  },
  pLrt: {
    value: 0.015,
    unit: 'chance',
    label: 'The token’s own contracts, admins, bridge or price feed fail within a year',
    source: `upper end of the ${BANDS} (B+)`,
  },
  sevLrt: {
    value: 0.3,
    unit: 'share',
    label: 'Part lost when the token’s own contracts fail',
    source: 'rounds up the 18 % of supply released in the rsETH event of April 2026',
  },
  pCore: {
    value: 0.002,
    unit: 'chance',
    label: 'The restaking contracts themselves fail within a year',
    source: `middle of the ${BANDS} (A); no loss from core contracts was found`,
  },
  sevCore: {
    value: 1,
    unit: 'share',
    label: 'Part lost when the restaking contracts fail',
    source: 'the worst case',
  },
  tolerance: {
    value: 0.1,
    unit: 'share',
    label: 'The loss that counts as a large one',
    source: 'a choice of the model',
  },
  exactMax: {
    value: 16,
    unit: 'count',
    label: 'Up to so many causes every combination is counted',
    source: 'a choice of the model',
    least: 0,
    most: 20,
  },
  mcPaths: {
    value: 40_000,
    unit: 'count',
    label: 'Years that are drawn where there are more causes',
    source: 'a choice of the model',
    least: 10_000,
    most: 200_000,
    snapshotLeast: 1,
    snapshotMost: 1_000_000,
  },
  seed: {
    value: 20_261_121,
    unit: 'count',
    label: 'Start of the draws',
    source: 'a choice of the model',
    least: 0,
    most: Number.MAX_SAFE_INTEGER,
  },
};

/** All names, in the order of the table of §2.1. */
export const ASSUMPTION_NAMES: readonly AssumptionName[] = [
  'pAvs',
  'sevAvs',
  'pOperator',
  'sevOperator',
  'pConsensus',
  'sevConsensus',
  'pLrt',
  'sevLrt',
  'pCore',
  'sevCore',
  'tolerance',
  'exactMax',
  'mcPaths',
  'seed',
];

/** Whole where it has to be, and within its bounds. */
function within(name: AssumptionName, value: number, least: number, most: number): boolean {
  return value >= least && value <= most && (assumptions[name].unit !== 'count' || Number.isInteger(value));
}

/**
 * Whether a person's guess can be used: a chance or a share from 0 to 1; a count that is whole and within its bounds.
 * `mcPaths` 10,000 to 200,000: fewer years drawn can miss the rare ones, more keep a window waiting. `exactMax` at
 * most 20.
 */
export function possibleGuess(name: AssumptionName, value: number): boolean {
  const { least = 0, most = 1 } = assumptions[name];
  return within(name, value, least, most);
}

/**
 * The same for a guess that a snapshot names: wider for draws (`mcPaths` 1 to 1,000,000: above
 * that one snapshot could keep the engine busy for minutes).
 */
export function possibleInSnapshot(name: AssumptionName, value: number): boolean {
  const { least = 0, most = 1, snapshotLeast = least, snapshotMost = most } = assumptions[name];
  return within(name, value, snapshotLeast, snapshotMost);
}

/** How far a token's own contracts have proved themselves, and the yearly chance of failure guessed for each (§3.4). */
export const MATURITY = {
  mature: 0.008,
  established: 0.015,
  young: 0.045,
  unknown: 0.06,
} as const;

export type Maturity = keyof typeof MATURITY;
