import type { Address, Hex } from '../core/index.ts';

export type DepositKind = 'deposit' | 'wrap' | 'acquires' | 'delegate' | 'exposure-change';

/** Restaking found in a request: a call to a registered function of a registered contract. */
export type Deposit = {
  readonly protocol: string;
  readonly kind: DepositKind;
  readonly chainId: number;
  /** The contract that takes the deposit. */
  readonly contract: Address;
  readonly contractName: string;
  readonly signature: string;
  /** What is paid in; null where the call does not say it. */
  readonly asset: Address | 'native' | null;
  /** Symbol of the asset when bundled data names it. */
  readonly assetSymbol: string | null;
  /** Base units of the asset; null where the calldata does not hold it. */
  readonly amount: bigint | null;
  readonly amountUnit: 'assets' | 'shares';
  readonly shares: bigint | null;
  /** Who is credited. */
  readonly receiver: Address | null;
  /** Who calls the contract. */
  readonly caller: Address | null;
  /** Symbol of what the person holds afterwards, such as `ezETH`; null for a direct position. */
  readonly gives: string | null;
  /** `acquires`: the restaking token bought. */
  readonly token: Address | null;
  /** EigenLayer: the strategy argument. */
  readonly strategy: Address | null;
  /** `delegate`: the new operator. */
  readonly operator: Address | null;
  /** completeQueuedWithdrawal with receiveAsTokens = false: the withdrawal moved back in. */
  readonly withdrawal: {
    readonly staker: Address;
    readonly delegatedTo: Address;
    readonly withdrawer: Address;
    readonly strategies: readonly Address[];
    readonly scaledShares: readonly bigint[];
  } | null;
  readonly data: Hex;
  readonly via: readonly string[];
  /** Which stake record of the registry stands behind it; null: not modelled. */
  readonly stake: string | null;
  /** Why no stake record stands behind it; absent where one does. */
  readonly notModelled?: string;
};

/** A finding about request, site or contract. Ids: `facts/detect-examples.md`; more are free. */
export type Note = { readonly id: NoteId; readonly detail?: string };

export type NoteId =
  | 'known-site-unknown-contract'
  | 'known-contract-unknown-site'
  | 'other-protocol-site'
  | 'look-alike-site'
  | 'receiver-not-user'
  /** Credited to a smart account on the way: only the chain could say whose it is. */
  | 'receiver-smart-account'
  | 'approval-to-deposit-contract'
  | 'approval-to-unknown-contract'
  | 'value-to-unknown-contract'
  | 'chain-mismatch'
  | 'chain-not-sure'
  | 'data-input-differ'
  | 'already-signed'
  | 'calldata-not-read'
  | 'not-fully-read'
  /** EIP-7702: code of another contract would run as the person's account. */
  | 'account-takes-code'
  /** A swap that names a restaking token and cannot be read: it may buy it, or sell it. */
  | 'swap-not-read'
  /** The person had it tried on their own node, which could not: nobody knows what it would do. */
  | 'not-tried'
  /** The same of a request whose calldata shows a deposit: nobody knows whether it makes another one. */
  | 'rest-not-tried'
  /** Its calldata does not show it; a trial on the person's own node did. */
  | 'found-by-trial'
  | 'malformed-request';
