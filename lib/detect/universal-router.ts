import type { Address } from '../core/index.ts';
import { type AbiValue, type Call, CutOff, decodeArguments, take, toHex } from '../request/index.ts';
import { argumentsOf, selectorOf } from './read-deposit.ts';
import { listEnds, pathEnds, type Swap } from './swaps.ts';

/** What a plan of commands comes to. */
export type Plan = {
  readonly swaps: readonly Swap[];
  /** Inputs of commands that are not read, as hex: they may name a restaking token. */
  readonly unread: readonly string[];
};

const typesOf = new Map([
  ['0x3593564c', 'bytes,bytes[],uint256'],
  ['0x24856bc3', 'bytes,bytes[]'],
]);

const v3 = 'address,uint256,uint256,bytes,bool';
const v2 = 'address,uint256,uint256,address[],bool';

/** Commands that only wrap, unwrap, permit, pay out or check. */
const harmless = new Set([0x02, 0x03, 0x05, 0x06, 0x0a, 0x0b, 0x0c, 0x0d, 0x0e]);

const sweep = 0x04;
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
  return {
    paid,
    bought,
    amount: exactIn ? take.integer(values[1]) : null,
    recipient: take.address(values[0]),
  };
}

function readCommands(commands: Uint8Array, inputs: readonly AbiValue[], depth: number): Plan {
  const swaps: Swap[] = [];
  const unread: string[] = [];
  const swept = new Map<Address, Address>();
  commands.forEach((byte, index) => {
    const command = byte & 0x3f;
    const input = take.bytes(inputs[index]);
    const swap = swapOf(command, input);
    if (swap !== null) swaps.push(swap);
    else if (command === sweep) {
      const [token, recipient] = decodeArguments('address,address,uint256', input);
      swept.set(take.address(token), take.address(recipient));
    } else if (command === subPlan) {
      if (depth >= maxDepth) throw new CutOff('plans inside plans');
      const [inner, innerInputs] = decodeArguments('bytes,bytes[]', input);
      const plan = readCommands(take.bytes(inner), take.list(innerInputs), depth + 1);
      swaps.push(...plan.swaps);
      unread.push(...plan.unread);
    } else if (!harmless.has(command)) unread.push(toHex(input));
  });
  // What a swap leaves in the router, a later sweep hands on.
  return {
    unread,
    swaps: swaps.map((swap) =>
      isRouter(swap.recipient) ? { ...swap, recipient: swept.get(swap.bought) ?? swap.recipient } : swap,
    ),
  };
}

function isRouter(recipient: Address): boolean {
  return /^0x0{39}2$/.test(recipient);
}

/** The swaps of a Universal Router call; null where the selector is not its own. Throws `CutOff`. */
export function readPlan(call: Call): Plan | null {
  const selector = selectorOf(call.data);
  const types = selector === null ? undefined : typesOf.get(selector);
  if (types === undefined) return null;
  const [commands, inputs] = argumentsOf(types, call.data);
  const bytes = take.bytes(commands);
  if (bytes.length > 512) throw new CutOff('more commands than are read');
  return readCommands(bytes, take.list(inputs), 0);
}
