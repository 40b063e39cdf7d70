import { serviceCoverSearch } from '../common.ts';
import { defineProtocol } from '../define-protocol.ts';
import { depositOnBehalf } from '../shapes.ts';

/** Here the first argument is the vault, and whoever calls is credited. */
const supervisor = {
  ...depositOnBehalf,
  contractName: 'VaultSupervisor',
  assetFrom: 'none',
  receiverFrom: 'caller',
  gives: null,
  stake: null,
  notModelled: 'No slashing was found in the code of these vaults. Nothing reads them yet.',
  evidence: { address: 'third-party', signature: 'official-repo' },
  source:
    'DefiLlama/DefiLlama-Adapters@projects/karak/index.js (1eb4e81, 2026-08-22); Andalusia-Labs/karak-restaking (e731d4e)',
} as const;
const core = {
  name: 'Core (second version)',
  role: 'core',
  evidence: 'third-party',
  source: 'DefiLlama/DefiLlama-Adapters@projects/karak/index.js (1eb4e81, 2026-08-22)',
} as const;

export const karak = defineProtocol({
  id: 'karak',
  name: 'Karak (OpenGDP)',
  kind: 'restaking-layer',
  status: {
    is: 'live',
    note: 'The brand is now OpenGDP, and the aim another. The contracts were not found closed.',
    source:
      'research.cowrie.pro/projects/karak; DefiLlama/DefiLlama-Adapters@projects/karak/index.js (edited 2026-01-13)',
    asOf: '2026-11-21',
  },
  officialDomains: [
    { domain: 'karak.network', evidence: 'third-party', source: 'docs.karak.network/protocol/v2/stakers' },
  ],
  impostorsSeen: [],
  tokens: [],
  deposits: [
    { ...supervisor, chainId: 1, to: '0x54e44DbB92dBA848ACe27F44c0CB4268981eF1CC' },
    { ...supervisor, chainId: 42161, to: '0x399f22ae52a18382a67542b3De9BeD52b7B9A4ad' },
    { ...supervisor, chainId: 2410, to: '0xB308474350D75447cA8731B7Ce87c9ee9DA03B1C' },
    { ...supervisor, chainId: 5000, to: '0x4a2b015CcB8658998692Db9eD4522B8e846962eD' },
    { ...supervisor, chainId: 56, to: '0x4a2b015CcB8658998692Db9eD4522B8e846962eD' },
    { ...supervisor, chainId: 81457, to: '0x58b5dc145ca2BE84fe087614CFe36055be609BB3' },
    { ...supervisor, chainId: 252, to: '0xdF922c74CC0dc394022ea002Af5aFaa32348670e' },
  ],
  contracts: [
    { ...core, chainId: 1, address: '0x7A91498D5fA6705d35c9406b752d6D50f49C9510' },
    { ...core, chainId: 42161, address: '0xc4B3D494c166eBbFF9C716Da4cec39B579795A0d' },
    { ...core, chainId: 2410, address: '0x1368AE21e85c9FA25f1aB579b6D3C6e20Ad6db04' },
    { ...core, chainId: 5000, address: '0x993E140Ba530E8Ffe1135ecef07ce7484f26CAA3' },
    { ...core, chainId: 56, address: '0x93036971877E084DD303463628494c150572856D' },
    { ...core, chainId: 252, address: '0x04962047B6a9E8c99C8Da874D34c4285a87d541E' },
  ],
  track: {
    liveSince: null,
    audits: {
      value: 1,
      evidence: 'third-party',
      source: 'code-423n4/2024-07-karak: a contest of July 2024 on the second version',
      asOf: '2026-11-21',
    },
    bugBounty: null,
    lossEvents: null,
    covers: [],
    coverSearch: serviceCoverSearch,
  },
  provenance: {
    sources: [
      'Andalusia-Labs/karak-restaking (e731d4e, May 2024)',
      'code-423n4/2024-07-karak (53eb78e)',
      'DefiLlama/DefiLlama-Adapters (1eb4e81, 2026-08-22)',
    ],
    readOn: '2026-11-21',
  },
});
