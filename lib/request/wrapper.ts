import type { Address } from '../core/index.ts';
import type { AbiValue } from './abi.ts';

/** A call being looked at, before it is known whether it wraps others. */
export type Frame = {
  /** Whose code runs. */
  readonly to: Address;
  /** Whose balance and identity it runs with: differs from `to` under delegatecall. */
  readonly self: Address;
  readonly caller: Address | null;
  readonly value: bigint;
  readonly data: Uint8Array;
  /** `to` runs as `self` and is not called itself. */
  readonly delegated: boolean;
};

/** A call found inside a wrapper. */
export type Inner = {
  /** `self`: the account that runs the wrapper calls itself. */
  readonly to: Address | 'self';
  readonly value: bigint;
  readonly data: Uint8Array;
  /** `same`: the wrapper's own code again, same caller, same value (self-multicall). */
  readonly how: 'call' | 'delegatecall' | 'same';
  /** A user operation runs as its sender, whoever carries it. */
  readonly userOperation?: true;
  /** A call made before it, by the same caller: the factory that deploys the account. */
  readonly before?: { readonly to: Address; readonly data: Uint8Array };
  /** Bytes that go along and call nothing. */
  readonly aside?: { readonly what: string; readonly data: Uint8Array };
};

/** One known way to carry calls inside calldata, recognised by its selector. */
export type Wrapper = {
  readonly name: string;
  readonly selector: string;
  /** Types of the arguments. */
  readonly types: string;
  /** What the contract called stands for: a `batch` runs calls for anybody, an `account` for its owner. */
  readonly as: 'batch' | 'account' | 'same';
  /** Throws `CutOff` where the arguments do not have the promised shape. */
  open(values: readonly AbiValue[], frame: Frame): readonly Inner[];
};
