import { nothingPublished } from '../common.ts';
import { defineProtocol } from '../define-protocol.ts';

const lists = {
  chainId: 1,
  evidence: 'third-party',
  source: 'DefiLlama/DefiLlama-Adapters@projects/eigenpie, swell-earn-eth (1eb4e81, 2026-08-22)',
} as const;
const token = { decimals: 18, restaking: true, stake: null, ...lists } as const;

export const eigenpie = defineProtocol({
  id: 'eigenpie',
  name: 'Eigenpie',
  kind: 'lrt',
  status: {
    is: 'unknown',
    note: 'No notice of an end was found, and little that is new.',
    source: 'DefiLlama/DefiLlama-Adapters@projects/eigenpie/index.js (edited 2025-07-18)',
    asOf: '2026-11-21',
  },
  officialDomains: [
    {
      domain: 'eigenlayer.magpiexyz.io',
      evidence: 'partner-repo',
      source:
        'hemilabs/ui-monorepo@portal/tokenList/stakeTokens.ts (cd37777, 2026-08-21), which links it for egETH',
    },
  ],
  impostorsSeen: [],
  tokens: [
    { ...token, symbol: 'egETH', address: '0x18f313Fc6Afc9b5FD6f0908c1b3D476E3feA1DD9' },
    {
      ...token,
      chainId: 43111,
      symbol: 'egETH',
      address: '0x027a9d301FB747cd972CFB29A63f3BDA551DFc5c',
      evidence: 'partner-repo',
      source: 'hemilabs/ui-monorepo@portal/tokenList/stakeTokens.ts (cd37777, 2026-08-21)',
    },
    { ...token, symbol: 'mstETH', address: '0x49446A0874197839D15395B908328a74ccc96Bc0' },
    { ...token, symbol: 'mswETH', address: '0x32bd822d615A3658A68b6fDD30c2fcb2C996D678' },
    { ...token, symbol: 'mmETH', address: '0x8a053350ca5F9352a16deD26ab333e2D251DAd7c' },
  ],
  deposits: [
    {
      chainId: 1,
      to: '0x24db6717dB1C75B9Db6eA47164D8730B63875dB7',
      contractName: 'EigenpieStaking',
      signature: 'depositAsset(address,uint256,uint256,address)',
      selector: '0x2ebe07c8',
      does: 'deposit',
      amountFrom: [1],
      amountUnit: 'assets',
      assetFrom: [0],
      receiverFrom: 'caller',
      gives: null,
      stake: null,
      notModelled: 'It restakes through EigenLayer. Which operators hold it could not be read.',
      evidence: { address: 'third-party', signature: 'official-repo' },
      source:
        'DefiLlama/DefiLlama-Adapters@projects/eigenpie/index.js (1eb4e81, 2026-08-22); magpiexyz/eigenpie_contracts@interfaces/IEigenpieStaking.sol',
      note: 'one token per asset: the asset decides which',
    },
  ],
  contracts: [
    { ...lists, address: '0x20b70E4A1883b81429533FeD944d7957121c7CAB', name: 'EigenpieConfig', role: 'core' },
  ],
  track: nothingPublished,
  provenance: {
    sources: [
      'magpiexyz/eigenpie_contracts (e86c1dd)',
      'hemilabs/ui-monorepo (cd37777, 2026-08-21)',
      'DefiLlama/DefiLlama-Adapters (1eb4e81, 2026-08-22)',
    ],
    readOn: '2026-11-21',
  },
});
