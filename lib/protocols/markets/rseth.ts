import { defineMarket } from './market.ts';
import { boringVault, ionProtocol, redstoneSays } from './shared.ts';

/** rsETH: a published price, and no pool on Ethereum that is known and alive. */
export const rseth = defineMarket({
  stake: 'kelp-rseth',
  symbol: 'rsETH',
  token: '0xA1290d69c65A6Fe4DF752f95823fae25cB99e5A7',
  pools: [],
  feed: {
    pair: 'rsETH/ETH (RedStone)',
    address: '0xA736eAe8805dDeFFba40cAB8c99bCB309dEaBd9B',
    decimals: 8,
    heartbeat: redstoneSays(86_400),
    evidence: 'third-party',
    source: `${ionProtocol}; ${boringVault}`,
  },
  leftOut: [
    {
      pair: 'Balancer V2 rsETH/WETH',
      address: '0x58AAdFB1Afac0ad7fca1148f3cdE6aEDF5236B6D',
      why: 'Drained in November 2025; next to nothing is left of its rsETH.',
      evidence: 'third-party',
      source: boringVault,
    },
    {
      pair: 'Balancer V2 rsETH/ETHx',
      address: '0x7761b6E0Daa04E70637D81f1Da7d186C205C2aDE',
      why: 'Of the family that was drained in November 2025; no source gives the id by which it is asked.',
      evidence: 'third-party',
      source: boringVault,
    },
  ],
  readOn: '2026-11-21',
});
