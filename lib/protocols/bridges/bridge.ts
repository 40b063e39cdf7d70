import type { Address } from '../../core/index.ts';
import type { StakeId } from '../define-protocol.ts';
import type { Grade } from '../stakes/stake.ts';

/**
 * How a bridge knows that a message is true. `layerzero`: verifiers that the token chose, readable on the chain.
 * `ccip`, `hyperlane`, `xerc20`: checkers that no view here names, so their number is never guessed. `canonical`: the
 * other chain's own bridge, which rests on that chain's rules and on no checker that the token chose.
 */
export type BridgeKind = 'layerzero' | 'ccip' | 'hyperlane' | 'xerc20' | 'canonical';

/** A bridge of a token, as published. */
export type BridgeHolder = {
  readonly kind: BridgeKind;
  /** What it is called in a sentence. */
  readonly name: string;
  /** Where on Ethereum it keeps the token; null where no source names the address. */
  readonly address: Address | null;
  readonly grade: Grade;
  readonly source: string;
  /** What the source says of it, in words for a person, and the day it was read. */
  readonly fact?: { readonly text: string; readonly asOf: string };
};

/** The contract of a token that takes LayerZero's messages. */
export type BridgeApp = {
  readonly address: Address;
  /** `lock`: it holds what left and gives it back. `mint`: it makes new tokens. */
  readonly does: 'lock' | 'mint';
  /** LayerZero's numbers of the chains that published lists name. */
  readonly listed: readonly number[];
  /** Where those lists are, and how sure. */
  readonly listedSource: string;
  readonly grade: Grade;
  readonly source: string;
};

/** Everything published of how a token crosses chains. */
export type TokenBridges = {
  readonly stake: StakeId;
  readonly symbol: string;
  /** The token that crosses, on Ethereum. */
  readonly token: Address;
  readonly app: BridgeApp | null;
  /** All that hold the token for other chains, the LayerZero app among them where it locks. */
  readonly holders: readonly BridgeHolder[];
  readonly readOn: string;
};
