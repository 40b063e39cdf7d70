import { serviceCoverSearch, settledOffChain } from '../common.ts';
import { defineProtocol } from '../define-protocol.ts';
import { tellerDeposit, tellerDepositWithPermit } from '../shapes.ts';

const own = {
  evidence: 'official-repo',
  source: 'lombard-finance/evm-smart-contracts@mainnet.json (deafcdc)',
} as const;
const LBTC = { symbol: 'LBTC', decimals: 8, restaking: true, stake: null, ...own } as const;
const way = {
  amountUnit: 'assets',
  gives: 'LBTC',
  stake: null,
  notModelled: settledOffChain,
  evidence: { address: 'official-repo', signature: 'official-repo' },
  source: 'lombard-finance/evm-smart-contracts@mainnet.json (deafcdc)',
} as const;
const stake = {
  signature: 'deposit(uint256)',
  selector: '0xb6b55f25',
  does: 'deposit',
  contractName: 'LBTC',
  amountFrom: [0],
  receiverFrom: 'caller',
  ...way,
} as const;
const route = {
  signature: 'deposit(address,address,uint256)',
  selector: '0x8340f549',
  does: 'deposit',
  contractName: 'AssetRouter',
  amountFrom: [2],
  receiverFrom: [0],
  ...way,
} as const;
/** The receiver travels as 32 bytes, since it may live on another chain. */
const routeAcross = {
  signature: 'deposit(bytes32,bytes32,bytes32,uint256)',
  selector: '0xa129d186',
  does: 'deposit',
  readAs: 'uint256,uint256,address,uint256',
  contractName: 'AssetRouter',
  amountFrom: [3],
  receiverFrom: [2],
  ...way,
} as const;
const teller = {
  chainId: 1,
  to: '0x2eA43384F1A98765257bc6Cb26c7131dEbdEB9B3',
  contractName: 'LBTCv Teller',
  gives: 'LBTCv',
  stake: null,
  notModelled: 'A vault share. What the vault holds, and in which proportion, is not modelled.',
  evidence: { address: 'third-party', signature: 'assumed' },
  source: 'DefiLlama/DefiLlama-Adapters@projects/veda/ethereum_constants.js (1eb4e81, 2026-08-22)',
} as const;

export const lombard = defineProtocol({
  id: 'lombard-lbtc',
  name: 'Lombard LBTC',
  kind: 'btc-token',
  status: {
    is: 'live',
    note: 'A review of May 2026 found the way in on Ethereum closed. Most enter with Bitcoin itself.',
    source: 'defirisk.co lombard RD-F-098; yearn/risk-score PR 217',
    asOf: '2026-05-26',
  },
  officialDomains: [
    {
      domain: 'lombard.finance',
      evidence: 'official-repo',
      source: 'lombard-finance/evm-smart-contracts@README.md (deafcdc)',
    },
  ],
  impostorsSeen: [],
  tokens: [
    { ...LBTC, chainId: 1, address: '0x8236a87084f8B84306f72007F36F2618A5634494' },
    { ...LBTC, chainId: 56, address: '0xecAc9C5F704e954931349Da37F60E39f515c11c1' },
    { ...LBTC, chainId: 8453, address: '0xecAc9C5F704e954931349Da37F60E39f515c11c1' },
    { ...LBTC, chainId: 80094, address: '0xecAc9C5F704e954931349Da37F60E39f515c11c1' },
    { ...LBTC, chainId: 146, address: '0xecAc9C5F704e954931349Da37F60E39f515c11c1' },
    { ...LBTC, chainId: 2818, address: '0xecAc9C5F704e954931349Da37F60E39f515c11c1' },
    { ...LBTC, chainId: 42793, address: '0xecAc9C5F704e954931349Da37F60E39f515c11c1' },
    { ...LBTC, chainId: 57073, address: '0xecAc9C5F704e954931349Da37F60E39f515c11c1' },
    { ...LBTC, chainId: 747474, address: '0xecAc9C5F704e954931349Da37F60E39f515c11c1' },
    { ...LBTC, chainId: 239, address: '0xecAc9C5F704e954931349Da37F60E39f515c11c1' },
    { ...LBTC, chainId: 43114, address: '0xecAc9C5F704e954931349Da37F60E39f515c11c1' },
    {
      chainId: 1,
      symbol: 'BTC.b',
      address: '0xB0F70C0bD6FD87dbEb7C10dC692a2a6106817072',
      decimals: 8,
      restaking: false,
      stake: null,
      ...own,
    },
    {
      chainId: 747474,
      symbol: 'BTC.b',
      address: '0xB0F70C0bD6FD87dbEb7C10dC692a2a6106817072',
      decimals: 8,
      restaking: false,
      stake: null,
      ...own,
    },
    {
      chainId: 1,
      symbol: 'LBTCv',
      address: '0x5401b8620E5FB570064CA9114fd1e135fd77D57c',
      decimals: null,
      restaking: true,
      stake: null,
      evidence: 'third-party',
      source: 'DefiLlama/DefiLlama-Adapters@projects/lombard-vault/index.js (1eb4e81, 2026-08-22)',
    },
  ],
  deposits: [
    {
      ...stake,
      chainId: 1,
      to: '0x8236a87084f8B84306f72007F36F2618A5634494',
      assetFrom: '0xB0F70C0bD6FD87dbEb7C10dC692a2a6106817072',
    },
    { ...stake, chainId: 56, to: '0xecAc9C5F704e954931349Da37F60E39f515c11c1', assetFrom: 'none' },
    { ...stake, chainId: 8453, to: '0xecAc9C5F704e954931349Da37F60E39f515c11c1', assetFrom: 'none' },
    { ...stake, chainId: 80094, to: '0xecAc9C5F704e954931349Da37F60E39f515c11c1', assetFrom: 'none' },
    { ...stake, chainId: 146, to: '0xecAc9C5F704e954931349Da37F60E39f515c11c1', assetFrom: 'none' },
    { ...stake, chainId: 2818, to: '0xecAc9C5F704e954931349Da37F60E39f515c11c1', assetFrom: 'none' },
    { ...stake, chainId: 42793, to: '0xecAc9C5F704e954931349Da37F60E39f515c11c1', assetFrom: 'none' },
    { ...stake, chainId: 57073, to: '0xecAc9C5F704e954931349Da37F60E39f515c11c1', assetFrom: 'none' },
    {
      ...stake,
      chainId: 747474,
      to: '0xecAc9C5F704e954931349Da37F60E39f515c11c1',
      assetFrom: '0xB0F70C0bD6FD87dbEb7C10dC692a2a6106817072',
    },
    { ...stake, chainId: 239, to: '0xecAc9C5F704e954931349Da37F60E39f515c11c1', assetFrom: 'none' },
    { ...stake, chainId: 43114, to: '0xecAc9C5F704e954931349Da37F60E39f515c11c1', assetFrom: 'none' },
    {
      ...route,
      chainId: 1,
      to: '0x9eCe5fB1aB62d9075c4ec814b321e24D8EA021ac',
      assetFrom: '0xB0F70C0bD6FD87dbEb7C10dC692a2a6106817072',
    },
    {
      ...routeAcross,
      chainId: 1,
      to: '0x9eCe5fB1aB62d9075c4ec814b321e24D8EA021ac',
      assetFrom: '0xB0F70C0bD6FD87dbEb7C10dC692a2a6106817072',
    },
    {
      ...route,
      chainId: 747474,
      to: '0x9eCe5fB1aB62d9075c4ec814b321e24D8EA021ac',
      assetFrom: '0xB0F70C0bD6FD87dbEb7C10dC692a2a6106817072',
    },
    {
      ...routeAcross,
      chainId: 747474,
      to: '0x9eCe5fB1aB62d9075c4ec814b321e24D8EA021ac',
      assetFrom: '0xB0F70C0bD6FD87dbEb7C10dC692a2a6106817072',
    },
    { ...route, chainId: 43114, to: '0x9eCe5fB1aB62d9075c4ec814b321e24D8EA021ac', assetFrom: 'none' },
    { ...routeAcross, chainId: 43114, to: '0x9eCe5fB1aB62d9075c4ec814b321e24D8EA021ac', assetFrom: 'none' },
    { ...tellerDeposit, ...teller },
    { ...tellerDepositWithPermit, ...teller },
  ],
  contracts: [
    {
      chainId: 1,
      address: '0xdad58DfA5c1a7a34419AFdBE1f0d610efeea95E4',
      name: 'Consortium',
      role: 'core',
      ...own,
    },
    {
      chainId: 1,
      address: '0x1De9fcfeDF3E51266c188ee422fbA1c7860DA0eF',
      name: 'StakedLBTCOracle',
      role: 'view',
      ...own,
    },
    {
      chainId: 1,
      address: '0xC8bbF6153D7Ba105f1399D992ebd32B0541996ef',
      name: 'StakeAndBake',
      role: 'core',
      ...own,
    },
    {
      chainId: 1,
      address: '0x055E84e7FE8955E2781010B866f10Ef6E1E77e59',
      name: 'Timelock',
      role: 'governance',
      ...own,
    },
  ],
  track: {
    liveSince: null,
    audits: {
      value: 10,
      evidence: 'official-repo',
      source: 'lombard-finance/evm-smart-contracts@docs/audit/: reports up to October 2025',
      asOf: '2025-11-04',
    },
    bugBounty: null,
    lossEvents: null,
    covers: [],
    coverSearch: serviceCoverSearch,
  },
  provenance: {
    sources: [
      'lombard-finance/evm-smart-contracts (deafcdc, 2025-11-04)',
      'DefiLlama/DefiLlama-Adapters (1eb4e81, 2026-08-22)',
    ],
    readOn: '2026-11-21',
  },
});
