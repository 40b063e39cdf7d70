import type { Address } from '../../core/index.ts';
import { type AbiValue, CutOff, decodeArguments, take, toHex } from '../../request/index.ts';
import { oneSwap, recipientOf, type Swap, tokenOf } from './swap.ts';

/** Actions of Uniswap/v4-periphery `Actions.sol` that swap, and those that only settle, take or wrap. */
const single = new Set([0x06, 0x08]);
const multi = new Set([0x07, 0x09]);
const take4 = 0x0e;
const harmless = new Set([0x0b, 0x0c, 0x0d, 0x0f, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16]);

const poolKey = '(address,address,uint24,int24,address)';
const hop = '(address,uint256,uint256,address,bytes)';

/** The bytes of the one struct that an action's parameters hold: they begin with its offset. */
function structIn(parameters: Uint8Array): Uint8Array {
  const offset = take.integer(decodeArguments('uint256', parameters)[0]);
  if (offset > BigInt(parameters.length)) throw new CutOff('an offset leads out of the arguments');
  return parameters.subarray(Number(offset));
}

/** An amount of zero stands for whatever is there. */
function exactly(amount: AbiValue | undefined): bigint | null {
  const value = take.integer(amount);
  return value === 0n ? null : value;
}

/** One pool: the fields up to the amounts are the same in every version of the router. */
function singleSwap(exactIn: boolean, parameters: Uint8Array): readonly Swap[] {
  const [key, zeroForOne, amount] = decodeArguments(`${poolKey},bool,uint256`, structIn(parameters));
  const [zero, one] = take.list(key);
  const [paid, bought] = take.flag(zeroForOne) ? [zero, one] : [one, zero];
  return oneSwap(tokenOf(paid), exactIn ? exactly(amount) : null, tokenOf(bought), 'caller');
}

/**
 * Several pools. Exact input names what is paid, then the hops; exact output names what is bought. Since router 2.1 a
 * list of prices stands before the amounts: the head is then five words long, which the first offset shows.
 */
function multiSwap(exactIn: boolean, parameters: Uint8Array): readonly Swap[] {
  const struct = structIn(parameters);
  const [currency, hops, third, fourth] = decodeArguments(`address,${hop}[],uint256,uint256`, struct);
  const head = take.integer(decodeArguments('address,uint256', struct)[1]);
  const amount = head === 0x80n ? third : head === 0xa0n ? fourth : undefined;
  const ends = take.list(hops).map((entry) => take.list(entry)[0]);
  const end = exactIn ? ends.at(-1) : ends[0];
  const [paid, bought] = exactIn ? [currency, end] : [end, currency];
  const given = exactIn && amount !== undefined ? exactly(amount) : null;
  return oneSwap(tokenOf(paid), given, tokenOf(bought), 'caller');
}

/** Swaps of a V4_SWAP command, and its actions that are not read, as hex. Throws `CutOff`. */
export function readV4(input: Uint8Array): {
  readonly swaps: readonly Swap[];
  readonly unread: readonly string[];
} {
  const [actions, list] = decodeArguments('bytes,bytes[]', input);
  const parameters = take.list(list);
  const swaps: Swap[] = [];
  const unread: string[] = [];
  const taken = new Map<Address, Swap['recipient']>();
  take.bytes(actions).forEach((action, index) => {
    const bytes = take.bytes(parameters[index]);
    if (single.has(action)) swaps.push(...singleSwap(action === 0x06, bytes));
    else if (multi.has(action)) swaps.push(...multiSwap(action === 0x07, bytes));
    else if (action === take4) {
      const [currency, recipient] = decodeArguments('address,address,uint256', bytes);
      taken.set(take.address(currency), recipientOf(recipient, 'caller'));
    } else if (!harmless.has(action)) unread.push(toHex(bytes));
  });
  return {
    unread,
    swaps: swaps.map((swap) => ({ ...swap, recipient: taken.get(swap.bought) ?? swap.recipient })),
  };
}
