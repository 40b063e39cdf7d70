import type { Address, Hex, UnknownReason } from '../core/index.ts';

/** One read of the chain. `gas` and `size` bound what the answer may cost. */
export type Request =
  | {
      readonly kind: 'call';
      readonly to: Address;
      readonly data: Hex;
      readonly gas: number;
      readonly size: number;
    }
  /** What no static call can ask: never by the lens. Of the answer only the first `size` bytes count. */
  | {
      readonly kind: 'quote';
      readonly to: Address;
      readonly data: Hex;
      readonly gas: number;
      readonly size: number;
    }
  | { readonly kind: 'balance'; readonly to: Address }
  /** 0 no code, 1 code, 2 an account that only delegates to code (EIP-7702). */
  | { readonly kind: 'code'; readonly to: Address }
  | { readonly kind: 'slot'; readonly to: Address; readonly slot: Hex }
  /** Events of a contract since a block, those whose first topic is one of the list. No contract can read them. */
  | { readonly kind: 'logs'; readonly to: Address; readonly from: number; readonly topics: readonly Hex[] };

/** What came back: hex digits without `0x`, exactly as the contract gave them, or why there is nothing. */
export type Raw =
  | { readonly status: 'ok'; readonly data: string }
  | { readonly status: 'failed'; readonly reason: UnknownReason };

/** Answers in the order of the requests. Never throws for a read that failed. */
export type Ask = (requests: readonly Request[]) => Promise<readonly Raw[]>;

export const NOT_REACHED: Raw = { status: 'failed', reason: 'not-reached' };

/** The same question has the same key, whoever asks it. */
export function keyOf(request: Request): string {
  if (request.kind === 'call') return `${request.to}${request.data}`.toLowerCase();
  if (request.kind === 'quote') return `quote:${request.to}${request.data}`.toLowerCase();
  if (request.kind === 'slot') return `slot:${request.to}:${request.slot}`.toLowerCase();
  if (request.kind === 'logs') return `logs:${request.to}:${request.from}`.toLowerCase();
  return `${request.kind}:${request.to}`.toLowerCase();
}

/** What one sub-read may cost: enough for the heaviest honest answer seen, far below the whole. */
export const VALUE = { gas: 500_000, size: 1_024 } as const;
export const LIST = { gas: 3_000_000, size: 65_536 } as const;
