import { serviceCoverSearch } from '../common.ts';
import { defineProtocol } from '../define-protocol.ts';
import { erc4626Deposit, erc4626Mint } from '../shapes.ts';

const own = {
  chainId: 1,
  decimals: 18,
  restaking: true,
  stake: null,
  evidence: 'official-repo',
  source: 'inceptionlrt/smart-contracts@projects/vaults/README.md (aecc1be)',
} as const;
const vault = {
  chainId: 1,
  stake: null,
  notModelled: 'It restakes through EigenLayer or Symbiotic. Which operators hold it could not be read.',
  evidence: { address: 'official-repo', signature: 'official-repo' },
  source:
    'inceptionlrt/smart-contracts@projects/vaults/README.md (aecc1be); projects/vaults/contracts/vaults',
} as const;
const withReferral = {
  signature: 'depositWithReferral(uint256,address,bytes32)',
  selector: '0xedb594fc',
  does: 'deposit',
  amountFrom: [0],
  amountUnit: 'assets',
  receiverFrom: [1],
} as const;
const inwstETHs = {
  ...vault,
  to: '0xf9D9F828989A624423C48b95BC04E9Ae0ef5Ec97',
  contractName: 'inwstETHVault_S',
  assetFrom: '0x7f39C581F595B53c5cb19bD0b3f8dA6c935E2Ca0',
  gives: 'inwstETHs',
} as const;
const inlsETHs = {
  ...vault,
  to: '0xA8211B17Ee8cC9C3E739c32710Cc4d6621B360AE',
  contractName: 'inLsETHVault_S',
  assetFrom: '0x8c1BEd5b9a0928467c9B1341Da1D7BD5e10b6549',
  gives: 'inlsETHs',
} as const;
const inBTCs = {
  ...vault,
  to: '0xD496417a50DB34279631e0aF459493Cf9685F529',
  contractName: 'inLBTCVault_S',
  assetFrom: '0x8236a87084f8B84306f72007F36F2618A5634494',
  gives: 'inBTCs',
} as const;
const instETH = {
  ...vault,
  to: '0x814CC6B8fd2555845541FB843f37418b05977d8d',
  contractName: 'InstEthVault',
  assetFrom: '0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84',
  gives: 'instETH',
} as const;
const inrETH = {
  ...vault,
  to: '0x1Aa53BC4Beb82aDf7f5EDEE9e3bBF3434aD59F12',
  contractName: 'InrEthVault',
  assetFrom: '0xae78736Cd615f374D3085123A210448E74Fc6393',
  gives: 'inrETH',
} as const;
const inoETH = {
  ...vault,
  to: '0x4878F636A9Aa314B776Ac51A25021C44CAF86bEd',
  contractName: 'InoEthVault',
  assetFrom: '0x856c4Efb76C1D1AE02e20CEB03A2A6a08b0b8dC3',
  gives: 'inoETH',
} as const;
const inosETH = {
  ...vault,
  to: '0xA9F8c770661BeE8DF2D026edB1Cb6FF763C780FF',
  contractName: 'InosEthVault',
  assetFrom: '0xf1C9acDc66974dFB6dEcB12aA385b9cD01190E38',
  gives: 'inosETH',
} as const;
const inankrETH = {
  ...vault,
  to: '0x36B429439AB227fAB170A4dFb3321741c8815e55',
  contractName: 'InankrEthVault',
  assetFrom: '0xE95A203B1a91a908F9B9CE46459d101078c2c3cb',
  gives: 'inankrETH',
} as const;
const incbETH = {
  ...vault,
  to: '0xfE715358368416E01d3A961D3a037b7359735d5e',
  contractName: 'IncbEthVault',
  assetFrom: '0xBe9895146f7AF43049ca1c1AE358B0541Ea49704',
  gives: 'incbETH',
} as const;
const inwbETH = {
  ...vault,
  to: '0xC0660932C5dCaD4A1409b7975d147203B1e9A2B6',
  contractName: 'InwbEthVault',
  assetFrom: '0xa2E3356610840701BDf5611a53974510Ae27E2e1',
  gives: 'inwbETH',
} as const;
const inswETH = {
  ...vault,
  to: '0xc4181dC7BB31453C4A48689ce0CBe975e495321c',
  contractName: 'InswEthVault',
  assetFrom: '0xf951E335afb289353dc249e82926178EaC7DEd78',
  gives: 'inswETH',
} as const;
const inETHx = {
  ...vault,
  to: '0x90E80E25ABDB6205B08DeBa29a87f7eb039023C2',
  contractName: 'InEthxVault',
  assetFrom: '0xA35b1B31Ce002FBF2058D22F30f95D405200A15b',
  gives: 'inETHx',
} as const;
const insfrxETH = {
  ...vault,
  to: '0x295234B7E370a5Db2D2447aCA83bc7448f151161',
  contractName: 'InsfrxEthVault',
  assetFrom: '0xac3E018457B222d93114458476f3E3416Abbe38F',
  gives: 'insfrxETH',
} as const;
const inmETH = {
  ...vault,
  to: '0xd0ee89d82183D7Ddaef14C6b4fC0AA742F426355',
  contractName: 'InmEthVault',
  assetFrom: '0xd5F7838F5C461fefF7FE49ea5ebaF7728bB0ADfa',
  gives: 'inmETH',
} as const;
const inEIGEN = {
  ...vault,
  to: '0xC6Cc133477f63D9c0C53D1eF7DA83fa250778DB4',
  contractName: 'InEigenVault',
  assetFrom: '0xec53bF9167f50cDEB3Ae105f56099aaaB9061F83',
  gives: 'inEIGEN',
} as const;
const intBTC = {
  ...vault,
  to: '0x016E074Ca7304b815E29A9b9d8CF7a5603DA2A5f',
  contractName: 'IntBtcVault',
  assetFrom: '0x18084fbA666a33d37592fA2633fD49a74DD93a88',
  gives: 'intBTC',
} as const;
const inslisBNB = {
  ...vault,
  to: '0xC7373753E8991cEa030B01D580c53dDA4DA31D18',
  contractName: 'InslisBnbVault',
  assetFrom: '0xf9B24C9364457Ea85792179D285855753549eBAa',
  gives: 'inslisBNB',
} as const;
const insFRAX = {
  ...vault,
  to: '0xeFaF124849b11b513C35350CD8643d29DE49c2ba',
  contractName: 'InsFraxVault',
  assetFrom: '0xA663B02CF0a4b149d2aD41910CB81e23e1c41c32',
  gives: 'insFRAX',
} as const;
const inlsETH = {
  ...vault,
  to: '0x6E17a8b5D33e6DBdB9fC61d758BF554b6AD93322',
  contractName: 'InlsEthVault',
  assetFrom: '0x8c1BEd5b9a0928467c9B1341Da1D7BD5e10b6549',
  gives: 'inlsETH',
} as const;
const amphrLRT = {
  ...vault,
  to: '0x06824C27C8a0DbDe5F72f770eC82e3c0FD4DcEc3',
  contractName: 'amphrLRT',
  assetFrom: '0x7f39C581F595B53c5cb19bD0b3f8dA6c935E2Ca0',
  gives: null,
  evidence: { address: 'third-party', signature: 'assumed' },
  source: 'DefiLlama/DefiLlama-Adapters@projects/inception-lrt/index.js (1eb4e81, 2026-08-22)',
} as const;

export const inception = defineProtocol({
  id: 'inception',
  name: 'InceptionLRT',
  kind: 'lrt',
  status: {
    is: 'unknown',
    note: 'Its own list calls most vaults deprecated; no notice of an end was found.',
    source: 'inceptionlrt/smart-contracts@projects/vaults/README.md (aecc1be)',
    asOf: '2026-11-21',
  },
  officialDomains: [
    {
      domain: 'inceptionlrt.com',
      evidence: 'official-repo',
      source: 'inceptionlrt/smart-contracts@projects/vaults/README.md (aecc1be)',
    },
  ],
  impostorsSeen: [],
  tokens: [
    { ...own, symbol: 'inwstETHs', address: '0x8E0789d39db454DBE9f4a77aCEF6dc7c69f6D552' },
    { ...own, symbol: 'inlsETHs', address: '0x11E8808018AfE9343fceB33043f06E1bfbD5d3f3' },
    { ...own, symbol: 'inBTCs', address: '0xF07052b5A61bbcc8d14a8567494ae8AD688641F9' },
    { ...own, symbol: 'instETH', address: '0x7FA768E035F956c41d6aeaa3Bd857e7E5141CAd5' },
    { ...own, symbol: 'inrETH', address: '0x80d69e79258FE9D056c822461c4eb0B4ca8802E2' },
    { ...own, symbol: 'inoETH', address: '0x9181f633E9B9F15A32d5e37094F4C93b333e0E92' },
    { ...own, symbol: 'inosETH', address: '0xfD07fD5EBEa6F24888a397997E262179Bf494336' },
    { ...own, symbol: 'inankrETH', address: '0xfa2629B9cF3998D52726994E0FcdB750224D8B9D' },
    { ...own, symbol: 'incbETH', address: '0xBf19Eead55a6B100667f04F8FBC5371E03E8ab2E' },
    { ...own, symbol: 'inwbETH', address: '0xDA9B11Cd701e10C2Ec1a284f80820eDD128c5246' },
    { ...own, symbol: 'inswETH', address: '0xC3ADe5aCe1bBb033CcAE8177C12Ecbfa16bD6A9D' },
    { ...own, symbol: 'inETHx', address: '0x57a5a0567187FF4A8dcC1A9bBa86155E355878F2' },
    { ...own, symbol: 'insfrxETH', address: '0x668308d77be3533c909a692302Cb4D135Bf8041C' },
    { ...own, symbol: 'inmETH', address: '0xeCf3672A6d2147E2A77f07069Fb48d8Cf6F6Fbf9' },
    { ...own, symbol: 'inEIGEN', address: '0xf21014B114bb976F890E15c19900cE9bE5Fb1e12' },
    { ...own, symbol: 'intBTC', address: '0x1AEe5EC60fc79B669f11FE368fDe789E267649e2' },
    { ...own, symbol: 'inslisBNB', address: '0x74D1984A64F447371Be4019920180b52A33aDAdD' },
    { ...own, symbol: 'insFRAX', address: '0x50253dc4a01c6408Fab9646e804FCbFDb74e3E4c' },
    { ...own, symbol: 'inlsETH', address: '0x94B888E11a9E960A9c3B3528EB6aC807B27Ca62E' },
  ],
  deposits: [
    { ...erc4626Deposit, ...inwstETHs },
    { ...erc4626Mint, ...inwstETHs },
    { ...withReferral, ...inwstETHs },
    { ...erc4626Deposit, ...inlsETHs },
    { ...erc4626Mint, ...inlsETHs },
    { ...withReferral, ...inlsETHs },
    { ...erc4626Deposit, ...inBTCs },
    { ...erc4626Mint, ...inBTCs },
    { ...withReferral, ...inBTCs },
    { ...erc4626Deposit, ...instETH },
    { ...erc4626Mint, ...instETH },
    { ...withReferral, ...instETH },
    { ...erc4626Deposit, ...inrETH },
    { ...erc4626Mint, ...inrETH },
    { ...withReferral, ...inrETH },
    { ...erc4626Deposit, ...inoETH },
    { ...erc4626Mint, ...inoETH },
    { ...withReferral, ...inoETH },
    { ...erc4626Deposit, ...inosETH },
    { ...erc4626Mint, ...inosETH },
    { ...withReferral, ...inosETH },
    { ...erc4626Deposit, ...inankrETH },
    { ...erc4626Mint, ...inankrETH },
    { ...withReferral, ...inankrETH },
    { ...erc4626Deposit, ...incbETH },
    { ...erc4626Mint, ...incbETH },
    { ...withReferral, ...incbETH },
    { ...erc4626Deposit, ...inwbETH },
    { ...erc4626Mint, ...inwbETH },
    { ...withReferral, ...inwbETH },
    { ...erc4626Deposit, ...inswETH },
    { ...erc4626Mint, ...inswETH },
    { ...withReferral, ...inswETH },
    { ...erc4626Deposit, ...inETHx },
    { ...erc4626Mint, ...inETHx },
    { ...withReferral, ...inETHx },
    { ...erc4626Deposit, ...insfrxETH },
    { ...erc4626Mint, ...insfrxETH },
    { ...withReferral, ...insfrxETH },
    { ...erc4626Deposit, ...inmETH },
    { ...erc4626Mint, ...inmETH },
    { ...withReferral, ...inmETH },
    { ...erc4626Deposit, ...inEIGEN },
    { ...erc4626Mint, ...inEIGEN },
    { ...withReferral, ...inEIGEN },
    { ...erc4626Deposit, ...intBTC },
    { ...erc4626Mint, ...intBTC },
    { ...withReferral, ...intBTC },
    { ...erc4626Deposit, ...inslisBNB },
    { ...erc4626Mint, ...inslisBNB },
    { ...withReferral, ...inslisBNB },
    { ...erc4626Deposit, ...insFRAX },
    { ...erc4626Mint, ...insFRAX },
    { ...withReferral, ...insFRAX },
    { ...erc4626Deposit, ...inlsETH },
    { ...erc4626Mint, ...inlsETH },
    { ...withReferral, ...inlsETH },
    { ...erc4626Deposit, ...amphrLRT },
    { ...erc4626Mint, ...amphrLRT },
    { ...withReferral, ...amphrLRT },
  ],
  contracts: [
    {
      chainId: 1,
      address: '0x650bD9Dee50E3eE15cbb49749ff6ABcf55A8FB1e',
      name: 'InceptionTimeLock',
      role: 'governance',
      evidence: 'official-repo',
      source: 'inceptionlrt/smart-contracts@projects/vaults/README.md (aecc1be)',
    },
  ],
  track: {
    liveSince: null,
    audits: {
      value: 7,
      evidence: 'official-repo',
      source: 'inceptionlrt/smart-contracts@audits/: reports from 2023 to 2025',
      asOf: '2025-07-16',
    },
    bugBounty: null,
    lossEvents: null,
    covers: [],
    coverSearch: serviceCoverSearch,
  },
  provenance: {
    sources: [
      'inceptionlrt/smart-contracts (aecc1be, 2025-07-16)',
      'DefiLlama/DefiLlama-Adapters (1eb4e81, 2026-08-22)',
    ],
    readOn: '2026-11-21',
  },
});
