import { defineMarket } from './market.ts';
import { boringVault, ionProtocol, redstoneSays } from './shared.ts';

/** Where rswETH is sold. */
export const rsweth = defineMarket({
  stake: 'swell-rsweth',
  symbol: 'rswETH',
  token: '0xFAe103DC9cf190eD75350761e95403b7b8aFa6c0',
  pools: [
    {
      venue: 'curve',
      pair: 'rswETH/WETH',
      address: '0xeE04382c4cA6c450213923fE0f0daB19b0ff3939',
      evidence: 'third-party',
      source: boringVault,
    },
    {
      venue: 'uniswap-v3',
      pair: 'rswETH/WETH 0.05%',
      address: '0xC410573Af188f56062Ee744cC3D6F2843f5bC13b',
      fee: 500,
      evidence: 'third-party',
      source: boringVault,
    },
    {
      venue: 'uniswap-v3',
      pair: 'rswETH/WETH 0.3%',
      address: '0xE62627326d7794E20bB7261B24985294de1579FE',
      fee: 3000,
      evidence: 'third-party',
      source: boringVault,
    },
  ],
  feed: {
    pair: 'rswETH/ETH (RedStone)',
    address: '0x3A236F67Fce401D87D7215695235e201966576E4',
    decimals: 8,
    heartbeat: redstoneSays(86_400),
    evidence: 'third-party',
    source: ionProtocol,
  },
  leftOut: [],
  readOn: '2026-11-21',
});
