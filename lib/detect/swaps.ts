import { type Address, type Hex, isAddress } from '../core/index.ts';
import { isNativePseudo, registry } from '../protocols/index.ts';
import { type AbiValue, type Call, CutOff, take, toHex } from '../request/index.ts';
import type { Deposit } from './deposit.ts';
import { argumentsOf, none, selectorOf, symbolOf } from './read-deposit.ts';

/** A swap as the calldata names it. */
export type Swap = {
  readonly paid: Address | 'native';
  /** Null where only a maximum is named. */
  readonly amount: bigint | null;
  readonly bought: Address;
  readonly recipient: Address;
};

type SwapReader = (values: readonly AbiValue[], call: Call) => readonly Swap[];
type Format = { readonly name: string; readonly types: string; readonly read: SwapReader };

const single = '(address,address,uint24,address';
const along = '(bytes,address';

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

/** `amountAt` null: the exact side is what comes out, so what goes in is a mere maximum. */
function v3Single(name: string, rest: string, amountAt: number | null): Format {
  return {
    name,
    types: `${single},${rest})`,
    read: ([parameters]) => {
      const fields = take.list(parameters);
      const amount = amountAt === null ? null : take.integer(fields[amountAt]);
      const recipient = take.address(fields[3]);
      return [{ paid: take.address(fields[0]), amount, bought: take.address(fields[1]), recipient }];
    },
  };
}

/** Paths with an exact output run backwards: what is bought stands first. */
function v3Path(name: string, rest: string, amountAt: number | null): Format {
  return {
    name,
    types: `${along},${rest})`,
    read: ([parameters]) => {
      const fields = take.list(parameters);
      const [first, last] = pathEnds(take.bytes(fields[0]));
      const amount = amountAt === null ? null : take.integer(fields[amountAt]);
      const recipient = take.address(fields[1]);
      return [
        amountAt === null
          ? { paid: last, amount, bought: first, recipient }
          : { paid: first, amount, bought: last, recipient },
      ];
    },
  };
}

/** Uniswap V2: paid with the call's value, with an exact amount, or with at most an amount. */
function v2(name: string, types: string, paid: 'value' | 'exact' | 'maximum', pathAt: number): Format {
  return {
    name,
    types,
    read: (values, call) => {
      const [first, last] = listEnds(values[pathAt]);
      const amount = paid === 'value' ? call.value : paid === 'exact' ? take.integer(values[0]) : null;
      return [
        {
          paid: paid === 'value' ? 'native' : first,
          amount,
          bought: last,
          recipient: take.address(values[pathAt + 1]),
        },
      ];
    },
  };
}

const oneInchDescription = '(address,address,address,address,uint256,uint256,uint256)';

function oneInch(types: string): Format {
  return {
    name: '1inch swap',
    types,
    read: ([, description], call) => {
      const fields = take.list(description);
      const source = take.address(fields[0]);
      const native = isNativePseudo(source) || /^0x0{40}$/.test(source);
      const amount = native ? call.value : take.integer(fields[4]);
      const recipient = take.address(fields[3]);
      return [{ paid: native ? 'native' : source, amount, bought: take.address(fields[1]), recipient }];
    },
  };
}

const tokensIn = 'uint256,uint256,address[],address';
const coinIn = 'uint256,address[],address,uint256';

/** Swaps recognised by selector, whatever the router's address. Universal Router: `universal-router.ts`. */
const formats: Readonly<Record<Hex, Format>> = {
  '0x04e45aaf': v3Single('exactInputSingle', 'uint256,uint256,uint160', 4),
  '0xb858183f': v3Path('exactInput', 'uint256,uint256', 2),
  '0x5023b4df': v3Single('exactOutputSingle', 'uint256,uint256,uint160', null),
  '0x09b81346': v3Path('exactOutput', 'uint256,uint256', null),
  '0x414bf389': v3Single('exactInputSingle', 'uint256,uint256,uint256,uint160', 5),
  '0xc04b8d59': v3Path('exactInput', 'uint256,uint256,uint256', 3),
  '0xdb3e2198': v3Single('exactOutputSingle', 'uint256,uint256,uint256,uint160', null),
  '0xf28c0498': v3Path('exactOutput', 'uint256,uint256,uint256', null),
  '0x7ff36ab5': v2('swapExactETHForTokens', coinIn, 'value', 1),
  '0xb6f9de95': v2('swapExactETHForTokensSupportingFeeOnTransferTokens', coinIn, 'value', 1),
  '0xfb3bdb41': v2('swapETHForExactTokens', coinIn, 'maximum', 1),
  '0x38ed1739': v2('swapExactTokensForTokens', `${tokensIn},uint256`, 'exact', 2),
  '0x5c11d795': v2(
    'swapExactTokensForTokensSupportingFeeOnTransferTokens',
    `${tokensIn},uint256`,
    'exact',
    2,
  ),
  '0x8803dbee': v2('swapTokensForExactTokens', `${tokensIn},uint256`, 'maximum', 2),
  '0x472b43f3': v2('swapExactTokensForTokens', tokensIn, 'exact', 2),
  '0x42712a67': v2('swapTokensForExactTokens', tokensIn, 'maximum', 2),
  '0x12aa3caf': oneInch(`address,${oneInchDescription},bytes,bytes`),
  '0x07ed2379': oneInch(`address,${oneInchDescription},bytes`),
};

const formatsOf = new Map<string, Format>(Object.entries(formats));

/** Name and swaps of a call to a router; null where the selector is none of theirs. Throws `CutOff`. */
export function readSwaps(call: Call): { readonly name: string; readonly swaps: readonly Swap[] } | null {
  const selector = selectorOf(call.data);
  const format = selector === null ? undefined : formatsOf.get(selector);
  if (format === undefined) return null;
  return { name: format.name, swaps: format.read(argumentsOf(format.types, call.data), call) };
}

/** Routers' short forms: 1 is the caller, 2 the router itself, 0 (where a router allows it) the caller. */
function receiverOf(recipient: Address, call: Call): Address | null {
  if (!/^0x0{39}[012]$/.test(recipient)) return recipient;
  return recipient.endsWith('2') ? call.to : call.caller;
}

/** Swaps whose bought token is a restaking token on that chain, as deposits of kind `acquires`. */
export function acquisitions(name: string, swaps: readonly Swap[], call: Call): readonly Deposit[] {
  return swaps.flatMap((swap) => {
    const token = registry.findToken(call.chainId, swap.bought);
    if (token === null || !token.restaking || !isAddress(call.to)) return [];
    const bought: Deposit = {
      ...none,
      protocol: token.protocol,
      kind: 'acquires',
      chainId: call.chainId,
      contract: call.to,
      contractName: 'swap router',
      signature: name,
      asset: swap.paid,
      assetSymbol: symbolOf(call.chainId, swap.paid),
      amount: swap.amount,
      receiver: receiverOf(swap.recipient, call),
      caller: call.caller,
      gives: token.symbol,
      token: token.address,
      data: call.data,
      via: call.via,
      stake: token.stake,
      ...(token.stake === null ? { notModelled: 'What stands behind this token is not modelled.' } : {}),
    };
    return [bought];
  });
}
