import { ezeth } from './ezeth.ts';
import type { Market } from './market.ts';
import { pufeth } from './pufeth.ts';
import { rseth } from './rseth.ts';
import { rsweth } from './rsweth.ts';
import { weeth } from './weeth.ts';

/** Every market there is data for, all of them on Ethereum. */
export const markets: readonly Market[] = [weeth, ezeth, rseth, pufeth, rsweth];

/** Where the token of a stake record is sold; null where nobody knows. */
export function marketOf(stake: string): Market | null {
  return markets.find((market) => market.stake === stake) ?? null;
}

export type { Market, MarketPool } from './market.ts';
export { BALANCER_VAULT, marketTraps, RUNGS, UNISWAP_V3_QUOTER, WETH } from './shared.ts';
