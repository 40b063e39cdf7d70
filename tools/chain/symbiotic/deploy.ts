import { concat, encodeAbiParameters, parseAbiParameters } from 'viem';

import { type Address, GuardError, type Hex } from '../../../lib/core/index.ts';
import { standInContracts } from '../compiled.ts';
import { made } from '../eigenlayer-state.ts';
import { ask } from '../node-rpc.ts';
import { symbioticContracts } from './compiled.ts';
import { act, call, encode } from './send.ts';

/** Symbiotic on Ethereum. Source: protocols-b `symbiotic-v1` (SymbioticCoreConstants.sol). */
export const SYMBIOTIC = {
  vaultFactory: '0xAEb6bdd95c502390db8f52c8909F703E9Af6a346',
  delegatorFactory: '0x985Ed57AF9D475f1d83c1c1c8826A0E5A34E8C7B',
  slasherFactory: '0x685c2eD7D59814d2a597409058Ee7a92F21e48Fd',
  networkRegistry: '0xC773b1011461e7314CF05f97d95aa8e92C1Fd8aA',
  operatorRegistry: '0xAd817a6Bc954F678451A71363f04150FDD81Af9F',
  middlewareService: '0xD7dC9B366c027743D90761F71858BCa83C6899Ad',
  operatorVaultOptIn: '0xb361894bC06cbBA7Ea8098BF0e32EB1906A5F891',
  operatorNetworkOptIn: '0x7133415b33B438843D581013f98A08704316633c',
  configurator: '0x29300b1d3150B4E2b12fE80BE72f365E200441EC',
} as const satisfies Record<string, Address>;

export const WSTETH: Address = '0x7f39C581F595B53c5cb19bD0b3f8dA6c935E2Ca0';
/** Made: stETH for one wstETH. */
export const WSTETH_RATE = 1_250_000_000_000_000_000n;
/** Owner of the factories. */
const OWNER = made('owner of the Symbiotic factories');

/**
 * Runs a contract's own creation code at an address of one's choice, so that its storage and immutables are what its
 * constructor makes of them there.
 */
async function constructAt(url: string, name: string, to: Address, args: Hex): Promise<void> {
  const creation = symbioticContracts()[name]?.creation;
  if (creation === undefined)
    throw new GuardError('chain/no-contract', `No contract ${name}.`, 'See compiled.ts.');
  await ask(url, [['anvil_setCode', [to, concat([creation, args])]]]);
  const runtime = await call(url, { from: OWNER, to, data: '0x' });
  await act(url, [{ from: OWNER, to, data: '0x' }]);
  if (runtime === null)
    throw new GuardError('chain/no-contract', `${name} did not construct.`, 'See its arguments.');
  await ask(url, [['anvil_setCode', [to, runtime]]]);
}

function words(types: string, ...values: readonly unknown[]): Hex {
  return encodeAbiParameters(parseAbiParameters(types), values);
}

/** Puts Symbiotic's published contracts at their mainnet addresses, with all four delegators and both slashers, and wstETH. */
export async function deploySymbiotic(url: string): Promise<void> {
  const at = SYMBIOTIC;
  for (const [name, to] of [
    ['VaultFactory', at.vaultFactory],
    ['DelegatorFactory', at.delegatorFactory],
    ['SlasherFactory', at.slasherFactory],
  ] as const)
    await constructAt(url, name, to, words('address', OWNER));
  await constructAt(url, 'NetworkRegistry', at.networkRegistry, '0x');
  await constructAt(url, 'OperatorRegistry', at.operatorRegistry, '0x');
  await constructAt(
    url,
    'NetworkMiddlewareService',
    at.middlewareService,
    words('address', at.networkRegistry),
  );
  const optIn = (where: Address, name: string) =>
    words('address, address, string', at.operatorRegistry, where, name);
  await constructAt(
    url,
    'OptInService',
    at.operatorVaultOptIn,
    optIn(at.vaultFactory, 'OperatorVaultOptInService'),
  );
  await constructAt(
    url,
    'OptInService',
    at.operatorNetworkOptIn,
    optIn(at.networkRegistry, 'OperatorNetworkOptInService'),
  );
  await constructAt(
    url,
    'VaultConfigurator',
    at.configurator,
    words('address, address, address', at.vaultFactory, at.delegatorFactory, at.slasherFactory),
  );
  await deployKinds(url);
  await ask(url, [['anvil_setCode', [WSTETH, standInContracts()['VaultToken']?.runtime ?? '0x']]]);
  await act(url, [{ from: OWNER, to: WSTETH, data: encode('function setRate(uint256)', WSTETH_RATE) }]);
}

/** The code that vaults, delegators and slashers are made from, in the order of their versions and types. */
async function deployKinds(url: string): Promise<void> {
  const at = SYMBIOTIC;
  const vault = words('address, address, address', at.delegatorFactory, at.slasherFactory, at.vaultFactory);
  const common = [
    at.networkRegistry,
    at.vaultFactory,
    at.operatorVaultOptIn,
    at.operatorNetworkOptIn,
    at.delegatorFactory,
  ];
  const delegator = (type: bigint) =>
    words('address, address, address, address, address, uint64', ...common, type);
  const specific = (type: bigint) =>
    words(
      'address, address, address, address, address, address, uint64',
      at.operatorRegistry,
      ...common,
      type,
    );
  const kinds: readonly (readonly [string, Address, Hex])[] = [
    ['Vault', at.vaultFactory, vault],
    ['VaultTokenized', at.vaultFactory, vault],
    ['NetworkRestakeDelegator', at.delegatorFactory, delegator(0n)],
    ['FullRestakeDelegator', at.delegatorFactory, delegator(1n)],
    ['OperatorSpecificDelegator', at.delegatorFactory, specific(2n)],
    ['OperatorNetworkSpecificDelegator', at.delegatorFactory, specific(3n)],
    [
      'Slasher',
      at.slasherFactory,
      words(
        'address, address, address, uint64',
        at.vaultFactory,
        at.middlewareService,
        at.slasherFactory,
        0n,
      ),
    ],
    [
      'VetoSlasher',
      at.slasherFactory,
      words(
        'address, address, address, address, uint64',
        at.vaultFactory,
        at.middlewareService,
        at.networkRegistry,
        at.slasherFactory,
        1n,
      ),
    ],
  ];
  for (const [name, factory, args] of kinds) {
    const code = made(`code of ${name}`);
    await constructAt(url, name, code, args);
    await act(url, [{ from: OWNER, to: factory, data: encode('function whitelist(address)', code) }]);
  }
}
