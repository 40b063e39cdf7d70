import type { Address } from '../../../lib/core/index.ts';
import { made } from '../eigenlayer-state.ts';
import { type ContractState, view } from '../stand-in.ts';
import { ADDRESS, BOOL, proxy, UINT } from '../worlds/parts.ts';
import { WSTETH } from './deploy.ts';

const ETH = 10n ** 18n;
/** Owner of the tokens' proxy admins, as the deploy scripts name it: a key or a Safe, no timelock. */
const PROXY_ADMIN: Address = '0x81698f87C6482bF1ce9bFcfC0F103C4A0Adf0Af0';

/** A Mellow token over a real vault. Made: stand-ins by its ABI (mellow-finance/simple-lrt@a185256). */
export function mellowToken(options: {
  readonly token: Address;
  readonly vault: Address | null;
  /** What the vault holds for the token, and what the token holds beside it, in wstETH. */
  readonly held: bigint;
  readonly idle: bigint;
  readonly paused?: boolean;
}): ContractState[] {
  const { token, vault, held, idle, paused = false } = options;
  const collateral = made(`default collateral of ${token}`);
  const queue = made(`withdrawal queue of ${token}`);
  const owner = made(`owner of the proxy admin of ${token}`);
  return [
    proxy({
      role: 'Mellow token',
      address: token,
      admin: PROXY_ADMIN,
      answers: [
        view(`function totalAssets() ${UINT}`, held + idle),
        view(`function asset() ${ADDRESS}`, WSTETH),
        view(`function symbioticCollateral() ${ADDRESS}`, collateral),
        view(`function convertToAssets(uint256) ${UINT}`, ETH),
        view(`function totalSupply() ${UINT}`, held + idle),
        view(`function withdrawalQueue() ${ADDRESS}`, queue),
        view(`function depositPause() ${BOOL}`, paused),
        view(`function withdrawalPause() ${BOOL}`, false),
        ...(vault === null ? [] : [view(`function symbioticVault() ${ADDRESS}`, vault)]),
      ],
    }),
    {
      role: 'default collateral',
      address: collateral,
      answers: [view(`function balanceOf(address) ${UINT}`, idle)],
    },
    { role: 'withdrawal queue', address: queue, answers: [view(`function pendingAssets() ${UINT}`, 0n)] },
    { role: 'proxy admin', address: PROXY_ADMIN, answers: [view(`function owner() ${ADDRESS}`, owner)] },
    { role: 'timelock', address: owner, answers: [view(`function getMinDelay() ${UINT}`, 86_400n)] },
  ];
}

/** One adapter of a made vault of the second kind; `factory` null: no factory knows it. */
export type MadeAdapter = {
  readonly factory: Address | null;
  readonly total: bigint;
  readonly slashable?: bigint;
  readonly network?: Address;
  readonly operator?: Address;
};

/** A vault of Symbiotic's second kind. Its contracts are not published: made stand-ins by the ABI (protocols-b). */
export function secondVault(options: {
  readonly vault: Address;
  readonly free: bigint;
  readonly adapters: readonly MadeAdapter[];
  readonly factories: readonly Address[];
}): ContractState[] {
  const { vault, free, adapters, factories } = options;
  const delegator = made(`delegator of ${vault}`);
  const addressOf = (index: number) => made(`adapter ${index} of ${vault}`);
  const total = adapters.reduce((sum, adapter) => sum + adapter.total, free);
  return [
    {
      role: 'vault of the second kind',
      address: vault,
      answers: [
        view('function version() view returns (uint64)', 3n),
        view(`function asset() ${ADDRESS}`, WSTETH),
        view(`function totalAssets() ${UINT}`, total),
        view(`function freeAssets() ${UINT}`, free),
        view(`function maxDeposit(address) ${UINT}`, 1_000n * ETH),
        view(`function delegator() ${ADDRESS}`, delegator),
        view(`function owner() ${ADDRESS}`, '0x0000000000000000000000000000000000000000'),
        view(`function FACTORY() ${ADDRESS}`, delegator),
      ],
    },
    {
      role: 'delegator',
      address: delegator,
      answers: [
        view(`function getAdaptersLength() ${UINT}`, BigInt(adapters.length)),
        ...adapters.map((_, index) =>
          view(`function adapters(uint256) ${ADDRESS}`, addressOf(index), [BigInt(index)]),
        ),
      ],
    },
    ...adapters.map(({ total: holds, slashable, network, operator }, index): ContractState => ({
      role: 'adapter',
      address: addressOf(index),
      answers: [
        view(`function totalAssets() ${UINT}`, holds),
        ...(slashable === undefined ? [] : [view(`function slashable() ${UINT}`, slashable)]),
        ...(network === undefined
          ? []
          : [
              view(
                `function subnetwork() view returns (bytes32)`,
                `0x${network.slice(2).toLowerCase()}${'0'.repeat(24)}`,
              ),
            ]),
        ...(operator === undefined ? [] : [view(`function operator() ${ADDRESS}`, operator)]),
      ],
    })),
    ...factories.map((factory): ContractState => ({
      role: 'adapter factory',
      address: factory,
      answers: [
        view(`function isEntity(address) ${BOOL}`, false),
        ...adapters.flatMap((adapter, index) =>
          adapter.factory === factory
            ? [view(`function isEntity(address) ${BOOL}`, true, [addressOf(index)])]
            : [],
        ),
      ],
    })),
  ];
}
