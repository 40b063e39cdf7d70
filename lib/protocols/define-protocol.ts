import type { Address, Hex } from '../core/index.ts';

/** How sure a fact is. `unsure`: seen in a public copy whose origin is not known. */
type Evidence = 'official-repo' | 'partner-repo' | 'third-party' | 'standard' | 'assumed' | 'unsure';

/** Records of `lib/protocols/stakes`: what stands behind a token, and who could slash it. */
export type StakeId =
  | 'etherfi'
  | 'renzo-ezeth'
  | 'puffer-pufeth'
  | 'puffer-unifieth'
  | 'kelp-rseth'
  | 'swell-rsweth'
  | 'yieldnest-yneth'
  | 'yieldnest-ynlsde'
  | 'mantle-cmeth'
  | 'renzo-pzeth'
  | 'mellow-rsteth'
  | 'mellow-steaklrt'
  | 'mellow-re7lrt'
  | 'mellow-amphreth'
  | 'symbiotic-v1'
  | 'symbiotic-v2'
  | 'eigenlayer-direct';

/** What a protocol is, in the facts' own words. */
export type ProtocolKind =
  | 'restaking-layer'
  | 'lrt'
  /** Bitcoin behind a token on an EVM chain; what slashes it is off that chain. */
  | 'btc-token'
  /** Some of it may be restaked; no source says how much. */
  | 'may-be-restaked'
  /** Looks like restaking and is none: known, so that it is not warned about. */
  | 'not-restaking';

/** How a protocol stands, as published; `unknown` where no source says it. */
export type ProtocolStatus = {
  readonly is: 'live' | 'winding-down' | 'unknown';
  readonly note: string;
  readonly source: string;
  readonly asOf: string;
};

/**
 * A site of the protocol itself. Its subdomains belong to it too, except on a host shared with others. One whose
 * evidence is `unsure` is carried so that it is known by name; it never counts as official.
 */
type OfficialDomain = {
  /** Lower case; punycode where it is not ASCII. */
  readonly domain: string;
  /** The parent serves many owners (documentation hosts): only this very host counts. */
  readonly sharedHost?: true;
  readonly evidence: Evidence;
  readonly source: string;
};

export type Token = {
  readonly chainId: number;
  readonly symbol: string;
  readonly address: Address;
  /** Null where no source says it. */
  readonly decimals: number | null;
  /** Whether holding it means restaked exposure; a token whose backing is not known counts as restaked. */
  readonly restaking: boolean;
  readonly stake: StakeId | null;
  readonly evidence: Evidence;
  readonly source: string;
};

/** Where an argument stands: its index, then the index within each tuple. */
export type ArgumentPath = readonly number[];

/** What a call to the function does; `withdrawals` are entries only where they are completed as shares. */
type EntryDoes = 'deposit' | 'wrap' | 'delegate' | 'exposure-change' | 'withdrawals';

/** One function through which money, or exposure, enters. Found by chain, address and selector together. */
export type DepositEntry = {
  readonly chainId: number;
  readonly to: Address;
  readonly contractName: string;
  /** Canonical, types only. */
  readonly signature: string;
  readonly selector: Hex;
  readonly does: EntryDoes;
  readonly amountFrom: 'value' | 'none' | ArgumentPath;
  readonly amountUnit: 'assets' | 'shares';
  readonly assetFrom: 'native' | 'none' | Address | ArgumentPath;
  /** `caller`: whoever calls the contract is credited. */
  readonly receiverFrom: 'caller' | ArgumentPath;
  readonly strategyFrom?: ArgumentPath;
  readonly operatorFrom?: ArgumentPath;
  /** Types to decode by where the signature hides one: an address that travels as `bytes32`. */
  readonly readAs?: string;
  /** With this address there, the call only wraps: it puts nothing into restaking, and is no deposit. */
  readonly exceptWhere?: { readonly argument: ArgumentPath; readonly is: Address };
  /** A fee for a bridge travels in the call's value, so a native amount is read from the argument instead. */
  readonly valueHoldsFee?: true;
  /** Symbol of what the person gets; null for a position without a token. */
  readonly gives: string | null;
  readonly evidence: { readonly address: Evidence; readonly signature: Evidence };
  readonly source: string;
  readonly status?: string;
  readonly note?: string;
} & (
  | { readonly stake: StakeId }
  /** Why nothing can be said about what stands behind it. */
  | { readonly stake: null; readonly notModelled: string }
);

/** An address of the protocol that takes no deposit: exits, oracles, bridges, owners. It is known, that is all. */
type KnownContract = {
  readonly chainId: number;
  readonly address: Address;
  readonly name: string;
  readonly role:
    | 'exit'
    | 'view'
    | 'bridge'
    | 'lock'
    | 'staking'
    | 'operator'
    | 'governance'
    | 'core'
    | 'strategy';
  readonly evidence: Evidence;
  readonly source: string;
};

/** A fact with where and when it was read (ISO day); `evidence` as for every other fact. */
export type Dated<T> = {
  readonly value: T;
  readonly evidence: Evidence;
  readonly source: string;
  readonly asOf: string;
};

/** A cover product or bond: which perils its own text names, and nothing that it does not. */
export type Cover = {
  readonly product: string;
  readonly perils: readonly CoverPeril[];
  readonly words: string;
  readonly evidence: Evidence;
  readonly source: string;
  readonly asOf: string;
};

export type CoverPeril = 'service-slashing' | 'validator-slashing' | 'contract-failure' | 'depeg' | 'bridge';

/** What is published of a protocol's past (risk-model §3.12). Null: no source says it, which is not "none". */
export type TrackRecord = {
  /** ISO day on which deposits opened. */
  readonly liveSince: Dated<string> | null;
  /** Number of published audits. */
  readonly audits: Dated<number> | null;
  readonly bugBounty: Dated<boolean> | null;
  /** Events in which holders lost, or could have lost, money: ISO day and what happened. Null: nobody looked. */
  readonly lossEvents: Dated<readonly { readonly date: string; readonly what: string }[]> | null;
  /** Empty: none was found, which is not "there is none"; `coverSearch` says what was looked for, and when. */
  readonly covers: readonly Cover[];
  readonly coverSearch?: Dated<string>;
};

/** One protocol: facts and where they come from, no functions. Nothing here was checked on a live chain. */
export type Protocol = {
  readonly id: string;
  readonly name: string;
  readonly kind: ProtocolKind;
  readonly status: ProtocolStatus;
  readonly officialDomains: readonly OfficialDomain[];
  readonly impostorsSeen: readonly { readonly domain: string; readonly source: string }[];
  readonly tokens: readonly Token[];
  readonly deposits: readonly DepositEntry[];
  readonly contracts: readonly KnownContract[];
  readonly track: TrackRecord;
  readonly provenance: { readonly sources: readonly string[]; readonly readOn: string };
};

/** Keeps the literal types of a protocol's data, so that ids and symbols can be checked by the compiler. */
export function defineProtocol<const P extends Protocol>(protocol: P): P {
  return protocol;
}
