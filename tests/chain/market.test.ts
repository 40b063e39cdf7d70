import { concat, encodeFunctionData, pad, parseAbi, toHex } from 'viem';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { Hex } from '../../lib/core/index.ts';
import type { Exposure, NodePort } from '../../lib/exposure/index.ts';
import { createNode } from '../../lib/platform/node-transport.ts';
import { UNISWAP_V3_QUOTER, WETH } from '../../lib/protocols/index.ts';
import { ask } from '../../tools/chain/node-rpc.ts';
import { behave, view } from '../../tools/chain/stand-in.ts';
import { type Chain, startChain, type WorldName } from '../../tools/chain/world.ts';
import { depositOf, probed, read, withoutLens } from './exposure-support.ts';

const ETH = 10n ** 18n;
const EZETH = '0xbf5495Efe5DB9ce00f80364C8B423567e58d2110';
const CURVE = '0x85dE3ADd465a219EE25E04d22c39aB027cF5C12E';
const UNISWAP = '0xBE80225f09645f172B079394312220637C440A63';
const FEED = '0xF4a3e183F59D2599ee3DF213ff78b1B3b1923696';
const VAULT = '0xBA12222222228d8Ba445958a75a0704d566BF2C8';
const DRAINED = 500_000_000_000_000n;
const GET_DY = 'function get_dy(int128,int128,uint256) view returns (uint256)';
const QUOTER = parseAbi([
  'function quoteExactInputSingle((address,address,uint256,uint24,uint160)) returns (uint256,uint160,uint32,uint256)',
]);
/** Copies the calldata after the first word and puts it to the address in that word; gives back whether it went well. */
const PROBES = {
  staticCall: '0x6020360360205f375f5f602036035f5f355afa5f5260205ff3',
  call: '0x6020360360205f375f5f602036035f5f5f355af15f5260205ff3',
} as const;

let chain: Chain;
let calm: Exposure;
beforeAll(async () => {
  chain = await startChain({ world: 'renzo' });
  calm = await reading();
});
afterAll(() => chain.stop());

function reading(change: Parameters<typeof depositOf>[1] = {}, nodes = [createNode(chain.url)]) {
  return read(depositOf('renzo', change), nodes);
}

function quoteData(sold: bigint): Hex {
  return encodeFunctionData({ abi: QUOTER, args: [[EZETH, WETH, sold, 100, 0n]] });
}

/** Whether a question goes well when a contract puts it in one way or the other. */
async function goesWell(way: keyof typeof PROBES, data: Hex): Promise<boolean> {
  const at = '0x00000000000000000000000000000000000051aa';
  const call = { to: at, data: concat([pad(UNISWAP_V3_QUOTER, { size: 32 }), data]) };
  const [result] = await ask(chain.url, [['eth_call', [call, 'latest', { [at]: { code: PROBES[way] } }]]]);
  return BigInt(String(result)) === 1n;
}

/** What the made pools pay, as `Market.sol` works it out. */
function pays(sold: bigint, discount: bigint, depth: bigint): bigint {
  const rate = figure(calm, 'rate');
  const value = (sold * ((rate * (1_000n - discount)) / 1_000n)) / ETH;
  return (depth * ETH * value) / (depth * ETH + value);
}

function figure(exposure: Exposure, name: string): bigint {
  const found = exposure.figures[name];
  if (found?.status !== 'known') throw new Error(`${name}: ${found?.reason ?? 'not asked'}`);
  return found.value;
}

function withoutMarket({ figures, snapshots, redemptionPaused, upgradeDelaySecs }: Exposure) {
  const { marketRate: _, sellIn: __, sellOut: ___, ...rest } = figures;
  return { rest, snapshots, redemptionPaused, upgradeDelaySecs };
}

/** Makes the Uniswap pool as deep as said: slot 2 of `Market.sol`, and what it holds. */
async function deepen(depth: bigint): Promise<void> {
  await ask(chain.url, [
    ['anvil_setStorageAt', [UNISWAP, toHex(2, { size: 32 }), toHex(depth * ETH, { size: 32 })]],
  ]);
  await chain.answer(WETH, [
    view('function balanceOf(address) view returns (uint256)', depth * ETH, [UNISWAP]),
  ]);
}

/** Puts WETH into the drained pool of Balancer's vault: slot 2 of `Market.sol`, in wei. */
async function refill(wei: bigint): Promise<void> {
  await ask(chain.url, [['anvil_setStorageAt', [VAULT, toHex(2, { size: 32 }), toHex(wei, { size: 32 })]]]);
}

/** A node that does not put a quote: it is refused. */
function refusing(node: NodePort): NodePort {
  return {
    name: `${node.name} refusing`,
    batch: async (calls, signal) => {
      const replies = await node.batch(calls, signal);
      return replies.map((reply, i) =>
        asksQuoter(calls[i]?.params) ? { ok: false, code: -32_000, message: 'not allowed' } : reply,
      );
    },
  };
}

/** A node that tells a fiftieth less of every quote. */
function lowering(node: NodePort): NodePort {
  return {
    name: `${node.name} lowering`,
    batch: async (calls, signal) => {
      const replies = await node.batch(calls, signal);
      return replies.map((reply, i) => {
        if (!asksQuoter(calls[i]?.params) || !reply.ok || typeof reply.result !== 'string') return reply;
        const paid = BigInt(reply.result.slice(0, 66));
        return { ...reply, result: toHex(paid - paid / 50n, { size: 32 }) + reply.result.slice(66) };
      });
    },
  };
}

function asksQuoter(params: readonly unknown[] = []): boolean {
  return JSON.stringify(params[0] ?? null)
    .toLowerCase()
    .includes(`"to":"${UNISWAP_V3_QUOTER.toLowerCase()}"`);
}

describe('the stand-in of the quoter', () => {
  it('answers a call and no static call', async () => {
    expect(await goesWell('call', quoteData(ETH))).toBe(true);
    expect(await goesWell('staticCall', quoteData(ETH))).toBe(false);
  });

  it('takes back what it tried', async () => {
    const [before, answer, after] = await ask(chain.url, [
      ['eth_getStorageAt', [UNISWAP, '0x6', 'latest']],
      ['eth_call', [{ to: UNISWAP_V3_QUOTER, data: quoteData(ETH) }, 'latest']],
      ['eth_getStorageAt', [UNISWAP, '0x6', 'latest']],
    ]);
    expect(BigInt(String(answer).slice(0, 66))).toBe(pays(ETH, 1n, 45n));
    expect(after).toBe(before);
  });
});

describe('the market of a token', () => {
  afterEach(async () => {
    await deepen(45n);
    await refill(DRAINED);
    await chain.forget(CURVE, '0x5e0d443f');
  });

  it('is what its pools pay, read in the one trip of everything else', async () => {
    const probes = await probed([createNode(chain.url)]);
    const exposure = await read(depositOf('renzo'), [createNode(chain.url)], { probes });
    expect(exposure.evidence.roundTrips).toBe(1);
    expect(figure(exposure, 'marketRate')).toBe(pays(ETH / 10n, 2n, 9_000n) * 10n);
    const sold = figure(exposure, 'sellIn');
    expect(sold * figure(exposure, 'rate')).toBeGreaterThan(10n * ETH * ETH);
    expect(figure(exposure, 'sellOut')).toBeLessThanOrEqual(pays(sold, 2n, 9_000n));
    expect(figure(exposure, 'sellOut')).toBeGreaterThan(pays(sold, 5n, 9_000n));
  });

  it('is that of a quoter, where that pays more', async () => {
    await deepen(500_000n);
    const exposure = await reading({ amount: 300n * ETH });
    expect(exposure.figures['sellOut']).toMatchObject({ source: expect.stringContaining('Uniswap V3') });
    const sold = figure(exposure, 'sellIn');
    expect(figure(exposure, 'sellOut')).toBeLessThanOrEqual(pays(sold, 1n, 500_000n));
    expect(figure(exposure, 'sellOut')).toBeGreaterThan(pays(sold, 2n, 500_000n));
  });

  it('is not that of a drained pool of Balancer, and is once it holds something again', async () => {
    await chain.answer(CURVE, [behave(GET_DY, { kind: 'revert' })]);
    const drained = await reading({ amount: 100n * ETH });
    expect(drained.figures['sellOut']).toMatchObject({ source: expect.stringContaining('Uniswap V3') });
    await refill(200_000n * ETH);
    const exposure = await reading({ amount: 100n * ETH });
    expect(exposure.figures['sellOut']).toMatchObject({ source: expect.stringContaining('Balancer V2') });
    const sold = figure(exposure, 'sellIn');
    expect(figure(exposure, 'sellOut')).toBeLessThanOrEqual(pays(sold, 1n, 200_000n));
    expect(figure(exposure, 'sellOut')).toBeGreaterThan(pays(sold, 2n, 200_000n));
    const byRounds = await reading({ amount: 100n * ETH }, [withoutLens(chain.url)]);
    expect(byRounds.figures['sellOut']).toEqual(exposure.figures['sellOut']);
  });

  it('is the same through rounds of calls, where a node does not run the lens', async () => {
    await deepen(500_000n);
    const [lens, rounds] = [await reading(), await reading({}, [withoutLens(chain.url)])];
    for (const name of ['marketRate', 'sellIn', 'sellOut'])
      expect([name, rounds.figures[name]]).toEqual([name, lens.figures[name]]);
  });

  it('loses only what a refused quote says, and costs no trip more', async () => {
    await deepen(500_000n);
    const honest = await reading({ amount: 300n * ETH });
    const exposure = await reading({ amount: 300n * ETH }, [refusing(createNode(chain.url))]);
    expect(exposure.figures['sellOut']).toMatchObject({ source: expect.stringContaining('Curve') });
    expect(figure(exposure, 'sellOut')).toBeLessThan(figure(honest, 'sellOut'));
    expect(exposure.evidence.roundTrips).toBe(honest.evidence.roundTrips);
    expect(withoutMarket(exposure)).toEqual(withoutMarket(honest));
  });

  it('is filled by the second node where the first refuses', async () => {
    await deepen(500_000n);
    const node = createNode(chain.url);
    const exposure = await reading({}, [refusing(node), node]);
    expect(exposure.figures['sellOut']).toMatchObject({ source: expect.stringContaining('Uniswap V3') });
    expect(exposure.remarks.join()).toContain('5 answers came from one node only');
  });

  it('is not known where two nodes tell it differently, and nothing else is in doubt', async () => {
    await deepen(500_000n);
    const node = createNode(chain.url);
    const exposure = await reading({ amount: 300n * ETH }, [node, lowering(node)]);
    expect(exposure.figures['sellOut']).toMatchObject({ status: 'unknown', reason: 'nodes-disagree' });
    expect(exposure.evidence.nodes.map(({ state }) => state)).toEqual(['disagrees', 'disagrees']);
    expect(exposure.figures['totalWei']).toEqual(calm.figures['totalWei']);
    expect(exposure.snapshots[1]).toEqual(exposure.snapshots[0]);
  });

  it.each([
    ['never comes back', { kind: 'loop' }],
    ['floods', { kind: 'flood', size: 1_000_000 }],
    ['answers half a word', { kind: 'return', data: '0x01ff' }],
    ['says that more brings less', { kind: 'return', data: toHex(ETH / 20n, { size: 32 }) }],
  ] as const)('leaves out a pool that %s, and nothing else is lost', async (_, behaviour) => {
    const honest = await reading({ amount: ETH });
    await chain.answer(CURVE, [behave(GET_DY, behaviour)]);
    const exposure = await reading({ amount: ETH });
    expect(exposure.figures['sellOut']).toMatchObject({ source: expect.stringContaining('Uniswap V3') });
    expect(withoutMarket(exposure)).toEqual(withoutMarket(honest));
    expect(exposure.evidence.roundTrips).toBe(honest.evidence.roundTrips);
  });

  it('takes the published price where that is lower, and only while it is fresh', async () => {
    const round = 'function latestRoundData() view returns (uint80,int256,uint256,uint256,uint80)';
    const { timestamp } = await chain.test.getBlock();
    await chain.answer(FEED, [view(round, [1n, 98_000_000n, timestamp, timestamp, 1n])]);
    expect(figure(await reading(), 'marketRate')).toBe((ETH * 98n) / 100n);
    await chain.answer(FEED, [view(round, [1n, 98_000_000n, 1n, timestamp - 50_000n, 1n])]);
    expect(figure(await reading(), 'marketRate')).toBe(figure(calm, 'marketRate'));
  });
});

it('every world with a known pool has a price and a cost of selling, the others none', async () => {
  const known: string[] = [];
  for (const world of ['kelp', 'puffer', 'etherfi', 'eigenlayer-direct'] satisfies WorldName[]) {
    const other = await startChain({ world });
    try {
      const { figures } = await read(depositOf(world), [createNode(other.url)]);
      for (const name of ['marketRate', 'sellOut'])
        if (figures[name]?.status === 'known') known.push(`${world} ${name}`);
    } finally {
      await other.stop();
    }
  }
  expect(known).toEqual([
    'kelp marketRate',
    'puffer marketRate',
    'puffer sellOut',
    'etherfi marketRate',
    'etherfi sellOut',
  ]);
});
