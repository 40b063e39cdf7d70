import { decodeAbiParameters, encodeAbiParameters, parseAbiParameters } from 'viem';

import { type Address, GuardError, type Hex } from '../../../lib/core/index.ts';
import { made } from '../eigenlayer-state.ts';
import { SYMBIOTIC, WSTETH } from './deploy.ts';
import { act, call, encode } from './send.ts';

/** A vault as it is made: by Symbiotic's own configurator, from its own code. */
export type VaultSpec = {
  /** 0 network restake, 1 full restake, 2 one operator, 3 one operator and one network. */
  readonly delegator: 0 | 1 | 2 | 3;
  readonly slasher: 'none' | 'instant' | 'veto';
  readonly epochSecs: number;
  readonly vetoSecs?: number;
  /** Types 2 and 3. */
  readonly operator?: Address;
  /** Type 3. */
  readonly network?: Address;
  /** 1 plain, 2 with a token of its own. */
  readonly version?: 1 | 2;
  readonly owner?: Address;
  readonly depositLimit?: bigint;
  readonly whitelist?: boolean;
};

export type Vault = {
  readonly vault: Address;
  readonly delegator: Address;
  readonly slasher: Address;
  readonly spec: VaultSpec;
};

export const CURATOR = made('curator of the vaults');
export const BURNER = made('burner of the vaults');
const NOBODY: Address = '0x0000000000000000000000000000000000000000';

const CREATE =
  'function create((uint64 version, address owner, bytes vaultParams, uint64 delegatorIndex, bytes delegatorParams, bool withSlasher, uint64 slasherIndex, bytes slasherParams)) returns (address, address, address)';

function words(types: string, ...values: readonly unknown[]): Hex {
  return encodeAbiParameters(parseAbiParameters(types), values);
}

function vaultParams(spec: VaultSpec): Hex {
  const limited = spec.depositLimit !== undefined;
  const own = [
    WSTETH,
    BURNER,
    spec.epochSecs,
    spec.whitelist ?? false,
    limited,
    spec.depositLimit ?? 0n,
    CURATOR,
    CURATOR,
    CURATOR,
    CURATOR,
    CURATOR,
  ];
  const type = '(address, address, uint48, bool, bool, uint256, address, address, address, address, address)';
  return spec.version === 2
    ? words(`(${type} base, string name, string symbol)`, [own, 'Made vault', 'MADE'])
    : words(type, own);
}

function delegatorParams({ delegator, operator = NOBODY, network = NOBODY }: VaultSpec): Hex {
  const base = [CURATOR, NOBODY, CURATOR];
  const type = '((address, address, address)';
  if (delegator === 2) return words(`${type}, address[], address)`, [base, [CURATOR], operator]);
  if (delegator === 3) return words(`${type}, address, address)`, [base, network, operator]);
  return words(`${type}, address[], address[])`, [base, [CURATOR], [CURATOR]]);
}

function slasherParams({ slasher, vetoSecs = 0 }: VaultSpec): Hex {
  return slasher === 'veto'
    ? words('((bool), uint48, uint256)', [[false], vetoSecs, 3n])
    : words('((bool))', [[false]]);
}

/** Makes a vault. */
export async function createVault(url: string, spec: VaultSpec): Promise<Vault> {
  const data = encode(CREATE, {
    version: BigInt(spec.version ?? 1),
    owner: spec.owner ?? NOBODY,
    vaultParams: vaultParams(spec),
    delegatorIndex: BigInt(spec.delegator),
    delegatorParams: delegatorParams(spec),
    withSlasher: spec.slasher !== 'none',
    slasherIndex: spec.slasher === 'veto' ? 1n : 0n,
    slasherParams: slasherParams(spec),
  });
  const creating = { from: CURATOR, to: SYMBIOTIC.configurator, data };
  const result = await call(url, creating);
  if (result === null)
    throw new GuardError('chain/failed', 'The vault cannot be made.', 'See its parameters.');
  const [vault, delegator, slasher] = decodeAbiParameters(
    parseAbiParameters('address, address, address'),
    result,
  );
  await act(url, [creating]);
  return { vault, delegator, slasher, spec };
}

/** A network's part number 0 as the contracts write it. */
export function subnetwork(network: Address): Hex {
  return `0x${network.slice(2).toLowerCase()}${'0'.repeat(24)}`;
}

/** Registers networks, each with who may slash for it. */
export async function registerNetworks(
  url: string,
  networks: readonly (readonly [Address, Address])[],
): Promise<void> {
  for (const [network, middleware] of networks)
    await act(url, [
      { from: network, to: SYMBIOTIC.networkRegistry, data: encode('function registerNetwork()') },
      {
        from: network,
        to: SYMBIOTIC.middlewareService,
        data: encode('function setMiddleware(address)', middleware),
      },
    ]);
}

/** Registers operators and opts each in to the networks. */
export async function registerOperators(
  url: string,
  operators: readonly Address[],
  networks: readonly Address[],
): Promise<void> {
  for (const operator of operators)
    await act(url, [
      { from: operator, to: SYMBIOTIC.operatorRegistry, data: encode('function registerOperator()') },
      ...networks.map((network) => ({
        from: operator,
        to: SYMBIOTIC.operatorNetworkOptIn,
        data: encode('function optIn(address)', network),
      })),
    ]);
}

/** Opts operators in to a vault. */
export async function optIn(url: string, { vault }: Vault, operators: readonly Address[]): Promise<void> {
  const data = encode('function optIn(address)', vault);
  await act(
    url,
    operators.map((from) => ({ from, to: SYMBIOTIC.operatorVaultOptIn, data })),
  );
}

/** Lets a network take up to a limit: the network's own maximum, and the curator's limit below it. */
export async function setLimit(
  url: string,
  { delegator, spec }: Vault,
  network: Address,
  limit: bigint,
  most: bigint = limit,
): Promise<void> {
  const own = {
    from: network,
    to: delegator,
    data: encode('function setMaxNetworkLimit(uint96, uint256)', 0n, most),
  };
  const given = {
    from: CURATOR,
    to: delegator,
    data: encode('function setNetworkLimit(bytes32, uint256)', subnetwork(network), limit),
  };
  await act(url, spec.delegator === 3 ? [own] : [own, given]);
}

/** Gives an operator shares (type 0) or a limit (type 1) of a network's stake. */
export async function setOperator(
  url: string,
  { delegator, spec }: Vault,
  network: Address,
  operator: Address,
  amount: bigint,
): Promise<void> {
  const name = spec.delegator === 0 ? 'setOperatorNetworkShares' : 'setOperatorNetworkLimit';
  const data = encode(`function ${name}(bytes32, address, uint256)`, subnetwork(network), operator, amount);
  await act(url, [{ from: CURATOR, to: delegator, data }]);
}

/** Puts wstETH into a vault for somebody. */
export async function deposit(url: string, { vault }: Vault, who: Address, amount: bigint): Promise<void> {
  await act(url, [
    { from: who, to: WSTETH, data: encode('function mint(address, uint256)', who, amount) },
    { from: who, to: WSTETH, data: encode('function approve(address, uint256)', vault, amount) },
    { from: who, to: vault, data: encode('function deposit(address, uint256)', who, amount) },
  ]);
}

/** Asks to take some of it out again. */
export async function withdraw(url: string, { vault }: Vault, who: Address, amount: bigint): Promise<void> {
  await act(url, [
    { from: who, to: vault, data: encode('function withdraw(address, uint256)', who, amount) },
  ]);
}
