import type { Address, Hex } from '../core/index.ts';

/** A question that takes back what it tries, and so answers no static call: asked beside the lens, as it stands. */
export type QuoteRead = {
  readonly kind: 'quote';
  readonly to: Address;
  readonly sig: string;
  readonly data: Hex;
  readonly gas: number;
  /** How many bytes of the answer count; the rest tells how the node worked, not what the chain holds. */
  readonly size: number;
  /** Asked once. */
  readonly for?: undefined;
  readonly max?: undefined;
};

/** One view of the token, asked once or for each item of an earlier answer. Interpreted by `steps.ts` and the lens. */
export type Step = {
  readonly name: string;
  /** The view and where it lies, for the evidence. */
  readonly source: string;
  readonly op: 'call' | 'balance' | 'code' | 'slot' | 'quote';
  /** Null: once. `list`: each item of a list; `count`: 0 up to a number, `through`: that one too; `each`: each answer of a step. */
  readonly over: { readonly kind: 'list' | 'count' | 'through' | 'each'; readonly step: number } | null;
  readonly max: number;
  readonly target:
    | { readonly kind: 'fixed'; readonly address: Address }
    | { readonly kind: 'result'; readonly step: number }
    | { readonly kind: 'item' };
  readonly gas: number;
  readonly size: number;
  /** Calldata; for `slot` the slot. */
  readonly data: Hex;
  /** For `slot`: what was published to stand there. */
  readonly hint?: Address;
  /** Words of the calldata that earlier answers fill in. `each`: the answer of the same turn; `first`: the only one. */
  readonly patches: readonly {
    readonly offset: number;
    readonly from: { readonly kind: 'item' } | { readonly kind: 'each' | 'first'; readonly step: number };
  }[];
};

/** Which contracts hold the stake: given, or the answers of a step. */
export type StakerSource =
  | { readonly kind: 'given'; readonly list: readonly Address[] }
  | { readonly kind: 'list' | 'each'; readonly step: number };

/** How a strategy's underlying token becomes ETH by one view. */
export type PriceView = { readonly strategy: Address; readonly to: Address; readonly data: Hex };

/** Everything one reading asks, as data. */
export type Plan = {
  readonly delegation: Address;
  readonly allocation: Address;
  readonly steps: readonly Step[];
  readonly stakers: StakerSource;
  /** Strategies looked at for every operator met, whoever holds them. */
  readonly always: readonly Address[];
  /** Strategies assumed for a staker whose own list cannot be read. */
  readonly fallback: readonly Address[];
  /** Operators looked at whoever delegates to them. */
  readonly forced: readonly Address[];
  readonly prices: readonly PriceView[];
  /** Operators known beforehand: their storage words can be asked in the first trip. Never a source of figures. */
  readonly hinted: readonly Address[];
  /** Step whose answers are operators to look at whoever delegates to them; asked after the lens, not by it. */
  readonly listed: number | null;
  /** The stake is a vault's: who is promised it is asked after the steps, and not by the lens. */
  readonly pool: boolean;
};

/** How much of a walk is done; the lens has the same figures. What lies beyond is not reached, and said. */
export type Caps = {
  readonly results: number;
  readonly stakers: number;
  readonly strategies: number;
  readonly pairs: number;
  readonly sets: number;
  readonly members: number;
};

export const LENS_CAPS: Caps = {
  results: 640,
  stakers: 600,
  strategies: 40,
  pairs: 256,
  sets: 640,
  members: 800,
};

/** Bounds of a walk over answers that are already here, or asked in rounds. */
export const WIDE_CAPS: Caps = {
  ...LENS_CAPS,
  results: 2_000,
  stakers: 1_000,
  pairs: 1_000,
  sets: 2_000,
  members: 4_000,
};

/** The native ETH strategy: a mark, not a contract. */
const BEACON: Address = '0xbeac0eeeeeeeeeeeeeeeeeeeeeeeeeeeeeebeac0';

/** Address of EigenLayer's native ETH strategy, without regard to letter case. */
export function isBeacon(strategy: string): boolean {
  return strategy.toLowerCase() === BEACON;
}
