import type { Address } from '../../lib/core/index.ts';
import type { Snapshot } from '../../lib/exposure/index.ts';
import type { EigenLayerState } from './eigenlayer-state.ts';
import type { ContractState } from './stand-in.ts';

export type WorldName =
  | 'renzo'
  | 'kelp'
  | 'puffer'
  | 'etherfi'
  | 'swell'
  | 'yneth'
  | 'ynlsde'
  | 'mantle'
  | 'unifieth'
  | 'eigenlayer-direct';

/**
 * `within`, `near` and `over` the slashing limits of the preset Balanced; `unknown`: like `within`, but one large
 * operator's book cannot be read, so that what could be slashed is not known.
 */
export type Variant = 'within' | 'near' | 'over' | 'unknown';

/** When a world is built for: the last block of the chain it will stand on. */
export type WorldMoment = {
  readonly variant: Variant;
  readonly block: bigint;
  readonly timestamp: bigint;
  /** The person whose own position `eigenlayer-direct` reads. */
  readonly account: Address;
};

/** How the deposit of a world leaves: seconds and blocks as the token's contracts give them. */
export type ExpectedExit = {
  readonly bufferWei: bigint;
  readonly queueMinSecs: bigint | null;
  readonly queueMaxSecs: bigint | null;
  readonly escrowBlocks: bigint;
  readonly includesUnwind: boolean;
  readonly nativeUnwind: boolean;
};

export type ExpectedAdmin = {
  /** Left out: a timelock. */
  readonly type?: 'timelock' | 'multisig';
  readonly who: Address;
  readonly signers: number | null;
  readonly threshold: number | null;
};

/** What an honest reader must find on the chain, worked out from the state itself and from no contract. */
export type Expected = {
  readonly kind: 'lrt' | 'direct';
  readonly totalWei: bigint;
  readonly idleWei: bigint;
  /** Stake inside the total that no line, queued line or idle figure covers. */
  readonly untracedWei: bigint;
  /** Named figures of the token in base units, by the names of its stake record. */
  readonly figures: Readonly<Record<string, bigint>>;
  readonly depositsPaused: boolean;
  /** Null in these three: nothing that is read tells it. */
  readonly redemptionPaused: boolean | null;
  readonly upgradeDelaySecs: bigint | null;
  /** The timelock that may change the code, and the Safe that alone may propose to it, where that is published. */
  readonly admin: ExpectedAdmin | null;
  /** ISO day of the newest change of code that was published; null: that of some contract in the path was not. */
  readonly codeSince: string | null;
  /** Role, in the stake record, of the contract whose code is not the published one (variant `over`); else null. */
  readonly changedCode: string | null;
  /** Unix seconds; null: no view tells it. */
  readonly rateUpdatedAt: bigint | null;
  /** Whether an operator behind the stake was slashed before; no view tells when. */
  readonly slashed: boolean;
  readonly exit: ExpectedExit;
  /** Stakers of the token in the order the chain lists them; `eigenlayer.stakers` may hold more. */
  readonly stakers: readonly Address[];
  /** Figures that nothing which is read tells, by the names of the evidence; left out: none. */
  readonly unsaid?: readonly string[];
  /** The token owns only this share of what the stakers hold; left out: all of it. */
  readonly share?: { readonly held: bigint; readonly of: bigint };
  /** Strategies the token can have stake in. */
  readonly strategies: readonly Address[];
  /** Wei of ETH for 1e18 shares, by strategy. */
  readonly shareRates: Readonly<Record<Address, bigint>>;
  /** Operators whose books the variant `unknown` hides; empty in the others. */
  readonly unreadable: readonly Address[];
  /** Operators that the token's own contracts list (ether.fi), if they do. */
  readonly listedOperators?: readonly Address[];
};

/**
 * A whole state of the chain and what must be read from it.
 * Every figure of a world is made up unless its own comment names a source with a date.
 */
export type World = {
  readonly name: WorldName | 'bare';
  readonly variant: Variant;
  readonly about: string;
  readonly block: bigint;
  readonly timestamp: bigint;
  readonly eigenlayer: EigenLayerState;
  readonly contracts: readonly ContractState[];
  readonly expected: Expected;
};

export type WorldBuilder = (moment: WorldMoment) => World;

/** What a person does in a world of kind `direct`. */
export type DirectAction =
  | { readonly kind: 'deposit'; readonly strategy: Address }
  | { readonly kind: 'delegate'; readonly operator: Address };

/** What `expectedSnapshot` is asked for. */
export type SnapshotOptions = {
  /** Not used for `delegate`, which moves all that the person has. */
  readonly depositWei: bigint;
  /** The bundled range to name for native stake; left out: none. */
  readonly validatorExit?: NonNullable<NonNullable<Snapshot['exit']>['validatorExit']>;
  /** Kind `direct`: left out, a deposit of stETH. */
  readonly action?: DirectAction;
};
