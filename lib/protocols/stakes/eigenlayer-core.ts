import type { Address } from '../../core/index.ts';
import type { StakeRead } from './stake.ts';

/** EigenLayer on Ethereum. Source: Layr-Labs/eigenlayer-contracts@f84a515 README (2026-05-01). */
export const eigenlayerCore = {
  chainId: 1,
  delegation: '0x39053D51B77DC0d36036Fc1fCc8Cb819df8Ef37A',
  allocation: '0x948a420b8CC1d6BFd0B6087C2E7c344a2CD0bc39',
  strategyManager: '0x858646372CC42E1A627fcE94aa7A7033e7CF075A',
  eigenPodManager: '0x91E677b07F7AF907ec9a428aafA9fc14a0d3A338',
  beaconStrategy: '0xbeaC0eeEeeeeEEeEeEEEEeeEEeEeeeEeeEEBEaC0',
  eigenStrategy: '0xaCB55C530Acdb2849e6d4f36992Cd8c9D50ED8F7',
  /** Where slashed stake goes when a set does not redistribute. Source: script/configs/mainnet.json. */
  burnAddress: '0x00000000000000000000000000000000000E16E4',
} as const satisfies Record<string, Address | number>;

/**
 * Constants of Ethereum mainnet, used there alone and only where a contract does not answer.
 * Sources: eigenlayer-contracts docs/core/AllocationManager.md, DelegationManager.md, script/configs/mainnet.json.
 */
export const mainnetDelays = {
  withdrawalDelayBlocks: 100_800,
  deallocationDelayBlocks: 100_800,
  allocationConfigurationDelayBlocks: 126_000,
  source: 'bundled: eigenlayer-contracts script/configs/mainnet.json',
  asOf: '2026-05-01',
} as const;

/** Read with every stake: the delays that hold on this chain, and what EigenLayer has paused. */
export const coreReads = {
  withdrawalDelay: {
    kind: 'view',
    to: eigenlayerCore.delegation,
    sig: 'minWithdrawalDelayBlocks()',
    selector: '0xc448feb8',
    grade: 'L',
    seen: { value: '100800', asOf: '2026-05-01' },
  },
  deallocationDelay: {
    kind: 'view',
    to: eigenlayerCore.allocation,
    sig: 'DEALLOCATION_DELAY()',
    selector: '0x2981eb77',
    grade: 'S',
  },
  configurationDelay: {
    kind: 'view',
    to: eigenlayerCore.allocation,
    sig: 'ALLOCATION_CONFIGURATION_DELAY()',
    selector: '0x7bc1ef61',
    grade: 'S',
  },
  delegationPaused: {
    kind: 'view',
    to: eigenlayerCore.delegation,
    sig: 'paused()',
    selector: '0x5c975abb',
    grade: 'L',
    seen: { value: '0', asOf: '2026-05-01' },
  },
} as const satisfies Record<string, StakeRead>;
