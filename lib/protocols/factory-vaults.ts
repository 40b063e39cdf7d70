import type { Address } from '../core/index.ts';
import type { DepositEntry, StakeId } from './define-protocol.ts';
import { depositOnBehalf, erc4626Deposit, erc4626Mint } from './shapes.ts';
import { symbioticCore } from './stakes/symbiotic-core.ts';

/** Vaults that no list names, since anybody may have one made: only the factory says which are genuine. */
export type FactoryVaults = {
  readonly protocol: string;
  readonly chainId: number;
  readonly factory: Address;
  /** What `version()` of a genuine one answers. */
  readonly versions: readonly bigint[];
  /** Protocols on whose sites a call to an address nobody knows may be to such a vault. */
  readonly sites: readonly string[];
  readonly stake: StakeId;
  readonly entries: readonly Omit<DepositEntry, 'to' | 'stake' | 'notModelled'>[];
};

const entry = {
  chainId: symbioticCore.chainId,
  contractName: 'Symbiotic vault',
  assetFrom: 'none',
  gives: null,
  evidence: { address: 'official-repo', signature: 'official-repo' },
  source: 'symbioticfi/core (25a065a, 2026-08-07)',
} as const;
const common = {
  chainId: symbioticCore.chainId,
  factory: symbioticCore.vaultFactory,
  sites: ['symbiotic-v1', 'symbiotic-v2', 'mellow'],
} as const;

/** Symbiotic's one factory makes vaults of both kinds; each takes deposits by functions of its own. */
export const factoryVaults: readonly FactoryVaults[] = [
  {
    ...common,
    protocol: 'symbiotic-v1',
    versions: [1n, 2n],
    stake: 'symbiotic-v1',
    entries: [{ ...entry, ...depositOnBehalf }],
  },
  {
    ...common,
    protocol: 'symbiotic-v2',
    versions: [3n],
    stake: 'symbiotic-v2',
    entries: [
      { ...entry, ...erc4626Deposit },
      { ...entry, ...erc4626Mint },
    ],
  },
];
