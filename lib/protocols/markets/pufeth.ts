import { defineMarket } from './market.ts';
import { openLists, redstoneSays } from './shared.ts';

/** Where pufETH is sold. */
export const pufeth = defineMarket({
  stake: 'puffer-pufeth',
  symbol: 'pufETH',
  token: '0xD9A442856C234a39a81a089C06451EBAa4306a72',
  pools: [
    {
      venue: 'curve',
      pair: 'WETH/pufETH',
      address: '0x39F5b252dE249790fAEd0C2F05aBead56D2088e1',
      evidence: 'third-party',
      source: openLists,
    },
  ],
  feed: {
    pair: 'pufETH/ETH (RedStone)',
    address: '0x76A495b0bFfb53ef3F0E94ef0763e03cE410835C',
    decimals: 8,
    heartbeat: redstoneSays(86_400),
    evidence: 'official-repo',
    source: 'redstone-finance/redstone-docs docs/smart-contract-devs/price-feeds.md (copy without a date)',
  },
  leftOut: [
    {
      pair: 'Curve pufETH/wstETH',
      address: '0xEEda34A377dD0ca676b9511EE1324974fA8d980D',
      why: 'It pays in wstETH, whose own price in ETH is not read here.',
      evidence: 'third-party',
      source: openLists,
    },
  ],
  readOn: '2026-11-21',
});
