import type { Address } from '../../../lib/core/index.ts';
import { BEACON_ETH, EIGENLAYER, made, type OperatorState, type StakerState } from '../eigenlayer-state.ts';
import type { Variant, World, WorldMoment } from '../world-types.ts';
import { STETH_STRATEGY } from './base.ts';
import { CALM, ETH_AND_STETH, operator, type Plan, services, times } from './operators.ts';
import { ETH } from './parts.ts';
import { tokenWorld } from './token-world.ts';
import { planOf } from './variants.ts';

/** The operator that the person of this world is delegated to. */
export const DIRECT_OPERATOR = made('direct operator');
/** Another operator, with an allocation delay of 0, to delegate to. */
export const SUDDEN_OPERATOR = made('sudden operator');
/** An operator whose stETH is slashed away entirely: nobody can deposit under it. */
export const RUINED_OPERATOR = made('ruined operator');

/** One person's own position: 32 ETH in a pod, 10 stETH, 2 stETH in the queue at an old operator. Made figures. */
export function eigenlayerDirect(moment: WorldMoment): World {
  const { variant, block, timestamp, account } = moment;
  const sets = services(24, ETH_AND_STETH, block);
  const at = (address: Address, start: number, delay: number | null): OperatorState =>
    operator({ address, start, plan: directPlan(variant), strategies: ETH_AND_STETH, delay }, sets, block);
  const ruined = operator(
    {
      address: RUINED_OPERATOR,
      start: 9,
      plan: directPlan(variant),
      strategies: ETH_AND_STETH,
      delay: 126_000,
      slashed: { [STETH_STRATEGY]: 0n },
    },
    sets,
    block,
  );
  const person: StakerState = {
    address: account,
    operator: DIRECT_OPERATOR,
    positions: [
      { strategy: BEACON_ETH, depositShares: 32n * ETH },
      { strategy: STETH_STRATEGY, depositShares: 10n * ETH },
    ],
    pod: { address: made('pod of the person'), lastCheckpoint: timestamp - 172_800n },
    queued: [
      {
        delegatedTo: SUDDEN_OPERATOR,
        nonce: 0n,
        startBlock: block - 40_000n,
        strategies: [STETH_STRATEGY],
        scaledShares: [2n * ETH],
      },
      {
        delegatedTo: SUDDEN_OPERATOR,
        nonce: 1n,
        startBlock: block - 120_000n, // past its last slashable block: can be completed
        strategies: [STETH_STRATEGY],
        scaledShares: [ETH],
      },
    ],
  };
  return tokenWorld(moment, {
    name: 'eigenlayer-direct',
    about: 'One person restaking directly, with made figures.',
    kind: 'direct',
    sets,
    operators: [at(DIRECT_OPERATOR, 0, 126_000), at(SUDDEN_OPERATOR, 6, 0), ruined],
    stakers: [person],
    strangers: [other(0, DIRECT_OPERATOR), other(1, SUDDEN_OPERATOR), other(2, RUINED_OPERATOR)],
    idleWei: 0n,
    untracedWei: 0n,
    strategies: ETH_AND_STETH,
    exit: {
      bufferWei: 0n,
      queueMinSecs: 1_209_600n,
      queueMaxSecs: 1_209_600n,
      escrowBlocks: 100_800n,
      includesUnwind: true,
      nativeUnwind: false, // the deposit asked about by default is stETH
    },
    upgradeDelaySecs: 864_000n, // several chain reads of 2026
    admin: { who: '0xC06Fd4F821eaC1fF1ae8067b36342899b57BAa2d', signers: null, threshold: null },
    code: { since: null, changed: { role: 'AllocationManager', address: EIGENLAYER.allocationManager } },
    hidden: [DIRECT_OPERATOR],
    token: () => ({ contracts: [], figures: {} }),
  });
}

/** Somebody else's stake at an operator. */
function other(index: number, operatedBy: Address): StakerState {
  return {
    address: made(`other person ${index}`),
    operator: operatedBy,
    positions: [{ strategy: STETH_STRATEGY, depositShares: 500n * ETH }],
    queued: [],
  };
}

/** All of the stake is at one operator, so the limit for a single operator decides: half of a token's plan. */
function directPlan(variant: Variant): Plan {
  if (variant === 'near') return times(CALM, 15n);
  return variant === 'over' ? planOf(variant) : times(CALM, 8n);
}
