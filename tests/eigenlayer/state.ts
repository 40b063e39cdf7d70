import * as z from 'zod/mini';

/** Executed states, as `meta.schema` of the file describes them. Amounts are decimal text. */
const allocation = z.object({
  set: z.string(),
  currentMagnitude: z.string(),
  pendingDiff: z.string(),
  effectBlock: z.int(),
});
const magnitude = z.object({ strategy: z.string(), max: z.string(), allocations: z.array(allocation) });

const operatorState = z.object({
  id: z.string(),
  shares: z.array(z.string()),
  magnitudes: z.array(magnitude),
  allocationDelay: z.object({ isSet: z.boolean(), delay: z.int() }),
  slashableBy: z.array(z.string()),
  memberOf: z.array(z.string()),
});

const withdrawal = z.object({
  delegatedTo: z.optional(z.nullable(z.string())),
  startBlock: z.int(),
  nonce: z.int(),
  strategies: z.array(z.string()),
  scaledShares: z.array(z.string()),
  shares: z.array(z.string()),
});

const staker = z.object({
  id: z.string(),
  withdrawableShares: z.array(z.string()),
  queued: z.array(withdrawal),
  delegatedTo: z.optional(z.nullable(z.string())),
  depositShares: z.array(z.string()),
  depositScalingFactor: z.array(z.string()),
});

const stakerAfter = z.object({
  id: z.string(),
  withdrawableShares: z.array(z.string()),
  queued: z.array(z.object({ nonce: z.int(), shares: z.array(z.string()) })),
});

const slash = z.object({
  operator: z.string(),
  set: z.string(),
  strategies: z.array(z.string()),
  wads: z.array(z.string()),
  block: z.int(),
  stakersAfter: z.array(stakerAfter),
});

/** A slash that the contracts refused: nothing happened, and nothing is compared. */
const reverted = z.object({ revert: z.string() });

const worstCase = z.object({
  kind: z.string(),
  stakersBefore: z.optional(z.array(stakerAfter)),
  stakersAfter: z.array(stakerAfter),
});

const view = z.object({
  set: z.string(),
  allocatedStake: z.array(z.array(z.string())),
  minimumSlashableStake: z.array(z.object({ futureBlock: z.int(), stake: z.array(z.array(z.string())) })),
});

const state = z.object({
  world: z.int(),
  index: z.int(),
  constants: z.object({
    DEALLOCATION_DELAY: z.int(),
    ALLOCATION_CONFIGURATION_DELAY: z.int(),
    MIN_WITHDRAWAL_DELAY_BLOCKS: z.int(),
  }),
  latestBlock: z.int(),
  strategies: z.array(z.object({ id: z.string() })),
  operatorSets: z.array(
    z.object({
      id: z.string(),
      avs: z.string(),
      operatorSetId: z.int(),
      strategies: z.array(z.string()),
      redistributing: z.boolean(),
    }),
  ),
  operators: z.array(operatorState),
  stakers: z.array(staker),
  views: z.array(view),
  slashes: z.array(z.union([reverted, slash])),
  worstCases: z.array(worstCase),
});

export type State = z.infer<typeof state>;
export type Operator = State['operators'][number];
export type Slash = z.infer<typeof slash>;
export type Changes = readonly z.infer<typeof stakerAfter>[];

const file = z.object({ cases: z.array(state) });

/** The states of a file. @throws where it is not of the schema, or empty */
export function readStates(text: string): readonly State[] {
  const { cases } = file.parse(JSON.parse(text));
  if (cases.length === 0) throw new Error('the file holds no states');
  return cases;
}

/** The slashes that really happened. */
export function slashesOf({ slashes }: State): readonly Slash[] {
  return slashes.flatMap((one) => ('revert' in one ? [] : [one]));
}

/** A staker's stake on one strategy: a position, or one entry of its withdrawal queue. */
export type Stake = {
  readonly staker: string;
  readonly strategy: string;
  /** Index of the strategy in the staker's list, or in the withdrawal's. */
  readonly index: number;
  readonly value: bigint;
  /** What it may differ by, in wei, through the contracts' own rounding. */
  readonly allowance: bigint;
  /** Null: nobody can slash it. */
  readonly operator: string | null;
  /** Null for a position. */
  readonly queued: { readonly nonce: number; readonly lastBlock: number } | null;
};

const WAD = 10n ** 18n;

function allowance(scaled: bigint): bigint {
  return 3n + (2n * scaled) / WAD;
}

/** The text at an index; a list that is too short is a broken file. */
function at(list: readonly string[], index: number): bigint {
  const text = list[index];
  if (text === undefined) throw new Error(`no entry ${index}`);
  return BigInt(text);
}

/** Every position with shares. */
export function positionsOf({ stakers, strategies }: State): readonly Stake[] {
  return stakers.flatMap((one) =>
    strategies.flatMap(({ id: strategy }, index) => {
      const value = at(one.withdrawableShares, index);
      if (value === 0n) return [];
      const scaled = (at(one.depositShares, index) * at(one.depositScalingFactor, index)) / WAD;
      const operator = one.delegatedTo ?? null;
      return [
        { staker: one.id, strategy, index, value, allowance: allowance(scaled), operator, queued: null },
      ];
    }),
  );
}

/** Every queue entry with shares: it belongs to the operator named in it. */
export function entriesOf({ stakers, constants }: State): readonly Stake[] {
  return stakers.flatMap((one) =>
    one.queued.flatMap((entry) =>
      entry.strategies.flatMap((strategy, index) => {
        const value = at(entry.shares, index);
        if (value === 0n) return [];
        return [
          {
            staker: one.id,
            strategy,
            index,
            value,
            allowance: allowance(at(entry.scaledShares, index)),
            operator: entry.delegatedTo ?? null,
            queued: {
              nonce: entry.nonce,
              lastBlock: entry.startBlock + constants.MIN_WITHDRAWAL_DELAY_BLOCKS,
            },
          },
        ];
      }),
    ),
  );
}

/** The shares of a stake in a list of changes; a staker that is not in it did not change. */
export function sharesIn(changes: Changes, stake: Stake, before: bigint): bigint {
  const changed = changes.find(({ id }) => id === stake.staker);
  if (changed === undefined) return before;
  const { queued } = stake;
  if (queued === null) return at(changed.withdrawableShares, stake.index);
  const entry = changed.queued.find(({ nonce }) => nonce === queued.nonce);
  return entry === undefined ? before : at(entry.shares, stake.index);
}
