import { defineMarket } from './market.ts';
import { boringVault, ionProtocol, openLists, redstoneSays } from './shared.ts';

/** Where ezETH is sold. */
export const ezeth = defineMarket({
  stake: 'renzo-ezeth',
  symbol: 'ezETH',
  token: '0xbf5495Efe5DB9ce00f80364C8B423567e58d2110',
  pools: [
    {
      venue: 'curve',
      pair: 'ezETH/WETH',
      address: '0x85dE3ADd465a219EE25E04d22c39aB027cF5C12E',
      evidence: 'third-party',
      source: boringVault,
    },
    {
      venue: 'uniswap-v3',
      pair: 'ezETH/WETH 0.01%',
      address: '0xBE80225f09645f172B079394312220637C440A63',
      fee: 100,
      evidence: 'third-party',
      source: `${boringVault}; ${openLists}`,
    },
    // Of the family that was drained in November 2025: it counts only where its balance says that it is alive.
    {
      venue: 'balancer-v2',
      pair: 'ezETH/WETH',
      address: '0x596192bB6e41802428Ac943D2f1476C1Af25CC0E',
      poolId: '0x596192bb6e41802428ac943d2f1476c1af25cc0e000000000000000000000659',
      evidence: 'third-party',
      source: boringVault,
    },
  ],
  feed: {
    pair: 'ezETH/ETH (RedStone)',
    address: '0xF4a3e183F59D2599ee3DF213ff78b1B3b1923696',
    decimals: 8,
    heartbeat: redstoneSays(43_200),
    evidence: 'third-party',
    source: `${ionProtocol}; ${boringVault}`,
  },
  leftOut: [],
  readOn: '2026-11-21',
});
