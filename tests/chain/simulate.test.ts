import { encodeFunctionData, parseAbi } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Address, Hex } from '../../lib/core/index.ts';
import { depositsOfTrial } from '../../lib/detect/index.ts';
import { simulate } from '../../lib/exposure/index.ts';
import { createNode } from '../../lib/platform/node-transport.ts';
import type { Call } from '../../lib/request/index.ts';
import { assessDocument } from '../../tools/assess/document.ts';
import { standInContracts } from '../../tools/chain/compiled.ts';
import { type Chain, startChain } from '../../tools/chain/world.ts';

const ME = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266';
const EZETH = '0xbf5495Efe5DB9ce00f80364C8B423567e58d2110';
const ROUTER = '0x00000000000000000000000000000000005a5a5a';

const abi = parseAbi(['function go() payable', 'function fail()', 'function nothing()']);

function calling(functionName: 'go' | 'fail' | 'nothing', value: bigint): Call {
  const data: Hex = encodeFunctionData({ abi, functionName });
  const to: Address = ROUTER;
  return { chainId: 1, caller: ME, to, value, data, via: [], actors: [{ address: ME, as: 'asker' }] };
}

describe('a deposit that no calldata shows, tried on a node', () => {
  let chain: Chain;
  beforeAll(async () => {
    chain = await startChain();
    const { HiddenRouter, GivingToken } = standInContracts();
    await chain.test.setCode({ address: ROUTER, bytecode: HiddenRouter?.runtime ?? '0x' });
    await chain.test.setCode({ address: EZETH, bytecode: GivingToken?.runtime ?? '0x' });
  });
  afterAll(() => chain.stop());

  async function tried(call: Call) {
    const { to, value, data } = call;
    return simulate([{ from: ME, to, value, data }], 1, createNode(chain.url), AbortSignal.timeout(10_000));
  }

  it('finds the token that the person would have afterwards', async () => {
    const call = calling('go', 10n ** 18n);
    const trial = await tried(call);
    expect(trial.status).toBe('ran');
    const deposits =
      trial.status === 'ran' ? depositsOfTrial(trial.logs, { chainId: 1, calls: [call], people: [ME] }) : [];
    expect(deposits).toHaveLength(1);
    expect(deposits[0]).toMatchObject({
      protocol: 'renzo',
      asset: 'native',
      amount: 10n ** 18n,
      token: EZETH,
    });
  });

  it('tells it through the command line, where that is asked for', async () => {
    const { to, data } = calling('go', 0n);
    const asked = {
      request: { method: 'eth_sendTransaction', params: [{ from: ME, to, value: '0x5', data }] },
      origin: 'https://stake.example',
      chainId: 1,
      account: ME,
      rpc: { '1': [chain.url] },
    };
    const { document: quiet } = await assessDocument(asked);
    expect(quiet).toMatchObject({ deposits: [], notes: [] });
    const { document } = await assessDocument({ ...asked, simulate: true });
    expect(document).toMatchObject({
      deposits: [{ protocol: 'renzo', kind: 'acquires', amount: '5', receiver: ME }],
      notes: [{ id: 'found-by-trial' }],
    });
  });

  it('finds nothing where nothing happens, and says nothing of what fails', async () => {
    const calm = calling('nothing', 0n);
    expect(await tried(calm)).toEqual({ status: 'ran', logs: [] });
    expect(await tried(calling('fail', 0n))).toEqual({ status: 'unknown', why: 'reverted' });
  });
});
