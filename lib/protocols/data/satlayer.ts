import { serviceCoverSearch } from '../common.ts';
import { defineProtocol } from '../define-protocol.ts';

const pool = {
  signature: 'depositFor(address,address,uint256)',
  selector: '0xb3db428b',
  does: 'deposit',
  contractName: 'SatLayerPool',
  amountFrom: [2],
  amountUnit: 'assets',
  assetFrom: [0],
  receiverFrom: [1],
  gives: null,
  stake: null,
  notModelled: 'The pool keeps the tokens. The terms on which services may slash are not known.',
  evidence: { address: 'third-party', signature: 'official-repo' },
  source:
    'DefiLlama/DefiLlama-Adapters@projects/satlayer/index.js (1eb4e81, 2026-08-22); satlayer/deposit-contract-public@src/SatlayerPool.sol (174f45e)',
} as const;

export const satlayer = defineProtocol({
  id: 'satlayer',
  name: 'SatLayer',
  kind: 'restaking-layer',
  status: {
    is: 'live',
    note: 'Pools on seven chains; what its services may slash is not on the pools.',
    source: 'DefiLlama/DefiLlama-Adapters@projects/satlayer/index.js (edited 2026-06-24)',
    asOf: '2026-11-21',
  },
  officialDomains: [
    {
      domain: 'satlayer.xyz',
      evidence: 'official-repo',
      source: 'satlayer/satlayer-sui@README.md (3155043)',
    },
  ],
  impostorsSeen: [],
  tokens: [],
  deposits: [
    { ...pool, chainId: 1, to: '0x42a856dbEBB97AbC1269EAB32f3bb40C15102819' },
    { ...pool, chainId: 56, to: '0x42a856dbEBB97AbC1269EAB32f3bb40C15102819' },
    { ...pool, chainId: 200901, to: '0x2E3c78576735802eD94e52B7e71830e9E44a9a1C' },
    { ...pool, chainId: 80094, to: '0x50198b5E1330753F167F6e0544e4C8aF829BC99d' },
    { ...pool, chainId: 60808, to: '0x32fD8E43114Fb0a292Ca3127EAF4D1D69739Fb83' },
    { ...pool, chainId: 239, to: '0x32fD8E43114Fb0a292Ca3127EAF4D1D69739Fb83' },
    { ...pool, chainId: 8453, to: '0xb57752dDc2Ec2DEFE9eDBb1fdb99dB1ca9b0b9b3' },
  ],
  contracts: [],
  track: {
    liveSince: null,
    audits: {
      value: 1,
      evidence: 'official-repo',
      source: 'satlayer/deposit-contract-public@audits/: Zellic on the pool',
      asOf: '2026-11-21',
    },
    bugBounty: null,
    lossEvents: null,
    covers: [],
    coverSearch: serviceCoverSearch,
  },
  provenance: {
    sources: [
      'satlayer/deposit-contract-public (174f45e)',
      'DefiLlama/DefiLlama-Adapters (1eb4e81, 2026-08-22)',
    ],
    readOn: '2026-11-21',
  },
});
