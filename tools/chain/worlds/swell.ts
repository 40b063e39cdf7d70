import type { Address } from '../../../lib/core/index.ts';
import { BEACON_ETH, made } from '../eigenlayer-state.ts';
import { type ContractState, view } from '../stand-in.ts';
import type { World, WorldMoment } from '../world-types.ts';
import { erc20, safe, signers } from './base.ts';
import { services } from './operators.ts';
import { ADDRESS, BOOL, deposits, ETH, proxy, UINT } from './parts.ts';
import { operatorOf, type Pool, poolOperators, poolStakers } from './pool.ts';
import { tokenWorld } from './token-world.ts';

/** Addresses: token-readings `swell-rsweth`, some of them third-party. */
const AT = {
  rswEth: '0xFAe103DC9cf190eD75350761e95403b7b8aFa6c0',
  exit: '0x58749C46Ffe97e4d79508a2C781C440f4756f064',
  access: '0x796592b2092F7E150C48643dA19Dd2F28be3333F',
  deposits: '0x5e6342D8090665bE14eeB8154c8a87B7249a4889',
  eigenLayer: '0xC94CfFD5249Df4008a043EE61e13f19AF16d0936',
  proxyAdmin: '0xD750B84845f1cAdfEAc63f96Ec74635e949bFd14',
} as const satisfies Record<string, Address>;
/** Nobody published who owns the ProxyAdmin: a made Safe. */
const OWNER = made('Swell Safe');

const POOL: Pool = {
  label: 'Swell',
  stakers: Array.from({ length: 9 }, (_, index) => made(`Swell staker proxy ${index + 1}`)),
  strategies: [BEACON_ETH],
  units: 4_000n,
};
const WAITING = 700n * ETH;
/** Staked tokens that wait in the DepositManager: no view counts them. */
const UNSEEN = 300n * ETH;

/** Swell's rswETH: nine staker proxies, numbered from 1, on nine operators; its total is what holders claim. Made figures. */
export function swell(moment: WorldMoment): World {
  const sets = services(30, POOL.strategies, moment.block);
  return tokenWorld(moment, {
    name: 'swell',
    about: 'Swell rswETH with made figures: nine operators with twenty sets each.',
    sets,
    operators: poolOperators(POOL, moment, sets),
    stakers: poolStakers(POOL, moment),
    idleWei: WAITING,
    untracedWei: UNSEEN,
    strategies: POOL.strategies,
    exit: {
      bufferWei: 0n,
      queueMinSecs: 0n,
      queueMaxSecs: null,
      escrowBlocks: 100_800n,
      includesUnwind: true,
      nativeUnwind: true,
    },
    upgradeDelaySecs: 0n,
    admin: { type: 'multisig', who: OWNER, signers: 5, threshold: 3 },
    code: { since: null, changed: null },
    rateUpdatedAt: moment.timestamp - 40_000n,
    hidden: [operatorOf(POOL, 0), operatorOf(POOL, 1), operatorOf(POOL, 4)],
    token: (totalWei) => {
      const rate = (125n * ETH) / 100n;
      const supply = (totalWei * 4n) / 5n;
      const reservesWei = totalWei - 20n * ETH;
      return {
        contracts: contracts(supply, rate, reservesWei, moment),
        figures: { supply, rate, reservesWei, bufferWei: 0n },
      };
    },
  });
}

function contracts(supply: bigint, rate: bigint, reserves: bigint, moment: WorldMoment): ContractState[] {
  const own = (role: string, address: Address, answers: ContractState['answers'] = [], balance = 0n) =>
    proxy({ role, address, answers, balance, admin: AT.proxyAdmin });
  return [
    own('rswETH', AT.rswEth, [
      ...erc20('rswETH', supply),
      view(`function rswETHToETHRate() ${UINT}`, rate),
      view(`function lastRepriceETHReserves() ${UINT}`, reserves),
      view(`function lastRepriceUNIX() ${UINT}`, moment.timestamp - 40_000n),
      view(`function AccessControlManager() ${ADDRESS}`, AT.access),
      ...deposits('deposit()', 'depositWithReferral(address)'),
    ]),
    own('rswEXIT', AT.exit),
    own('Swell AccessControlManager', AT.access, [
      view(`function coreMethodsPaused() ${BOOL}`, false),
      view(`function withdrawalsPaused() ${BOOL}`, false),
      view(`function DepositManager() ${ADDRESS}`, AT.deposits),
      view(`function rswEXIT() ${ADDRESS}`, AT.exit),
    ]),
    own(
      'Swell DepositManager',
      AT.deposits,
      [view(`function eigenLayerManager() ${ADDRESS}`, AT.eigenLayer)],
      WAITING,
    ),
    own('Swell EigenLayerManager', AT.eigenLayer, [
      view(`function stakeId() ${UINT}`, BigInt(POOL.stakers.length)),
      view(`function stakerProxyAddresses(uint256) ${ADDRESS}`, '0x0000000000000000000000000000000000000000'),
      ...POOL.stakers.map((staker, index) =>
        view(`function stakerProxyAddresses(uint256) ${ADDRESS}`, staker, [BigInt(index + 1)]),
      ),
    ]),
    {
      role: 'Swell ProxyAdmin',
      address: AT.proxyAdmin,
      answers: [view(`function owner() ${ADDRESS}`, OWNER)],
    },
    safe('Swell Safe', OWNER, 3, signers('Swell', 5)),
  ];
}
