import { serviceCoverSearch } from '../common.ts';
import { defineProtocol } from '../define-protocol.ts';
import { depositOnBehalf } from '../shapes.ts';

const own = {
  chainId: 43114,
  role: 'core',
  evidence: 'official-repo',
  source:
    'suzaku-network/suzaku-network.github.io@context/suzaku-docs/pages/suzaku-protocol/deployments.mdx (bd38d21)',
} as const;
const way = {
  ...depositOnBehalf,
  chainId: 43114,
  gives: null,
  stake: null,
  notModelled: 'A fork of Symbiotic on Avalanche. Nothing reads its vaults or who may slash them.',
  evidence: { address: 'official-repo', signature: 'official-repo' },
  source:
    'suzaku-network/suzaku-network.github.io@context/suzaku-docs/pages/suzaku-protocol/deployments.mdx (bd38d21); suzaku-network/suzaku-cli@README.md',
} as const;

export const suzaku = defineProtocol({
  id: 'suzaku',
  name: 'Suzaku (Avalanche)',
  kind: 'restaking-layer',
  status: {
    is: 'live',
    note: 'Small. A fork of Symbiotic for the chains of Avalanche.',
    source:
      'suzaku-network/suzaku-core@README.md (0149143); suzaku-network/suzaku-network.github.io@context/suzaku-docs/pages/suzaku-protocol/deployments.mdx (bd38d21)',
    asOf: '2026-11-21',
  },
  officialDomains: [
    {
      domain: 'suzaku.network',
      evidence: 'official-repo',
      source: 'suzaku-network/suzaku-network.github.io@astro.config.mjs (36fda18)',
    },
  ],
  impostorsSeen: [],
  tokens: [
    {
      chainId: 43114,
      symbol: 'sPLYR',
      address: '0xFEafE001E6080Be907A63C7492748c100541C48B',
      decimals: null,
      restaking: true,
      stake: null,
      evidence: 'official-repo',
      source:
        'suzaku-network/suzaku-network.github.io@context/suzaku-docs/pages/suzaku-protocol/deployments.mdx (bd38d21)',
    },
  ],
  deposits: [
    {
      ...way,
      to: '0xE3C983013B8c5830D866F550a28fD7Ed4393d5B7',
      contractName: 'DefaultCollateral sAVAX',
      assetFrom: 'none',
    },
    {
      ...way,
      to: '0x203E9101e09dc87ce391542E705a07522d19dF0d',
      contractName: 'DefaultCollateral BTC.b',
      assetFrom: 'none',
    },
    {
      ...way,
      to: '0xa53E127Bfd9C4d0310858D9D5Fcdf1D2617d4C41',
      contractName: 'DefaultCollateral AUSD',
      assetFrom: 'none',
    },
    {
      ...way,
      to: '0x1D8bd363922465246A91B7699e7B32BAbf5FEF62',
      contractName: 'DefaultCollateral SolvBTC',
      assetFrom: 'none',
    },
    {
      ...way,
      to: '0x8F1dea444380A2DDC5e6669f508d235401CaEE5F',
      contractName: 'DefaultCollateral COQ',
      assetFrom: 'none',
    },
    {
      ...way,
      to: '0x0CEc099933F0Da490DFF91724b02e2203FAAf9Af',
      contractName: 'DefaultCollateral ggAVAX',
      assetFrom: 'none',
    },
    {
      ...way,
      to: '0xc96d4958f69db878190EC661ede04657458DcE5A',
      contractName: 'DefaultCollateral SUZ',
      assetFrom: '0x451532F1C9eb7E4Dc2d493dB52b682C0Acf6F5EF',
    },
    {
      ...way,
      to: '0x45269Ef7A01062C2ffd1C56bF3B2D549B8FB6F82',
      contractName: 'DefaultCollateral PLYR',
      assetFrom: '0xC09a033927f9fD558C92CF7AeAbE34B71ce4B31E',
    },
    {
      ...way,
      to: '0xFEafE001E6080Be907A63C7492748c100541C48B',
      contractName: 'VaultTokenized sPLYR',
      assetFrom: 'none',
      gives: 'sPLYR',
    },
  ],
  contracts: [
    { ...own, address: '0xE5296638Aa86BD4175d802A210E158688e41A93c', name: 'DefaultCollateralFactory' },
    { ...own, address: '0x3E669B3aEc2227f1454cDAd4B475a636e575694a', name: 'VaultFactory' },
    { ...own, address: '0x657741f081e7c7Ea74cabb8e9C9004c913c8C2BE', name: 'DelegatorFactory' },
    { ...own, address: '0x2eB000900452bCF56F607480F4872C07D45F4415', name: 'SlasherFactory' },
    { ...own, address: '0xaA59b19A7636bf6d821aA124A14eEE6C92746110', name: 'L1Registry' },
    { ...own, address: '0xCccb4eC6408bF2c9D057d63DAB01E55BB536936e', name: 'OperatorRegistry' },
  ],
  track: {
    liveSince: {
      value: '2024-09-30',
      evidence: 'third-party',
      source: 'DefiLlama/DefiLlama-Adapters@projects/suzaku/index.js: its start',
      asOf: '2026-11-21',
    },
    audits: {
      value: 1,
      evidence: 'official-repo',
      source: 'suzaku-network/suzaku-core@README.md: Cyfrin',
      asOf: '2026-11-21',
    },
    bugBounty: null,
    lossEvents: null,
    covers: [],
    coverSearch: serviceCoverSearch,
  },
  provenance: {
    sources: [
      'suzaku-network/suzaku-core (0149143)',
      'suzaku-network/suzaku-network.github.io (bd38d21)',
      'DefiLlama/DefiLlama-Adapters (1eb4e81, 2026-08-22)',
    ],
    readOn: '2026-11-21',
  },
});
