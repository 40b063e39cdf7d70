import { type Address, type Hex, isAddress } from '../../core/index.ts';
import { isNativePseudo } from '../../protocols/index.ts';
import { type AbiValue, type Call, CutOff, take, toHex } from '../../request/index.ts';

/** A swap as the calldata names it. */
export type Swap = {
  /** Null where the call does not name it. */
  readonly paid: Address | 'native' | null;
  /** Null where only a maximum is named. */
  readonly amount: bigint | null;
  readonly bought: Address;
  /** `caller` and `router` where the call says so in a short form, or in none. */
  readonly recipient: Address | 'caller' | 'router';
};

/** What one call to a router comes to. */
export type SwapsRead = {
  readonly swaps: readonly Swap[];
  /** Parts that are not read, as hex: they may name a restaking token. */
  readonly unread?: readonly string[];
  /** What is bought cannot be told, and a pool with a restaking token is named: why. */
  readonly unclear?: string;
};

/** How the arguments of one function are read. Throws `CutOff` where they do not have the promised shape. */
export type Format = {
  readonly name: string;
  readonly types: string;
  read(values: readonly AbiValue[], call: Call): SwapsRead;
};

export type Formats = Readonly<Record<Hex, Format>>;

const zero = /^0x0{40}$/;

/** Routers' short forms: 1 is the caller, 2 the router itself; zero is whatever this router means by it. */
export function recipientOf(value: AbiValue | undefined, zeroIs: 'caller' | 'router'): Swap['recipient'] {
  const address = take.address(value);
  if (zero.test(address)) return zeroIs;
  if (/^0x0{39}1$/.test(address)) return 'caller';
  return /^0x0{39}2$/.test(address) ? 'router' : address;
}

/** A token as routers name it: some mean the native coin by zero or by a pseudo-address. */
export function tokenOf(value: AbiValue | undefined): Address | 'native' {
  const address = take.address(value);
  return zero.test(address) || isNativePseudo(address) ? 'native' : address;
}

/** One swap, or none where the native coin is bought. A native payment is the call's own value. */
export function oneSwap(
  paid: Swap['paid'],
  amount: bigint | null,
  bought: Address | 'native',
  recipient: Swap['recipient'],
): readonly Swap[] {
  return isAddress(bought) ? [{ paid, amount, bought, recipient }] : [];
}

/** First and last token of a packed Uniswap V3 path: token 20 bytes, then fee 3 and token 20 per hop. */
export function pathEnds(path: Uint8Array): readonly [Address, Address] {
  if (path.length < 43 || (path.length - 20) % 23 !== 0) throw new CutOff('no path of tokens');
  return [toHex(path.subarray(0, 20)), toHex(path.subarray(path.length - 20))];
}

/** First and last of a list of tokens. */
export function listEnds(value: AbiValue | undefined): readonly [Address, Address] {
  const list = take.list(value);
  return [take.address(list[0]), take.address(list[list.length - 1])];
}

/** A word that holds an address in its low twenty bytes and flags above them. */
export function lowAddress(word: bigint): Address {
  return `0x${(word & ((1n << 160n) - 1n)).toString(16).padStart(40, '0')}`;
}
