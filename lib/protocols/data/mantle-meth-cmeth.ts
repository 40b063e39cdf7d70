import { serviceCoverSearch } from '../common.ts';
import { defineProtocol } from '../define-protocol.ts';
import { tellerDeposit, tellerDepositWithPermit } from '../shapes.ts';

const own = { evidence: 'official-repo', source: 'mantle-lsp/contracts@README.md (afa686b)' } as const;
const lists = {
  evidence: 'third-party',
  source: 'DefiLlama/DefiLlama-Adapters@projects/helper/coreAssets.json (1eb4e81, 2026-08-22)',
} as const;
const veda = {
  evidence: 'third-party',
  source: 'DefiLlama/DefiLlama-Adapters@projects/veda/ethereum_constants.js (1eb4e81, 2026-08-22)',
} as const;
const positions = {
  chainId: 1,
  role: 'core',
  evidence: 'third-party',
  source: 'DefiLlama/DefiLlama-Adapters@projects/mantle-restaking/index.js (1eb4e81, 2026-08-22)',
} as const;
const teller = {
  chainId: 1,
  to: '0xB6f7D38e3EAbB8f69210AFc2212fe82e0f1912b0',
  contractName: 'cmETH Teller',
  gives: 'cmETH',
  stake: 'mantle-cmeth',
  evidence: { address: 'third-party', signature: 'third-party' },
  source:
    'DefiLlama/DefiLlama-Adapters@projects/veda/ethereum_constants.js (1eb4e81, 2026-08-22); lombard-finance/evm-smart-contracts@ITeller.sol',
} as const;

export const mantle = defineProtocol({
  id: 'mantle-meth-cmeth',
  name: 'Mantle mETH and cmETH',
  kind: 'lrt',
  status: {
    is: 'live',
    note: 'mETH is plain staking. Only cmETH is restaked.',
    source:
      'mantle-lsp/contracts@README.md; DefiLlama/DefiLlama-Adapters@projects/mantle-restaking/index.js (1eb4e81, 2026-08-22)',
    asOf: '2026-11-21',
  },
  officialDomains: [
    {
      domain: 'methprotocol.xyz',
      evidence: 'third-party',
      source:
        'symbioticfi/metadata-mainnet@vaults/0xbA60b6969fAA9b927A0acc750Ea8EEAdcEd644B7 (06c88c1), declared by the vault itself',
    },
  ],
  impostorsSeen: [],
  tokens: [
    {
      chainId: 1,
      symbol: 'cmETH',
      address: '0xE6829d9a7eE3040e1276Fa75293Bde931859e8fA',
      decimals: 18,
      restaking: true,
      stake: 'mantle-cmeth',
      ...veda,
    },
    {
      chainId: 5000,
      symbol: 'cmETH',
      address: '0xE6829d9a7eE3040e1276Fa75293Bde931859e8fA',
      decimals: 18,
      restaking: true,
      stake: 'mantle-cmeth',
      ...lists,
    },
    {
      chainId: 1,
      symbol: 'mETH',
      address: '0xd5F7838F5C461fefF7FE49ea5ebaF7728bB0ADfa',
      decimals: 18,
      restaking: false,
      stake: null,
      ...own,
    },
    {
      chainId: 5000,
      symbol: 'mETH',
      address: '0xcDA86A272531e8640cD7F1a92c01839911B90bb0',
      decimals: 18,
      restaking: false,
      stake: null,
      ...own,
    },
  ],
  deposits: [
    { ...tellerDeposit, ...teller },
    { ...tellerDepositWithPermit, ...teller },
  ],
  contracts: [
    // Staking ether for mETH is plain staking: known, and no deposit.
    {
      chainId: 1,
      address: '0xe3cBd06D7dadB3F4e6557bAb7EdD924CD1489E8f',
      name: 'mETH Staking',
      role: 'staking',
      ...own,
    },
    {
      chainId: 1,
      address: '0x29Ab878aEd032e2e2c86FF4A9a9B05e3276cf1f8',
      name: 'mETH Pauser',
      role: 'governance',
      ...own,
    },
    {
      chainId: 1,
      address: '0x6049Bd892F14669a4466e46981ecEd75D610a2eC',
      name: 'cmETH Accountant',
      role: 'view',
      ...veda,
    },
    { ...positions, address: '0x33272D40b247c4cd9C646582C9bbAD44e85D4fE4', name: 'cmETH BoringVault' },
    {
      ...positions,
      address: '0x12Be34bE067Ebd201f6eAf78a861D90b2a66B113',
      name: 'cmETH DelayedWithdraw',
      role: 'exit',
    },
    { ...positions, address: '0xCaC15044a1F67238D761Aa4C7650DaB59cEF849D', name: 'position EigenLayer 1' },
    { ...positions, address: '0x0b5d15445B715bF117ba0482B7A9f772AF46d93A', name: 'position EigenLayer 2' },
    { ...positions, address: '0x52EA8E95378d01B0aaD3B034Ca0656b0F0cc21A2', name: 'position Karak' },
    { ...positions, address: '0x5bb8e5e8602b71b182e0Efe256896a931489A135', name: 'position Symbiotic' },
  ],
  track: {
    liveSince: null,
    audits: {
      value: 1,
      evidence: 'official-repo',
      source: 'mantle-lsp/contracts@audit/: Hexens on mETH; none of cmETH was found',
      asOf: '2025-10-31',
    },
    bugBounty: null,
    lossEvents: null,
    covers: [],
    coverSearch: serviceCoverSearch,
  },
  provenance: {
    sources: [
      'mantle-lsp/contracts (afa686b, 2025-10-31)',
      'DefiLlama/DefiLlama-Adapters (1eb4e81, 2026-08-22)',
    ],
    readOn: '2026-11-21',
  },
});
