import { pad, stringToHex } from 'viem';

import type { Address } from '../../../lib/core/index.ts';
import {
  BEACON_ETH,
  type EigenLayerState,
  made,
  type OperatorState,
  type SetState,
  type StakerState,
} from '../eigenlayer-state.ts';
import { type Answer, type ContractState, scale, SLOTS, view, word } from '../stand-in.ts';
import type { World, WorldMoment } from '../world-types.ts';
import { erc20, safe, signers, STETH, WETH } from './base.ts';
import { operator, services } from './operators.ts';
import { ADDRESS, BOOL, deposits, ETH, proxy, UINT } from './parts.ts';
import published from './puffer-modules.json' with { type: 'json' };
import { tokenWorld } from './token-world.ts';
import { planOf } from './variants.ts';

/** Addresses and implementations: token-readings `puffer-pufeth` (Puffer's deployment list, 2026-05-07). */
const AT = {
  vault: '0xD9A442856C234a39a81a089C06451EBAa4306a72',
  depositor: '0x4aA799C5dfc01ee7d790e3bf1a7C2257CE1DcefF',
  withdrawals: '0xDdA0483184E75a5579ef9635ED14BacCf9d50283',
  revenue: '0x21660F4681aD5B6039007f7006b5ab0EF9dE7882',
  protocol: '0xf7b6B32492c2e13799D921E84202450131bd238B',
  moduleManager: '0x9E1E4fCb49931df5743e659ad910d331735C3860',
  oracle: '0x0BE2aE0edbeBb517541DF217EF0074FC9a9e994f',
  accessManager: '0x8c1686069474410E6243425f4a10177a94EBEE11',
  timelock: '0x3C28B7c7Ba1A1f55c9Ce66b263B33B204f2126eA',
  moduleBeacon: '0xdd38A5a7789C74fc7F64556fc772343658EEBb04',
  operations: '0xC0896ab1A8cae8c2C1d27d011eb955Cca955580d',
  community: '0x446d4d6b26815f9bA78B5D454E303315D586Cb2a',
} as const satisfies Record<string, Address>;
const PUBLIC_ROLE = 18_446_744_073_709_551_615n;
const STRATEGIES: readonly Address[] = [BEACON_ETH];

type Module = {
  readonly name: string;
  readonly module: Address;
  readonly pod: Address;
  readonly operator: Address;
};

/** The 98 published modules: name, module, pod, operator. */
const MODULES: readonly Module[] = published.modules.map(([name, module, pod, operatedBy]) => ({
  name: String(name),
  module: hex(module),
  pod: hex(pod),
  operator: hex(operatedBy),
}));
const OPERATORS: readonly Address[] = [...new Set(MODULES.map((entry) => entry.operator))];

/** Made idle funds: stETH, ETH waiting at Lido, WETH and ETH in the vault. */
const IDLE = { steth: 1_500n * ETH, lido: 200n * ETH, weth: 400n * ETH, eth: 600n * ETH };

/** Puffer's pufETH: 98 modules on seven operators, the last of which has no allocation delay. Made figures. */
export function puffer(moment: WorldMoment): World {
  const sets = services(28, [BEACON_ETH, made('another strategy')], moment.block);
  const buffer = IDLE.weth + IDLE.eth;
  return tokenWorld(moment, {
    name: 'puffer',
    about: 'Puffer pufETH with made figures: 98 modules on seven operators with twenty sets each.',
    sets,
    operators: OPERATORS.map((address, index) => operatorAt(address, index, moment, sets)),
    stakers: MODULES.map((entry, index) => stakerOf(entry, index, moment)),
    idleWei: IDLE.steth + IDLE.lido + buffer,
    untracedWei: 0n,
    strategies: STRATEGIES,
    exit: {
      bufferWei: buffer,
      queueMinSecs: 0n,
      queueMaxSecs: null,
      escrowBlocks: 100_800n,
      includesUnwind: true,
      nativeUnwind: true,
    },
    upgradeDelaySecs: 604_800n, // least that the code allows
    admin: { who: AT.timelock, signers: null, threshold: null },
    code: { since: null, changed: { role: 'PufferModule (each)', address: AT.moduleBeacon, beacon: true } },
    hidden: OPERATORS.slice(0, 2),
    token: (totalWei, state) => {
      const supply = (totalWei * 100n) / 108n;
      const rate = (totalWei * ETH) / supply;
      return { contracts: contracts(totalWei, supply, rate, state), figures: { supply, rate, buffer } };
    },
  });
}

function hex(text: string | undefined): Address {
  if (text === undefined || !text.startsWith('0x')) throw new Error('not an address');
  return `0x${text.slice(2)}`;
}

function operatorAt(
  address: Address,
  index: number,
  { variant, block }: WorldMoment,
  sets: readonly SetState[],
): OperatorState {
  return operator(
    {
      address,
      start: index * 4,
      plan: planOf(variant),
      strategies: STRATEGIES,
      delay: index === 6 ? 0 : 126_000,
      ...(index === 2 ? { pendingDelay: { delay: 126_000, effectBlock: block - 10n } } : {}),
      ...(index === 5 ? { slashed: { [BEACON_ETH]: 990_000_000_000_000_000n } } : {}),
    },
    sets,
    block,
  );
}

/** Stake by operator: the last one holds little. Module 40 has a withdrawal waiting, module 41 is not delegated. */
function stakerOf(entry: Module, index: number, { block, timestamp }: WorldMoment): StakerState {
  const small = entry.operator === OPERATORS[6];
  return {
    address: entry.module,
    operator: index === 41 ? null : entry.operator,
    positions: index === 41 ? [] : [{ strategy: BEACON_ETH, depositShares: (small ? 5n : 18n) * 32n * ETH }],
    pod: { address: entry.pod, lastCheckpoint: timestamp - 3_600n * BigInt(index + 1) },
    queued:
      index === 40
        ? [
            {
              delegatedTo: entry.operator,
              nonce: 0n,
              startBlock: block - 30_000n,
              strategies: [BEACON_ETH],
              scaledShares: [64n * ETH],
            },
          ]
        : [],
  };
}

function contracts(totalWei: bigint, supply: bigint, rate: bigint, state: EigenLayerState): ContractState[] {
  const locked = totalWei - IDLE.steth - IDLE.lido - IDLE.weth - IDLE.eth;
  const balance = `function balanceOf(address) ${UINT}`;
  return [
    own(
      'PufferVault',
      AT.vault,
      vault(totalWei, supply, rate),
      '0x3b2fdFdEFE919dBcCE0bc5ac426097d5523B8AFA',
      IDLE.eth,
    ),
    own(
      'PufferDepositor',
      AT.depositor,
      deposits(
        'depositStETH((uint256,uint256,uint8,bytes32,bytes32),address)',
        'depositWstETH((uint256,uint256,uint8,bytes32,bytes32),address)',
      ),
      '0x8c9517A9E99c74cd072A118D3dC6b4f3217F8B9b',
    ),
    own(
      'PufferWithdrawalManager',
      AT.withdrawals,
      withdrawals(),
      '0x98E1d95B4b3A5A082642e17274D67d62691288F1',
    ),
    own(
      'PufferRevenueDepositor',
      AT.revenue,
      [
        view(`function getPendingDistributionAmount() ${UINT}`, 0n),
        view(`function getLastDepositTimestamp() ${UINT}`, 1_795_000_000n),
      ],
      '0xD7b4A10eCE470208661F111F3546F09693a62d3E',
    ),
    own('PufferModuleManager', AT.moduleManager, [], '0x9c713e108aD3f791C1A13b2b29893a26f4F5d042'),
    own(
      'PufferProtocol',
      AT.protocol,
      [
        view(
          'function getModuleWeights() view returns (bytes32[])',
          MODULES.map((entry) => nameOf(entry)),
        ),
        ...MODULES.map((entry) =>
          view(`function getModuleAddress(bytes32) ${ADDRESS}`, entry.module, [nameOf(entry)]),
        ),
      ],
      '0xd05EDf0bc5C2C960A7EB5485c8f965c151DF2B00',
    ),
    {
      role: 'PufferOracle',
      address: AT.oracle,
      answers: [
        view(`function getLockedEthAmount() ${UINT}`, locked),
        view(`function getNumberOfActiveValidators() ${UINT}`, locked / (32n * ETH)),
      ],
    },
    accessManager(),
    { role: 'Puffer Timelock', address: AT.timelock, answers: [view(`function delay() ${UINT}`, 604_800n)] },
    {
      role: 'PufferModule beacon',
      address: AT.moduleBeacon,
      answers: [
        view(`function implementation() ${ADDRESS}`, '0x181CDaF63623819d2Da7F3dC83d0996402875075'),
        view(`function owner() ${ADDRESS}`, AT.accessManager),
      ],
    },
    safe('Puffer operations Safe', AT.operations, 3, signers('Puffer operations', 6)),
    safe('Puffer community Safe', AT.community, 5, signers('Puffer community', 9)),
    { role: 'stETH', address: STETH, answers: [view(balance, IDLE.steth, [AT.vault])] },
    { role: 'WETH', address: WETH, answers: [view(balance, IDLE.weth, [AT.vault])] },
    ...state.stakers.map((staker): ContractState => ({
      role: 'PufferModule',
      address: staker.address,
      slots: { [SLOTS.beacon]: word(AT.moduleBeacon) },
      answers: [view(`function getEigenPod() ${ADDRESS}`, staker.pod?.address)],
    })),
  ];
}

function nameOf(entry: Module): Address {
  return pad(stringToHex(entry.name), { dir: 'right', size: 32 });
}

function own(
  role: string,
  address: Address,
  answers: readonly Answer[],
  implementation: Address,
  balance = 0n,
): ContractState {
  return proxy({ role, address, answers, implementation, balance });
}

function vault(totalWei: bigint, supply: bigint, rate: bigint): Answer[] {
  const held = (holder: Address, part: bigint) =>
    view(`function balanceOf(address) ${UINT}`, supply / part, [holder]);
  return [
    ...erc20('pufETH', supply),
    view(`function totalAssets() ${UINT}`, totalWei),
    scale(`function convertToAssets(uint256) ${UINT}`, 0, rate, ETH),
    view(`function getPendingLidoETHAmount() ${UINT}`, IDLE.lido),
    view(`function getTotalRewardMintAmount() ${UINT}`, 0n),
    view(`function getTotalRewardDepositAmount() ${UINT}`, 0n),
    view(`function getTotalExitFeeBasisPoints() ${UINT}`, 100n),
    view(`function authority() ${ADDRESS}`, AT.accessManager),
    held('0xa4931a9F9Aaf79057334371D6f62164743f97b18', 20n),
    held('0xBc1324F4FaB8e63bF33E5117bb887671B378BFF3', 100n),
    held('0xd44E91CfBBAa7b3B259A12a43b38CEBf47B463D5', 200n),
    held('0xA033Ff09f2da45f0e9ae495f525363722Df42b2a', 200n),
    ...deposits(
      'depositETH(address)',
      'depositStETH(uint256,address)',
      'deposit(uint256,address)',
      'mint(uint256,address)',
    ),
  ];
}

function withdrawals(): Answer[] {
  return [
    view(`function BATCH_SIZE() ${UINT}`, 10n),
    view(`function getWithdrawalsLength() ${UINT}`, 2_345n),
    view(`function getFinalizedWithdrawalBatch() ${UINT}`, 232n),
    view('function getBatch(uint256) view returns (uint64,uint88,uint96,uint128,uint128)', [
      0n,
      0n,
      0n,
      0n,
      0n,
    ]),
    view(`function getMaxWithdrawalAmount() ${UINT}`, 100n * ETH),
  ];
}

function accessManager(): ContractState {
  return {
    role: 'Puffer AccessManager',
    address: AT.accessManager,
    answers: [
      view(`function isTargetClosed(address) ${BOOL}`, false),
      view('function getTargetFunctionRole(address,bytes4) view returns (uint64)', 0n),
      view('function getTargetFunctionRole(address,bytes4) view returns (uint64)', PUBLIC_ROLE, [
        AT.vault,
        '0x2d2da806',
      ]),
      view('function getTargetFunctionRole(address,bytes4) view returns (uint64)', PUBLIC_ROLE, [
        AT.withdrawals,
        '0xef027fbf',
      ]),
    ],
  };
}
