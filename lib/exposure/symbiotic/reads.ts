import type { Address, Hex } from '../../core/index.ts';
import {
  collateralRates,
  type StakeRead,
  type StakeRecord,
  symbioticAdapters,
  symbioticCore,
} from '../../protocols/index.ts';

import { MULTICALL3 } from '../lens-call.ts';

type Target = Address | { readonly answerOf: string };
type Reads = Readonly<Record<string, StakeRead>>;

const NOBODY: Address = '0x0000000000000000000000000000000000000000';

function view(
  to: Target,
  sig: string,
  selector: Hex,
  more: Partial<Extract<StakeRead, { kind: 'view' }>> = {},
) {
  return { kind: 'view', to, sig, selector, grade: 'S', ...more } as const;
}

/** The vault of a pooled record; null for a stake of another kind. */
export function vaultOf(record: StakeRecord, contract: Address | undefined): Target | null {
  if (record.vault === undefined) return null;
  return record.vault === 'deposit' ? (contract ?? NOBODY) : record.vault;
}

/**
 * What is read of a vault in the first trip, whatever stands in its record: names start with `pool`. Views:
 * symbioticfi/core@25a065a3dd71 src/interfaces. Nothing is asked for a record that has no vault.
 *
 * @param contract - the contract that takes the deposit
 */
export function poolReads(record: StakeRecord, contract: Address | undefined): Reads {
  const vault = vaultOf(record, contract);
  if (vault === null) return {};
  return {
    poolIsEntity: view(symbioticCore.vaultFactory, 'isEntity(address)', '0x14887c58', { args: [vault] }),
    poolVersion: view(vault, 'version()', '0x54fd4d50'),
    poolDelegator: view(vault, 'delegator()', '0xce9b7930'),
    poolNow: view(MULTICALL3, 'getCurrentBlockTimestamp()', '0x0f28c97d'),
    ...ratesOf(),
    ...ownerReads(vault),
    ...(record.kind === 'symbiotic-v2' ? secondKind(vault) : firstKind(vault, record.holder)),
  };
}

/** Rates of the tokens that vaults mostly hold; those of others are asked once the token is known. */
function ratesOf(): Reads {
  const [wsteth] = collateralRates;
  return wsteth?.toEth.kind === 'view'
    ? {
        poolWst: view(wsteth.toEth.to, wsteth.toEth.sig, wsteth.toEth.selector, {
          grade: wsteth.toEth.grade,
        }),
      }
    : {};
}

/**
 * Who may move the vault to other code: its owner, who may choose only code that the factory's owner allows. The
 * factory stands where a proxy has its admin, so that the same reader reads both (`upgradePath`).
 */
function ownerReads(vault: Target): Reads {
  const owner = { answerOf: 'poolCodeOwner' } as const;
  return {
    poolCodeAdmin: view(vault, 'FACTORY()', '0x2dd31000'),
    poolCodeOwner: view(vault, 'owner()', '0x8da5cb5b'),
    poolCodeMinDelay: view(owner, 'getMinDelay()', '0xf27a0c92'),
    poolCodeDelay: view(owner, 'delay()', '0x6a42b8f8'),
    poolCodeCode: { kind: 'code', of: owner, grade: 'S' },
    poolCodeThreshold: view(owner, 'getThreshold()', '0xe75235b8'),
    poolCodeOwners: view(owner, 'getOwners()', '0xa0e67e2b', { size: 4096 }),
  };
}

function firstKind(vault: Target, holder: Address | undefined): Reads {
  const [delegator, slasher] = [{ answerOf: 'poolDelegator' }, { answerOf: 'poolSlasher' }] as const;
  return {
    poolCollateral: view(vault, 'collateral()', '0xd8dfeb45'),
    poolSlasher: view(vault, 'slasher()', '0xb1344271'),
    poolBurner: view(vault, 'burner()', '0x27810b6e'),
    poolEpochSecs: view(vault, 'epochDuration()', '0x4ff0876a'),
    poolEpoch: view(vault, 'currentEpoch()', '0x76671808'),
    poolActive: view(vault, 'activeStake()', '0xbd49c35f'),
    poolTotal: view(vault, 'totalStake()', '0x8b0e9f3f'),
    poolLeaving: view(vault, 'withdrawals(uint256)', '0x5cc07076', { args: [{ answerOf: 'poolEpoch' }] }),
    poolWhitelist: view(vault, 'depositWhitelist()', '0x48d3b775'),
    poolHasLimit: view(vault, 'isDepositLimit()', '0xa1b12202'),
    poolLimit: view(vault, 'depositLimit()', '0xecf70858'),
    poolDelegatorType: view(delegator, 'TYPE()', '0xbb24fe8a'),
    poolOperator: view(delegator, 'operator()', '0x570ca735'),
    poolSlasherType: view(slasher, 'TYPE()', '0xbb24fe8a'),
    poolVetoSecs: view(slasher, 'vetoDuration()', '0xe054e08b'),
    poolRequests: view(slasher, 'slashRequestsLength()', '0x8f42f9ab'),
    ...(holder === undefined
      ? {}
      : { poolHeld: view(vault, 'activeBalanceOf(address)', '0x59f769a9', { args: [holder] }) }),
  };
}

/** Most adapters a vault of the second kind may have. */
const ADAPTERS = 20;

/** Name of the read that asks a factory whether adapters are its own. */
export function factoryRead(name: string): string {
  return `poolIs${name}`;
}

function secondKind(vault: Target): Reads {
  const each = { for: { each: 'poolAdapters' }, max: ADAPTERS } as const;
  const adapter = (sig: string, selector: Hex): StakeRead => ({
    kind: 'view',
    to: { item: true },
    sig,
    selector,
    grade: 'S',
    ...each,
  });
  const factories = [...symbioticAdapters.slashing, ...symbioticAdapters.other].map(
    ({ name, factory }): [string, StakeRead] => [
      factoryRead(name),
      view(factory, 'isEntity(address)', '0x14887c58', { args: [{ item: true }], ...each }),
    ],
  );
  return {
    poolCollateral: view(vault, 'asset()', '0x38d52e0f'),
    poolTotal: view(vault, 'totalAssets()', '0x01e1d114', { gas: 3_000_000 }),
    poolFree: view(vault, 'freeAssets()', '0x11f240ac', { gas: 1_000_000 }),
    // Asked for an address that is nobody's, so that it does not say who asks.
    poolMaxDeposit: view(vault, 'maxDeposit(address)', '0x402d267d', { args: ['1'], gas: 1_000_000 }),
    poolAdapterCount: view({ answerOf: 'poolDelegator' }, 'getAdaptersLength()', '0x90700304'),
    poolAdapters: view({ answerOf: 'poolDelegator' }, 'adapters(uint256)', '0x4ef501ac', {
      args: [{ item: true }],
      for: { count: 'poolAdapterCount' },
      max: ADAPTERS,
    }),
    poolAdapterTotal: adapter('totalAssets()', '0x01e1d114'),
    poolSlashable: adapter('slashable()', '0xe351399a'),
    poolSubnetwork: adapter('subnetwork()', '0xceebb69a'),
    poolAdapterOperator: adapter('operator()', '0x570ca735'),
    ...Object.fromEntries(factories),
  };
}
