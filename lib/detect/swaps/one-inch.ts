import { type Address, sameAddress } from '../../core/index.ts';
import { isWrappedNative, poolAt, registry } from '../../protocols/index.ts';
import { type Call, take } from '../../request/index.ts';
import {
  type Format,
  type Formats,
  lowAddress,
  oneSwap,
  recipientOf,
  type SwapsRead,
  tokenOf,
} from './swap.ts';

const description = '(address,address,address,address,uint256,uint256,uint256)';

function swap(types: string): Format {
  return {
    name: '1inch swap',
    types,
    read: ([, described], call) => {
      const fields = take.list(described);
      const paid = tokenOf(fields[0]);
      const amount = paid === 'native' ? call.value : take.integer(fields[4]);
      return { swaps: oneSwap(paid, amount, tokenOf(fields[1]), recipientOf(fields[3], 'caller')) };
    },
  };
}

/** Clipper: tokens stand at `tokensAt` and behind it; `To` forms name a recipient before them. */
function clipper(name: string, types: string, tokensAt: number, recipientAt: number | null): Format {
  return {
    name,
    types,
    read: (values, call) => {
      const paid = tokenOf(values[tokensAt]);
      const amount = paid === 'native' ? call.value : take.integer(values[tokensAt + 2]);
      const recipient = recipientAt === null ? 'caller' : recipientOf(values[recipientAt], 'caller');
      return { swaps: oneSwap(paid, amount, tokenOf(values[tokensAt + 1]), recipient) };
    },
  };
}

/** What a pool with a restaking token gives for a token that goes in; null where that is not told. */
function otherToken(call: Call, pool: Address, paid: Address | 'native'): Address | null {
  const tokens = poolAt(call.chainId, pool)?.tokens ?? [];
  const others = tokens.filter((token) =>
    paid === 'native' ? !isWrappedNative(call.chainId, token) : !sameAddress(token, paid),
  );
  return others.length === 1 && tokens.length === 2 ? (others[0] ?? null) : null;
}

function holdsRestaking(call: Call, pool: Address): boolean {
  return (poolAt(call.chainId, pool)?.tokens ?? []).some(
    (token) => registry.findToken(call.chainId, token)?.restaking === true,
  );
}

const unclear = 'a swap through a pool that holds a restaking token';

/**
 * The `unoswap` family names pools, not what is bought. One known pool of two tokens tells it; of a route through
 * several only the last pool counts, and it does not tell the direction.
 */
function throughPools(
  call: Call,
  paid: Address | 'native',
  amount: bigint,
  pools: readonly bigint[],
  recipient: Address | 'caller' | 'router',
): SwapsRead {
  const last = lowAddress(pools[pools.length - 1] ?? 0n);
  if (!holdsRestaking(call, last)) return { swaps: [] };
  const bought = pools.length === 1 ? otherToken(call, last, paid) : null;
  if (bought !== null) return { swaps: oneSwap(paid, amount, bought, recipient) };
  return { swaps: [], unclear };
}

type Unoswap = { readonly hops: 1 | 2 | 3; readonly to: boolean; readonly native: boolean };

function unoswap({ hops, to, native }: Unoswap): Format {
  const lead = (to ? 1 : 0) + (native ? 0 : 2);
  return {
    name: `1inch ${native ? 'ethUnoswap' : 'unoswap'}${to ? 'To' : ''}${hops === 1 ? '' : hops}`,
    types: Array.from({ length: lead + 1 + hops }, () => 'uint256').join(),
    read: (values, call) => {
      const words = values.map((value) => take.integer(value));
      const recipient = to ? lowAddress(words[0] ?? 0n) : 'caller';
      const at = to ? 1 : 0;
      const paid = native ? 'native' : lowAddress(words[at] ?? 0n);
      const amount = native ? call.value : (words[at + 1] ?? 0n);
      return throughPools(call, paid, amount, words.slice(-hops), recipient);
    },
  };
}

/** v5 `unoswap` names what is paid, then pools. */
const oldUnoswap: Format = {
  name: '1inch unoswap',
  types: 'address,uint256,uint256,uint256[]',
  read: ([source, amount, , pools], call) => {
    const words = take.list(pools).map((word) => take.integer(word));
    return throughPools(call, tokenOf(source), take.integer(amount), words, 'caller');
  },
};

const oldUnoswapTo: Format = {
  name: '1inch unoswapTo',
  types: 'address,address,uint256,uint256,uint256[]',
  read: ([recipient, source, amount, , pools], call) => {
    const words = take.list(pools).map((word) => take.integer(word));
    return throughPools(call, tokenOf(source), take.integer(amount), words, recipientOf(recipient, 'caller'));
  },
};

const oneForZero = 1n << 255n;

/** v5 `uniswapV3Swap` names pools only, and the direction: of a V3 pool's tokens the lower address is token 0. */
function v3Swap(name: string, types: string, at: number): Format {
  return {
    name,
    types,
    read: (values, call) => {
      const word = take.integer(take.list(values[at + 2]).at(-1));
      const tokens = (poolAt(call.chainId, lowAddress(word))?.tokens ?? []).toSorted((a, b) =>
        a.toLowerCase() < b.toLowerCase() ? -1 : 1,
      );
      const [zero, one] = tokens;
      if (zero === undefined || one === undefined) return { swaps: [] };
      const [paid, bought] = (word & oneForZero) === 0n ? [zero, one] : [one, zero];
      const single = take.list(values[at + 2]).length === 1;
      const amount = take.integer(values[at]);
      const recipient = at === 0 ? 'caller' : recipientOf(values[0], 'caller');
      return { swaps: oneSwap(call.value > 0n ? 'native' : paid, single ? amount : null, bought, recipient) };
    },
  };
}

const clipperTail = 'uint256,uint256,uint256,bytes32,bytes32';

/**
 * 1inch aggregation routers v5 and v6: 1inch/1inch-sdk constants/abi/aggregationRouterV6.abi.json, and the published
 * source of AggregationRouterV5. In v6 a word of type `Address` holds flags above the address.
 */
export const oneInch: Formats = {
  '0x12aa3caf': swap(`address,${description},bytes,bytes`),
  '0x07ed2379': swap(`address,${description},bytes`),
  '0x84bd6d29': clipper('clipperSwap', `address,address,address,${clipperTail}`, 1, null),
  '0x093d4fa5': clipper('clipperSwapTo', `address,address,address,address,${clipperTail}`, 2, 1),
  '0xd2d374e5': clipper('clipperSwap', `address,address,address,${clipperTail}`, 1, null),
  '0xc4d652af': clipper('clipperSwapTo', `address,address,address,address,${clipperTail}`, 2, 1),
  '0x83800a8e': unoswap({ hops: 1, to: false, native: false }),
  '0x8770ba91': unoswap({ hops: 2, to: false, native: false }),
  '0x19367472': unoswap({ hops: 3, to: false, native: false }),
  '0xe2c95c82': unoswap({ hops: 1, to: true, native: false }),
  '0xea76dddf': unoswap({ hops: 2, to: true, native: false }),
  '0xf7a70056': unoswap({ hops: 3, to: true, native: false }),
  '0xa76dfc3b': unoswap({ hops: 1, to: false, native: true }),
  '0x89af926a': unoswap({ hops: 2, to: false, native: true }),
  '0x188ac35d': unoswap({ hops: 3, to: false, native: true }),
  '0x175accdc': unoswap({ hops: 1, to: true, native: true }),
  '0x0f449d71': unoswap({ hops: 2, to: true, native: true }),
  '0x493189f0': unoswap({ hops: 3, to: true, native: true }),
  '0x0502b1c5': oldUnoswap,
  '0xf78dc253': oldUnoswapTo,
  '0xe449022e': v3Swap('1inch uniswapV3Swap', 'uint256,uint256,uint256[]', 0),
  '0xbc80f1a8': v3Swap('1inch uniswapV3SwapTo', 'address,uint256,uint256,uint256[]', 1),
};
