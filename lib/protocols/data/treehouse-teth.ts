import { serviceCoverSearch } from '../common.ts';
import { defineProtocol } from '../define-protocol.ts';

const lists = {
  chainId: 1,
  evidence: 'third-party',
  source: 'DefiLlama/DefiLlama-Adapters@projects/treehouse/index.js (1eb4e81, 2026-08-22)',
} as const;

export const treehouse = defineProtocol({
  id: 'treehouse-teth',
  name: 'Treehouse tETH',
  kind: 'not-restaking',
  status: {
    is: 'live',
    note: 'It lends and borrows staked ether. No restaking was found in it.',
    source: 'DefiLlama/DefiLlama-Adapters@projects/treehouse/index.js (1eb4e81, 2026-08-22)',
    asOf: '2026-11-21',
  },
  officialDomains: [
    {
      domain: 'treehouse.finance',
      evidence: 'unsure',
      source: 'several public lists link app.treehouse.finance; no page or repository of its own was read',
    },
  ],
  impostorsSeen: [],
  tokens: [
    {
      ...lists,
      symbol: 'tETH',
      address: '0xD11c452fc99cF405034ee446803b6F6c1F6d5ED8',
      decimals: null,
      restaking: false,
      stake: null,
    },
  ],
  deposits: [],
  contracts: [
    { ...lists, address: '0x551d155760ae96050439AD24Ae98A96c765d761B', name: 'vault', role: 'staking' },
  ],
  track: {
    liveSince: {
      value: '2024-09-10',
      evidence: 'third-party',
      source: 'DefiLlama/DefiLlama-Adapters@projects/treehouse/index.js: its start',
      asOf: '2026-11-21',
    },
    audits: null,
    bugBounty: null,
    lossEvents: null,
    covers: [],
    coverSearch: serviceCoverSearch,
  },
  provenance: { sources: ['DefiLlama/DefiLlama-Adapters (1eb4e81, 2026-08-22)'], readOn: '2026-11-21' },
});
