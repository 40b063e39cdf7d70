import type { Address } from '../../../lib/core/index.ts';
import { stakeById } from '../../../lib/protocols/index.ts';
import {
  BEACON_ETH,
  made,
  type OperatorState,
  type SetState,
  type StakerState,
} from '../eigenlayer-state.ts';
import type { World, WorldMoment } from '../world-types.ts';
import { STETH_STRATEGY } from './base.ts';
import { AT, etherfiContracts, IDLE, REPORT_PERIOD, reportedAt } from './etherfi-contracts.ts';
import { ETH_AND_STETH, operator, services } from './operators.ts';
import { ETH } from './parts.ts';
import { tokenWorld } from './token-world.ts';
import { planOf } from './variants.ts';

/** The published nodes: the registry's list without the Restaker. */
const NODES: readonly Address[] = listed().filter((address) => address !== AT.restaker);
/** Operators with stake: seven that are published, and made ones up to thirty. */
const OPERATORS: readonly Address[] = [
  '0x8e7e7176D3470c6c2Efe71004f496A6Ef422a56F',
  '0xe0156eF2905c2Ea8B1F7571cAEE85fdF1657Ab38',
  '0xDd777e5158Cb11DB71B4AF93C75A96eA11A2A615',
  '0x2c7cB7d5dC4aF9caEE654553a144C76F10D4b320',
  '0x5ACCC90436492F24E6aF278569691e2c942A676d',
  '0xfB487f216CA24162119C0C6Ae015d680D7569C2f',
  '0xD972a58B6A582954e578455E4752B12F2C8FcDBc',
  ...Array.from({ length: 23 }, (_, index) => made(`ether.fi operator ${index}`)),
];

/** The Restaker's stake was 519,766 ETH in all on 2026-09-09. */
const RESTAKED = 515_000n * ETH;
/** A made stake for each of the 474 nodes, and stake in nodes that nobody lists. */
const NODE = 3_200n * ETH;
const UNTRACED = 60_000n * ETH;

/** ether.fi: 474 nodes and the Restaker on thirty operators, with stake that no list covers. Mostly made figures. */
export function etherfi(moment: WorldMoment): World {
  const sets = services(40, ETH_AND_STETH, moment.block);
  const buffer = 2_000n * ETH;
  return tokenWorld(moment, {
    name: 'etherfi',
    about:
      'ether.fi eETH and weETH with made figures: 475 stakers on thirty operators with twenty sets each.',
    sets,
    operators: OPERATORS.map((address, index) => operatorAt(address, index, moment, sets)),
    stakers: [...NODES.map((address, index) => nodeAt(address, index, moment)), restaker(moment)],
    idleWei: IDLE.pool + IDLE.locked + IDLE.priority + IDLE.holding + IDLE.pending,
    untracedWei: UNTRACED,
    strategies: ETH_AND_STETH,
    exit: {
      bufferWei: buffer,
      queueMinSecs: 0n,
      queueMaxSecs: 2n * REPORT_PERIOD * 12n,
      escrowBlocks: 100_800n,
      includesUnwind: false,
      nativeUnwind: true,
    },
    upgradeDelaySecs: 864_000n, // 2026-09-09
    admin: { who: AT.upgradeTimelock, signers: null, threshold: null },
    code: { since: '2026-07-14', changed: { role: 'LiquidityPool', address: AT.pool } },
    rateUpdatedAt: reportedAt(moment),
    hidden: OPERATORS.slice(0, 7),
    listedOperators: OPERATORS,
    token: (totalWei, state) => {
      const weSupply = (totalWei * 8n) / 10n;
      const rate = 1_090_000_000_000_000_000n;
      return {
        contracts: etherfiContracts({
          totalWei,
          weSupply,
          rate,
          buffer,
          moment,
          state,
          nodes: NODES,
          operators: OPERATORS,
        }),
        figures: { supply: totalWei, rate, buffer, queueMinSecs: 0n, queueMaxSecs: 2n * REPORT_PERIOD * 12n },
      };
    },
  });
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
      start: index,
      plan: planOf(variant),
      strategies: ETH_AND_STETH,
      delay: index === 29 ? 0 : index === 28 ? null : 126_000,
      ...(index === 11 ? { pendingDelay: { delay: 140_000, effectBlock: block + 90_000n } } : {}),
      ...(index === 12 ? { slashed: { [BEACON_ETH]: 970_000_000_000_000_000n } } : {}),
    },
    sets,
    block,
  );
}

/** Nodes go round the operators; the one without delay has few; every fiftieth is not delegated and holds nothing. */
function nodeAt(address: Address, index: number, { block, timestamp }: WorldMoment): StakerState {
  const empty = index % 50 === 49;
  const which = index % 30;
  return {
    address,
    operator: empty ? null : (OPERATORS[which] ?? null),
    positions: empty ? [] : [{ strategy: BEACON_ETH, depositShares: NODE }],
    pod: { address: made(`ether.fi pod ${index}`), lastCheckpoint: timestamp - 600n * BigInt(index + 1) },
    queued:
      index % 97 === 13
        ? [
            {
              delegatedTo: OPERATORS[(which + 1) % 30] ?? null,
              nonce: 0n,
              startBlock: block - 10_000n,
              strategies: [BEACON_ETH],
              scaledShares: [160n * ETH],
            },
          ]
        : [],
  };
}

/** The Restaker holds stETH shares and no pod. */
function restaker({ block }: WorldMoment): StakerState {
  return {
    address: AT.restaker,
    operator: OPERATORS[7] ?? null,
    positions: [{ strategy: STETH_STRATEGY, depositShares: RESTAKED }],
    queued: [
      {
        delegatedTo: OPERATORS[4] ?? null,
        nonce: 0n,
        startBlock: block - 70_000n,
        strategies: [STETH_STRATEGY],
        scaledShares: [3_000n * ETH],
      },
    ],
  };
}

function listed(): readonly Address[] {
  const stakers = stakeById('etherfi')?.stakers;
  if (typeof stakers !== 'object' || !('given' in stakers)) throw new Error('the registry lists no nodes');
  return stakers.given;
}
