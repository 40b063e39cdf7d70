import type { Address } from '../../../lib/core/index.ts';
import {
  BEACON_ETH,
  type EigenLayerState,
  made,
  type OperatorState,
  type SetState,
  type StakerState,
} from '../eigenlayer-state.ts';
import { queuedWei, sumWei } from '../expected.ts';
import { type Answer, type ContractState, scale, view } from '../stand-in.ts';
import type { World, WorldMoment } from '../world-types.ts';
import { erc20, NATIVE, safe, SHARE_RATES, signers, STETH, STETH_STRATEGY, timelock } from './base.ts';
import { ETH_AND_STETH, operator, services } from './operators.ts';
import { ADDRESS, BOOL, deposits, ETH, proxy, queueExit, UINT } from './parts.ts';
import { tokenWorld } from './token-world.ts';
import { planOf } from './variants.ts';

/** Addresses: token-readings `renzo-ezeth`. */
const AT = {
  restakeManager: '0x74a09653A083691711cF8215a6ab074BB4e99ef5',
  ezEth: '0xbf5495Efe5DB9ce00f80364C8B423567e58d2110',
  withdrawQueue: '0x5efc9D10E42FB517456f4ac41EB5e2eBe42C8918',
  depositQueue: '0xf2F305D14DCD8aaef887E0428B3c9534795D0d60',
  oracle: '0x5a12796f7e7EBbbc8a402667d266d2e65A814042',
  rateProvider: '0x387dBc0fB00b26fb085aa658527D5BE98302c84C',
  timelock: '0x81F6e9914136Da1A1d3b1eFd14F7E0761c3d4cc7',
  lockbox: '0xC8140dA31E6bCa19b287cC35531c2212763C2059',
} as const satisfies Record<string, Address>;
const PROXY_ADMIN = made('Renzo ProxyAdmin');
const RISK = made('Renzo risk oracle middleware');

/** The five delegators a dashboard names and three made ones, with made stakes in ETH: native, stETH, in the queue. */
const DELEGATORS: readonly (readonly [Address, native: bigint, steth: bigint, queued: bigint])[] = [
  ['0x78524bEeAc12368e600457478738c233f436e9f6', 26_000n, 6_000n, 0n],
  ['0x125B367C16C5858f11e12948404F7a1371a0FDa3', 27_000n, 5_000n, 1_200n],
  ['0x0B1981a9Fcc24A445dE15141390d3E46DA0e425c', 28_000n, 4_000n, 0n],
  ['0xbAf5f3A05BD7Af6f3a0BBA207803bf77e2657c8F', 25_000n, 5_500n, 0n],
  ['0x38cDB1A8207264C1A07c42c43A4c3ED4bfab7CEA', 30_000n, 2_000n, 0n],
  [made('Renzo delegator 5'), 28_000n, 3_000n, 0n],
  [made('Renzo delegator 6'), 29_000n, 2_500n, 0n],
  [made('Renzo delegator 7'), 10_000n, 1_000n, 300n],
];

/** Made idle funds: ETH in both queues, ETH on its way from Lido, stETH in the withdraw queue. */
const IDLE = { depositQueue: 1_200n * ETH, withdrawQueue: 9_000n * ETH, lido: 500n * ETH, steth: 800n * ETH };
/** Staked and not yet proven to a pod, for each delegator. */
const UNVERIFIED = 32n * ETH;
const BUFFER = 3_000n * ETH;
const COOL_DOWN = 259_200n; // three days, as the documents say

/** Renzo's ezETH: eight delegators on eight operators, one of which may allocate without any delay. Made figures. */
export function renzo(moment: WorldMoment): World {
  const sets = services(30, ETH_AND_STETH, moment.block);
  return tokenWorld(moment, {
    name: 'renzo',
    about: 'Renzo ezETH with made figures: eight operators with twenty sets each.',
    sets,
    operators: DELEGATORS.map((_, index) => operatorAt(index, moment, sets)),
    stakers: DELEGATORS.map((_, index) => stakerAt(index, moment)),
    idleWei: IDLE.depositQueue + IDLE.withdrawQueue + IDLE.lido + IDLE.steth,
    untracedWei: UNVERIFIED * BigInt(DELEGATORS.length),
    strategies: ETH_AND_STETH,
    exit: queueExit(BUFFER, COOL_DOWN),
    upgradeDelaySecs: 259_200n, // forum review of 2024
    admin: { who: AT.timelock, signers: null, threshold: null },
    code: { since: null, changed: null },
    hidden: [made('Renzo operator 0'), made('Renzo operator 1')],
    token: (totalWei, state) => {
      const supply = (totalWei * 100n) / 106n;
      const rate = (totalWei * ETH) / supply;
      return {
        contracts: contracts(totalWei, supply, rate, state),
        figures: { supply, rate, buffer: BUFFER, queueMinSecs: COOL_DOWN, queueMaxSecs: COOL_DOWN },
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
      address: made(`Renzo operator ${index}`),
      start: index * 3,
      plan: planOf(variant),
      strategies: ETH_AND_STETH,
      // The last one is small and may allocate at once; the one before never set a delay.
      delay: index === 7 ? 0 : index === 6 ? null : 126_000,
      ...(index === 5 ? { pendingDelay: { delay: 200_000, effectBlock: block + 30_000n } } : {}),
      ...(index === 2 ? { slashed: { [STETH_STRATEGY]: 930_000_000_000_000_000n } } : {}),
    },
    sets,
    block,
  );
}

function stakerAt(index: number, { block, timestamp }: WorldMoment): StakerState {
  const [address, native, steth, queued] = DELEGATORS[index] ?? [made('nobody'), 0n, 0n, 0n];
  return {
    address,
    operator: made(`Renzo operator ${index}`),
    positions: [
      { strategy: BEACON_ETH, depositShares: native * ETH },
      { strategy: STETH_STRATEGY, depositShares: steth * ETH },
    ],
    pod: { address: made(`Renzo pod ${index}`), lastCheckpoint: timestamp - 86_400n * BigInt(index + 1) },
    queued: queued === 0n ? [] : [waiting(queued, index, block)],
  };
}

/** Queued at another operator, which can still slash it: for days, or in the next block for the last time. */
function waiting(queued: bigint, index: number, block: bigint): StakerState['queued'][number] {
  return {
    delegatedTo: made(`Renzo operator ${(index + 1) % DELEGATORS.length}`),
    nonce: 0n,
    startBlock: index === 7 ? block + 1n - 100_800n : block - 20_000n,
    strategies: [BEACON_ETH, STETH_STRATEGY],
    scaledShares: [(queued * ETH) / 2n, (queued * ETH) / 2n],
  };
}

function contracts(totalWei: bigint, supply: bigint, rate: bigint, state: EigenLayerState): ContractState[] {
  return [
    own('Renzo RestakeManager', AT.restakeManager, restakeManager(totalWei)),
    own(
      'Renzo DepositQueue',
      AT.depositQueue,
      [view(`function withdrawQueue() ${ADDRESS}`, AT.withdrawQueue)],
      IDLE.depositQueue,
    ),
    own('Renzo WithdrawQueue', AT.withdrawQueue, withdrawQueue(), IDLE.withdrawQueue),
    own('RenzoOracle', AT.oracle, [scale(`function lookupTokenValue(address,uint256) ${UINT}`, 1, 1n, 1n)]),
    own('Renzo rate provider', AT.rateProvider, [view(`function getRate() ${UINT}`, rate)]),
    own('ezETH', AT.ezEth, [
      ...erc20('ezETH', supply),
      view(`function balanceOf(address) ${UINT}`, supply / 10n, [AT.lockbox]),
    ]),
    {
      role: 'stETH',
      address: STETH,
      answers: [view(`function balanceOf(address) ${UINT}`, IDLE.steth, [AT.withdrawQueue])],
    },
    {
      role: 'Renzo risk oracle middleware',
      address: RISK,
      answers: [
        view(`function withdrawCooldownPeriod() ${UINT}`, 172_800n),
        ...['depositPaused', 'withdrawRequestPaused', 'withdrawClaimPaused', 'instantWithdrawPaused'].map(
          (name) => view(`function ${name}() ${BOOL}`, false),
        ),
      ],
    },
    {
      role: 'Renzo ProxyAdmin',
      address: PROXY_ADMIN,
      answers: [view(`function owner() ${ADDRESS}`, AT.timelock)],
    },
    timelock('Renzo timelock', AT.timelock, 259_200n),
    safe('Renzo Safe', made('Renzo Safe'), 3, signers('Renzo', 5)),
    ...state.stakers.map((staker) => delegator(staker, state)),
  ];
}

/** Renzo's proxies stand behind one ProxyAdmin; its address is not in the facts, so it is a made one. */
function own(role: string, address: Address, answers: readonly Answer[], balance = 0n): ContractState {
  return proxy({ role, address, answers, balance, admin: PROXY_ADMIN });
}

function restakeManager(totalWei: bigint): Answer[] {
  return [
    view('function calculateTVLs() view returns (uint256[][], uint256[], uint256)', [[], [], totalWei]),
    view(`function depositQueue() ${ADDRESS}`, AT.depositQueue),
    view(`function renzoOracle() ${ADDRESS}`, AT.oracle),
    view(`function riskOracleMiddleware() ${ADDRESS}`, RISK),
    view(`function getCollateralTokensLength() ${UINT}`, 1n),
    view(`function collateralTokens(uint256) ${ADDRESS}`, STETH, [0n]),
    view(`function getOperatorDelegatorsLength() ${UINT}`, BigInt(DELEGATORS.length)),
    ...DELEGATORS.map(([address], index) =>
      view(`function operatorDelegators(uint256) ${ADDRESS}`, address, [BigInt(index)]),
    ),
    view(`function paused() ${BOOL}`, false),
    ...deposits(
      'depositETH()',
      'depositETH(uint256)',
      'deposit(address,uint256)',
      'deposit(address,uint256,uint256)',
    ),
  ];
}

function withdrawQueue(): Answer[] {
  return [
    view(`function stETHPendingWithdrawAmount() ${UINT}`, IDLE.lido),
    view(`function coolDownPeriod() ${UINT}`, COOL_DOWN),
    view(`function riskOracleMiddleware() ${ADDRESS}`, RISK),
    view('function ethWithdrawQueue() view returns (uint256, uint256)', [40_000n * ETH, 38_500n * ETH]),
    view(`function getAvailableToWithdraw(address) ${UINT}`, 0n),
    view(`function getAvailableToWithdraw(address) ${UINT}`, BUFFER, [NATIVE]),
    view(`function getQueueDeficit(address) ${UINT}`, 1_500n * ETH, [NATIVE]),
    view(`function getWithdrawDeficit(address) ${UINT}`, 1_500n * ETH, [NATIVE]),
    view(`function withdrawalBufferTarget(address) ${UINT}`, 6_000n * ETH, [NATIVE]),
    view(`function paused() ${BOOL}`, false),
  ];
}

function delegator(staker: StakerState, state: EigenLayerState): ContractState {
  const only = (strategy: Address) => {
    const positions = staker.positions.filter((position) => position.strategy === strategy);
    return sumWei(state, { ...staker, positions }, SHARE_RATES);
  };
  const queued = queuedWei(state, staker, SHARE_RATES) / 2n;
  return own('Renzo OperatorDelegator', staker.address, [
    view(`function getStakedETHBalance() ${UINT}`, only(BEACON_ETH) + queued + UNVERIFIED),
    view(`function getTokenBalanceFromStrategy(address) ${UINT}`, only(STETH_STRATEGY) + queued, [STETH]),
    view(`function stakedButNotVerifiedEth() ${UINT}`, UNVERIFIED),
    view(`function tokenStrategyMapping(address) ${ADDRESS}`, '0x0000000000000000000000000000000000000000'),
    view(`function tokenStrategyMapping(address) ${ADDRESS}`, STETH_STRATEGY, [STETH]),
    view(`function eigenPod() ${ADDRESS}`, staker.pod?.address),
    view(`function delegateAddress() ${ADDRESS}`, staker.operator),
  ]);
}
