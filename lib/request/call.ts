import type { Address, Hex } from '../core/index.ts';

/** A JSON-RPC request as the page sent it: the private copy, already plain JSON. */
export type JsonRpcRequest = { readonly method: string; readonly params: unknown };

/** What is known about the asker, beside the request itself. */
export type RequestContext = {
  /** The chain the wallet says it is on; a chain named in the request goes first. */
  readonly chainId: number;
  readonly account: Address | null;
  /**
   * Chain and account come from the page's world, where a page can make a provider say what it likes: they are
   * claims then, and nothing is let through or called the person's own on their word.
   */
  readonly claims?: true;
};

/** An account that acts in a call: whoever asked, or a smart account the call passes through. */
export type Actor = {
  readonly address: Address;
  /** Only the chain could say whether a `smart-account` belongs to the person. */
  readonly as: 'asker' | 'user-operation' | 'smart-account';
};

/** One call that the request would make, after unwrapping, in the order of execution. */
export type Call = {
  readonly chainId: number;
  /** Who calls `to`: the account, a multicall contract, a smart account. Null when nothing says it. */
  readonly caller: Address | null;
  /** Null for a contract creation. */
  readonly to: Address | null;
  readonly value: bigint;
  readonly data: Hex;
  /** Wrappers passed through, outermost first, such as `wallet_sendCalls` or `aggregate3`. */
  readonly via: readonly string[];
  /** The accounts on whose behalf it is made, outermost first. */
  readonly actors: readonly Actor[];
};

/** A signed message that moves funds, or lets somebody move them, without a transaction of the signer. */
export type SignedIntent =
  | {
      readonly kind: 'eigenlayer-deposit';
      readonly chainId: number;
      readonly verifyingContract: Address | null;
      readonly staker: Address;
      readonly strategy: Address;
      readonly token: Address;
      /** Null where the message holds no exact integer. */
      readonly amount: bigint | null;
    }
  | {
      readonly kind: 'grant';
      readonly chainId: number;
      readonly token: Address | null;
      readonly spender: Address;
      readonly amount: bigint | null;
    }
  /** An order to swap, which anybody may fill once it is signed. */
  | {
      readonly kind: 'order';
      readonly chainId: number;
      /** Whose order it is, such as `CoW order`. */
      readonly name: string;
      /** The contract that settles it. */
      readonly contract: Address;
      readonly paid: Address | null;
      /** Null where only a maximum is named. */
      readonly amount: bigint | null;
      readonly bought: Address;
      /** Null where the message does not say it. */
      readonly receiver: Address | null;
    }
  /**
   * A message, or a part of a call, of a type that is not read; `text` is its whole content as JSON or hex, `body`
   * that without the domain, which names only the contract that checks it.
   */
  | {
      readonly kind: 'unread';
      readonly chainId: number;
      readonly primaryType: string;
      readonly text: string;
      readonly body: string;
    };

/** Something about the request itself that a person must know. Ids: `facts/detect-examples.md`. */
export type RequestNote = {
  readonly id:
    | 'chain-mismatch'
    | 'data-input-differ'
    | 'already-signed'
    | 'calldata-not-read'
    | 'not-fully-read'
    /** EIP-7702: code that nobody has read would run as the person's account. */
    | 'account-takes-code'
    | 'malformed-request';
  readonly detail?: string;
};

/** What a request would do. */
export type RequestRead = {
  readonly calls: readonly Call[];
  /** The calls as the request names them, before any is opened. */
  readonly outer: readonly Call[];
  readonly intents: readonly SignedIntent[];
  readonly notes: readonly RequestNote[];
  /** False for methods that can move nothing: then everything else is empty. */
  readonly matters: boolean;
};
