import type { Address } from '../../../lib/core/index.ts';
import { type EigenLayerState, made } from '../eigenlayer-state.ts';
import { queuedWei, sumWei } from '../expected.ts';
import { type Answer, type ContractState, scale, view } from '../stand-in.ts';
import type { World, WorldMoment } from '../world-types.ts';
import { erc20, METH, METH_STRATEGY, safe, SHARE_RATES, signers, timelock } from './base.ts';
import { services } from './operators.ts';
import { BOOL, deposits, ETH, proxy, UINT } from './parts.ts';
import { operatorOf, type Pool, poolOperators, poolStakers, proxyAdmin } from './pool.ts';
import { tokenWorld } from './token-world.ts';

/** Addresses: token-readings `mantle-cmeth`, most of them third-party. */
const AT = {
  cmEth: '0xE6829d9a7eE3040e1276Fa75293Bde931859e8fA',
  staking: '0xe3cBd06D7dadB3F4e6557bAb7EdD924CD1489E8f',
  vault: '0x33272D40b247c4cd9C646582C9bbAD44e85D4fE4',
  withdraw: '0x12Be34bE067Ebd201f6eAf78a861D90b2a66B113',
  accountant: '0x6049Bd892F14669a4466e46981ecEd75D610a2eC',
  teller: '0xB6f7D38e3EAbB8f69210AFc2212fe82e0f1912b0',
  pauser: '0x29Ab878aEd032e2e2c86FF4A9a9B05e3276cf1f8',
  unstakeQueue: '0x38fDF7b489316e03eD8754ad339cb5c4483FDcf9',
} as const satisfies Record<string, Address>;
const KARAK: Address = '0x52EA8E95378d01B0aaD3B034Ca0656b0F0cc21A2';
const SYMBIOTIC: readonly Address[] = [
  '0x5bb8e5e8602b71b182e0Efe256896a931489A135',
  '0x919531146f9a25dFC161D5AB23B117FeAE2c1d36',
];
const COUNCIL = made('Mantle Security Council');
const POOL: Pool = {
  label: 'cmETH',
  stakers: [
    '0xCaC15044a1F67238D761Aa4C7650DaB59cEF849D',
    '0x0b5d15445B715bF117ba0482B7A9f772AF46d93A',
    '0x6DfbE3A1a0e835C125EEBb7712Fffc36c4D93b25',
    '0x021180A06Aa65A7B5fF891b5C146FbDaFC06e2DA',
  ],
  strategies: [METH_STRATEGY],
  units: 20_000n,
};
/** Made amounts of mETH: small parts where nothing can be traced, and what waits in the vault and for exits. */
const PARTS = { karak: 300n * ETH, symbiotic: 400n * ETH, vault: 2_500n * ETH, withdraw: 300n * ETH };
const DELAY = 604_800n;
const WINDOW = 259_200n;
const FINALIZE = 64n;

function inEth(mEth: bigint): bigint {
  return (mEth * (SHARE_RATES[METH_STRATEGY] ?? 0n)) / ETH;
}

/** Mantle's cmETH: two EigenLayer positions, two older ones, a Karak and two Symbiotic ones. Made figures. */
export function mantle(moment: WorldMoment): World {
  const sets = services(30, POOL.strategies, moment.block);
  const times = { queueMinSecs: DELAY + 12n * FINALIZE, queueMaxSecs: DELAY + WINDOW + 12n * FINALIZE };
  const bufferWei = inEth(PARTS.vault);
  return tokenWorld(moment, {
    name: 'mantle',
    about:
      'Mantle cmETH with made figures: four positions in EigenLayer, small parts in Karak and Symbiotic.',
    sets,
    operators: poolOperators(POOL, moment, sets),
    stakers: poolStakers(POOL, moment),
    idleWei: inEth(PARTS.vault + PARTS.withdraw),
    untracedWei: inEth(PARTS.karak + PARTS.symbiotic * 2n),
    strategies: POOL.strategies,
    exit: { bufferWei, ...times, escrowBlocks: 100_800n, includesUnwind: false, nativeUnwind: true },
    upgradeDelaySecs: 0n,
    admin: { type: 'multisig', who: COUNCIL, signers: 13, threshold: 6 },
    code: { since: null, changed: null },
    rateUpdatedAt: moment.timestamp - 50_000n,
    hidden: [operatorOf(POOL, 0), operatorOf(POOL, 1)],
    token: (totalWei, state) => {
      const supply = (totalWei * 100n) / 108n;
      const rate = 1_020_000_000_000_000_000n;
      return {
        contracts: contracts(supply, rate, state, moment),
        figures: { supply, rate: inEth(rate), bufferWei, ...times },
      };
    },
  });
}

function own(role: string, address: Address, owner: Address, answers: readonly Answer[]): ContractState[] {
  return [
    proxy({ role, address, answers, admin: made(`${role} ProxyAdmin`) }),
    proxyAdmin(`${role} ProxyAdmin`, owner),
  ];
}

function contracts(
  supply: bigint,
  rate: bigint,
  state: EigenLayerState,
  moment: WorldMoment,
): ContractState[] {
  const mEthTimelock = made('mETH timelock');
  const holds = 'function getUnderlyings() view returns (address[],uint256[])';
  const held = `function balanceOf(address) ${UINT}`;
  const position = (address: Address, amount: bigint): ContractState => ({
    role: 'cmETH position',
    address,
    answers: [view(holds, [[METH], [amount]])],
  });
  return [
    ...own('cmETH', AT.cmEth, COUNCIL, erc20('cmETH', supply)),
    ...own('mETH', METH, mEthTimelock, [
      view(held, PARTS.vault, [AT.vault]),
      view(held, PARTS.withdraw, [AT.withdraw]),
    ]),
    ...own('mETH Staking', AT.staking, mEthTimelock, [
      scale(`function mETHToETH(uint256) ${UINT}`, 0, SHARE_RATES[METH_STRATEGY] ?? 0n, ETH),
    ]),
    safe('Mantle Security Council', COUNCIL, 6, signers('Mantle council', 13)),
    timelock('mETH timelock', mEthTimelock, 86_400n),
    {
      role: 'cmETH Accountant',
      address: AT.accountant,
      answers: [view(`function getRate() ${UINT}`, rate), accountantState(rate, moment.timestamp - 50_000n)],
    },
    {
      role: 'cmETH Teller',
      address: AT.teller,
      answers: [view(`function isPaused() ${BOOL}`, false), ...deposits('deposit(address,uint256,uint256)')],
    },
    {
      role: 'cmETH delayed withdraw',
      address: AT.withdraw,
      answers: [
        view(
          'function withdrawAssets(address) view returns (bool,uint32,uint32,uint128,uint16,uint16)',
          [true, Number(DELAY), Number(WINDOW), 0n, 0, 0],
          [METH],
        ),
      ],
    },
    {
      role: 'mETH Pauser',
      address: AT.pauser,
      answers: [
        view(`function isStakingPaused() ${BOOL}`, false),
        view(`function isUnstakeRequestsAndClaimsPaused() ${BOOL}`, false),
      ],
    },
    {
      role: 'mETH unstake requests',
      address: AT.unstakeQueue,
      answers: [view(`function numberOfBlocksToFinalize() ${UINT}`, FINALIZE)],
    },
    ...state.stakers.map((staker) => {
      const wei = sumWei(state, staker, SHARE_RATES) + queuedWei(state, staker, SHARE_RATES);
      return position(staker.address, (wei * ETH) / (SHARE_RATES[METH_STRATEGY] ?? 1n));
    }),
    position(KARAK, PARTS.karak),
    ...SYMBIOTIC.map((address) => position(address, PARTS.symbiotic)),
  ];
}

/** The state of an accountant in its newer form, of twelve words. */
export function accountantState(rate: bigint, updatedAt: bigint): Answer {
  return view(
    'function accountantState() view returns (address,uint96,uint128,uint128,uint96,uint16,uint16,uint64,bool,uint24,uint16,uint16)',
    [made('payout'), rate, 0n, 0n, rate, 10_100, 9_900, updatedAt, false, 3_600, 0, 0],
  );
}
