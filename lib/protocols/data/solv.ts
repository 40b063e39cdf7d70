import { nothingPublished, settledOffChain } from '../common.ts';
import { defineProtocol } from '../define-protocol.ts';

const targets = {
  evidence: 'official-repo',
  source: 'solv-finance/SolvBTC@deploy/10000_deploy_SolvBTCRouterV2.js (c371d21)',
} as const;
const reserve = { symbol: 'SolvBTC', decimals: 18, restaking: false, stake: null, ...targets } as const;
const staked = { symbol: 'xSolvBTC', decimals: 18, restaking: true, stake: null, ...targets } as const;
const deployed = {
  evidence: { address: 'official-repo', signature: 'official-repo' },
  source: 'solv-finance/SolvBTC@deployments/<chain> (c371d21)',
} as const;
const unmodelled = {
  stake: null,
  notModelled: `How it splits between Babylon and trading is not public. ${settledOffChain}`,
} as const;
const router = {
  signature: 'deposit(address,address,uint256,uint256,uint64)',
  selector: '0x672262e5',
  does: 'deposit',
  contractName: 'SolvBTCRouterV2',
  amountFrom: [2],
  amountUnit: 'assets',
  assetFrom: [1],
  receiverFrom: 'caller',
  gives: null,
  ...unmodelled,
  ...deployed,
} as const;
const pool = {
  signature: 'deposit(uint256)',
  selector: '0xb6b55f25',
  does: 'deposit',
  contractName: 'XSolvBTCPool',
  amountFrom: [0],
  amountUnit: 'assets',
  receiverFrom: 'caller',
  gives: 'xSolvBTC',
  ...unmodelled,
  ...deployed,
} as const;

export const solv = defineProtocol({
  id: 'solv',
  name: 'Solv SolvBTC and xSolvBTC',
  kind: 'btc-token',
  status: {
    is: 'live',
    note: 'SolvBTC is a reserve wrapper and not restaked; xSolvBTC (once SolvBTC.BBN) carries the yield.',
    source:
      'DefiLlama/DefiLlama-Adapters@projects/satlayer, solv-protocol-funds (1eb4e81, 2026-08-22); solv-finance/SolvBTC (2026-04-29)',
    asOf: '2026-11-21',
  },
  officialDomains: [
    {
      domain: 'solv.finance',
      evidence: 'partner-repo',
      source: 'symbioticfi/metadata-mainnet@curators/solv/info.json (06c88c1), declared by Solv itself',
    },
  ],
  impostorsSeen: [],
  tokens: [
    { ...reserve, chainId: 1, address: '0x7A56E1C57C7475CCf742a1832B028F0456652F97' },
    { ...reserve, chainId: 56, address: '0x4aae823a6a0b376De6A78e74eCC5b079d38cBCf7' },
    { ...reserve, chainId: 999, address: '0xaE4EFbc7736f963982aACb17EFA37fCBAb924cB3' },
    { ...reserve, chainId: 5000, address: '0xa68d25fC2AF7278db4BcdcAabce31814252642a9' },
    { ...reserve, chainId: 8453, address: '0x3B86Ad95859b6AB773f55f8d94B4b9d443EE931f' },
    { ...reserve, chainId: 42161, address: '0x3647c54c4c2C65bC7a2D63c0Da2809B399DBBDC0' },
    { ...reserve, chainId: 43114, address: '0xbc78D84Ba0c46dFe32cf2895a19939c86b81a777' },
    { ...reserve, chainId: 60808, address: '0x541FD749419CA806a8bc7da8ac23D346f2dF8B77' },
    { ...reserve, chainId: 80094, address: '0x541FD749419CA806a8bc7da8ac23D346f2dF8B77' },
    { ...staked, chainId: 1, address: '0xd9D920AA40f578ab794426F5C90F6C731D159DEf' },
    { ...staked, chainId: 56, address: '0x1346b618dC92810EC74163e4c27004c921D446a5' },
    { ...staked, chainId: 999, address: '0xc99F5c922DAE05B6e2ff83463ce705eF7C91F077' },
    { ...staked, chainId: 5000, address: '0x1d40baFC49c37CdA49F2a5427E2FB95E1e3FCf20' },
    { ...staked, chainId: 8453, address: '0xC26C9099BD3789107888c35bb41178079B282561' },
    { ...staked, chainId: 43114, address: '0xCC0966D8418d412c599A6421b760a847eB169A8c' },
    { ...staked, chainId: 60808, address: '0xCC0966D8418d412c599A6421b760a847eB169A8c' },
    { ...staked, chainId: 80094, address: '0xCC0966D8418d412c599A6421b760a847eB169A8c' },
  ],
  deposits: [
    // The router wraps too: what it gives in SolvBTC is no restaking.
    {
      ...router,
      chainId: 1,
      to: '0x3d93B9e8F0886358570646dAd9421564C5fE6334',
      exceptWhere: { argument: [0], is: '0x7A56E1C57C7475CCf742a1832B028F0456652F97' },
    },
    {
      ...router,
      chainId: 56,
      to: '0x67035877F5c12202c387d1698274C2aBF28F3678',
      exceptWhere: { argument: [0], is: '0x4aae823a6a0b376De6A78e74eCC5b079d38cBCf7' },
    },
    {
      ...router,
      chainId: 5000,
      to: '0x0870F2978BABe3f996Ee8C0cB08461e8bdFCeD5B',
      exceptWhere: { argument: [0], is: '0xa68d25fC2AF7278db4BcdcAabce31814252642a9' },
    },
    {
      ...router,
      chainId: 43114,
      to: '0x30A61591c5bD3b5ae00d26f6b51C8eF0B9945bAF',
      exceptWhere: { argument: [0], is: '0xbc78D84Ba0c46dFe32cf2895a19939c86b81a777' },
    },
    {
      ...router,
      chainId: 42161,
      to: '0x92E8A4407FD1ae7a53a32f1f832184edF071080A',
      exceptWhere: { argument: [0], is: '0x3647c54c4c2C65bC7a2D63c0Da2809B399DBBDC0' },
    },
    {
      ...router,
      chainId: 8453,
      to: '0xcf871588203aF2A70E8513db43D785023f5E8aA1',
      exceptWhere: { argument: [0], is: '0x3B86Ad95859b6AB773f55f8d94B4b9d443EE931f' },
    },
    {
      ...router,
      chainId: 60808,
      to: '0x56a4d805d7A292f03Ead5Be31E0fFB8f7d0E3B48',
      exceptWhere: { argument: [0], is: '0x541FD749419CA806a8bc7da8ac23D346f2dF8B77' },
    },
    {
      ...router,
      chainId: 80094,
      to: '0x7295DE68dE27A70DD0D78898967A42b36CEdAFEb',
      exceptWhere: { argument: [0], is: '0x541FD749419CA806a8bc7da8ac23D346f2dF8B77' },
    },
    {
      ...router,
      chainId: 999,
      to: '0xA0f4d1d73a50574d8143ba3F7b144084Cbe50c42',
      exceptWhere: { argument: [0], is: '0xaE4EFbc7736f963982aACb17EFA37fCBAb924cB3' },
    },
    {
      ...pool,
      chainId: 1,
      to: '0xf394Aa7CFB25644e2A713EbbBE259B81F7c67c86',
      assetFrom: '0x7A56E1C57C7475CCf742a1832B028F0456652F97',
    },
    {
      ...pool,
      chainId: 56,
      to: '0xF50860533D209E44dbe02F58B77EA85a8bfC28a3',
      assetFrom: '0x4aae823a6a0b376De6A78e74eCC5b079d38cBCf7',
    },
    {
      ...pool,
      chainId: 5000,
      to: '0x3C3ec7C7f8776791E2F24c95D523ED4820cC4F39',
      assetFrom: '0xa68d25fC2AF7278db4BcdcAabce31814252642a9',
    },
    {
      ...pool,
      chainId: 43114,
      to: '0xB97cBC39CB55BF85B4102D8FE62684747e19C32f',
      assetFrom: '0xbc78D84Ba0c46dFe32cf2895a19939c86b81a777',
    },
    {
      ...pool,
      chainId: 8453,
      to: '0xC8a10cA602Ca9aa4D2d8425C39f91BeC5CD8FF76',
      assetFrom: '0x3B86Ad95859b6AB773f55f8d94B4b9d443EE931f',
    },
    {
      ...pool,
      chainId: 60808,
      to: '0xB97cBC39CB55BF85B4102D8FE62684747e19C32f',
      assetFrom: '0x541FD749419CA806a8bc7da8ac23D346f2dF8B77',
    },
  ],
  contracts: [],
  track: nothingPublished,
  provenance: {
    sources: [
      'solv-finance/SolvBTC (c371d21, 2026-04-29)',
      'symbioticfi/metadata-mainnet (06c88c1, 2026-08-07)',
    ],
    readOn: '2026-11-21',
  },
});
