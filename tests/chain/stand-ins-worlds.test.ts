import { concat, encodeFunctionData, pad, parseAbi, toHex } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Address, Hex } from '../../lib/core/index.ts';
import { stakeById, type StakeRead } from '../../lib/protocols/index.ts';
import { analyse } from '../../lib/risk/index.ts';
import { EIGENLAYER } from '../../tools/chain/eigenlayer-state.ts';
import { expectedSnapshot } from '../../tools/chain/expected.ts';
import { ask } from '../../tools/chain/node-rpc.ts';
import { view } from '../../tools/chain/stand-in.ts';
import { type Chain, DEMO_ACCOUNT, startChain } from '../../tools/chain/world.ts';
import type { Variant, WorldName } from '../../tools/chain/world-types.ts';
import { worlds } from '../../tools/chain/worlds/index.ts';
import { STAKE_OF, WORLDS } from './exposure-support.ts';
import { type Expectation, mismatches } from './read-views.ts';
import {
  delaySlot,
  delayWord,
  operatorViews,
  registrationSlot,
  registrationWord,
  stakerViews,
} from './world-views.ts';

const ZERO = '0x0000000000000000000000000000000000000000';
const PER_CENT = 10n ** 16n;

describe.each(WORLDS)('the world %s', (name) => {
  let chain: Chain;

  beforeAll(async () => {
    chain = await startChain({ world: name, timestamp: 1_795_000_000, gasLimit: 16_777_216 });
  });
  afterAll(() => chain.stop());

  it('ends in the block and at the time it was made for', async () => {
    const block = await chain.test.getBlock();
    expect(block.number).toBe(chain.world.block);
    expect(block.timestamp).toBe(1_795_000_000n);
    expect(block.gasLimit).toBe(16_777_216n);
    expect(await chain.test.getChainId()).toBe(1);
  });

  it('has code everywhere, none of it larger than Ethereum allows', async () => {
    const codes = await ask(
      chain.url,
      chain.world.contracts.flatMap(({ address, logic }) =>
        [address, ...(logic === undefined ? [] : [logic])].map(
          (at) => ['eth_getCode', [at, 'latest']] as const,
        ),
      ),
    );
    const sizes = codes.map((code) => String(code).length / 2 - 1);
    expect(Math.min(...sizes)).toBeGreaterThan(0);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(24_576);
  });

  it('answers for stakers and operators what its state says', async () => {
    expect(await mismatches(chain.url, [...stakerViews(chain.world), ...operatorViews(chain.world)])).toEqual(
      [],
    );
  });

  it('holds delays and registrations where no view shows them', async () => {
    const { operators } = chain.world.eigenlayer;
    const wanted = operators.flatMap((operator) => [
      [delaySlot(operator.address), delayWord(operator)] as const,
      ...operator.registrations.map(
        (entry) => [registrationSlot(operator.address, entry), registrationWord(entry)] as const,
      ),
    ]);
    const words = await ask(
      chain.url,
      wanted.map(([slot]) => ['eth_getStorageAt', [EIGENLAYER.allocationManager, slot, 'latest']]),
    );
    expect(words).toEqual(wanted.map(([, word]) => word));
  });

  it('answers every view that its stake record names', async () => {
    const reads = Object.entries<StakeRead>(stakeById(STAKE_OF[name])?.reads ?? {});
    const asked = reads.flatMap(([read, entry]) => callOf(read, entry));
    const answers = await ask(
      chain.url,
      asked.map(({ to, data }) => ['eth_call', [{ to, data }, 'latest']]),
    );
    const silent = asked.filter((_, index) => String(answers[index]).length < 66).map((entry) => entry.read);
    expect(silent).toEqual([]);
    expect(asked.length).toBeGreaterThan(4);
  });
});

describe('a world', () => {
  it.each(['renzo', 'kelp', 'puffer', 'etherfi'] as const)(
    '%s has a total that its own token answers',
    async (name) => {
      const chain = await startChain({ world: name, variant: 'over' });
      try {
        expect(await totalOf(chain, name)).toBe(chain.world.expected.totalWei);
      } finally {
        await chain.stop();
      }
    },
  );

  it.each(WORLDS)(
    '%s hides the books of its large operators in the variant unknown, and nothing else',
    async (name) => {
      const chain = await startChain({ world: name, variant: 'unknown' });
      try {
        const { eigenlayer, expected } = chain.world;
        expect(expected.unreadable.length).toBeGreaterThan(0);
        for (const operator of eigenlayer.operators) {
          const [strategy = ZERO] = expected.strategies;
          const data = encodeFunctionData({
            abi: parseAbi(['function getStrategyAllocations(address,address)']),
            args: [operator.address, strategy],
          });
          const asked = ask(chain.url, [
            ['eth_call', [{ to: EIGENLAYER.allocationManager, data, gas: toHex(5_000_000) }, 'latest']],
          ]);
          if (expected.unreadable.includes(operator.address)) await expect(asked).rejects.toThrow();
          else expect(await asked).toHaveLength(1);
        }
      } finally {
        await chain.stop();
      }
    },
  );

  it.each(WORLDS)('%s keeps to the limits of Balanced as its variant says', (name) => {
    const calm = figures(name, 'within');
    expect(calm.now).toBeLessThanOrEqual(10n * PER_CENT);
    expect(calm.noNotice).toBeLessThanOrEqual((35n * PER_CENT) / 2n);
    expect(calm.singleAvs).toBeLessThanOrEqual((375n * PER_CENT) / 100n);
    expect(calm.singleOperator).toBeLessThanOrEqual((75n * PER_CENT) / 10n);
    const near = figures(name, 'near');
    expect(near.now > 16n * PER_CENT || near.singleOperator > 12n * PER_CENT || near.now > calm.now).toBe(
      true,
    );
    expect(near.now).toBeLessThanOrEqual(20n * PER_CENT);
    expect(near.noNotice).toBeLessThanOrEqual(35n * PER_CENT);
    expect(figures(name, 'over').nowLow).toBeGreaterThan(20n * PER_CENT);
    const unknown = figures(name, 'unknown');
    expect(unknown.nowLow).toBeLessThanOrEqual(20n * PER_CENT);
    expect(unknown.now).toBeGreaterThan(20n * PER_CENT);
  });

  it('may be changed after it started, and back', async () => {
    const chain = await startChain({ world: 'renzo' });
    try {
      const [operator = ZERO] = chain.world.eigenlayer.operators.map((entry) => entry.address);
      const lie = view(
        'function getAllocationDelay(address) view returns (bool, uint32)',
        [true, 7],
        [operator],
      );
      const expectation = (delay: number): Expectation => ({
        what: 'operator',
        name: 'getAllocationDelay',
        args: [operator],
        expected: [true, delay],
      });
      await chain.answer(EIGENLAYER.allocationManager, [lie]);
      expect(await mismatches(chain.url, [expectation(7)])).toEqual([]);
      await chain.forget(EIGENLAYER.allocationManager, lie.question);
      expect(await mismatches(chain.url, [expectation(126_000)])).toEqual([]);
    } finally {
      await chain.stop();
    }
  });
});

/** The calls of a stake record that name their contract and arguments themselves. */
function callOf(read: string, entry: StakeRead): { read: string; to: Address; data: Hex }[] {
  if (entry.kind !== 'view' || typeof entry.to !== 'string' || entry.for !== undefined) return [];
  const words = (entry.args ?? []).map((argument) => {
    if (typeof argument === 'object')
      return 'bytes4' in argument ? pad(argument.bytes4, { dir: 'right' }) : null;
    return argument.startsWith('0x') ? pad(`0x${argument.slice(2)}`) : toHex(BigInt(argument), { size: 32 });
  });
  const known = words.filter((word) => word !== null);
  return known.length < words.length
    ? []
    : [{ read, to: entry.to, data: concat([entry.selector, ...known]) }];
}

async function totalOf(chain: Chain, name: 'renzo' | 'kelp' | 'puffer' | 'etherfi'): Promise<bigint> {
  const at = chain.test;
  const abi = parseAbi([
    'function calculateTVLs() view returns (uint256[][], uint256[], uint256)',
    'function totalAssets() view returns (uint256)',
    'function getTotalPooledEther() view returns (uint256)',
    'function getSupportedAssetList() view returns (address[])',
    'function getTotalAssetDeposits(address) view returns (uint256)',
    'function getAssetPrice(address) view returns (uint256)',
  ]);
  if (name === 'renzo') {
    const address = '0x74a09653A083691711cF8215a6ab074BB4e99ef5';
    return (await at.readContract({ address, abi, functionName: 'calculateTVLs' }))[2];
  }
  if (name === 'puffer') {
    const address = '0xD9A442856C234a39a81a089C06451EBAa4306a72';
    return at.readContract({ address, abi, functionName: 'totalAssets' });
  }
  if (name === 'etherfi') {
    const address = '0x308861A430be4cce5502d0A12724771Fc6DaF216';
    return at.readContract({ address, abi, functionName: 'getTotalPooledEther' });
  }
  const config = '0x947Cb49334e6571ccBFEF1f1f1178d8469D65ec7';
  let sum = 0n;
  for (const asset of await at.readContract({
    address: config,
    abi,
    functionName: 'getSupportedAssetList',
  })) {
    const pool = '0x036676389e48133B63a802f8635AD39E752D375D';
    const oracle = '0x349A73444b1a310BAe67ef67973022020d70020d';
    const deposits = await at.readContract({
      address: pool,
      abi,
      functionName: 'getTotalAssetDeposits',
      args: [asset],
    });
    const price = await at.readContract({
      address: oracle,
      abi,
      functionName: 'getAssetPrice',
      args: [asset],
    });
    sum += (deposits * price) / 10n ** 18n;
  }
  return sum;
}

/** What the risk model makes of a world; ether.fi by the bound over its listed operators, as Balanced does. */
function figures(name: WorldName, variant: Variant) {
  const world = worlds[name]({
    variant,
    block: 26_000_330n,
    timestamp: 1_795_000_000n,
    account: DEMO_ACCOUNT,
  });
  const answer = analyse(expectedSnapshot(world, { depositWei: 10n ** 19n }));
  if (!('slashableNow' in answer) || !('noNotice' in answer)) throw new Error(JSON.stringify(answer));
  const judged = variant !== 'unknown' && answer.listed !== undefined ? answer.listed : answer;
  return {
    now: BigInt(judged.slashableNow.hiWad),
    nowLow: BigInt(judged.slashableNow.loWad),
    noNotice: BigInt(judged.noNotice.hiWad),
    singleAvs: BigInt(judged.worstAvs?.hiWad ?? '0'),
    singleOperator: BigInt(judged.worstOperatorNoNotice?.hiWad ?? '0'),
  };
}
