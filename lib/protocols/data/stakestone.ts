import { nothingPublished } from '../common.ts';
import { defineProtocol } from '../define-protocol.ts';

const lists = {
  chainId: 1,
  role: 'core',
  evidence: 'third-party',
  source: 'DefiLlama/DefiLlama-Adapters@projects/stakestone/index.js (1eb4e81, 2026-08-22)',
} as const;
const vault = {
  chainId: 1,
  to: '0xA62F9C5af106FeEE069F38dE51098D9d81B90572',
  contractName: 'StoneVault',
  amountFrom: 'value',
  amountUnit: 'assets',
  assetFrom: 'native',
  gives: 'STONE',
  stake: null,
  notModelled: 'Part of it may be restaked. How much could not be read.',
  evidence: { address: 'third-party', signature: 'official-repo' },
  source:
    'Veda-Labs/boring-vault@test/resources/ChainValues.sol (45243c1); stakestone/stone-vault-v1@contracts/StoneVault.sol',
} as const;

export const stakestone = defineProtocol({
  id: 'stakestone',
  name: 'StakeStone STONE',
  kind: 'may-be-restaked',
  status: {
    is: 'live',
    note: 'An index over strategies. Some were EigenLayer and Symbiotic; the present split was not read.',
    source:
      'stakestone/stone-vault-v1 (7a2f5a1, 2024-07-24); DefiLlama/DefiLlama-Adapters@projects/stakestone/index.js (1eb4e81, 2026-08-22)',
    asOf: '2026-11-21',
  },
  officialDomains: [
    {
      domain: 'stakestone.io',
      evidence: 'third-party',
      source:
        'symbioticfi/metadata-mainnet@networks/0xf02D5A6aDEC0286be3e13886C9C2e782679B6c39 (06c88c1), declared by the network itself',
    },
  ],
  impostorsSeen: [],
  tokens: [
    {
      chainId: 1,
      symbol: 'STONE',
      address: '0x7122985656e38BDC0302Db86685bb972b145bD3C',
      decimals: 18,
      restaking: true,
      stake: null,
      evidence: 'third-party',
      source: 'Veda-Labs/boring-vault@test/resources/ChainValues.sol (45243c1)',
    },
  ],
  deposits: [
    {
      ...vault,
      signature: 'deposit()',
      selector: '0xd0e30db0',
      does: 'deposit',
      receiverFrom: 'caller',
      note: 'identical selector to WETH.deposit: the address decides',
    },
    {
      ...vault,
      signature: 'depositFor(address)',
      selector: '0xaa67c919',
      does: 'deposit',
      receiverFrom: [0],
    },
  ],
  contracts: [
    { ...lists, address: '0x9485711f11B17f73f2CCc8561bcae05BDc7E9ad9', name: 'AssetsVault' },
    { ...lists, address: '0x396aBF9fF46E21694F4eF01ca77C6d7893A017B2', name: 'StrategyController' },
  ],
  track: nothingPublished,
  provenance: {
    sources: [
      'stakestone/stone-vault-v1 (7a2f5a1, 2024-07-24)',
      'DefiLlama/DefiLlama-Adapters (1eb4e81, 2026-08-22)',
    ],
    readOn: '2026-11-21',
  },
});
