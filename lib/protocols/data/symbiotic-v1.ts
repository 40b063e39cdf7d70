import { serviceCoverSearch } from '../common.ts';
import { defineProtocol } from '../define-protocol.ts';
import { depositOnBehalf } from '../shapes.ts';

const own = {
  chainId: 1,
  role: 'core',
  evidence: 'official-repo',
  source: 'symbioticfi/core@test/integration/SymbioticCoreConstants.sol (25a065a)',
} as const;
/** The wrapper of Symbiotic before its vaults. Vaults themselves are recognised through their factory. */
const collateral = {
  chainId: 1,
  to: '0xC329400492c6ff2438472D4651Ad17389fCb843a',
  contractName: 'DefaultCollateral wstETH',
  assetFrom: '0x7f39C581F595B53c5cb19bD0b3f8dA6c935E2Ca0',
  gives: null,
  stake: null,
  notModelled: 'A wrapper that nothing slashes by itself. Where it is moved later is not known.',
  evidence: { address: 'third-party', signature: 'partner-repo' },
  source:
    'Veda-Labs/boring-vault@test/resources/ChainValues.sol (45243c1); mellow-finance/simple-lrt@src/interfaces/tokens/IDefaultCollateral.sol',
} as const;

export const symbioticV1 = defineProtocol({
  id: 'symbiotic-v1',
  name: 'Symbiotic (V1 vaults)',
  kind: 'restaking-layer',
  status: {
    is: 'live',
    note: 'Its vault factory makes vaults of both versions. Which are genuine, the factory says.',
    source: 'symbioticfi/core (25a065a, 2026-08-07)',
    asOf: '2026-11-21',
  },
  officialDomains: [
    { domain: 'symbiotic.fi', evidence: 'official-repo', source: 'symbioticfi/core@README.md (25a065a)' },
  ],
  impostorsSeen: [],
  tokens: [],
  deposits: [
    { ...depositOnBehalf, ...collateral },
    {
      ...collateral,
      signature: 'deposit(address,uint256,uint256,uint8,bytes32,bytes32)',
      selector: '0xc5758489',
      does: 'deposit',
      amountFrom: [1],
      amountUnit: 'assets',
      receiverFrom: [0],
    },
  ],
  contracts: [
    { ...own, address: '0xAEb6bdd95c502390db8f52c8909F703E9Af6a346', name: 'VaultFactory' },
    { ...own, address: '0x985Ed57AF9D475f1d83c1c1c8826A0E5A34E8C7B', name: 'DelegatorFactory' },
    { ...own, address: '0x685c2eD7D59814d2a597409058Ee7a92F21e48Fd', name: 'SlasherFactory' },
    { ...own, address: '0xC773b1011461e7314CF05f97d95aa8e92C1Fd8aA', name: 'NetworkRegistry' },
    { ...own, address: '0xD7dC9B366c027743D90761F71858BCa83C6899Ad', name: 'NetworkMiddlewareService' },
    { ...own, address: '0xAd817a6Bc954F678451A71363f04150FDD81Af9F', name: 'OperatorRegistry' },
    { ...own, address: '0xb361894bC06cbBA7Ea8098BF0e32EB1906A5F891', name: 'OperatorVaultOptInService' },
    { ...own, address: '0x7133415b33B438843D581013f98A08704316633c', name: 'OperatorNetworkOptInService' },
    { ...own, address: '0x29300b1d3150B4E2b12fE80BE72f365E200441EC', name: 'VaultConfigurator' },
    {
      ...own,
      address: '0x1BC8FCFbE6Aa17e4A7610F51B888f34583D202Ec',
      name: 'DefaultCollateralFactory',
      evidence: 'third-party',
      source: 'DefiLlama/DefiLlama-Adapters@projects/symbiotic/index.js (1eb4e81, 2026-08-22)',
    },
    {
      ...own,
      address: '0x99F2B89fB3C363fBafD8d826E5AA77b28bAB70a0',
      name: 'BurnerRouterFactory',
      evidence: 'partner-repo',
      source: 'mellow-finance/simple-lrt@scripts/mainnet/MigrationContracts.s.sol (a185256)',
    },
  ],
  track: {
    liveSince: {
      value: '2025-01-31',
      evidence: 'unsure',
      source: 'public texts name January 2025 for the core on Ethereum, and no day: taken as its last',
      asOf: '2026-11-21',
    },
    audits: {
      value: 6,
      evidence: 'official-repo',
      source: 'symbioticfi/core@audits/: six reports on the core of the first version',
      asOf: '2026-08-07',
    },
    bugBounty: null,
    lossEvents: null,
    covers: [],
    coverSearch: serviceCoverSearch,
  },
  provenance: {
    sources: [
      'symbioticfi/core (25a065a, 2026-08-07)',
      'DefiLlama/DefiLlama-Adapters (1eb4e81, 2026-08-22)',
      'mellow-finance/simple-lrt (a185256, 2025-06-16)',
    ],
    readOn: '2026-11-21',
  },
});
