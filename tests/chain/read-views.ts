import { type Abi, decodeFunctionResult, encodeFunctionData, parseAbi } from 'viem';

import type { Address, Hex } from '../../lib/core/index.ts';
import { EIGENLAYER } from '../../tools/chain/eigenlayer-state.ts';
import { ask } from '../../tools/chain/node-rpc.ts';

/** Views of EigenLayer by contract, as `facts/eigenlayer.json` lists them. */
const ALLOCATIONS: Abi = parseAbi([
  'struct Set { address avs; uint32 id; }',
  'struct Allocation { uint64 currentMagnitude; int128 pendingDiff; uint32 effectBlock; }',
  'function getAllocatableMagnitude(address operator, address strategy) view returns (uint64)',
  'function getAllocatedSets(address operator) view returns (Set[])',
  'function getAllocatedStake(Set operatorSet, address[] operators, address[] strategies) view returns (uint256[][])',
  'function getAllocation(address operator, Set operatorSet, address strategy) view returns (Allocation)',
  'function getAllocationDelay(address operator) view returns (bool isSet, uint32 delay)',
  'function getEncumberedMagnitude(address operator, address strategy) view returns (uint64)',
  'function getMaxMagnitude(address operator, address strategy) view returns (uint64)',
  'function getMembers(Set operatorSet) view returns (address[])',
  'function getMinimumSlashableStake(Set operatorSet, address[] operators, address[] strategies, uint32 futureBlock) view returns (uint256[][])',
  'function getPendingSlasher(Set operatorSet) view returns (address, uint32)',
  'function getRegisteredSets(address operator) view returns (Set[])',
  'function getSlashCount(Set operatorSet) view returns (uint256)',
  'function getStrategiesInOperatorSet(Set operatorSet) view returns (address[])',
  'function getStrategyAllocations(address operator, address strategy) view returns (Set[], Allocation[])',
  'function isMemberOfOperatorSet(address operator, Set operatorSet) view returns (bool)',
  'function isOperatorRedistributable(address operator) view returns (bool)',
  'function isOperatorSlashable(address operator, Set operatorSet) view returns (bool)',
  'function isRedistributingOperatorSet(Set operatorSet) view returns (bool)',
]);
const DELEGATION: Abi = parseAbi([
  'struct Withdrawal { address staker; address delegatedTo; address withdrawer; uint256 nonce; uint32 startBlock; address[] strategies; uint256[] scaledShares; }',
  'function delegatedTo(address staker) view returns (address)',
  'function depositScalingFactor(address staker, address strategy) view returns (uint256)',
  'function getOperatorShares(address operator, address[] strategies) view returns (uint256[])',
  'function getQueuedWithdrawals(address staker) view returns (Withdrawal[] withdrawals, uint256[][] shares)',
  'function getSlashableSharesInQueue(address operator, address strategy) view returns (uint256)',
  'function getWithdrawableShares(address staker, address[] strategies) view returns (uint256[] withdrawable, uint256[] deposited)',
]);
const PODS: Abi = parseAbi(['function beaconChainSlashingFactor(address owner) view returns (uint64)']);
const KNOWN: readonly (readonly [Address, Abi])[] = [
  [EIGENLAYER.allocationManager, ALLOCATIONS],
  [EIGENLAYER.delegationManager, DELEGATION],
  [EIGENLAYER.eigenPodManager, PODS],
];

/** One view and what it must answer. */
export type Expectation = {
  readonly what: string;
  readonly name: string;
  readonly args: readonly unknown[];
  readonly expected: unknown;
};

/** Asks all views at once. Returns one line for each answer that is not the expected one. */
export async function mismatches(url: string, expectations: readonly Expectation[]): Promise<string[]> {
  const calls = expectations.map(({ name, args }) => {
    const [to, abi] = contractOf(name);
    return { to, abi, data: encodeFunctionData({ abi, functionName: name, args }) };
  });
  const results = await ask(
    url,
    calls.map(({ to, data }) => ['eth_call', [{ to, data }, 'latest']]),
  );
  return expectations.flatMap(({ what, name, expected }, index) => {
    const abi = calls[index]?.abi ?? [];
    const data: Hex = `0x${String(results[index]).slice(2)}`;
    const found = plain(decodeFunctionResult({ abi, functionName: name, data }));
    const wanted = plain(expected);
    return found === wanted ? [] : [`${what} ${name}: expected ${wanted}, found ${found}`];
  });
}

function contractOf(name: string): readonly [Address, Abi] {
  const found = KNOWN.find(([, abi]) => abi.some((item) => item.type === 'function' && item.name === name));
  if (found === undefined) throw new Error(`no view ${name}`);
  return found;
}

/** One text for one value: numbers of any kind as decimals, addresses in lower case, structs by their values. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === 'bigint' || typeof part === 'number') return String(part);
    if (typeof part === 'string') return part.toLowerCase();
    return typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.values(part) : part;
  });
}
