import type { Guesses } from '../assumptions.ts';

/** A snapshot after its border: plain integers, settled at the first block the deposit can be in. */
export type StakeSnapshot = {
  readonly kind: 'lrt' | 'direct';
  readonly deposit: bigint | null;
  /** First block the deposit can be in. */
  readonly now: bigint;
  readonly blockSeconds: bigint;
  /** Null: not known on this chain. */
  readonly configurationDelay: bigint | null;
  readonly deallocationDelay: bigint | null;
  /** Null `assets`: a direct position, whose whole is the sum of its parts. */
  readonly assets: { readonly total: bigint | null; readonly idle: bigint } | null;
  readonly lines: readonly Line[];
  readonly queued: readonly QueuedLine[];
  readonly operators: ReadonlyMap<string, Operator>;
  readonly redistributable: ReadonlyMap<string, boolean | null>;
  readonly exit: ExitInputs | null;
  /** Guesses for the odds that the snapshot itself names. */
  readonly assumptions: Guesses;
  readonly listedOperators: readonly string[] | null;
};

export type Line = { readonly operator: string; readonly strategy: string; readonly value: bigint | null };

/** Slashable through `lastBlock`, that block included; null: not known. */
export type QueuedLine = Line & { readonly lastBlock: bigint | null };

export type Operator = {
  readonly id: string;
  /** Null: never set. */
  readonly delay: bigint | 'unknown' | null;
  /** Null: the slot was not read. */
  readonly pendingDelay: 'none' | { readonly delay: bigint; readonly effectBlock: bigint } | null;
  readonly books: ReadonlyMap<string, Book>;
};

/** An operator's magnitudes on one strategy. Null: could not be read. */
export type Book = {
  readonly strategy: string;
  readonly maximum: bigint | null;
  readonly allocations: readonly Allocation[] | null;
};

export type Allocation = {
  readonly avs: string;
  readonly set: number;
  /** `avs#set`. */
  readonly setId: string;
  readonly current: bigint;
  readonly pendingDiff: bigint;
  readonly effectBlock: bigint;
  readonly slashable: boolean | null;
  readonly inSet: boolean | null;
  readonly redistributing: boolean | null;
};

export type Span = { readonly min: bigint; readonly max: bigint | null };

export type ExitInputs = {
  readonly buffer: bigint | null;
  /** Null: not known. */
  readonly queue: Span | null;
  readonly escrowBlocks: bigint | null;
  /** Null: nothing to unwind. */
  readonly validatorExit: Span | null;
  readonly queueIncludesUnwind: boolean;
};

export type PoolSnapshot = {
  readonly kind: 'symbiotic';
  readonly deposit: bigint | null;
  /** Null where any of the three amounts is not known. */
  readonly pool: bigint | null;
  /** Of it what nobody has asked to take out. */
  readonly active: bigint | null;
  /** What may be slashed beside the promises that are listed, at most; 0 where the list is whole. */
  readonly unlisted: bigint;
  /** Whose figures they are: null: the pool's as it stands; else somebody's who joins it, `units` where that is known. */
  readonly joining: { readonly units: bigint | null } | null;
  readonly slasher: 'instant' | 'veto' | 'none' | 'unknown';
  readonly epochSecs: bigint | null;
  readonly assumptions: Guesses;
  readonly stakes:
    | readonly { readonly network: string; readonly operator: string; readonly stake: bigint }[]
    | null;
};

export type UnsupportedSnapshot = { readonly kind: 'unsupported' };

export type ParsedSnapshot = StakeSnapshot | PoolSnapshot | UnsupportedSnapshot;
