import type { Address, Hex } from '../../core/index.ts';
import type { Dated, StakeId } from '../define-protocol.ts';

type Evidence = Dated<unknown>['evidence'];

type Sourced = {
  readonly address: Address;
  /** The pair in the source's own words. */
  readonly pair: string;
  readonly evidence: Evidence;
  readonly source: string;
};

/** A pool in which the token is sold for WETH. Of a Curve pool no source says form or order of coins: both are read. */
export type MarketPool =
  | (Sourced & { readonly venue: 'curve' })
  /** `fee` in millionths. */
  | (Sourced & { readonly venue: 'uniswap-v3'; readonly fee: number })
  /** `poolId`: by which Balancer's vault knows it; the vault holds what is in it. */
  | (Sourced & { readonly venue: 'balancer-v2'; readonly poolId: Hex });

/** A published price of the market: a second opinion, good only while it is fresh. */
export type MarketFeed = Sourced & {
  readonly decimals: number;
  /** It is renewed at least this often, by its publisher's own word. */
  readonly heartbeat: Dated<number>;
};

/** Where a token is sold for ETH, on Ethereum. */
export type Market = {
  readonly stake: StakeId;
  readonly symbol: string;
  /** What is sold; 18 decimals. The rate of the stake record is this token's. */
  readonly token: Address;
  readonly pools: readonly MarketPool[];
  readonly feed: MarketFeed | null;
  /** Known pools that are not asked, and why. */
  readonly leftOut: readonly (Sourced & { readonly why: string })[];
  readonly readOn: string;
};

/** Keeps the literal types of a market's data. */
export function defineMarket<const M extends Market>(market: M): M {
  return market;
}
