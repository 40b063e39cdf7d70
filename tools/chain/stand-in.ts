import {
  type Abi,
  type AbiFunction,
  concat,
  encodeAbiParameters,
  encodeFunctionData,
  keccak256,
  pad,
  parseAbi,
  size,
  slice,
  toFunctionSelector,
  toHex,
} from 'viem';

import type { Address, Hex } from '../../lib/core/index.ts';
import type { RpcRequest } from './node-rpc.ts';

/** How a stand-in answers one question. `size` and `gas` are numbers of bytes and of gas. */
export type Behaviour =
  | { readonly kind: 'return'; readonly data: Hex }
  | { readonly kind: 'revert'; readonly data?: Hex }
  | { readonly kind: 'flood'; readonly size: number }
  | { readonly kind: 'revert-flood'; readonly size: number }
  | { readonly kind: 'loop' }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'recurse' }
  | { readonly kind: 'burn'; readonly gas: number; readonly data: Hex }
  /** Argument number `argument` times `numerator` / `denominator`, rounded down. */
  | {
      readonly kind: 'scale';
      readonly argument: number;
      readonly numerator: bigint;
      readonly denominator: bigint;
    };

/** One question (whole calldata, or a selector for any arguments) and its answer. */
export type Answer = { readonly question: Hex; readonly behaviour: Behaviour };

/** A contract on the embedded chain: what it answers, holds and has in its slots. */
export type ContractState = {
  readonly address: Address;
  /** Who it is, for people. */
  readonly role: string;
  readonly answers?: readonly Answer[];
  readonly balance?: bigint;
  readonly slots?: Readonly<Record<Hex, Hex>>;
  /** Contract that answers what is not listed. */
  readonly logic?: Address;
};

const HEAD = keccak256(toHex('slashlight.chain.head'));
const ANSWERS = keccak256(toHex('slashlight.chain.answers'));
const MODES = {
  return: 1n,
  revert: 2n,
  flood: 3n,
  'revert-flood': 4n,
  loop: 5n,
  invalid: 6n,
  recurse: 7n,
  burn: 8n,
  scale: 9n,
} as const;

/** EIP-1967 slots. */
export const SLOTS = {
  implementation: '0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc',
  admin: '0xb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103',
  beacon: '0xa3f0ad74e5423aebfd80d3ef4346578335a9a72aeaee59ff6cb3582b35133d50',
} as const;

/** An address as a 32-byte word, for slots. */
export function word(address: Address): Hex {
  return pad(address, { size: 32 });
}

/**
 * A view and what it answers.
 *
 * @param signature - such as `function balanceOf(address) view returns (uint256)`
 * @param result - the returned value; an array where the function returns several
 * @param args - the arguments it is the answer for; left out: for any arguments
 */
export function view(signature: string, result: unknown, args?: readonly unknown[]): Answer {
  const item = functionOf(signature);
  const values = item.outputs.length !== 1 && Array.isArray(result) ? result : [result];
  return {
    question: question(signature, args),
    behaviour: { kind: 'return', data: encodeAbiParameters(item.outputs, values) },
  };
}

/** A view whose answer is one of its arguments times numerator / denominator. */
export function scale(signature: string, argument: number, numerator: bigint, denominator: bigint): Answer {
  return { question: question(signature), behaviour: { kind: 'scale', argument, numerator, denominator } };
}

/** Any behaviour, hostile ones above all, for a function; `args` as in `view`. */
export function behave(signature: string, behaviour: Behaviour, args?: readonly unknown[]): Answer {
  return { question: question(signature, args), behaviour };
}

/** The answers by which a view can lie about a list: 2^256 - 1 elements, an offset into nowhere, half a word. */
export const MALFORMED = {
  endlessArray: concat([word32(32n), word32(2n ** 256n - 1n)]),
  wildOffset: concat([word32(2n ** 255n), word32(1n)]),
  backwardsOffset: concat([word32(2n ** 256n - 32n), word32(1n)]),
  shortWord: '0x0000000000000000000000000000000000000000000000000000000000000001ff',
  nothing: '0x',
} as const;

function question(signature: string, args?: readonly unknown[]): Hex {
  const item = functionOf(signature);
  if (args === undefined) return toFunctionSelector(item);
  const abi: Abi = [item];
  return encodeFunctionData({ abi, functionName: item.name, args });
}

function functionOf(signature: string): AbiFunction {
  const signatures: readonly string[] = [signature];
  const [item] = parseAbi(signatures);
  if (item?.type !== 'function') throw new Error(`not a function: ${signature}`);
  return item;
}

/**
 * The requests that put a contract onto the chain: its code, head, answers, slots and balance.
 *
 * @param code - runtime code of `StandIn`
 */
export function placing(state: ContractState, code: Hex): RpcRequest[] {
  const head = (BigInt(state.logic ?? '0x0') | ((state.answers?.length ?? 0) > 0 ? 1n << 160n : 0n)).toString(
    16,
  );
  const requests: RpcRequest[] = [
    ['anvil_setCode', [state.address, code]],
    ['anvil_setStorageAt', [state.address, HEAD, pad(`0x${head}`, { size: 32 })]],
  ];
  for (const answer of state.answers ?? []) requests.push(...answering(state.address, answer));
  for (const [slot, value] of Object.entries(state.slots ?? {})) {
    requests.push(['anvil_setStorageAt', [state.address, slot, value]]);
  }
  if (state.balance !== undefined) requests.push(['anvil_setBalance', [state.address, toHex(state.balance)]]);
  return requests;
}

/** The requests that set one answer of a contract that already stands; its head must say that it has answers. */
export function answering(address: Address, { question: asked, behaviour }: Answer): RpcRequest[] {
  const key = size(asked) === 4 ? pad(asked, { dir: 'right', size: 32 }) : keccak256(asked);
  const slot = BigInt(keccak256(concat([key, ANSWERS])));
  const { parameter, data } = content(behaviour);
  const first = (MODES[behaviour.kind] << 248n) | (BigInt(parameter) << 32n) | BigInt(size(data));
  const words = [word32(first)];
  for (let at = 0; at < size(data); at += 32) {
    words.push(pad(slice(data, at, Math.min(at + 32, size(data))), { dir: 'right', size: 32 }));
  }
  return words.map((value, index) => ['anvil_setStorageAt', [address, word32(slot + BigInt(index)), value]]);
}

/** The request that tells a stand-in that it has answers of its own, before its logic is asked. */
export function heeding(address: Address, logic: Address | undefined): RpcRequest {
  return ['anvil_setStorageAt', [address, HEAD, word32(BigInt(logic ?? '0x0') | (1n << 160n))]];
}

/** The request that takes one answer away again. */
export function forgetting(address: Address, asked: Hex): RpcRequest {
  const key = size(asked) === 4 ? pad(asked, { dir: 'right', size: 32 }) : keccak256(asked);
  return ['anvil_setStorageAt', [address, keccak256(concat([key, ANSWERS])), word32(0n)]];
}

function content(behaviour: Behaviour): { parameter: number; data: Hex } {
  switch (behaviour.kind) {
    case 'return':
      return { parameter: 0, data: behaviour.data };
    case 'revert':
      return { parameter: 0, data: behaviour.data ?? '0x' };
    case 'flood':
    case 'revert-flood':
      return { parameter: behaviour.size, data: '0x' };
    case 'burn':
      return { parameter: behaviour.gas, data: behaviour.data };
    case 'scale':
      return {
        parameter: behaviour.argument,
        data: concat([word32(behaviour.numerator), word32(behaviour.denominator)]),
      };
    case 'loop':
    case 'invalid':
    case 'recurse':
      return { parameter: 0, data: '0x' };
    default:
      return unreachable(behaviour);
  }
}

function unreachable(behaviour: never): never {
  throw new Error(`no such behaviour: ${JSON.stringify(behaviour)}`);
}

function word32(value: bigint): Hex {
  return toHex(value, { size: 32 });
}
