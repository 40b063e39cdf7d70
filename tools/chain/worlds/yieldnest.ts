import type { Address } from '../../../lib/core/index.ts';
import { BEACON_ETH, type EigenLayerState, made } from '../eigenlayer-state.ts';
import { queuedWei, sumWei } from '../expected.ts';
import { type Answer, type ContractState, scale, view } from '../stand-in.ts';
import type { ExpectedExit, World, WorldMoment } from '../world-types.ts';
import { erc20, SFRXETH, SFRXETH_STRATEGY, SHARE_RATES, STETH, STETH_STRATEGY, timelock } from './base.ts';
import { services } from './operators.ts';
import { BOOL, deposits, ETH, proxy, UINT } from './parts.ts';
import { operatorOf, type Pool, poolOperators, poolStakers, proxyAdmin } from './pool.ts';
import { tokenWorld } from './token-world.ts';

/** Addresses: token-readings `yieldnest-yneth` and `yieldnest-ynlsde`. */
const AT = {
  ynEth: '0x09db87A538BD693E9d08544577d5cCfAA6373A48',
  manager: '0x8C33A1d6d062dB7b51f79702355771d44359cD7d',
  vault: '0x5D6e53c42E3B37f82F693937BC508940769c5caf',
  queue: '0x0BC9BC81aD379810B36AD5cC95387112990AA67b',
  ynLsde: '0x35Ec69A77B79c255e5d47D5A3BdbEFEfE342630c',
  assets: '0x323C933df2523D5b0C756210446eeE0fB84270fd',
  tokenVault: '0x73bC33999C34a5126CA19dC900F22690C288D55e',
  tokenManager: '0x6B566CB6cDdf7d140C59F84594756a151030a0C3',
  tokenQueue: '0x8Face3283E20b19d98a7a132274B69C1304D60b4',
  strategies: '0x92D904019A92B0Cafce3492Abb95577C285A68fC',
  timelock: '0xbB73f8a5B0074b27c6df026c77fA08B0111D017A',
} as const satisfies Record<string, Address>;
const DELAY = 259_200n;
const SECS = 604_800n;

const NODES: Pool = {
  label: 'ynETH',
  stakers: Array.from({ length: 8 }, (_, index) => made(`ynETH node ${index}`)),
  strategies: [BEACON_ETH],
  units: 6_000n,
};
const TOKEN_NODES: Pool = {
  label: 'ynLSDe',
  stakers: Array.from({ length: 8 }, (_, index) => made(`ynLSDe node ${index}`)),
  strategies: [STETH_STRATEGY, SFRXETH_STRATEGY],
  units: 1_500n,
};
/** Made idle funds in ETH; `node`: taken out of EigenLayer and still with each node. */
const IDLE = { pool: 900n * ETH, vault: 1_100n * ETH, node: 10n * ETH };
/** Staked and not yet proven, for each node: in its balance, and in no line. */
const UNVERIFIED = 32n * ETH;
/** What a node has lost since the total was last worked out (variant `over`). */
const LOST = 40n * ETH;

function exit(nativeUnwind: boolean): ExpectedExit {
  return {
    bufferWei: 0n,
    queueMinSecs: SECS,
    queueMaxSecs: null,
    escrowBlocks: 100_800n,
    includesUnwind: true,
    nativeUnwind,
  };
}

/** YieldNest's ynETH: eight nodes on eight operators; its total is kept, its nodes say what they have now. Made figures. */
export function yneth(moment: WorldMoment): World {
  const sets = services(30, NODES.strategies, moment.block);
  const nodes = BigInt(NODES.stakers.length);
  return tokenWorld(moment, {
    name: 'yneth',
    about: 'YieldNest ynETH with made figures: eight operators with twenty sets each.',
    sets,
    operators: poolOperators(NODES, moment, sets),
    stakers: poolStakers(NODES, moment),
    idleWei: IDLE.pool + IDLE.vault + nodes * IDLE.node,
    untracedWei: nodes * UNVERIFIED,
    strategies: NODES.strategies,
    exit: exit(true),
    upgradeDelaySecs: DELAY,
    admin: { who: AT.timelock, signers: null, threshold: null },
    code: { since: null, changed: null },
    hidden: [operatorOf(NODES, 0), operatorOf(NODES, 1), operatorOf(NODES, 4)],
    token: (totalWei, state) => {
      const supply = (totalWei * 100n) / 103n;
      const rate = (totalWei * ETH) / supply;
      const lost = moment.variant === 'over' ? LOST : 0n;
      return {
        contracts: ynEthContracts(totalWei, supply, rate, state, lost),
        figures: { supply, rate, backingWei: totalWei - lost, queueMinSecs: SECS, bufferWei: 0n },
      };
    },
  });
}

/** Every proxy has an admin of its own, and the timelock owns them all. */
function own(role: string, address: Address, answers: readonly Answer[]): ContractState[] {
  return [
    proxy({ role, address, answers, admin: made(`${role} ProxyAdmin`) }),
    proxyAdmin(`${role} ProxyAdmin`, AT.timelock),
  ];
}

function token(symbol: string, totalWei: bigint, supply: bigint, rate: bigint): Answer[] {
  return [
    ...erc20(symbol, supply),
    view(`function totalAssets() ${UINT}`, totalWei),
    scale(`function previewRedeem(uint256) ${UINT}`, 0, rate, ETH),
    view(`function depositsPaused() ${BOOL}`, false),
  ];
}

function redemption(vault: Address, queue: Address): ContractState[] {
  return [
    ...own('YieldNest redemption vault', vault, [
      view(`function availableRedemptionAssets() ${UINT}`, IDLE.vault),
      view(`function paused() ${BOOL}`, false),
    ]),
    ...own('YieldNest withdrawal queue', queue, [view(`function secondsToFinalization() ${UINT}`, SECS)]),
    timelock('YieldNest timelock', AT.timelock, DELAY),
  ];
}

function ynEthContracts(
  totalWei: bigint,
  supply: bigint,
  rate: bigint,
  state: EigenLayerState,
  lost: bigint,
): ContractState[] {
  return [
    ...own('ynETH', AT.ynEth, [
      ...token('ynETH', totalWei, supply, rate),
      view(`function totalDepositedInPool() ${UINT}`, IDLE.pool),
      ...deposits('depositETH(address)'),
    ]),
    ...own('ynETH StakingNodesManager', AT.manager, [
      view('function getAllNodes() view returns (address[])', NODES.stakers),
    ]),
    ...redemption(AT.vault, AT.queue),
    ...state.stakers.map((staker, index): ContractState => {
      const held = sumWei(state, staker, SHARE_RATES) + queuedWei(state, staker, SHARE_RATES);
      const balance = held + IDLE.node + UNVERIFIED - (index === 0 ? lost : 0n);
      return {
        role: 'ynETH StakingNode',
        address: staker.address,
        answers: [
          view(`function getETHBalance() ${UINT}`, balance),
          view(`function withdrawnETH() ${UINT}`, IDLE.node),
        ],
      };
    }),
  ];
}

/** Made amounts of each token that lie in the vault, in its own units. */
const HELD = { steth: 250n * ETH, sfrx: 400n * ETH };

/** YieldNest's ynLSDe: eight nodes with stETH and sfrxETH on eight operators. Made figures. */
export function ynlsde(moment: WorldMoment): World {
  const sets = services(30, TOKEN_NODES.strategies, moment.block);
  const sfrxWei = (HELD.sfrx * (SHARE_RATES[SFRXETH_STRATEGY] ?? 0n)) / ETH;
  const idleWei = HELD.steth + sfrxWei + IDLE.vault;
  return tokenWorld(moment, {
    name: 'ynlsde',
    about: 'YieldNest ynLSDe with made figures: eight operators with twenty sets each.',
    sets,
    operators: poolOperators(TOKEN_NODES, moment, sets),
    stakers: poolStakers(TOKEN_NODES, moment),
    idleWei,
    untracedWei: 0n,
    strategies: TOKEN_NODES.strategies,
    exit: exit(false),
    upgradeDelaySecs: DELAY,
    admin: { who: AT.timelock, signers: null, threshold: null },
    code: { since: null, changed: null },
    hidden: [operatorOf(TOKEN_NODES, 0), operatorOf(TOKEN_NODES, 1), operatorOf(TOKEN_NODES, 4)],
    token: (totalWei) => {
      const supply = (totalWei * 100n) / 104n;
      const rate = (totalWei * ETH) / supply;
      return {
        contracts: ynLsdeContracts(totalWei, supply, rate, sfrxWei),
        figures: { supply, rate, backingWei: totalWei, queueMinSecs: SECS, bufferWei: 0n },
      };
    },
  });
}

function ynLsdeContracts(totalWei: bigint, supply: bigint, rate: bigint, sfrxWei: bigint): ContractState[] {
  const held = `function assetBalance(address) ${UINT}`;
  const worth = `function convertToUnitOfAccount(address,uint256) ${UINT}`;
  return [
    ...own('ynLSDe', AT.ynLsde, [
      ...token('ynLSDe', totalWei, supply, rate),
      view(held, HELD.steth, [STETH]),
      view(held, HELD.sfrx, [SFRXETH]),
      ...deposits('deposit(address,uint256,address)'),
    ]),
    ...own('ynLSDe AssetRegistry', AT.assets, [
      view('function getAssets() view returns (address[])', [STETH, SFRXETH]),
      view(worth, HELD.steth, [STETH, HELD.steth]),
      view(worth, sfrxWei, [SFRXETH, HELD.sfrx]),
      view(`function actionsPaused() ${BOOL}`, false),
    ]),
    ...own('ynLSDe EigenStrategyManager', AT.strategies, []),
    {
      role: 'ynLSDe TokenStakingNodesManager',
      address: AT.tokenManager,
      answers: [view('function getAllNodes() view returns (address[])', TOKEN_NODES.stakers)],
    },
    ...redemption(AT.tokenVault, AT.tokenQueue),
  ];
}
