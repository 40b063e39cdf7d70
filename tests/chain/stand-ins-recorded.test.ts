import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Address, Hex } from '../../lib/core/index.ts';
import { EIGENLAYER } from '../../tools/chain/eigenlayer-state.ts';
import { ask } from '../../tools/chain/node-rpc.ts';
import { type ContractState, scale, view } from '../../tools/chain/stand-in.ts';
import { type Chain, startChain } from '../../tools/chain/world.ts';
import { worlds } from '../../tools/chain/worlds/index.ts';
import type { VectorState } from './vector-file.ts';
import { hex, madeNames, type Names, stateOf } from './vector-state.ts';

type Recorded = {
  readonly contract: string;
  readonly function: string;
  readonly data: Hex;
  readonly result: Hex;
};
type RecordedFile = {
  readonly block: number;
  readonly calls: readonly Recorded[];
  readonly decodedState: VectorState;
};

const recorded: RecordedFile = JSON.parse(readFileSync('tests/fixtures/eigenlayer-raw-calls.json', 'utf8'));
const { block, calls, decodedState } = recorded;
const CONTRACTS: Readonly<Record<string, Address>> = {
  AllocationManager: EIGENLAYER.allocationManager,
  DelegationManager: EIGENLAYER.delegationManager,
  EigenPodManager: EIGENLAYER.eigenPodManager,
};

const STRATEGY = hex(decodedState.strategies[0]?.addr ?? '');

describe('the EigenLayer stand-ins against recorded calls', () => {
  let chain: Chain;

  beforeAll(async () => {
    const names = recordedNames();
    const bare = worlds.bare({
      variant: 'within',
      block: BigInt(block),
      timestamp: 1_795_000_000n,
      account: names.staker('sk0'),
    });
    chain = await startChain({ world: { ...bare, eigenlayer: stateOf(decodedState, names, 0) } });
    await chain.place([strategy()]);
  });
  afterAll(() => chain.stop());

  it('answer every recorded call of the managers and strategies byte for byte', async () => {
    const answers = await ask(
      chain.url,
      calls.map(({ contract, data }) => [
        'eth_call',
        [{ to: CONTRACTS[contract] ?? STRATEGY, data }, 'latest'],
      ]),
    );
    const wrong = calls
      .filter((call, index) => answers[index] !== call.result)
      .map((call) => `${call.function} ${call.data}`);
    expect(wrong).toEqual([]);
    expect(calls.length).toBe(172);
  });
});

/** The addresses of the recording, taken from the calls: they come in the order of the decoded state. */
function recordedNames(): Names {
  const operators = named('getAllocationDelay').map((call) => argument(call.data, 0));
  const stakers = named('delegatedTo').map((call) => argument(call.data, 0));
  const services = named('getStrategiesInOperatorSet').map((call) => argument(call.data, 0));
  const operatorIds = decodedState.operators.map((entry) => entry.id);
  const stakerIds = decodedState.stakers.map((entry) => entry.id);
  const setIds = decodedState.operatorSets.map((entry) => entry.id);
  const serviceIds = decodedState.operatorSets.map((entry) => entry.avs);
  return {
    ...madeNames(decodedState),
    operator: (id) => placed(operators, operatorIds, id),
    staker: (id) => placed(stakers, stakerIds, id),
    avs: (id) => placed(services, serviceIds, id),
    slasher: (id) =>
      placed(
        named('getSlasher').map((call) => argument(call.result, -1)),
        setIds,
        id,
      ),
    recipient: (id) =>
      placed(
        named('getRedistributionRecipient').map((call) => argument(call.result, -1)),
        setIds,
        id,
      ),
  };
}

function named(name: string): readonly Recorded[] {
  return calls.filter((call) => call.function === name);
}

/** The address at the place where the id stands. */
function placed(list: readonly Address[], ids: readonly string[], id: string): Address {
  return hex(list[ids.indexOf(id)] ?? '');
}

/** The address in an argument of calldata; -1: in the first word of an answer. */
function argument(data: Hex, index: number): Address {
  const start = index < 0 ? 2 : 10 + 64 * index;
  return `0x${data.slice(start + 24, start + 64)}`;
}

/** One strategy was recorded: what it answers comes from the decoded state, through the stand-in's own views. */
function strategy(): ContractState {
  const entry = decodedState.strategies[0];
  return {
    role: 'strategy',
    address: STRATEGY,
    answers: [
      view('function totalShares() view returns (uint256)', BigInt(entry?.totalShares ?? '0')),
      scale(
        'function sharesToUnderlyingView(uint256) view returns (uint256)',
        0,
        BigInt(entry?.sharesToUnderlyingOf1e18 ?? '0'),
        10n ** 18n,
      ),
    ],
  };
}
