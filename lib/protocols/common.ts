import type { Address } from '../core/index.ts';
import type { Dated, TrackRecord } from './define-protocol.ts';

type Sourced<T> = T & { readonly chainId: number; readonly address: Address; readonly source: string };

const coreAssets = 'DefiLlama/DefiLlama-Adapters@projects/helper/coreAssets.json (1eb4e81)';
const eigenlayerList =
  'strategy tokens: adapter configuration of a third party, equal to the well-known token addresses';

/** Addresses by which wallets and routers mean the native coin. */
export const nativePseudoAddresses: readonly Address[] = [
  '0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE',
  '0xeFEfeFEfeFeFEFEFEfefeFeFefEfEfEfeFEFEFEf',
];

const wrappers = [
  [1, 'WETH', '0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2'],
  [10, 'WETH', '0x4200000000000000000000000000000000000006'],
  [30, 'WRBTC', '0x967F8799aF07dF1534d48A95a5C9FEBE92c53AE0'],
  [56, 'WBNB', '0xbb4CdB9CBd36B01bD1cBaEBF2De08d9173bc095c'],
  [130, 'WETH', '0x4200000000000000000000000000000000000006'],
  [143, 'WMON', '0x3bd359C1119dA7Da1D913D1C4D2B7c461115433A'],
  [146, 'wS', '0x039e2fB66102314Ce7b64Ce5Ce3E5183bc94aD38'],
  [169, 'WETH', '0x0Dc808adcE2099A9F62AA87D9670745AbA741746'],
  [196, 'WOKB', '0xe538905cf8410324e03A5A23C1c177a474D59b2b'],
  [239, 'WTAC', '0xB63B9f0eb4A6E6f191529D71d4D88cc8900Df2C9'],
  [252, 'WFRAX', '0xFc00000000000000000000000000000000000002'],
  [324, 'WETH', '0x5AEa5775959fBC2557Cc8789bC1bf90A239D9a91'],
  [999, 'WHYPE', '0x5555555555555555555555555555555555555555'],
  [1329, 'WSEI', '0xE30feDd158A2e3b13e9badaeABaFc5516e95e8C7'],
  [1868, 'WETH', '0x4200000000000000000000000000000000000006'],
  [1923, 'WETH', '0x4200000000000000000000000000000000000006'],
  [2410, 'WETH', '0x4200000000000000000000000000000000000006'],
  [2818, 'WETH', '0x5300000000000000000000000000000000000011'],
  [4689, 'WIOTX', '0xA00744882684C3e4747faEFD68D283eA44099D03'],
  [5000, 'WMNT', '0x78c1b0C915c4FAA5FffA6CAbf0219DA63d7f4cb8'],
  [7000, 'WZETA', '0x5F0b1a82749cb4E2278EC87F8BF6B618dC71a8bf'],
  [8453, 'WETH', '0x4200000000000000000000000000000000000006'],
  [9745, 'WXPL', '0x6100E367285b01F48D07953803A2d8dCA5D19873'],
  [33139, 'WAPE', '0x48b62137EdfA95a428D35C09E44256a739F6B557'],
  [34443, 'WETH', '0x4200000000000000000000000000000000000006'],
  [42161, 'WETH', '0x82aF49447D8a07e3bd95BD0d56f35241523fBab1'],
  [42793, 'WXTZ', '0xc9B53AB2679f573e480d01e0f49e2B5CFB7a3EAb'],
  [43111, 'WETH', '0x4200000000000000000000000000000000000006'],
  [43114, 'WAVAX', '0xB31f66AA3C1e785363F0875A1B74E27b85FD66c7'],
  [48900, 'WETH', '0x4200000000000000000000000000000000000006'],
  [57073, 'WETH', '0x4200000000000000000000000000000000000006'],
  [59144, 'WETH', '0xe5D7C2a44FfDDf6b295A15c148167daaAf5Cf34f'],
  [60808, 'WETH', '0x4200000000000000000000000000000000000006'],
  [80094, 'WBERA', '0x6969696969696969696969696969696969696969'],
  [81457, 'WETH', '0x4300000000000000000000000000000000000004'],
  [167000, 'WETH', '0xA51894664A773981C6C112C43ce576f315d5b1B6'],
  [534352, 'WETH', '0x5300000000000000000000000000000000000004'],
] as const;

/** Each chain's own wrapper of its native coin: paying into it is not paying a stranger. */
export const wrappedNative: readonly Sourced<{ readonly symbol: string }>[] = wrappers.map(
  ([chainId, symbol, address]) => ({ chainId, symbol, address, source: coreAssets }),
);

/** Tokens that people pay in with, for their names and decimals. */
export const payTokens: readonly Sourced<{ readonly symbol: string; readonly decimals: number }>[] = [
  {
    chainId: 1,
    symbol: 'WETH',
    decimals: 18,
    address: '0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2',
    source: coreAssets,
  },
  {
    chainId: 1,
    symbol: 'stETH',
    decimals: 18,
    address: '0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84',
    source: coreAssets,
  },
  {
    chainId: 1,
    symbol: 'wstETH',
    decimals: 18,
    address: '0x7f39C581F595B53c5cb19bD0b3f8dA6c935E2Ca0',
    source: coreAssets,
  },
  {
    chainId: 1,
    symbol: 'cbETH',
    decimals: 18,
    address: '0xBe9895146f7AF43049ca1c1AE358B0541Ea49704',
    source: coreAssets,
  },
  {
    chainId: 1,
    symbol: 'rETH',
    decimals: 18,
    address: '0xae78736Cd615f374D3085123A210448E74Fc6393',
    source: coreAssets,
  },
  {
    chainId: 1,
    symbol: 'sfrxETH',
    decimals: 18,
    address: '0xac3E018457B222d93114458476f3E3416Abbe38F',
    source: coreAssets,
  },
  {
    chainId: 1,
    symbol: 'mETH',
    decimals: 18,
    address: '0xd5F7838F5C461fefF7FE49ea5ebaF7728bB0ADfa',
    source: coreAssets,
  },
  {
    chainId: 1,
    symbol: 'EIGEN',
    decimals: 18,
    address: '0xec53bF9167f50cDEB3Ae105f56099aaaB9061F83',
    source: coreAssets,
  },
  {
    chainId: 1,
    symbol: 'ETHx',
    decimals: 18,
    address: '0xA35b1B31Ce002FBF2058D22F30f95D405200A15b',
    source: eigenlayerList,
  },
  {
    chainId: 1,
    symbol: 'ankrETH',
    decimals: 18,
    address: '0xE95A203B1a91a908F9B9CE46459d101078c2c3cb',
    source: eigenlayerList,
  },
  {
    chainId: 1,
    symbol: 'OETH',
    decimals: 18,
    address: '0x856c4Efb76C1D1AE02e20CEB03A2A6a08b0b8dC3',
    source: eigenlayerList,
  },
  {
    chainId: 1,
    symbol: 'osETH',
    decimals: 18,
    address: '0xf1C9acDc66974dFB6dEcB12aA385b9cD01190E38',
    source: eigenlayerList,
  },
  {
    chainId: 1,
    symbol: 'swETH',
    decimals: 18,
    address: '0xf951E335afb289353dc249e82926178EaC7DEd78',
    source: eigenlayerList,
  },
  {
    chainId: 1,
    symbol: 'wBETH',
    decimals: 18,
    address: '0xa2E3356610840701BDf5611a53974510Ae27E2e1',
    source: eigenlayerList,
  },
  {
    chainId: 1,
    symbol: 'lsETH',
    decimals: 18,
    address: '0x8c1BEd5b9a0928467c9B1341Da1D7BD5e10b6549',
    source: eigenlayerList,
  },
];

/** Uniswap's Permit2, at the same address on every chain it is on. */
export const permit2: Address = '0x000000000022D473030F116dDEE9F6B43aC78BA3';

/** Utility contracts of no protocol, each at one address on every chain: known, so no stranger is paid. */
export const utilityContracts: readonly {
  readonly name: string;
  readonly address: Address;
  readonly source: string;
}[] = [
  { name: 'Permit2', address: permit2, source: 'docs.uniswap.org/contracts/v4/deployments' },
  {
    name: 'Multicall3',
    address: '0xcA11bde05977b3631167028862bE2a173976CA11',
    source: "viem's chain definitions",
  },
  {
    name: 'EntryPoint v0.6',
    address: '0x5FF137D4b0FDCD49DcA30c7CF57E578a026d2789',
    source: 'viem, account-abstraction constants',
  },
  {
    name: 'EntryPoint v0.7',
    address: '0x0000000071727De22E5E9d8BAf0edAc6f37da032',
    source: 'viem, account-abstraction constants',
  },
  {
    name: 'EntryPoint v0.8',
    address: '0x4337084D9E255Ff0702461CF8895CE9E3b5Ff108',
    source: 'viem, account-abstraction constants',
  },
];

/** Swap routers on Ethereum whose address is documented by their makers. */
export const swapRouters: readonly Sourced<{ readonly name: string }>[] = [
  {
    chainId: 1,
    name: 'Uniswap Universal Router',
    address: '0x66a9893cC07D91D95644AEDD05D03f95e1dBA8Af',
    source: 'docs.uniswap.org/contracts/v4/deployments',
  },
  {
    chainId: 1,
    name: 'Uniswap V2Router02',
    address: '0x7a250d5630B4cF539739dF2C5dAcb4c659F2488D',
    source: 'docs.uniswap.org/contracts/v2/reference/smart-contracts/v2-deployments',
  },
];

/** Large sites where restaking tokens of every protocol are bought; they belong to none of them. */
export const aggregatorSites: readonly { readonly domain: string; readonly source: string }[] = [
  { domain: 'uniswap.org', source: 'docs.uniswap.org' },
  { domain: 'cow.fi', source: 'cowprotocol/cowswap@README.md' },
  { domain: '1inch.io', source: 'public wallet registries list wallet.1inch.io' },
  { domain: '1inch.com', source: 'business.1inch.com, the pricing page of its maker' },
  { domain: 'matcha.xyz', source: '0xProject/swap-demo-tutorial@README.md' },
  { domain: 'velora.xyz', source: 'developers.velora.xyz' },
  { domain: 'paraswap.io', source: 'developers.velora.xyz' },
  { domain: 'kyberswap.com', source: 'docs.kyberswap.com' },
];

/** Sites of their own whose names happen to lie one or two letters from an official one. */
export const unrelatedNeighbours: readonly { readonly domain: string; readonly source: string }[] = [
  { domain: 'ethena.fi', source: 'app.ethena.fi, the app of Ethena, linked by many public lists' },
  { domain: 'silo.finance', source: 'v2.silo.finance, the app of Silo, linked by many public lists' },
  {
    domain: 'vara.network',
    source: 'DefiLlama/DefiLlama-Adapters (1eb4e81), which asks the chain at rpc.vara.network',
  },
  {
    domain: 'magpiexyz.io',
    source:
      "other products of Eigenpie's maker: hemilabs/ui-monorepo@portal/tokenList/stakeTokens.ts (cd37777)",
  },
];

/**
 * What a search for cover found: mutuals, insurers, bonds and the protocols' own words. It holds for every protocol
 * here. InsurAce's and Unslashed's lists, and the mutual's present one, could not be read.
 */
export const serviceCoverSearch: Dated<string> = {
  value: 'No cover was found that names slashing by a restaking service.',
  evidence: 'third-party',
  source: 'docs.nexusmutual.io/overview/cover-products/eth-slashing-cover; the repositories of the protocols',
  asOf: '2026-11-21',
};

/** What can be said of Bitcoin that a token on another chain stands for. No figure: the delegation leaves no trace. */
export const settledOffChain =
  'Who runs this stake is settled off chain, so no figure can be read. ' +
  'By the Babylon rules that were read, one fault burns 0.1 % of it. ' +
  'Custody, the right to mint and the bridge are the larger risks.';

/** Where nobody has published when it opened, who audited it, or what was lost; none of that is "none". */
export const nothingPublished: TrackRecord = {
  liveSince: null,
  audits: null,
  bugBounty: null,
  lossEvents: null,
  covers: [],
  coverSearch: serviceCoverSearch,
};
