import { serviceCoverSearch } from '../common.ts';
import { defineProtocol } from '../define-protocol.ts';

/** The defaults of public scripts, which name no chain: Ethereum is assumed. */
const adapters = {
  chainId: 1,
  role: 'core',
  evidence: 'assumed',
  source: 'symbioticfi/core@script/adapters (25a065a)',
} as const;

export const symbioticV2 = defineProtocol({
  id: 'symbiotic-v2',
  name: 'Symbiotic (V2 vaults)',
  kind: 'restaking-layer',
  status: {
    is: 'live',
    note: 'New in 2026. A vault may restake, lend or buy claims: only its adapters tell.',
    source: 'symbioticfi/core (25a065a, 2026-08-07)',
    asOf: '2026-11-21',
  },
  officialDomains: [
    { domain: 'symbiotic.fi', evidence: 'official-repo', source: 'symbioticfi/core@README.md (25a065a)' },
  ],
  impostorsSeen: [],
  tokens: [],
  deposits: [],
  contracts: [
    { ...adapters, address: '0x161954842B7EA47CBd050cAb4875DAa4D6599476', name: 'AppAdapterFactory' },
    {
      ...adapters,
      address: '0xe1986078E2A2cE0f8609410B33Fca1C1CbCCbb4E',
      name: 'RestakingAppAdapterFactory',
    },
    { ...adapters, address: '0x3275aE068F4951e2e4d3Dca107a54E4c219b02e7', name: 'LiquidLaneAdapterFactory' },
    { ...adapters, address: '0x58F61759D858EafD8F58e4926e251701F6495dbF', name: 'AaveV3AdapterFactory' },
    {
      ...adapters,
      address: '0x70bc72b19a554436459a2C6a9E88892AeD18685b',
      name: 'MorphoVaultV2AdapterFactory',
    },
  ],
  track: {
    liveSince: null,
    audits: {
      value: 11,
      evidence: 'official-repo',
      source: 'symbioticfi/core@audits/: reports on the second version and its adapters',
      asOf: '2026-08-07',
    },
    bugBounty: null,
    lossEvents: null,
    covers: [],
    coverSearch: serviceCoverSearch,
  },
  provenance: { sources: ['symbioticfi/core (25a065a, 2026-08-07)'], readOn: '2026-11-21' },
});
