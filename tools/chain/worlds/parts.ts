import type { Address } from '../../../lib/core/index.ts';
import { made, type StakerState } from '../eigenlayer-state.ts';
import { type Answer, type ContractState, SLOTS, view, word } from '../stand-in.ts';
import type { ExpectedExit } from '../world-types.ts';

/** One ETH in wei. */
export const ETH = 10n ** 18n;
/** Endings of view signatures. */
export const UINT = 'view returns (uint256)';
export const BOOL = 'view returns (bool)';
export const ADDRESS = 'view returns (address)';

/** A proxy with its EIP-1967 slots; without an admin it is of the kind that upgrades itself. */
export function proxy(options: {
  readonly role: string;
  readonly address: Address;
  readonly answers: readonly Answer[];
  readonly admin?: Address;
  /** Left out: a made one. */
  readonly implementation?: Address;
  readonly balance?: bigint;
}): ContractState {
  const { role, address, answers, admin, balance } = options;
  const implementation = options.implementation ?? made(`implementation of ${role}`);
  return {
    role,
    address,
    answers,
    ...(balance === undefined ? {} : { balance }),
    slots: {
      [SLOTS.implementation]: word(implementation),
      ...(admin === undefined ? {} : { [SLOTS.admin]: word(admin) }),
    },
  };
}

/** The pods of stakers, as far as readers look into them. */
export function pods(stakers: readonly StakerState[]): ContractState[] {
  return stakers.flatMap(({ address, pod }) =>
    pod === undefined
      ? []
      : [
          {
            role: 'EigenPod',
            address: pod.address,
            answers: [
              view('function lastCheckpointTimestamp() view returns (uint64)', pod.lastCheckpoint),
              view('function withdrawableRestakedExecutionLayerGwei() view returns (uint64)', 0n),
              view(`function podOwner() ${ADDRESS}`, address),
            ],
          },
        ],
  );
}

/** Functions that take a deposit: they succeed and answer 1 where something is returned. */
export function deposits(...signatures: readonly string[]): Answer[] {
  return signatures.map((signature) => view(`function ${signature} payable returns (uint256)`, 1n));
}

/** The exit of a token with a queue of its own before EigenLayer's. */
export function queueExit(bufferWei: bigint, seconds: bigint): ExpectedExit {
  return {
    bufferWei,
    queueMinSecs: seconds,
    queueMaxSecs: seconds,
    escrowBlocks: 100_800n,
    includesUnwind: false,
    nativeUnwind: true,
  };
}
