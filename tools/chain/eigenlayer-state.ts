import { type Address as ViemAddress, getAddress, keccak256, toHex } from 'viem';

import type { Address } from '../../lib/core/index.ts';
import { mulDivDown, WAD } from '../../lib/core/index.ts';

/** EigenLayer contracts on Ethereum. Source: `Layr-Labs/eigenlayer-contracts` README (2026-05-01). */
export const EIGENLAYER = {
  allocationManager: '0x948a420b8CC1d6BFd0B6087C2E7c344a2CD0bc39',
  delegationManager: '0x39053D51B77DC0d36036Fc1fCc8Cb819df8Ef37A',
  strategyManager: '0x858646372CC42E1A627fcE94aa7A7033e7CF075A',
  eigenPodManager: '0x91E677b07F7AF907ec9a428aafA9fc14a0d3A338',
  permissionController: '0x25E5F8B1E7aDf44518d35D5B2271f114e081f0E5',
  avsDirectory: '0x135DDa560e946695d6f155dACaFC6f1F25C1F5AF',
} as const satisfies Record<string, Address>;

/** Sentinel strategy of native ETH: no contract. */
export const BEACON_ETH: Address = '0xbeaC0eeEeeeeEEeEeEEEEeeEEeEeeeEeeEEBEaC0';

export type SetRef = { readonly avs: Address; readonly id: number };

export type SetState = SetRef & {
  readonly strategies: readonly Address[];
  readonly slasher: Address;
  readonly pendingSlasher?: { readonly slasher: Address; readonly effectBlock: bigint };
  /** Left out: slashed funds are burned. */
  readonly recipient?: Address;
  readonly slashCount?: bigint;
  /** Order of `getMembers`; left out: the operators that are registered with it, in their order. */
  readonly members?: readonly Address[];
};

export type AllocationState = SetRef & {
  readonly current: bigint;
  readonly pendingDiff: bigint;
  readonly effectBlock: bigint;
};

export type BookState = {
  readonly strategy: Address;
  /** Oldest first; the last one is the maximum magnitude now. Empty: never slashed, 1e18. */
  readonly history: readonly { readonly block: bigint; readonly magnitude: bigint }[];
  readonly allocations: readonly AllocationState[];
};

export type RegistrationState = SetRef & {
  readonly registered: boolean;
  /** Last block in which a set that the operator left can still slash; 0 = never left. */
  readonly slashableUntil: bigint;
};

export type OperatorState = {
  readonly address: Address;
  /** Null: never set. */
  readonly delay: number | null;
  readonly pendingDelay?: { readonly delay: number; readonly effectBlock: bigint };
  readonly books: readonly BookState[];
  readonly registrations: readonly RegistrationState[];
  /** Order of `getAllocatedSets`; left out: as the books name them. */
  readonly allocatedSets?: readonly SetRef[];
  /** Order of `getRegisteredSets`; left out: as the registrations name them. */
  readonly registeredSets?: readonly SetRef[];
  /** Left out: what the stakers of this state have together. */
  readonly shares?: readonly (readonly [strategy: Address, shares: bigint])[];
};

export type PositionState = {
  readonly strategy: Address;
  readonly depositShares: bigint;
  /** Left out: 1e18. */
  readonly scalingFactor?: bigint;
};

export type WithdrawalState = {
  readonly delegatedTo: Address | null;
  readonly nonce: bigint;
  readonly startBlock: bigint;
  readonly strategies: readonly Address[];
  readonly scaledShares: readonly bigint[];
};

export type StakerState = {
  readonly address: Address;
  /** Null: not delegated. */
  readonly operator: Address | null;
  readonly positions: readonly PositionState[];
  readonly pod?: {
    readonly address: Address;
    /** Left out: 1e18. */
    readonly slashingFactor?: bigint;
    readonly lastCheckpoint: bigint;
  };
  readonly queued: readonly WithdrawalState[];
};

/** Everything the EigenLayer stand-ins hold. */
export type EigenLayerState = {
  readonly constants: {
    readonly withdrawalDelay: number;
    readonly deallocationDelay: number;
    readonly configurationDelay: number;
    readonly slasherDelay: number;
    readonly resolutionDelay: number;
  };
  /** Paused bits by manager; left out: nothing is paused. */
  readonly paused?: {
    readonly allocations?: bigint;
    readonly delegation?: bigint;
    readonly strategies?: bigint;
    readonly pods?: bigint;
  };
  readonly whitelist: readonly Address[];
  readonly sets: readonly SetState[];
  readonly operators: readonly OperatorState[];
  readonly stakers: readonly StakerState[];
};

/** Mainnet's delays in blocks. Source: `Layr-Labs/eigenlayer-contracts` docs/core, script/configs/mainnet.json; ELIP-016. */
export const MAINNET_DELAYS: EigenLayerState['constants'] = {
  withdrawalDelay: 100_800,
  deallocationDelay: 100_800,
  configurationDelay: 126_000,
  slasherDelay: 126_000,
  resolutionDelay: 50_400,
};

/** An address that nobody has: for made operators, services and pods. */
export function made(label: string): Address {
  const hash: ViemAddress = `0x${keccak256(toHex(`slashlight made ${label}`)).slice(-40)}`;
  return getAddress(hash);
}

/** Maximum magnitude now, 1e18 = never slashed. */
function magnitudeOf(state: EigenLayerState, operator: Address | null, strategy: Address): bigint {
  const found = state.operators.find((entry) => entry.address === operator);
  return found?.books.find((book) => book.strategy === strategy)?.history.at(-1)?.magnitude ?? WAD;
}

/** Shares a staker could take out now, rounded as the contracts round. */
export function withdrawable(state: EigenLayerState, staker: StakerState, position: PositionState): bigint {
  const scaled = mulDivDown(position.depositShares, position.scalingFactor ?? WAD, WAD);
  return mulDivDown(scaled, factorOf(state, staker, staker.operator, position.strategy), WAD);
}

/** Shares a queued withdrawal is worth while it can still be slashed. */
export function queuedShares(
  state: EigenLayerState,
  staker: StakerState,
  waiting: WithdrawalState,
  index: number,
): bigint {
  const strategy = waiting.strategies[index];
  const scaled = waiting.scaledShares[index];
  if (strategy === undefined || scaled === undefined) throw new Error('no such entry');
  return mulDivDown(scaled, factorOf(state, staker, waiting.delegatedTo, strategy), WAD);
}

function factorOf(
  state: EigenLayerState,
  staker: StakerState,
  operator: Address | null,
  strategy: Address,
): bigint {
  const magnitude = magnitudeOf(state, operator, strategy);
  return strategy === BEACON_ETH ? mulDivDown(magnitude, staker.pod?.slashingFactor ?? WAD, WAD) : magnitude;
}
