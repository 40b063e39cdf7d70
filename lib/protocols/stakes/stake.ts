import type { Address, Hex } from '../../core/index.ts';
import type { StakeId } from '../define-protocol.ts';

/**
 * How sure a fact is: L seen on chain by a third-party reader at a date, S official source read, P npm or partner,
 * T third-party code, M from memory.
 */
export type Grade = 'L' | 'S' | 'P' | 'T' | 'M';

/** Address, decimal number or 4-byte selector; or what an earlier answer says. */
export type ReadArgument =
  | Address
  | `${number}`
  | { readonly bytes4: Hex }
  | { readonly item: true }
  /** Of a read that is asked as often as this one: the answer of the same turn; else its only answer. */
  | { readonly answerOf: string };

/**
 * How often a view is asked: once for each item of a list, each number below a count, each number up to a last one
 * (that one included), or each answer of a read.
 */
type ReadEach =
  | { readonly list: string }
  | { readonly count: string }
  | { readonly through: string }
  | { readonly each: string };

type Asked = {
  readonly for?: ReadEach;
  /** At most so many turns; what lies beyond is not reached, and said. */
  readonly max?: number;
  readonly grade: Grade;
};

/** One view. Names of other reads stand for their answers; a read may only name those before it. */
export type StakeRead =
  | (Asked & {
      readonly kind: 'view';
      readonly to: Address | { readonly answerOf: string } | { readonly item: true };
      readonly sig: string;
      readonly selector: Hex;
      readonly args?: readonly ReadArgument[];
      /** Bounds of this read where the usual ones are too small. */
      readonly gas?: number;
      readonly size?: number;
      /** A value that was published, and when: history, never a figure of a judgement. */
      readonly seen?: { readonly value: string; readonly asOf: string };
    })
  | (Asked & {
      readonly kind: 'balance';
      readonly of: Address | { readonly answerOf: string } | { readonly item: true };
    })
  /** Whether code stands there: 0 none, 1 code, 2 an account that only lends some (EIP-7702). */
  | (Asked & { readonly kind: 'code'; readonly of: Address | { readonly answerOf: string } })
  /** A storage word that no view shows: EIP-1967. */
  | (Asked & {
      readonly kind: 'slot';
      readonly of: Address;
      readonly slot: 'admin' | 'implementation';
      /** What was published to stand there: lets the same trip ask it. Never a figure; the word that is read counts. */
      readonly hint?: Address;
    });

/**
 * A figure from reads. A text is a read's first word, `name[n]` its word number n; a number is itself.
 * `each` sums over all turns of a read, `dot` sums products of two reads turn by turn, divided by 1e18.
 * `traced` is what the walk found: lines and queue in wei of ETH. `amounts` sums what an answer of two lists, assets
 * and amounts, holds of `token`, and is not known where it holds anything else. `bySize` is the word whose number
 * stands beside the answer's own number of words: for structures that came in several versions.
 */
export type Expr =
  | string
  | number
  | { readonly sum: readonly Expr[] }
  | { readonly minus: readonly [Expr, Expr] }
  | { readonly times: readonly [Expr, Expr] }
  | { readonly wad: readonly [Expr, Expr] }
  /** The first times the second over the third, which must not be nothing. */
  | { readonly part: readonly [Expr, Expr, Expr] }
  | { readonly max: readonly Expr[] }
  | { readonly each: string }
  | { readonly dot: readonly [string, string] }
  /** Sums words of each turn, times `price` of the same turn, divided by 1e18; turns over `item` are left out. */
  | {
      readonly rows: string;
      readonly words: readonly number[];
      readonly price: string;
      readonly skip: { readonly list: string; readonly item: Address };
    }
  | { readonly traced: true }
  | { readonly amounts: string; readonly token: Address }
  | { readonly bySize: string; readonly words: Readonly<Record<number, number>> };

/** A yes or no from reads. `later`: a time after the block's; `bit`: of a bit map; `noView`: no view says it, and why. */
export type Condition =
  | { readonly true: string }
  | { readonly false: string }
  | { readonly noView: string }
  | { readonly any: readonly Condition[] }
  | { readonly later: string }
  | { readonly bit: readonly [string, number] }
  | { readonly differs: readonly [string, string] };

export type StakeFigure = {
  readonly expr: Expr;
  /** Used where `expr` cannot be read. */
  readonly fallback?: Expr;
  readonly unit: 'wei of ETH' | '1e18' | 's' | 'token wei' | 'blocks' | 'unix s' | 'bps';
  readonly counts?: string;
  readonly excludes?: string;
  /**
   * What this is worked out from are claims of holders (supply times rate), not assets: such a total cannot show
   * whether all of it is backed.
   */
  readonly claim?: true;
  readonly grade: Grade;
};

/** What must hold before a bundled authority is believed. */
export type UpgradeCheck =
  | { readonly read: string; readonly is: Address }
  | { readonly read: string; readonly onlyAmong: readonly Address[] };

/** A proxy in the deposit's path, and the code it had when it was last seen. */
export type ProxySeen = {
  readonly address: Address;
  readonly role: string;
  /** It is a beacon: its view `implementation()` names the code, not its EIP-1967 slot. */
  readonly beacon?: true;
  readonly implementation: Address | null;
  /** ISO day on which that code came in; null where no source says it. */
  readonly since: string | null;
};

type FastPath = {
  readonly who: string;
  readonly address: Address | null;
  /** Reads of the Safe's owners and threshold, where there is one. */
  readonly owners?: string;
  readonly threshold?: string;
  readonly published?: { readonly signers: number; readonly threshold: number; readonly asOf: string };
};

export type StakeRecord = {
  readonly id: StakeId;
  /** `symbiotic-…`: a pooled vault, or a token that holds one; `vault` says which. */
  readonly kind: 'lrt' | 'direct' | 'symbiotic-v1' | 'symbiotic-v2';
  /** Kinds `symbiotic-…`: the contract that takes the deposit, or the one that a read names. */
  readonly vault?: 'deposit' | { readonly answerOf: string };
  /** Kinds `symbiotic-…`: the token that holds a share of the vault, where the deposit is not in the vault itself. */
  readonly holder?: Address;
  readonly chainId: 1;
  readonly symbols: readonly string[];
  /** In this order they are asked; only later ones may use earlier ones. */
  readonly reads: Readonly<Record<string, StakeRead>>;
  /** The contracts that hold the stake in EigenLayer; `person`: the depositor alone. */
  readonly stakers:
    | { readonly list: string }
    | { readonly each: string }
    | { readonly given: readonly Address[] }
    | 'person';
  /** Where the list of stakers is not complete, or not one of the chain. */
  readonly stakersNote?: string;
  /** The token owns only this share of what the stakers hold: read `held` out of read `of`. Left out: all of it. */
  readonly share?: { readonly held: string; readonly of: string };
  /** Strategies assumed where a staker's own list cannot be read. */
  readonly strategies: readonly Address[];
  readonly figures: Readonly<Record<string, StakeFigure>>;
  /** Figures that no view gives, and why: they are said to be unknown, and never left out. */
  readonly noView?: Readonly<Record<string, string>>;
  readonly depositsPaused: Condition;
  readonly redemptionPaused: Condition;
  readonly exit: {
    /** The queue's own time already holds the unwinding of stake. */
    readonly includesUnwinding: boolean;
    /** Validators must exit before the stake is free. */
    readonly nativeUnwind: boolean;
    /** The contract gives no bound: escrow and validator exit are taken as one, and said to be an assumption. */
    readonly assumedMax?: string;
  };
  readonly upgrade: {
    /**
     * Read of the timelock's delay. `path`: nobody is bundled, the chain itself is asked who may change the code, see
     * `upgradePath`. `noView`: nothing read says it, and why.
     */
    readonly delay: string | { readonly path: readonly string[] } | { readonly noView: string };
    readonly checks: readonly UpgradeCheck[];
    /** Who changes code by the ordinary way: a timelock whose delay `delay` reads, where it is no path. */
    readonly authority: string;
    /** Reads of the Safe that alone may propose to that timelock, where the record names it. */
    readonly proposers?: { readonly owners: string; readonly threshold: string };
    readonly fastPath: FastPath | null;
  };
  readonly proxies: readonly ProxySeen[];
  /** ISO day on which the code of all `proxies` was last seen or published; null where none of it was. */
  readonly codeSeen: string | null;
  /** Operators that published lists name: their storage slots can be asked in the first trip. Never a figure. */
  readonly operators: readonly Address[];
  /** Read whose answers are all the operators the token may delegate to, where the chain lists them. */
  readonly listedOperators?: string;
  readonly provenance: { readonly sources: readonly string[]; readonly readOn: string };
};

/** Keeps the literal types of a record's data. */
export function defineStake<const S extends StakeRecord>(record: S): S {
  return record;
}
