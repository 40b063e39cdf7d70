import { encodeFunctionData, parseAbi } from 'viem';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type FaultyNode, startFaultyNode } from '../../tools/chain/faulty-node.ts';
import { type Chain, startChain } from '../../tools/chain/world.ts';

const MULTICALL3 = '0xcA11bde05977b3631167028862bE2a173976CA11';
const CHAIN_ID = { jsonrpc: '2.0', id: 1, method: 'eth_chainId', params: [] };

describe('a faulty node', () => {
  let chain: Chain;
  let node: FaultyNode;

  beforeAll(async () => {
    chain = await startChain({ timestamp: 1_795_000_000 });
    node = await startFaultyNode(chain.url);
  });
  afterAll(async () => {
    await node.stop();
    await chain.stop();
  });
  beforeEach(() => {
    node.set({});
    node.resetStats();
  });

  const post = (body: unknown, init: RequestInit = {}) =>
    fetch(node.url, { method: 'POST', body: JSON.stringify(body), ...init });
  const answer = async (body: unknown): Promise<unknown> => (await post(body)).json();

  it('without faults hands on everything and counts round trips and calls', async () => {
    expect(await answer(CHAIN_ID)).toEqual({ jsonrpc: '2.0', id: 1, result: '0x1' });
    expect(await answer([CHAIN_ID, call('getBlockNumber')])).toMatchObject([
      { id: 1, result: '0x1' },
      { id: 2, result: `0x${chain.world.block.toString(16).padStart(64, '0')}` },
    ]);
    expect(node.stats()).toEqual({ roundTrips: 2, calls: 3, methods: { eth_chainId: 2, eth_call: 1 } });
  });

  it('can be down, silent, refusing and talking nonsense', async () => {
    node.set({ down: true });
    await expect(post(CHAIN_ID)).rejects.toThrow();
    node.set({ silent: true });
    await expect(post(CHAIN_ID, { signal: AbortSignal.timeout(100) })).rejects.toThrow();
    node.set({ status: 429 });
    expect((await post(CHAIN_ID)).status).toBe(429);
    node.set({ junk: true });
    await expect(answer(CHAIN_ID)).rejects.toThrow(SyntaxError);
    node.set({ maxBytes: 10 });
    await expect(answer(CHAIN_ID)).rejects.toThrow(SyntaxError);
    node.set({ noBatch: true });
    expect(await answer([CHAIN_ID])).toMatchObject({ error: { code: -32_600 } });
    expect(await answer(CHAIN_ID)).toMatchObject({ result: '0x1' });
  });

  it('can be on another chain, an hour behind, or late', async () => {
    node.set({ chainId: 5 });
    expect(await answer(CHAIN_ID)).toMatchObject({ result: '0x5' });
    node.set({ blocksBehind: 300 });
    const then = 1_795_000_000n - 3_600n;
    const older = chain.world.block - 300n;
    const header = { jsonrpc: '2.0', id: 3, method: 'eth_getBlockByNumber', params: ['latest', false] };
    expect(await answer([call('getBlockNumber'), call('getCurrentBlockTimestamp'), header])).toMatchObject([
      { result: `0x${older.toString(16).padStart(64, '0')}` },
      { result: `0x${then.toString(16).padStart(64, '0')}` },
      { result: { number: `0x${older.toString(16)}`, timestamp: `0x${then.toString(16)}` } },
    ]);
    node.set({ delayMs: 200 });
    await expect(post(CHAIN_ID, { signal: AbortSignal.timeout(100) })).rejects.toThrow();
    expect(await answer(CHAIN_ID)).toMatchObject({ result: '0x1' });
  });

  it('can refuse overrides and gas, and lie about one answer', async () => {
    node.set({ noOverride: true });
    const overridden = call('getBlockNumber');
    expect(await answer({ ...overridden, params: [...overridden.params, {}] })).toMatchObject({
      error: { code: -32_602 },
    });
    expect(await answer(overridden)).toHaveProperty('result');
    node.set({ maxGas: 16_700_000n });
    expect(await answer(call('getBlockNumber', { gas: '0x1312d00' }))).toMatchObject({
      error: { code: -32_000 },
    });
    expect(await answer(call('getBlockNumber'))).toHaveProperty('result');
    node.set({ alter: (method, _params, result) => (method === 'eth_call' ? '0xbad' : result) });
    expect(await answer([CHAIN_ID, call('getBlockNumber')])).toMatchObject([
      { result: '0x1' },
      { result: '0xbad' },
    ]);
  });
});

/** An eth_call to one of Multicall3's views of the block. */
function call(
  name: 'getBlockNumber' | 'getCurrentBlockTimestamp' | 'getCurrentBlockGasLimit',
  extra: object = {},
) {
  const data = encodeFunctionData({ abi: parseAbi([`function ${name}()`]) });
  return {
    jsonrpc: '2.0',
    id: 2,
    method: 'eth_call',
    params: [{ to: MULTICALL3, data, ...extra }, 'latest'],
  };
}
