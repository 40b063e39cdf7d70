import type { Address, Hex } from '../core/index.ts';
import { nativePseudoAddresses, payTokens, swapRouters, utilityContracts, wrappedNative } from './common.ts';
import type { DepositEntry, Protocol, Token, TrackRecord } from './define-protocol.ts';

/** An entry or token together with the protocol it belongs to. */
export type Registered<T> = T & { readonly protocol: string };

/** Lookups over the protocols' data. Addresses and selectors may come in any letter case. */
type Registry = {
  /** The deposit function at this chain, address and selector together; never by selector alone. */
  findDeposit(chainId: number, to: Address, selector: Hex): Registered<DepositEntry> | null;
  /** Whether any deposit function is registered at this address. */
  isDepositContract(chainId: number, address: Address): boolean;
  /** The addresses of a chain through which money enters, lower case; those that only wrap are left out. */
  depositContracts(chainId: number): readonly Address[];
  /** Whether some registered deposit function, anywhere, has this selector. */
  isDepositSelector(selector: Hex): boolean;
  /** A token of a registered protocol. */
  findToken(chainId: number, address: Address): Registered<Token> | null;
  /** The restaking tokens of a chain, lower case. */
  restakingTokens(chainId: number): readonly Address[];
  /** Whether the address is known in any role: entry, exit, token, owner, wrapped coin, utility, router. */
  isKnown(chainId: number, address: Address): boolean;
  /** Symbol and decimals of a token people pay in with; null where bundled data does not name it. */
  asset(
    chainId: number,
    address: Address,
  ): { readonly symbol: string; readonly decimals: number | null } | null;
  /** What is published of a protocol's past, by its id; null for one that is not registered. */
  track(protocol: string): TrackRecord | null;
};

/** Whether an address is one of those that stand for the native coin. */
export function isNativePseudo(address: Address): boolean {
  return nativePseudoAddresses.some((pseudo) => pseudo.toLowerCase() === address.toLowerCase());
}

/** Whether an address is the chain's own wrapper of its native coin. */
export function isWrappedNative(chainId: number, address: Address): boolean {
  return wrappedNative.some(
    (wrapped) => wrapped.chainId === chainId && wrapped.address.toLowerCase() === address.toLowerCase(),
  );
}

/** Whether the chain's own coin is ether, as the symbol of its wrapper says; false where no wrapper is known. */
export function coinIsEther(chainId: number): boolean {
  return wrappedNative.some((wrapped) => wrapped.chainId === chainId && wrapped.symbol === 'WETH');
}

function at(chainId: number, address: string): string {
  return `${chainId}:${address.toLowerCase()}`;
}

/** Indexes the protocols once; every lookup afterwards is one map access. */
export function createRegistry(protocols: readonly Protocol[]): Registry {
  const entries = new Map<string, Registered<DepositEntry>>();
  const tokens = new Map<string, Registered<Token>>();
  const depositContracts = new Map<number, Set<Address>>();
  const everyDepositContract = new Set<string>();
  const selectors = new Set<string>();
  const known = new Set<string>();
  const everywhere = new Set(utilityContracts.map(({ address }) => address.toLowerCase()));

  for (const protocol of protocols) {
    for (const entry of protocol.deposits) {
      entries.set(at(entry.chainId, entry.to) + entry.selector, { ...entry, protocol: protocol.id });
      everyDepositContract.add(at(entry.chainId, entry.to));
      selectors.add(entry.selector);
      known.add(at(entry.chainId, entry.to));
      if (entry.does !== 'wrap') {
        const ofChain = depositContracts.get(entry.chainId) ?? new Set<Address>();
        depositContracts.set(entry.chainId, ofChain.add(`0x${entry.to.slice(2).toLowerCase()}`));
      }
    }
    for (const token of protocol.tokens) {
      tokens.set(at(token.chainId, token.address), { ...token, protocol: protocol.id });
      known.add(at(token.chainId, token.address));
    }
    for (const contract of protocol.contracts) known.add(at(contract.chainId, contract.address));
  }
  for (const { chainId, address } of [...wrappedNative, ...payTokens, ...swapRouters]) {
    known.add(at(chainId, address));
  }

  return {
    findDeposit: (chainId, to, selector) => entries.get(at(chainId, to) + selector.toLowerCase()) ?? null,
    isDepositContract: (chainId, address) => everyDepositContract.has(at(chainId, address)),
    depositContracts: (chainId) => [...(depositContracts.get(chainId) ?? [])],
    isDepositSelector: (selector) => selectors.has(selector.toLowerCase()),
    findToken: (chainId, address) => tokens.get(at(chainId, address)) ?? null,
    restakingTokens: (chainId) =>
      [...tokens.values()]
        .filter((token) => token.chainId === chainId && token.restaking)
        .map(({ address }): Address => `0x${address.slice(2).toLowerCase()}`),
    isKnown: (chainId, address) => known.has(at(chainId, address)) || everywhere.has(address.toLowerCase()),
    asset: (chainId, address) => {
      const token =
        tokens.get(at(chainId, address)) ??
        payTokens.find((pay) => at(pay.chainId, pay.address) === at(chainId, address));
      return token === undefined ? null : { symbol: token.symbol, decimals: token.decimals };
    },
    track: (id) => protocols.find((protocol) => protocol.id === id)?.track ?? null,
  };
}
