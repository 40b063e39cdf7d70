import type { Address } from '../../../lib/core/index.ts';
import {
  BEACON_ETH,
  type EigenLayerState,
  made,
  type OperatorState,
  type SetState,
  type StakerState,
  withdrawable,
} from '../eigenlayer-state.ts';
import { queuedWei, valueOf } from '../expected.ts';
import { type Answer, type ContractState, scale, view } from '../stand-in.ts';
import type { World, WorldMoment } from '../world-types.ts';
import {
  erc20,
  ETHX,
  ETHX_STRATEGY,
  NATIVE,
  safe,
  SHARE_RATES,
  signers,
  STETH,
  STETH_STRATEGY,
  timelock,
} from './base.ts';
import { operator, services } from './operators.ts';
import { ADDRESS, BOOL, deposits, ETH, proxy, queueExit, UINT } from './parts.ts';
import { tokenWorld } from './token-world.ts';
import { planOf } from './variants.ts';

/** Addresses, implementations and node delegators: token-readings `kelp-rseth` (chain read of 2026-05-01 by l2beat). */
const AT = {
  depositPool: '0x036676389e48133B63a802f8635AD39E752D375D',
  rsEth: '0xA1290d69c65A6Fe4DF752f95823fae25cB99e5A7',
  oracle: '0x349A73444b1a310BAe67ef67973022020d70020d',
  config: '0x947Cb49334e6571ccBFEF1f1f1178d8469D65ec7',
  withdrawals: '0x62De59c08eB5dAE4b7E6F7a8cAd3006d6965ec16',
  unstakingVault: '0xc66830E2667bc740c0BED9A71F18B14B8c8184bA',
  proxyAdmin: '0xb61e0E39b6d4030C36A176f576aaBE44BF59Dc78',
  timelock: '0x49bD9989E31aD35B0A62c20BE86335196A3135B1',
  adminSafe: '0xb3696a817D01C8623E66D156B6798291fa10a46d',
  oftAdapter: '0x85d456B2DfF1fd8245387C0BfB64Dfb700e98Ef3',
} as const satisfies Record<string, Address>;
const STRATEGIES: readonly Address[] = [BEACON_ETH, STETH_STRATEGY, ETHX_STRATEGY];
const DELEGATORS: readonly Address[] = [
  '0xFc561966ceaAa09f4d6CBa4AdD54778c2bF1cB85',
  '0x395884D1974a839702bcFCBa176AC7871c788946',
  '0x79f17234746344E0365D40be50d8d43DB9082c32',
  '0x4C798C4653b1257D5149910523D7a6eeD5712F83',
  '0xee5470E1519972C3eA95249d60EBD064af2D53D3',
  '0x049EA11D337f185b1Aa910d98e8Fbd991f0FBA7B',
  '0x545D69B99759E7b670Df243b882700121d6d3AB9',
];

/** Made idle funds in ETH: pool, node delegators, converter, unstaking vault; and stETH in the pool. */
const IDLE = {
  pool: 2_000n * ETH,
  delegators: 300n * ETH,
  converter: 100n * ETH,
  vault: 12_000n * ETH,
  steth: 400n * ETH,
};
const AAVE = 0n; // as on 2026-05-01
/** Eight days: default of the 2025 code. The chain had 0 while paused on 2026-05-01. */
const DELAY_BLOCKS = 57_600n;

/** Kelp's rsETH: seven node delegators on seven operators, the last of which has no allocation delay. Made figures. */
export function kelp(moment: WorldMoment): World {
  const sets = services(28, STRATEGIES, moment.block);
  return tokenWorld(moment, {
    name: 'kelp',
    about: 'Kelp rsETH with made figures: seven operators with twenty sets each.',
    sets,
    operators: DELEGATORS.map((_, index) => operatorAt(index, moment, sets)),
    stakers: DELEGATORS.map((_, index) => stakerAt(index, moment)),
    idleWei: IDLE.pool + IDLE.delegators + IDLE.converter + IDLE.vault + IDLE.steth,
    untracedWei: 0n,
    strategies: STRATEGIES,
    exit: queueExit(IDLE.vault + AAVE, 12n * DELAY_BLOCKS),
    upgradeDelaySecs: 864_000n, // 2026-05-01
    admin: { who: AT.timelock, signers: 8, threshold: 6 },
    code: { since: '2026-01-24', changed: { role: 'LRTOracle', address: AT.oracle } },
    hidden: [made('Kelp operator 0'), made('Kelp operator 1')],
    token: (totalWei, state) => {
      const supply = (totalWei * 100n) / 107n;
      const rate = (totalWei * ETH) / supply;
      return {
        contracts: contracts(supply, rate, state),
        figures: {
          supply,
          rate,
          buffer: IDLE.vault + AAVE,
          queueMinSecs: 12n * DELAY_BLOCKS,
          queueMaxSecs: 12n * DELAY_BLOCKS,
        },
      };
    },
  });
}

function operatorAt(
  index: number,
  { variant, block }: WorldMoment,
  sets: readonly SetState[],
): OperatorState {
  return operator(
    {
      address: made(`Kelp operator ${index}`),
      start: index * 4,
      plan: planOf(variant),
      strategies: STRATEGIES,
      delay: index === 6 ? 0 : 126_000,
      ...(index === 3 ? { pendingDelay: { delay: 150_000, effectBlock: block + 1n } } : {}),
      ...(index === 4 ? { slashed: { [BEACON_ETH]: 985_000_000_000_000_000n } } : {}),
    },
    sets,
    block,
  );
}

function stakerAt(index: number, { block, timestamp }: WorldMoment): StakerState {
  const small = index === 6;
  return {
    address: DELEGATORS[index] ?? made('nobody'),
    operator: made(`Kelp operator ${index}`),
    positions: [
      { strategy: BEACON_ETH, depositShares: (small ? 9_000n : 30_000n + BigInt(index) * 500n) * ETH },
      { strategy: STETH_STRATEGY, depositShares: (small ? 500n : 4_000n) * ETH },
      { strategy: ETHX_STRATEGY, depositShares: (small ? 500n : 3_000n) * ETH },
    ],
    pod: {
      address: made(`Kelp pod ${index}`),
      lastCheckpoint: timestamp - 43_200n * BigInt(index + 1),
      // One owner's validators lost a little of their balance.
      ...(index === 1 ? { slashingFactor: 999_000_000_000_000_000n } : {}),
    },
    queued:
      index === 0 || index === 5
        ? [
            {
              delegatedTo: made(`Kelp operator ${index}`),
              nonce: 0n,
              startBlock: block - 60_000n,
              strategies: [BEACON_ETH],
              scaledShares: [6_000n * ETH],
            },
          ]
        : [],
  };
}

function contracts(supply: bigint, rate: bigint, state: EigenLayerState): ContractState[] {
  return [
    own(
      'Kelp LRTDepositPool',
      AT.depositPool,
      depositPool(state),
      '0xEA38dFa108318288f36F13d06e821a64AcDA8320',
      IDLE.pool,
    ),
    own(
      'rsETH',
      AT.rsEth,
      [
        ...erc20('rsETH', supply),
        view(`function balanceOf(address) ${UINT}`, supply / 6n, [AT.oftAdapter]),
        view(`function paused() ${BOOL}`, false),
      ],
      '0x7159107483e623707C18C6E06cBc095bd0717783',
    ),
    own('Kelp LRTOracle', AT.oracle, oracle(rate), '0xC59110239240761cCd3E670288443316e10Dd271'),
    own('Kelp LRTConfig', AT.config, config(), '0xd4F475A7DF199b3106F622A3A825Ff399D4dafCe'),
    own(
      'Kelp LRTWithdrawalManager',
      AT.withdrawals,
      withdrawals(),
      '0x0eCde3F414D1A245246D121e37191d9a63684E19',
    ),
    { role: 'Kelp unstaking vault', address: AT.unstakingVault, balance: IDLE.vault },
    {
      role: 'Kelp ProxyAdmin',
      address: AT.proxyAdmin,
      answers: [view(`function owner() ${ADDRESS}`, AT.timelock)],
    },
    timelock('Kelp timelock', AT.timelock, 864_000n),
    safe('Kelp admin Safe', AT.adminSafe, 6, signers('Kelp', 8)),
    ...state.stakers.map((staker) => nodeDelegator(staker, state)),
  ];
}

function own(
  role: string,
  address: Address,
  answers: readonly Answer[],
  implementation: Address,
  balance = 0n,
): ContractState {
  return proxy({ role, address, answers, implementation, balance, admin: AT.proxyAdmin });
}

/** All that node delegators have in a strategy, in its token, and what waits in EigenLayer's queue. */
function inEigenLayer(state: EigenLayerState, strategy: Address): { staked: bigint; unstaking: bigint } {
  let staked = 0n;
  let unstaking = 0n;
  for (const staker of state.stakers) {
    for (const position of staker.positions) {
      if (position.strategy === strategy) staked += withdrawable(state, staker, position);
    }
    if (strategy === BEACON_ETH) unstaking += queuedWei(state, staker, SHARE_RATES);
  }
  return { staked, unstaking };
}

function depositPool(state: EigenLayerState): Answer[] {
  const six = 'view returns (uint256,uint256,uint256,uint256,uint256,uint256)';
  const total = `function getTotalAssetDeposits(address) ${UINT}`;
  const eth = inEigenLayer(state, BEACON_ETH);
  const steth = inEigenLayer(state, STETH_STRATEGY);
  const ethx = inEigenLayer(state, ETHX_STRATEGY);
  const idle = IDLE.pool + IDLE.delegators + IDLE.converter + IDLE.vault;
  return [
    view(total, eth.staked + eth.unstaking + idle, [NATIVE]),
    view(total, steth.staked + IDLE.steth, [STETH]),
    view(total, ethx.staked, [ETHX]),
    view(`function getETHDistributionData() ${six}`, [
      IDLE.pool,
      IDLE.delegators,
      eth.staked,
      eth.unstaking,
      IDLE.converter,
      IDLE.vault,
    ]),
    view(
      `function getAssetDistributionData(address) ${six}`,
      [IDLE.steth, 0n, steth.staked, 0n, 0n, 0n],
      [STETH],
    ),
    view(`function getAssetDistributionData(address) ${six}`, [0n, 0n, ethx.staked, 0n, 0n, 0n], [ETHX]),
    view('function getNodeDelegatorQueue() view returns (address[])', DELEGATORS),
    view(`function isNodeDelegator(address) ${UINT}`, 1n),
    view(`function paused() ${BOOL}`, false),
    ...deposits('depositETH(uint256,string)', 'depositAsset(address,uint256,uint256,string)'),
  ];
}

function oracle(rate: bigint): Answer[] {
  const price = `function getAssetPrice(address) ${UINT}`;
  return [
    view(price, ETH, [NATIVE]),
    view(price, ETH, [STETH]),
    view(price, valueOf(SHARE_RATES, ETHX_STRATEGY, ETH), [ETHX]),
    view(`function rsETHPrice() ${UINT}`, rate),
    view(`function highestRsethPrice() ${UINT}`, rate),
    view(`function pricePercentageLimit() ${UINT}`, 10_000_000_000_000_000n), // 1 % on 2026-05-01
    view(`function feePeriodStartTime() ${UINT}`, 1_777_593_600n),
    view(`function paused() ${BOOL}`, false),
  ];
}

function config(): Answer[] {
  const strategy = `function assetStrategy(address) ${ADDRESS}`;
  return [
    view('function getSupportedAssetList() view returns (address[])', [STETH, ETHX, NATIVE]),
    view(strategy, '0x0000000000000000000000000000000000000000'),
    view(strategy, STETH_STRATEGY, [STETH]),
    view(strategy, ETHX_STRATEGY, [ETHX]),
    view(strategy, BEACON_ETH, [NATIVE]),
  ];
}

function withdrawals(): Answer[] {
  return [
    view(`function withdrawalDelayBlocks() ${UINT}`, DELAY_BLOCKS),
    scale(`function getAvailableAssetAmount(address) ${UINT}`, 0, 0n, 1n),
    view(`function getAvailableAssetAmount(address) ${UINT}`, 150_000n * ETH, [NATIVE]),
    view(`function assetsCommitted(address) ${UINT}`, 4_000n * ETH, [NATIVE]),
    view(`function nextUnusedNonce(address) ${UINT}`, 9_120n, [NATIVE]),
    view(`function nextLockedNonce(address) ${UINT}`, 9_100n, [NATIVE]),
    view(`function getAaveWithdrawableLiquidity() ${UINT}`, AAVE),
    view(`function getAaveBalance() ${UINT}`, AAVE),
    view(`function instantWithdrawalFee() ${UINT}`, 20n), // 2026-05-01
    view(`function paused() ${BOOL}`, false),
  ];
}

function nodeDelegator(staker: StakerState, state: EigenLayerState): ContractState {
  const native = staker.positions.filter((position) => position.strategy === BEACON_ETH);
  const shares = native.reduce((sum, position) => sum + withdrawable(state, staker, position), 0n);
  return own(
    'Kelp NodeDelegator',
    staker.address,
    [
      view(`function elOperatorDelegatedTo() ${ADDRESS}`, staker.operator),
      view('function getEffectivePodShares() view returns (int256)', shares),
      view(`function stakedButUnverifiedNativeETH() ${UINT}`, 0n),
      view(`function eigenPod() ${ADDRESS}`, staker.pod?.address),
    ],
    '0xA86F75549c21f815f61053A39B0D97062fF6dc53',
  );
}
