import { serviceCoverSearch } from '../common.ts';
import { defineProtocol } from '../define-protocol.ts';
import { erc4626Deposit, erc4626Mint } from '../shapes.ts';

const own = {
  evidence: 'official-repo',
  source: 'mellow-finance/simple-lrt@test/migration/StorageSlotsTest.t.sol (a185256)',
} as const;
const lists = {
  evidence: 'third-party',
  source:
    'DefiLlama/DefiLlama-Adapters@projects/rumpel/index.js, registries/curators.js (1eb4e81, 2026-08-22)',
} as const;
const flexible = {
  evidence: 'official-repo',
  source: 'mellow-finance/flexible-vaults@scripts/ethereum/Constants.sol (5d1cff0)',
} as const;
const rstETH = {
  chainId: 1,
  to: '0x7a4EffD87C2f3C55CA251080b1343b605f327E3a',
  contractName: 'rstETH',
  assetFrom: '0x7f39C581F595B53c5cb19bD0b3f8dA6c935E2Ca0',
  gives: 'rstETH',
  stake: 'mellow-rsteth',
  evidence: { address: 'official-repo', signature: 'official-repo' },
  source: 'mellow-finance/simple-lrt@test/migration/StorageSlotsTest.t.sol (a185256); src/ERC4626Vault.sol',
} as const;
const steakLRT = {
  chainId: 1,
  to: '0xBEEF69Ac7870777598A04B2bd4771c71212E6aBc',
  contractName: 'steakLRT',
  assetFrom: '0x7f39C581F595B53c5cb19bD0b3f8dA6c935E2Ca0',
  gives: 'steakLRT',
  stake: 'mellow-steaklrt',
  evidence: { address: 'official-repo', signature: 'official-repo' },
  source: 'mellow-finance/simple-lrt@test/migration/StorageSlotsTest.t.sol (a185256); src/ERC4626Vault.sol',
} as const;
const Re7LRT = {
  chainId: 1,
  to: '0x84631c0d0081FDe56DeB72F6DE77abBbF6A9f93a',
  contractName: 'Re7LRT',
  assetFrom: '0x7f39C581F595B53c5cb19bD0b3f8dA6c935E2Ca0',
  gives: 'Re7LRT',
  stake: 'mellow-re7lrt',
  evidence: { address: 'official-repo', signature: 'official-repo' },
  source: 'mellow-finance/simple-lrt@test/migration/StorageSlotsTest.t.sol (a185256); src/ERC4626Vault.sol',
} as const;
const amphrETH = {
  chainId: 1,
  to: '0x5fD13359Ba15A84B76f7F87568309040176167cd',
  contractName: 'amphrETH',
  assetFrom: '0x7f39C581F595B53c5cb19bD0b3f8dA6c935E2Ca0',
  gives: 'amphrETH',
  stake: 'mellow-amphreth',
  evidence: { address: 'official-repo', signature: 'official-repo' },
  source: 'mellow-finance/simple-lrt@test/migration/StorageSlotsTest.t.sol (a185256); src/ERC4626Vault.sol',
} as const;
const pzETH = {
  chainId: 1,
  to: '0x8c9532a60E0E7C6BbD2B2c1303F63aCE1c3E9811',
  contractName: 'pzETH',
  assetFrom: '0x7f39C581F595B53c5cb19bD0b3f8dA6c935E2Ca0',
  gives: 'pzETH',
  stake: 'renzo-pzeth',
  evidence: { address: 'official-repo', signature: 'official-repo' },
  source: 'mellow-finance/simple-lrt@test/migration/StorageSlotsTest.t.sol (a185256); src/ERC4626Vault.sol',
} as const;
const Re7rwBTC = {
  chainId: 1,
  to: '0x7F43fDe12A40dE708d908Fb3b9BFB8540d9Ce444',
  contractName: 'Re7rwBTC',
  assetFrom: 'none',
  gives: 'Re7rwBTC',
  stake: null,
  notModelled: 'It stands on a Symbiotic vault that nothing reads yet.',
  evidence: { address: 'third-party', signature: 'official-repo' },
  source:
    'DefiLlama/DefiLlama-Adapters@projects/rumpel/index.js, registries/curators.js (1eb4e81, 2026-08-22); src/ERC4626Vault.sol',
} as const;
const rsUSDe = {
  chainId: 1,
  to: '0x82f5104b23FF2FA54C2345F821dAc9369e9E0B26',
  contractName: 'rsUSDe',
  assetFrom: 'none',
  gives: 'rsUSDe',
  stake: null,
  notModelled: 'It stands on a Symbiotic vault that nothing reads yet.',
  evidence: { address: 'third-party', signature: 'official-repo' },
  source:
    'DefiLlama/DefiLlama-Adapters@projects/rumpel/index.js, registries/curators.js (1eb4e81, 2026-08-22); src/ERC4626Vault.sol',
} as const;
const withReferral = {
  signature: 'deposit(uint256,address,address)',
  selector: '0x2e2d2984',
  does: 'deposit',
  amountFrom: [0],
  amountUnit: 'assets',
  receiverFrom: [1],
} as const;

export const mellow = defineProtocol({
  id: 'mellow',
  name: 'Mellow',
  kind: 'lrt',
  status: {
    is: 'live',
    note: 'Simple vaults stand on one Symbiotic vault each. Newer kinds are no restaking by what is published.',
    source: 'mellow-finance/simple-lrt (2025-06-16); mellow-finance/flexible-vaults (2026-07-24)',
    asOf: '2026-11-21',
  },
  officialDomains: [
    {
      domain: 'mellow.finance',
      evidence: 'third-party',
      source: 'symbioticfi/metadata-mainnet@vaults, tokens (06c88c1), declared by the vaults themselves',
    },
  ],
  impostorsSeen: [],
  tokens: [
    {
      chainId: 1,
      symbol: 'rstETH',
      address: '0x7a4EffD87C2f3C55CA251080b1343b605f327E3a',
      decimals: 18,
      restaking: true,
      stake: 'mellow-rsteth',
      ...own,
    },
    {
      chainId: 1,
      symbol: 'steakLRT',
      address: '0xBEEF69Ac7870777598A04B2bd4771c71212E6aBc',
      decimals: 18,
      restaking: true,
      stake: 'mellow-steaklrt',
      ...own,
    },
    {
      chainId: 1,
      symbol: 'Re7LRT',
      address: '0x84631c0d0081FDe56DeB72F6DE77abBbF6A9f93a',
      decimals: 18,
      restaking: true,
      stake: 'mellow-re7lrt',
      ...own,
    },
    {
      chainId: 1,
      symbol: 'amphrETH',
      address: '0x5fD13359Ba15A84B76f7F87568309040176167cd',
      decimals: 18,
      restaking: true,
      stake: 'mellow-amphreth',
      ...own,
    },
    {
      chainId: 1,
      symbol: 'Re7rwBTC',
      address: '0x7F43fDe12A40dE708d908Fb3b9BFB8540d9Ce444',
      decimals: null,
      restaking: true,
      stake: null,
      ...lists,
    },
    {
      chainId: 1,
      symbol: 'rsUSDe',
      address: '0x82f5104b23FF2FA54C2345F821dAc9369e9E0B26',
      decimals: null,
      restaking: true,
      stake: null,
      ...lists,
    },
    // Neither of these two is restaked: no permission of theirs reaches EigenLayer or Symbiotic.
    {
      chainId: 1,
      symbol: 'strETH',
      address: '0xcd3c0F51798D1daA92Fb192E57844Ae6cEE8a6c7',
      decimals: null,
      restaking: false,
      stake: null,
      ...flexible,
    },
    {
      chainId: 1,
      symbol: 'DVstETH',
      address: '0x5E362eb2c0706Bd1d134689eC75176018385430B',
      decimals: null,
      restaking: false,
      stake: null,
      ...flexible,
    },
  ],
  deposits: [
    { ...erc4626Deposit, ...rstETH },
    { ...withReferral, ...rstETH },
    { ...erc4626Mint, ...rstETH },
    { ...erc4626Deposit, ...steakLRT },
    { ...withReferral, ...steakLRT },
    { ...erc4626Mint, ...steakLRT },
    { ...erc4626Deposit, ...Re7LRT },
    { ...withReferral, ...Re7LRT },
    { ...erc4626Mint, ...Re7LRT },
    { ...erc4626Deposit, ...amphrETH },
    { ...withReferral, ...amphrETH },
    { ...erc4626Mint, ...amphrETH },
    // The token of Renzo; the vault is one of Mellow's.
    { ...erc4626Deposit, ...pzETH },
    { ...withReferral, ...pzETH },
    { ...erc4626Mint, ...pzETH },
    { ...erc4626Deposit, ...Re7rwBTC },
    { ...withReferral, ...Re7rwBTC },
    { ...erc4626Mint, ...Re7rwBTC },
    { ...erc4626Deposit, ...rsUSDe },
    { ...withReferral, ...rsUSDe },
    { ...erc4626Mint, ...rsUSDe },
  ],
  contracts: [
    {
      chainId: 1,
      address: '0x9437B2a8cF3b69D782a61f9814baAbc172f72003',
      name: 'Mellow admin multisig',
      role: 'governance',
      evidence: 'official-repo',
      source: 'mellow-finance/simple-lrt@scripts/mainnet/MigrationContracts.s.sol (a185256)',
    },
    {
      chainId: 1,
      address: '0x277C6A642564A91ff78b008022D65683cEE5CCC5',
      name: 'strETH vault',
      role: 'staking',
      ...flexible,
    },
  ],
  track: {
    liveSince: null,
    audits: {
      value: 2,
      evidence: 'official-repo',
      source: 'mellow-finance/simple-lrt@audits/: ChainSecurity and Statemind',
      asOf: '2025-06-16',
    },
    bugBounty: null,
    lossEvents: null,
    covers: [],
    coverSearch: serviceCoverSearch,
  },
  provenance: {
    sources: [
      'mellow-finance/simple-lrt (a185256, 2025-06-16)',
      'mellow-finance/flexible-vaults (5d1cff0, 2026-07-24)',
      'DefiLlama/DefiLlama-Adapters (1eb4e81, 2026-08-22)',
    ],
    readOn: '2026-11-21',
  },
});
