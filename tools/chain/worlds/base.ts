import type { Address } from '../../../lib/core/index.ts';
import { BEACON_ETH, EIGENLAYER, made } from '../eigenlayer-state.ts';
import { type Answer, type ContractState, scale, SLOTS, view, word } from '../stand-in.ts';

/** EigenLayer's governance on Ethereum. Source: eigenlayer-contracts README (2026-05-01). */
const GOVERNANCE = {
  proxyAdmin: '0x8b9566AdA63B64d1E1dcF1418b43fd1433b72444',
  executor: '0x369e6F597e22EaB55fFb173C6d9cD234BD699111',
  timelock: '0xC06Fd4F821eaC1fF1ae8067b36342899b57BAa2d',
  community: '0xFEA47018D632A77bA579846c840d5706705Dc598',
} as const satisfies Record<string, Address>;

export const STETH: Address = '0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84';
export const STETH_STRATEGY: Address = '0x93c4b944D05dfe6df7645A86cd2206016c51564D';
export const ETHX: Address = '0xA35b1B31Ce002FBF2058D22F30f95D405200A15b';
export const ETHX_STRATEGY: Address = '0x9d7eD45EE2E8FC5482fa2428f15C971e6369011d';
export const SFRXETH: Address = '0xac3E018457B222d93114458476f3E3416Abbe38F';
export const SFRXETH_STRATEGY: Address = '0x8CA7A5d6f3acd3A7A8bC468a8CD0FB14B6BD28b6';
export const METH: Address = '0xd5F7838F5C461fefF7FE49ea5ebaF7728bB0ADfa';
export const METH_STRATEGY: Address = '0x298aFB19A105D59E74658C4C334Ff360BadE6dd2';
export const WETH: Address = '0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2';
/** The placeholder that several protocols use for native ETH. */
export const NATIVE: Address = '0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE';

const UINT = 'view returns (uint256)';
const RATE = 1_050_000_000_000_000_000n; // made: 1.05 ETH for one token

/** EigenLayer's token strategies: symbol, strategy, token, where its rate is read. Source: eigenlayer-contracts README. */
const STRATEGY_TABLE: readonly (readonly [
  symbol: string,
  strategy: Address,
  token: Address,
  rate: readonly (readonly [Address, Answer])[],
])[] = [
  ['stETH', STETH_STRATEGY, STETH, []],
  [
    'cbETH',
    '0x54945180dB7943c0ed0FEE7EdaB2Bd24620256bc',
    '0xBe9895146f7AF43049ca1c1AE358B0541Ea49704',
    own('0xBe9895146f7AF43049ca1c1AE358B0541Ea49704', 'exchangeRate'),
  ],
  [
    'rETH',
    '0x1BeE69b7dFFfA4E2d53C2a2Df135C388AD25dCD2',
    '0xae78736Cd615f374D3085123A210448E74Fc6393',
    own('0xae78736Cd615f374D3085123A210448E74Fc6393', 'getExchangeRate'),
  ],
  ['ETHx', ETHX_STRATEGY, ETHX, own('0xcf5EA1b38380f6aF39068375516Daf40Ed70D299', 'getExchangeRate')],
  [
    'ankrETH',
    '0x13760F50a9d7377e4F20CB8CF9e4c26586c658ff',
    '0xE95A203B1a91a908F9B9CE46459d101078c2c3cb',
    [
      [
        '0xE95A203B1a91a908F9B9CE46459d101078c2c3cb',
        view(`function ratio() ${UINT}`, 800_000_000_000_000_000n),
      ],
    ],
  ],
  ['OETH', '0xa4C637e0F704745D182e4D38cAb7E7485321d059', '0x856c4Efb76C1D1AE02e20CEB03A2A6a08b0b8dC3', []],
  [
    'osETH',
    '0x57ba429517c3473B6d34CA9aCd56c0e735b94c02',
    '0xf1C9acDc66974dFB6dEcB12aA385b9cD01190E38',
    converts('0x2A261e60FB14586B474C208b1B7AC6D0f5000306', 'convertToAssets'),
  ],
  [
    'swETH',
    '0x0Fe4F44beE93503346A3Ac9EE5A26b130a5796d6',
    '0xf951E335afb289353dc249e82926178EaC7DEd78',
    own('0xf951E335afb289353dc249e82926178EaC7DEd78', 'swETHToETHRate'),
  ],
  [
    'wBETH',
    '0x7CA911E83dabf90C90dD3De5411a10F1A6112184',
    '0xa2E3356610840701BDf5611a53974510Ae27E2e1',
    own('0xa2E3356610840701BDf5611a53974510Ae27E2e1', 'exchangeRate'),
  ],
  ['sfrxETH', SFRXETH_STRATEGY, SFRXETH, own(SFRXETH, 'pricePerShare')],
  [
    'lsETH',
    '0xAe60d8180437b5C34bB956822ac2710972584473',
    '0x8c1BEd5b9a0928467c9B1341Da1D7BD5e10b6549',
    converts('0x8c1BEd5b9a0928467c9B1341Da1D7BD5e10b6549', 'underlyingBalanceFromShares'),
  ],
  ['mETH', METH_STRATEGY, METH, converts('0xe3cBd06D7dadB3F4e6557bAb7EdD924CD1489E8f', 'mETHToETH')],
  ['EIGEN', '0xaCB55C530Acdb2849e6d4f36992Cd8c9D50ED8F7', '0x83E9115d334D248Ce39a6f36144aEaB5b3456e75', []],
];

/** Strategies anybody may deposit into here. */
export const WHITELIST: readonly Address[] = STRATEGY_TABLE.map(([, strategy]) => strategy);

/** Wei of ETH for 1e18 shares, as the contracts below answer. EIGEN has no rate on chain. */
export const SHARE_RATES: Readonly<Record<Address, bigint>> = {
  [BEACON_ETH]: 10n ** 18n,
  [STETH_STRATEGY]: 10n ** 18n,
  [ETHX_STRATEGY]: RATE,
  [SFRXETH_STRATEGY]: RATE,
  [METH_STRATEGY]: RATE,
};

function own(at: Address, name: string): readonly (readonly [Address, Answer])[] {
  return [[at, view(`function ${name}() ${UINT}`, RATE)]];
}

function converts(at: Address, name: string): readonly (readonly [Address, Answer])[] {
  return [[at, scale(`function ${name}(uint256) ${UINT}`, 0, RATE, 10n ** 18n)]];
}

/** The EigenLayer contracts, its strategies and governance, and the tokens of the strategies. */
export function baseContracts(): ContractState[] {
  return [...managers(), ...governance(), ...strategies(), ...tokens()];
}

/** An EigenLayer proxy: its implementation as seen on chain on 2026-05-01 (l2beat kelpdao discovery), or a made one. */
function core(
  role: string,
  address: Address,
  implementation = made(`implementation ${role}`),
): ContractState {
  const slots = { [SLOTS.implementation]: word(implementation), [SLOTS.admin]: word(GOVERNANCE.proxyAdmin) };
  return { role, address, slots };
}

function managers(): ContractState[] {
  const stateful = [
    core('AllocationManager', EIGENLAYER.allocationManager, '0xdA2A68D318A571dD550F2EcbCb09bf50497e97C4'),
    core('DelegationManager', EIGENLAYER.delegationManager, '0xE7022a128Acd4C6cad7aFf6FA874D61f984BcE75'),
    core('StrategyManager', EIGENLAYER.strategyManager),
    core('EigenPodManager', EIGENLAYER.eigenPodManager),
  ].map((contract) => ({ ...contract, logic: made(`logic ${contract.role}`) }));
  return [
    ...stateful,
    core(
      'RewardsCoordinator',
      '0x7750d328b314EfFa365A0402CcfD489B80B0adda',
      '0xa0673C53980665a706352412D2538bA005403C26',
    ),
    {
      role: 'AVSDirectory',
      address: EIGENLAYER.avsDirectory,
      answers: [view('function avsOperatorStatus(address,address) view returns (uint8)', 0)],
    },
  ];
}

function governance(): ContractState[] {
  return [
    {
      role: 'ProxyAdmin',
      address: GOVERNANCE.proxyAdmin,
      answers: [view('function owner() view returns (address)', GOVERNANCE.executor)],
    },
    // Executor 1 of 2 and the delay of ten days: chain read of 2026-05-01 (l2beat).
    safe('executor Safe', GOVERNANCE.executor, 1, [GOVERNANCE.timelock, GOVERNANCE.community]),
    timelock('EigenLayer timelock', GOVERNANCE.timelock, 864_000n),
    safe('community Safe', GOVERNANCE.community, 9, signers('community', 13)),
  ];
}

/** A Safe that answers who may sign. */
export function safe(
  role: string,
  address: Address,
  threshold: number,
  owners: readonly Address[],
): ContractState {
  return {
    role,
    address,
    slots: {
      '0x0000000000000000000000000000000000000000000000000000000000000000': word(made('Safe singleton')),
    },
    answers: [
      view('function getThreshold() view returns (uint256)', BigInt(threshold)),
      view('function getOwners() view returns (address[])', owners),
      view('function VERSION() view returns (string)', '1.3.0'),
      view('function getModulesPaginated(address,uint256) view returns (address[], address)', [
        [],
        '0x0000000000000000000000000000000000000001',
      ]),
    ],
  };
}

/** An OpenZeppelin timelock. */
export function timelock(role: string, address: Address, seconds: bigint): ContractState {
  return { role, address, answers: [view(`function getMinDelay() ${UINT}`, seconds)] };
}

/** Made signers of a Safe. */
export function signers(label: string, count: number): Address[] {
  return Array.from({ length: count }, (_, index) => made(`${label} signer ${index}`));
}

function strategies(): ContractState[] {
  return STRATEGY_TABLE.map(([symbol, address, token]) => ({
    role: `${symbol} strategy`,
    address,
    slots: {
      [SLOTS.implementation]: word('0xB427E2Eb4Bb33eE3f1ee72dc9e347e8625a72230'),
      [SLOTS.admin]: word(GOVERNANCE.proxyAdmin),
    },
    answers: [
      view('function underlyingToken() view returns (address)', token),
      scale(`function sharesToUnderlyingView(uint256) ${UINT}`, 0, 1n, 1n),
      scale(`function underlyingToSharesView(uint256) ${UINT}`, 0, 1n, 1n),
      view(`function totalShares() ${UINT}`, 10n ** 24n),
      view(`function paused() ${UINT}`, 0n),
      view('function paused(uint8) view returns (bool)', false),
    ],
  }));
}

/** What any ERC-20 answers here: transfers and approvals succeed and move nothing. */
export function erc20(symbol: string, supply: bigint): Answer[] {
  return [
    view('function symbol() view returns (string)', symbol),
    view('function decimals() view returns (uint8)', 18),
    view(`function totalSupply() ${UINT}`, supply),
    view(`function balanceOf(address) ${UINT}`, 0n),
    view(`function allowance(address,address) ${UINT}`, 2n ** 256n - 1n),
    view('function approve(address,uint256) returns (bool)', true),
    view('function transfer(address,uint256) returns (bool)', true),
    view('function transferFrom(address,address,uint256) returns (bool)', true),
  ];
}

function tokens(): ContractState[] {
  const answers = new Map<Address, { role: string; answers: Answer[] }>();
  for (const [symbol, , token, rate] of STRATEGY_TABLE) {
    answers.set(token, { role: symbol, answers: erc20(symbol, 10n ** 24n) });
    for (const [at, answer] of rate) {
      const entry = answers.get(at) ?? { role: `rate of ${symbol}`, answers: [] };
      entry.answers.push(answer);
      answers.set(at, entry);
    }
  }
  answers.set(WETH, {
    role: 'WETH',
    answers: [...erc20('WETH', 10n ** 24n), view('function deposit() payable', [])],
  });
  return [...answers].map(([address, entry]) => ({ address, ...entry }));
}

/** Joins answers for one address: later ones go before earlier ones. */
export function merged(contracts: readonly ContractState[]): ContractState[] {
  const byAddress = new Map<Address, ContractState>();
  for (const contract of contracts) {
    const before = byAddress.get(contract.address);
    byAddress.set(contract.address, before === undefined ? contract : join(before, contract));
  }
  return [...byAddress.values()];
}

function join(before: ContractState, after: ContractState): ContractState {
  return {
    ...before,
    ...after,
    role: before.role,
    answers: [...(before.answers ?? []), ...(after.answers ?? [])],
    slots: { ...before.slots, ...after.slots },
  };
}
