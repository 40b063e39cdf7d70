import type { Address } from '../../core/index.ts';
import { type AbiValue, CutOff, decodeArguments, take, toHex } from '../../request/index.ts';
import {
  type Format,
  type Formats,
  listEnds,
  pathEnds,
  recipientOf,
  type Swap,
  type SwapsRead,
} from './swap.ts';
import { readV4 } from './v4.ts';

const v3 = 'address,uint256,uint256,bytes,bool';
const v2 = 'address,uint256,uint256,address[],bool';

/** Commands that only wrap, unwrap, permit, pay out or check. */
const harmless = new Set([0x02, 0x03, 0x05, 0x06, 0x0a, 0x0b, 0x0c, 0x0d, 0x0e]);

const sweep = 0x04;
const v4Swap = 0x10;
const subPlan = 0x21;
const maxDepth = 4;

function swapOf(command: number, input: Uint8Array): Swap | null {
  if (command !== 0x00 && command !== 0x01 && command !== 0x08 && command !== 0x09) return null;
  const exactIn = command === 0x00 || command === 0x08;
  const inV3 = command < 0x08;
  const values: readonly AbiValue[] = decodeArguments(inV3 ? v3 : v2, input);
  const [first, last] = inV3 ? pathEnds(take.bytes(values[3])) : listEnds(values[3]);
  // Only packed V3 paths with an exact output run backwards.
  const [paid, bought] = command === 0x01 ? [last, first] : [first, last];
  const amount = exactIn ? take.integer(values[1]) : null;
  return { paid, bought, amount, recipient: recipientOf(values[0], 'caller') };
}

type Plan = { readonly swaps: readonly Swap[]; readonly unread: readonly string[] };

function readCommands(commands: Uint8Array, inputs: readonly AbiValue[], depth: number): Plan {
  const swaps: Swap[] = [];
  const unread: string[] = [];
  const swept = new Map<Address, Swap['recipient']>();
  const add = (plan: Plan): void => {
    swaps.push(...plan.swaps);
    unread.push(...plan.unread);
  };
  commands.forEach((byte, index) => {
    const command = byte & 0x3f;
    const input = take.bytes(inputs[index]);
    const swap = swapOf(command, input);
    if (swap !== null) swaps.push(swap);
    else if (command === v4Swap) add(readV4(input));
    else if (command === sweep) {
      const [token, recipient] = decodeArguments('address,address,uint256', input);
      swept.set(take.address(token), recipientOf(recipient, 'caller'));
    } else if (command === subPlan) {
      if (depth >= maxDepth) throw new CutOff('plans inside plans');
      const [inner, innerInputs] = decodeArguments('bytes,bytes[]', input);
      add(readCommands(take.bytes(inner), take.list(innerInputs), depth + 1));
    } else if (!harmless.has(command)) unread.push(toHex(input));
  });
  // What a swap leaves in the router, a later sweep hands on.
  return {
    unread,
    swaps: swaps.map((swap) =>
      swap.recipient === 'router' ? { ...swap, recipient: swept.get(swap.bought) ?? swap.recipient } : swap,
    ),
  };
}

function execute(types: string): Format {
  return {
    name: 'execute',
    types,
    read: ([commands, inputs]): SwapsRead => {
      const bytes = take.bytes(commands);
      if (bytes.length > 512) throw new CutOff('more commands than are read');
      return readCommands(bytes, take.list(inputs), 0);
    },
  };
}

/** Uniswap/universal-router `Commands.sol`: a plan of commands with an input each. */
export const universalRouter: Formats = {
  '0x3593564c': execute('bytes,bytes[],uint256'),
  '0x24856bc3': execute('bytes,bytes[]'),
};
