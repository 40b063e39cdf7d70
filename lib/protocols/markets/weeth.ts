import { defineMarket } from './market.ts';
import { boringVault, ionProtocol, openLists, redstoneSays } from './shared.ts';

/** Where weETH is sold; eETH is wrapped into it first. */
export const weeth = defineMarket({
  stake: 'etherfi',
  symbol: 'weETH',
  token: '0xCd5fE23C85820F7B72D0926FC9b05b43E359b7ee',
  pools: [
    {
      venue: 'curve',
      pair: 'weETH/WETH (ng)',
      address: '0xDB74dfDD3BB46bE8Ce6C33dC9D82777BCFc3dEd5',
      evidence: 'third-party',
      source: boringVault,
    },
    {
      venue: 'curve',
      pair: 'weETH/WETH (older)',
      address: '0x13947303F63b363876868D070F14dc865C36463b',
      evidence: 'third-party',
      source: boringVault,
    },
    {
      venue: 'uniswap-v3',
      pair: 'weETH/WETH 0.05%',
      address: '0x7A415B19932c0105c82FDB6b720bb01B0CC2CAe3',
      fee: 500,
      evidence: 'third-party',
      source: `${boringVault}; ${openLists}`,
    },
    {
      venue: 'uniswap-v3',
      pair: 'weETH/WETH 0.01%',
      address: '0x202A6012894Ae5c288eA824cbc8A9bfb26A49b93',
      fee: 100,
      evidence: 'third-party',
      source: openLists,
    },
  ],
  feed: {
    pair: 'weETH/ETH (RedStone)',
    address: '0x8751F736E94F6CD167e8C5B97E245680FbD9CC36',
    decimals: 8,
    heartbeat: redstoneSays(86_400),
    evidence: 'third-party',
    source: `${ionProtocol}; ${boringVault}`,
  },
  leftOut: [
    {
      pair: 'Curve weETH/rswETH',
      address: '0x278cfB6f06B1EFc09d34fC7127d6060C61d629Db',
      why: 'It pays in another restaking token, which would have to be sold in turn.',
      evidence: 'third-party',
      source: boringVault,
    },
    {
      pair: 'Balancer V2 ezETH/weETH/rswETH',
      address: '0x848a5564158d84b8A8fb68ab5D004Fae11619A54',
      why: 'Of the family that was drained in November 2025, and it pays in other restaking tokens.',
      evidence: 'third-party',
      source: boringVault,
    },
    {
      pair: 'Balancer V2 rETH/weETH',
      address: '0x05ff47AFADa98a98982113758878F9A8B9FddA0a',
      why: 'Of the family that was drained in November 2025.',
      evidence: 'third-party',
      source: boringVault,
    },
  ],
  readOn: '2026-11-21',
});
