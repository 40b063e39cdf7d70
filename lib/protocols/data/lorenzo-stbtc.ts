import { nothingPublished } from '../common.ts';
import { defineProtocol } from '../define-protocol.ts';

export const lorenzo = defineProtocol({
  id: 'lorenzo-stbtc',
  name: 'Lorenzo stBTC',
  kind: 'btc-token',
  status: {
    is: 'winding-down',
    note: 'A note beside its figures says that it seems deprecated. No way in was found.',
    source: 'DefiLlama/DefiLlama-Adapters@projects/lorenzo-bsc-lst/index.js (1eb4e81, 2026-08-22)',
    asOf: '2026-08-22',
  },
  officialDomains: [
    {
      domain: 'lorenzo-protocol.xyz',
      evidence: 'third-party',
      source:
        'DefiLlama/DefiLlama-Adapters@projects/lorenzo-susd1plus/index.js, which reads lorenzo-api.lorenzo-protocol.xyz (1eb4e81, 2026-08-22)',
    },
  ],
  impostorsSeen: [],
  tokens: [
    {
      chainId: 56,
      symbol: 'stBTC',
      address: '0xf6718b2701D4a6498eF77D7c152b2137Ab28b8A3',
      decimals: null,
      restaking: true,
      stake: null,
      evidence: 'third-party',
      source: 'DefiLlama/DefiLlama-Adapters@projects/helper/coreAssets.json (1eb4e81, 2026-08-22)',
    },
    {
      chainId: 43111,
      symbol: 'stBTC',
      address: '0xf6718b2701D4a6498eF77D7c152b2137Ab28b8A3',
      decimals: null,
      restaking: true,
      stake: null,
      evidence: 'partner-repo',
      source: 'hemilabs/ui-monorepo@portal/tokenList/stakeTokens.ts (cd37777, 2026-08-21)',
    },
  ],
  deposits: [],
  contracts: [],
  track: nothingPublished,
  provenance: { sources: ['DefiLlama/DefiLlama-Adapters (1eb4e81, 2026-08-22)'], readOn: '2026-11-21' },
});
