import { serviceCoverSearch } from '../common.ts';
import { defineProtocol } from '../define-protocol.ts';
import { erc4626Deposit, erc4626Mint, tellerDeposit, tellerDepositWithPermit } from '../shapes.ts';

const ledger = {
  evidence: 'partner-repo',
  source: 'LedgerHQ/clear-signing-erc7730-registry@registry/swell/calldata-swell.json',
} as const;
const lists = {
  evidence: 'third-party',
  source: 'DefiLlama/DefiLlama-Adapters@projects/helper/coreAssets.json (1eb4e81, 2026-08-22)',
} as const;
const earn = {
  evidence: 'third-party',
  source: 'DefiLlama/DefiLlama-Adapters@projects/swell-earn-eth/index.js (1eb4e81, 2026-08-22)',
} as const;
/** A vault of the Yearn kind: its share is paid for at the token itself. */
const swBTC = {
  chainId: 1,
  to: '0x8DB2350D78aBc13f5673A411D4700BCF87864dDE',
  contractName: 'swBTC',
  assetFrom: '0x2260FAC5E5542a773Aa44fBCfeDf7C193bc2C599',
  gives: 'swBTC',
  stake: null,
  notModelled: 'What this vault holds, and who could slash it, could not be read.',
  evidence: { address: 'third-party', signature: 'standard' },
  source: 'DefiLlama/DefiLlama-Adapters@projects/swell-earn-eth/index.js (1eb4e81, 2026-08-22)',
} as const;
const nucleus = {
  evidence: 'partner-repo',
  source: 'Ion-Protocol/nucleus-app@config/networks.ts, config/tokens.ts (109fd07, 2025-11-06)',
} as const;
const teller = {
  chainId: 1,
  stake: null,
  notModelled: 'A vault share. What the vault holds, and in which proportion, is not modelled.',
  evidence: { address: 'partner-repo', signature: 'partner-repo' },
  source: nucleus.source,
} as const;
const earnETH = {
  ...teller,
  to: '0x685aDb4797fb38D4Fc4a69750aa048B398160429',
  contractName: 'earnETH Teller',
  gives: 'earnETH',
} as const;
const earnBTC = {
  ...teller,
  to: '0x651F908702F23D794dC54FA36D77DFB6E35F0924',
  contractName: 'earnBTC Teller',
  gives: 'earnBTC',
} as const;
/** Named by an earlier version of the same list. */
const rswBTC = {
  ...teller,
  to: '0x83EDE55dc738d4C2e65c4B55172Fbe3e14D83a4E',
  contractName: 'rswBTC Teller',
  gives: 'rswBTC',
} as const;
const rswETH = {
  chainId: 1,
  assetFrom: 'native',
  receiverFrom: 'caller',
  gives: 'rswETH',
  stake: 'swell-rsweth',
} as const;

export const swell = defineProtocol({
  id: 'swell',
  name: 'Swell',
  kind: 'lrt',
  status: {
    is: 'live',
    note: 'The public code ends in November 2024; what runs today is newer.',
    source: 'coinclear.io/liquid-staking/swell; LedgerHQ/clear-signing-erc7730-registry (April 2026)',
    asOf: '2026-11-21',
  },
  officialDomains: [
    { domain: 'swellnetwork.io', evidence: 'official-repo', source: 'SwellNetwork/v3-core-public@README.md' },
  ],
  impostorsSeen: [
    {
      domain: 'swellnetworksapp.xyz',
      source: 'a page of the public web that copies the words of Swell, seen on 2026-11-21',
    },
  ],
  tokens: [
    {
      chainId: 1,
      symbol: 'rswETH',
      address: '0xFAe103DC9cf190eD75350761e95403b7b8aFa6c0',
      decimals: 18,
      restaking: true,
      stake: 'swell-rsweth',
      ...ledger,
    },
    {
      chainId: 1923,
      symbol: 'rswETH',
      address: '0x18d33689AE5d02649a859A1CF16c9f0563975258',
      decimals: 18,
      restaking: true,
      stake: 'swell-rsweth',
      ...lists,
    },
    {
      chainId: 80094,
      symbol: 'rswETH',
      address: '0x850CDF416668210ED0c36bfFF5d21921C7adA3b8',
      decimals: 18,
      restaking: true,
      stake: 'swell-rsweth',
      ...lists,
    },
    // swETH is plain staking: nothing of it is restaked.
    {
      chainId: 1,
      symbol: 'swETH',
      address: '0xf951E335afb289353dc249e82926178EaC7DEd78',
      decimals: 18,
      restaking: false,
      stake: null,
      evidence: 'third-party',
      source: 'DefiLlama/DefiLlama-Adapters@projects/swell/index.js',
    },
    {
      chainId: 1923,
      symbol: 'swETH',
      address: '0x09341022ea237a4DB1644DE7CCf8FA0e489D85B7',
      decimals: 18,
      restaking: false,
      stake: null,
      ...lists,
    },
    {
      chainId: 1,
      symbol: 'earnETH',
      address: '0x9Ed15383940CC380fAEF0a75edacE507cC775f22',
      decimals: 18,
      restaking: true,
      stake: null,
      ...earn,
    },
    {
      chainId: 1923,
      symbol: 'earnETH',
      address: '0x9Ed15383940CC380fAEF0a75edacE507cC775f22',
      decimals: 18,
      restaking: true,
      stake: null,
      ...earn,
    },
    {
      chainId: 1,
      symbol: 'earnBTC',
      address: '0x66E47E6957B85Cf62564610B76dD206BB04d831a',
      decimals: null,
      restaking: true,
      stake: null,
      ...earn,
    },
    {
      chainId: 1,
      symbol: 'rswBTC',
      address: '0x215DC1cC32d9d08a0081e55E55895C8Cf006839a',
      decimals: null,
      restaking: true,
      stake: null,
      ...nucleus,
    },
    {
      chainId: 1,
      symbol: 'swBTC',
      address: '0x8DB2350D78aBc13f5673A411D4700BCF87864dDE',
      decimals: 8,
      restaking: true,
      stake: null,
      ...earn,
    },
  ],
  deposits: [
    {
      ...rswETH,
      to: '0xFAe103DC9cf190eD75350761e95403b7b8aFa6c0',
      contractName: 'rswETH',
      signature: 'deposit()',
      selector: '0xd0e30db0',
      does: 'deposit',
      amountFrom: 'value',
      amountUnit: 'assets',
      evidence: { address: 'partner-repo', signature: 'official-repo' },
      source: 'SwellNetwork/v3-core-public@contracts/lrt/contracts/implementations/RswETH.sol',
      note: 'identical selector to WETH.deposit: the address decides',
    },
    {
      ...rswETH,
      to: '0xFAe103DC9cf190eD75350761e95403b7b8aFa6c0',
      contractName: 'rswETH',
      signature: 'depositWithReferral(address)',
      selector: '0xc18d7cb7',
      does: 'deposit',
      amountFrom: 'value',
      amountUnit: 'assets',
      evidence: { address: 'partner-repo', signature: 'official-repo' },
      source: 'SwellNetwork/v3-core-public@contracts/lrt/contracts/implementations/RswETH.sol',
      note: 'the argument is a referral',
    },
    {
      ...rswETH,
      to: '0x5e6342D8090665bE14eeB8154c8a87B7249a4889',
      contractName: 'DepositManager (LRT)',
      signature: 'depositLST(address,uint256,uint256)',
      selector: '0xb449b7bc',
      does: 'deposit',
      amountFrom: [1],
      amountUnit: 'assets',
      assetFrom: [0],
      evidence: { address: 'third-party', signature: 'official-repo' },
      source:
        "SwellNetwork/v3-core-public@contracts/lrt/contracts/implementations/DepositManager.sol; address: Dune's table staking_ethereum.entities_liquid_restaking",
      note: 'a whitelist of senders may apply',
    },
    { ...erc4626Deposit, ...swBTC },
    { ...erc4626Mint, ...swBTC },
    { ...tellerDeposit, ...earnETH },
    { ...tellerDepositWithPermit, ...earnETH },
    { ...tellerDeposit, ...earnBTC },
    { ...tellerDepositWithPermit, ...earnBTC },
    { ...tellerDeposit, ...rswBTC },
    { ...tellerDepositWithPermit, ...rswBTC },
  ],
  contracts: [
    {
      chainId: 1,
      address: '0x38D43a6Cb8DA0E855A42fB6b0733A0498531d774',
      name: 'SimpleStakingERC20 (Swell L2 pre-deposit)',
      role: 'lock',
      evidence: 'third-party',
      source: 'Veda-Labs/boring-vault@test/resources/ChainValues.sol (45243c1)',
    },
    {
      chainId: 1,
      address: '0x58749C46Ffe97e4d79508a2C781C440f4756f064',
      name: 'rswEXIT',
      role: 'exit',
      evidence: 'third-party',
      source: 'Veda-Labs/boring-vault@test/resources/ChainValues.sol (45243c1)',
    },
    {
      chainId: 1,
      address: '0x796592b2092F7E150C48643dA19Dd2F28be3333F',
      name: 'AccessControlManager (LRT)',
      role: 'view',
      evidence: 'third-party',
      source: "Balancer's rate provider review of rswETH",
    },
  ],
  track: {
    liveSince: {
      value: '2024-01-27',
      evidence: 'unsure',
      source: 'a public profile of rswETH whose origin is not known',
      asOf: '2026-11-21',
    },
    audits: {
      value: 13,
      evidence: 'official-repo',
      source: 'SwellNetwork/v3-core-public@Audit Reports/: reports from 2023 to 2024',
      asOf: '2026-11-21',
    },
    bugBounty: {
      value: true,
      evidence: 'official-repo',
      source: 'SwellNetwork/v3-core-public@bug-bounty.md: Immunefi, up to 250,000 USD',
      asOf: '2024-11-13',
    },
    lossEvents: null,
    covers: [],
    coverSearch: serviceCoverSearch,
  },
  provenance: {
    sources: [
      'SwellNetwork/v3-core-public (ba1eeff, 2024-11-13)',
      'LedgerHQ/clear-signing-erc7730-registry (d2489c5, 2026-04-27)',
      'Ion-Protocol/nucleus-app (109fd07, 2025-11-06)',
      'DefiLlama/DefiLlama-Adapters (1eb4e81, 2026-08-22)',
    ],
    readOn: '2026-11-21',
  },
});
