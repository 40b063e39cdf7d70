import { MAINNET_DELAYS } from '../eigenlayer-state.ts';
import type { World, WorldMoment } from '../world-types.ts';
import { baseContracts, SHARE_RATES, WHITELIST } from './base.ts';

/** The EigenLayer contracts with nobody in them. */
export function bare({ variant, block, timestamp }: WorldMoment): World {
  return {
    name: 'bare',
    variant,
    about: 'EigenLayer without stakers, operators or services.',
    block,
    timestamp,
    eigenlayer: { constants: MAINNET_DELAYS, whitelist: WHITELIST, sets: [], operators: [], stakers: [] },
    contracts: baseContracts(),
    expected: {
      kind: 'direct',
      totalWei: 0n,
      idleWei: 0n,
      untracedWei: 0n,
      figures: {},
      depositsPaused: false,
      redemptionPaused: false,
      upgradeDelaySecs: 864_000n,
      admin: { who: '0xC06Fd4F821eaC1fF1ae8067b36342899b57BAa2d', signers: null, threshold: null },
      codeSince: null,
      changedCode: null,
      rateUpdatedAt: null,
      slashed: false,
      exit: {
        bufferWei: 0n,
        queueMinSecs: 1_209_600n,
        queueMaxSecs: 1_209_600n,
        escrowBlocks: 100_800n,
        includesUnwind: true,
        nativeUnwind: false,
      },
      stakers: [],
      strategies: [],
      shareRates: SHARE_RATES,
      unreadable: [],
    },
  };
}
