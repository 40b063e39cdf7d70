import type { Reading } from '../core/index.ts';
import type { TrackRecord } from '../protocols/index.ts';
import type { Snapshot } from './snapshot.ts';

/** One JSON-RPC call of a batch. */
export type RpcCall = { readonly method: string; readonly params: readonly unknown[] };

/** The answer to one call. `data` is the revert data of an error that carries it. */
export type RpcReply =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly code: number | null; readonly message: string; readonly data?: unknown };

/**
 * The port to one node: one batch is one HTTP round trip. Throws `GuardError` (`rpc/…`) when there is no answer
 * at all; a call that failed is a reply. Replies come in the order of the calls.
 */
export type NodePort = {
  readonly name: string;
  batch(calls: readonly RpcCall[], signal: AbortSignal): Promise<readonly RpcReply[]>;
};

/** What was asked and answered, for the evidence list. */
export type Evidence = {
  readonly blocks: readonly {
    readonly node: string;
    readonly number: bigint;
    readonly timestamp: bigint;
    readonly parentHash: string;
  }[];
  readonly roundTrips: number;
  readonly calls: number;
  readonly unread: readonly { readonly figure: string; readonly reason: string }[];
  /** One row a node: did it answer, how long did it take, did it agree. */
  readonly nodes: readonly {
    readonly node: string;
    readonly state: 'waiting' | 'replied' | 'failed' | 'disagrees';
    readonly ms: number | null;
    readonly detail?: string;
  }[];
};

/** A service's operator set that can, or could, slash part of the deposit: for the list in the window. */
export type SetInfo = {
  readonly avs: string;
  readonly set: number;
  readonly operator: string;
  readonly slasher: Reading<string>;
  readonly slasherHasCode: Reading<boolean>;
  readonly pendingSlasher: Reading<{ slasher: string; effectBlock: bigint } | null>;
  readonly redistributionRecipient: Reading<string>;
  readonly slashCount: Reading<bigint>;
};

/** Who can change code (§3.8). `threshold` of `signers` must agree; null: not known. */
export type Admin = {
  readonly type: 'none' | 'timelock' | 'multisig' | 'singleKey';
  readonly who: string | null;
  readonly signers: number | null;
  readonly threshold: number | null;
};

/**
 * What stands behind an upper end of the exit that no read gives. `recent`: a dated observation of the last 30 days;
 * `allTime`: the all-time range, part of it an assumption; `contract`: the contract names no bound, escrow and
 * validator exit are taken as one.
 */
export type ExitAssumption = {
  readonly basis: 'recent' | 'allTime' | 'contract';
  readonly text: string;
  readonly source: string;
  readonly asOf: string;
};

/** Everything that stands behind one deposit, read at one block. */
export type Exposure = {
  /** Stake record used; null when the registry models none, then `snapshots` is empty. */
  readonly stake: string | null;
  readonly notModelled: string | null;
  /** Inputs of the risk model. Two for `redelegate` (each figure is the worse of both), else one. */
  readonly snapshots: readonly Snapshot[];
  /**
   * Named figures in base units. Of the stake: totalWei, idleWei, backingWei (assets behind the claims, where they are
   * counted apart from the total), supply (token units), rate (1e18 = 1 ETH a token),
   * bufferWei, queueMinSecs, queueMaxSecs. Of code and price: rateUpdatedAt, rateMaxAgeSecs, lastUpgradeAt and
   * lastUpgradeFrom (Unix seconds of the newest change of any contract in the path, as late and as early as it can
   * have been). Of bridge and market:
   * bridgeVerifiers (independent ones required, at least; bridgeVerifiersAtMost: at most), bridgeHeld (token units in
   * bridges, at least; bridgeHeldAtMost: at most), bridgeSupply (of that token), marketRate (1e18; marketRateAtLeast:
   * where it may be lower), sellIn (token units) and sellOut (wei of ETH) of a quote at least as large as the deposit. Of cover:
   * coverAvailableWei, coverOutstandingWei. One that is missing was not asked.
   */
  readonly figures: Readonly<Record<string, Reading<bigint>>>;
  readonly depositsPaused: Reading<boolean>;
  readonly redemptionPaused: Reading<boolean>;
  /** Seconds an ordinary change of code is announced before it can happen. */
  readonly upgradeDelaySecs: Reading<bigint>;
  readonly upgradeFastPath: {
    readonly who: string;
    readonly signers: number | null;
    readonly threshold: number | null;
  } | null;
  /** Who can change the code by the ordinary way. */
  readonly admin: Reading<Admin>;
  /** Newest slash of any operator behind the token, Unix seconds; null: none of them was ever slashed. */
  readonly lastSlashAt: Reading<bigint | null>;
  /** What is published of the protocol's past; null where the registry holds nothing. */
  readonly track: TrackRecord | null;
  /** True when only a bundled, dated range stands behind the upper end of the exit (risk-model §5, rule `maxRange`). */
  readonly exitUpperEndIsAssumed: boolean;
  readonly exitAssumption: ExitAssumption | null;
  readonly sets: readonly SetInfo[];
  /** Bundled names by lower-case address: labels only, the address is always shown. */
  readonly labels: Readonly<Record<string, string>>;
  /** What a person should know of the reading itself: one node only, nodes disagree, a log was needed. */
  readonly remarks: readonly string[];
  readonly evidence: Evidence;
};
