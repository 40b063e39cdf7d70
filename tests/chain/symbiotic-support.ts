import type { Address } from '../../lib/core/index.ts';
import type { Deposit } from '../../lib/detect/index.ts';
import { type Exposure, type NodePort, readExposure, type ReadOptions } from '../../lib/exposure/index.ts';
import { type AssessInput, assess, type Assessment } from '../../lib/risk/index.ts';
import { made } from '../../tools/chain/eigenlayer-state.ts';
import { deploySymbiotic, WSTETH } from '../../tools/chain/symbiotic/deploy.ts';
import * as vaults from '../../tools/chain/symbiotic/vault.ts';
import { type Chain, startChain } from '../../tools/chain/world.ts';

export const ETH = 10n ** 18n;
export const ALICE = made('a depositor who was there before');
export const BOB = made('a depositor who comes now');

/** Names of the published list (names.json), so that the bundled list finds them. */
export const NETWORKS = [
  '0x213F448e7a1C8DAEDe41cf94883Cc6149244d00F',
  '0x3300f198988e4C9C63F75dF86De36421f06af8c4',
  '0x3a7B173124DcFeCff1847FF7f8f56e72ABE02340',
] as const satisfies readonly Address[];
export const OPERATORS = [
  '0x00e7AD2A172633037C16f4470040ABa7CA6fDe92',
  '0x030d6216f27B4370D9e173ff6dd2e192166cbA19',
  '0x06468dFb2b960edAC59C5EFCbe344a843c01af0f',
] as const satisfies readonly Address[];
/** On no list. */
export const STRANGER: Address = made('a network on no list');

/** Who may slash for a network. */
export function middlewareOf(network: Address): Address {
  return made(`middleware of ${network}`);
}

/** A chain with Symbiotic's own contracts, three networks of the published list and one of none, three operators. */
export async function symbioticChain(): Promise<Chain> {
  const chain = await startChain({});
  await deploySymbiotic(chain.url);
  const networks = [...NETWORKS, STRANGER];
  await vaults.registerNetworks(
    chain.url,
    networks.map((network) => [network, middlewareOf(network)] as const),
  );
  await vaults.registerOperators(chain.url, OPERATORS, networks);
  return chain;
}

/** Lets time pass, in one block. */
export async function pass(chain: Chain, secs: number): Promise<void> {
  const { timestamp } = await chain.test.getBlock();
  await chain.test.setNextBlockTimestamp({ timestamp: timestamp + BigInt(secs) });
  await chain.test.mine({ blocks: 1 });
}

/** A deposit of wstETH by Bob, into a vault or into a token over one. */
export function intoVault(contract: Address, amount: bigint, stake = 'symbiotic-v1'): Deposit {
  return {
    protocol: 'symbiotic-v1',
    kind: 'deposit',
    chainId: 1,
    contract,
    contractName: 'made for this test',
    signature: 'deposit(address,uint256)',
    asset: WSTETH,
    assetSymbol: 'wstETH',
    amount,
    amountUnit: 'assets',
    shares: null,
    receiver: BOB,
    caller: BOB,
    gives: null,
    token: null,
    strategy: null,
    operator: null,
    withdrawal: null,
    data: '0x',
    via: [],
    stake,
  };
}

/** Reads as the extension does; the clock is the chain's own, which these tests run ahead of the machine's. */
export async function readVault(
  chain: Chain,
  deposit: Deposit,
  nodes: readonly NodePort[],
  options: Partial<ReadOptions> = {},
): Promise<Exposure> {
  const { timestamp } = await chain.test.getBlock();
  return readExposure(deposit, {
    nodes,
    now: () => Number(timestamp) * 1000,
    signal: new AbortController().signal,
    deadlineMs: 60_000,
    ...options,
  });
}

const SAME_SITE: AssessInput['identity'] = {
  contractKnown: true,
  domainKnown: true,
  sameProtocol: true,
  lookalike: false,
  recipientIsUser: true,
};

/** What is told of an exposure, on the vault's own site. */
export function told(exposure: Exposure): Assessment {
  return assess({ exposure, identity: SAME_SITE, notes: [] });
}

/** Both ends of a figure that is a range, else null. */
export function rangeOf(
  { figures }: Assessment,
  id: string,
): { lo: bigint | null; hi: bigint | null } | null {
  const value = figures.find((one) => one.id === id)?.value;
  return value?.kind === 'range' ? { lo: value.lo, hi: value.hi } : null;
}

/** A vault with 1,000 wstETH in it, of which two networks may take parts. */
export async function usualVault(chain: Chain, spec: Partial<vaults.VaultSpec> = {}): Promise<vaults.Vault> {
  const vault = await vaults.createVault(chain.url, {
    delegator: 1,
    slasher: 'veto',
    epochSecs: 604_800,
    vetoSecs: 86_400,
    operator: OPERATORS[0],
    network: NETWORKS[0],
    ...spec,
  });
  await vaults.optIn(chain.url, vault, OPERATORS);
  await vaults.deposit(chain.url, vault, ALICE, 1_000n * ETH);
  for (const [i, network] of (vault.spec.delegator === 3
    ? [NETWORKS[0]]
    : [NETWORKS[0], NETWORKS[1]]
  ).entries()) {
    await vaults.setLimit(chain.url, vault, network, BigInt(100 * (i + 1)) * ETH);
    if (vault.spec.delegator < 2)
      await vaults.setOperator(
        chain.url,
        vault,
        network,
        OPERATORS[0],
        vault.spec.delegator === 0 ? 1n : 300n * ETH,
      );
  }
  return vault;
}
