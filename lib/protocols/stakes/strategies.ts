import type { Address, Hex } from '../../core/index.ts';
import type { Grade } from './stake.ts';

/** How many wei of ETH one token is worth: one to one, by a view of 1e18, or the inverse of such a view. */
export type TokenToEth =
  | { readonly kind: 'identity' | 'par'; readonly note: string; readonly grade: Grade }
  | {
      readonly kind: 'view' | 'inverse';
      readonly to: Address;
      readonly sig: string;
      readonly selector: Hex;
      /** Decimal argument, if the view takes one. */
      readonly arg?: `${number}`;
      readonly grade: Grade;
      readonly note?: string;
    }
  | { readonly kind: 'none'; readonly why: string };

/** A strategy of EigenLayer whose token is known. */
type Strategy = {
  readonly symbol: string;
  readonly strategy: Address;
  readonly token: Address | null;
  readonly toEth: TokenToEth;
  /** Whether what is slashed here can be paid to somebody: not native ETH and not EIGEN. */
  readonly redistributable: boolean;
};

const par = (note: string) => ({ kind: 'par', note, grade: 'S' }) as const;

/**
 * Strategies of EigenLayer on Ethereum. Addresses: eigenlayer-contracts README (2026-05-01); tokens: third-party
 * adapter config; rates: the grade at each. Read 2026-11-21.
 */
export const strategies: readonly Strategy[] = [
  {
    symbol: 'ETH',
    strategy: '0xbeaC0eeEeeeeEEeEeEEEEeeEEeEeeeEeeEEBEaC0',
    token: null,
    toEth: {
      kind: 'identity',
      note: 'Shares are wei of ETH; the address is a mark, not a contract.',
      grade: 'S',
    },
    redistributable: false,
  },
  {
    symbol: 'stETH',
    strategy: '0x93c4b944D05dfe6df7645A86cd2206016c51564D',
    token: '0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84',
    toEth: par('1 stETH = 1 ETH of redemption value; the market price is another matter.'),
    redistributable: true,
  },
  {
    symbol: 'cbETH',
    strategy: '0x54945180dB7943c0ed0FEE7EdaB2Bd24620256bc',
    token: '0xBe9895146f7AF43049ca1c1AE358B0541Ea49704',
    toEth: view('0xBe9895146f7AF43049ca1c1AE358B0541Ea49704', 'exchangeRate()', '0x3ba0b9a9', 'T'),
    redistributable: true,
  },
  {
    symbol: 'rETH',
    strategy: '0x1BeE69b7dFFfA4E2d53C2a2Df135C388AD25dCD2',
    token: '0xae78736Cd615f374D3085123A210448E74Fc6393',
    toEth: view('0xae78736Cd615f374D3085123A210448E74Fc6393', 'getExchangeRate()', '0xe6aa216c', 'S'),
    redistributable: true,
  },
  {
    symbol: 'ETHx',
    strategy: '0x9d7eD45EE2E8FC5482fa2428f15C971e6369011d',
    token: '0xA35b1B31Ce002FBF2058D22F30f95D405200A15b',
    toEth: view('0xcf5EA1b38380f6aF39068375516Daf40Ed70D299', 'getExchangeRate()', '0xe6aa216c', 'S'),
    redistributable: true,
  },
  {
    symbol: 'ankrETH',
    strategy: '0x13760F50a9d7377e4F20CB8CF9e4c26586c658ff',
    token: '0xE95A203B1a91a908F9B9CE46459d101078c2c3cb',
    toEth: {
      kind: 'inverse',
      to: '0xE95A203B1a91a908F9B9CE46459d101078c2c3cb',
      sig: 'ratio()',
      selector: '0x71ca337d',
      grade: 'M',
    },
    redistributable: true,
  },
  {
    symbol: 'OETH',
    strategy: '0xa4C637e0F704745D182e4D38cAb7E7485321d059',
    token: '0x856c4Efb76C1D1AE02e20CEB03A2A6a08b0b8dC3',
    toEth: par('Rebasing, 1 OETH = 1 ETH of redemption by design.'),
    redistributable: true,
  },
  {
    symbol: 'osETH',
    strategy: '0x57ba429517c3473B6d34CA9aCd56c0e735b94c02',
    token: '0xf1C9acDc66974dFB6dEcB12aA385b9cD01190E38',
    toEth: {
      kind: 'view',
      to: '0x2A261e60FB14586B474C208b1B7AC6D0f5000306',
      sig: 'convertToAssets(uint256)',
      selector: '0x07a2d13a',
      arg: '1000000000000000000',
      grade: 'M',
    },
    redistributable: true,
  },
  {
    symbol: 'swETH',
    strategy: '0x0Fe4F44beE93503346A3Ac9EE5A26b130a5796d6',
    token: '0xf951E335afb289353dc249e82926178EaC7DEd78',
    toEth: view('0xf951E335afb289353dc249e82926178EaC7DEd78', 'swETHToETHRate()', '0xd68b2cb6', 'S'),
    redistributable: true,
  },
  {
    symbol: 'wBETH',
    strategy: '0x7CA911E83dabf90C90dD3De5411a10F1A6112184',
    token: '0xa2E3356610840701BDf5611a53974510Ae27E2e1',
    toEth: view('0xa2E3356610840701BDf5611a53974510Ae27E2e1', 'exchangeRate()', '0x3ba0b9a9', 'S'),
    redistributable: true,
  },
  {
    symbol: 'sfrxETH',
    strategy: '0x8CA7A5d6f3acd3A7A8bC468a8CD0FB14B6BD28b6',
    token: '0xac3E018457B222d93114458476f3E3416Abbe38F',
    toEth: {
      kind: 'view',
      to: '0xac3E018457B222d93114458476f3E3416Abbe38F',
      sig: 'pricePerShare()',
      selector: '0x99530b06',
      grade: 'S',
      note: 'In frxETH, which is taken at par with ETH.',
    },
    redistributable: true,
  },
  {
    symbol: 'lsETH',
    strategy: '0xAe60d8180437b5C34bB956822ac2710972584473',
    token: '0x8c1BEd5b9a0928467c9B1341Da1D7BD5e10b6549',
    toEth: {
      kind: 'view',
      to: '0x8c1BEd5b9a0928467c9B1341Da1D7BD5e10b6549',
      sig: 'underlyingBalanceFromShares(uint256)',
      selector: '0xf79c3f02',
      arg: '1000000000000000000',
      grade: 'M',
    },
    redistributable: true,
  },
  {
    symbol: 'mETH',
    strategy: '0x298aFB19A105D59E74658C4C334Ff360BadE6dd2',
    token: '0xd5F7838F5C461fefF7FE49ea5ebaF7728bB0ADfa',
    toEth: {
      kind: 'view',
      to: '0xe3cBd06D7dadB3F4e6557bAb7EdD924CD1489E8f',
      sig: 'mETHToETH(uint256)',
      selector: '0x5890c11c',
      arg: '1000000000000000000',
      grade: 'S',
    },
    redistributable: true,
  },
  {
    symbol: 'EIGEN',
    strategy: '0xaCB55C530Acdb2849e6d4f36992Cd8c9D50ED8F7',
    token: '0x83E9115d334D248Ce39a6f36144aEaB5b3456e75',
    toEth: { kind: 'none', why: 'No contract gives an ETH rate for EIGEN.' },
    redistributable: false,
  },
];

function view(to: Address, sig: string, selector: Hex, grade: Grade) {
  return { kind: 'view', to, sig, selector, grade } as const;
}
