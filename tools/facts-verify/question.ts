import type { RpcCall } from '../../lib/exposure/index.ts';

/** What a node said about one fact. `changed`: a published value that was never meant to stand still is another now. */
export type Outcome =
  | { readonly state: 'same' }
  | { readonly state: 'differs' | 'changed' | 'told'; readonly now: string }
  | { readonly state: 'unread'; readonly why: string };

/** One fact of the registry, and the call that shows whether it holds. */
export type Question = {
  readonly chainId: number;
  /** What is claimed, in words that name the address. */
  readonly fact: string;
  /** Evidence or grade that the registry gives it. */
  readonly evidence: string;
  readonly call: RpcCall;
  /** Judges the result of the call; it may be anything that JSON can hold. */
  readonly judge: (result: unknown) => Outcome;
};

/** One fact with what a node said about it. */
export type Answer = Pick<Question, 'chainId' | 'fact' | 'evidence'> & { readonly outcome: Outcome };

export const same: Outcome = { state: 'same' };

/** An answer nobody can read. */
export function unread(why: string): Outcome {
  return { state: 'unread', why };
}

/** Hex digits of a result without prefix, lower case; null where it is no hex text. */
export function digitsOf(result: unknown): string | null {
  return typeof result === 'string' && /^0x([0-9a-f]{2})*$/i.test(result)
    ? result.slice(2).toLowerCase()
    : null;
}

/** The first word of an answer as an address, lower case; null where it is none. */
export function addressOf(result: unknown): string | null {
  const digits = digitsOf(result);
  return digits !== null && /^0{24}[0-9a-f]{40}$/.test(digits.slice(0, 64))
    ? `0x${digits.slice(24, 64)}`
    : null;
}
