import { describe, expect, it } from 'vitest';

import { GuardError } from '../../lib/core/index.ts';
import { type NodePort, type RpcCall, type RpcReply, simulate } from '../../lib/exposure/index.ts';

const ME = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266';
const TOKEN = '0xbf5495Efe5DB9ce00f80364C8B423567e58d2110';
const call = { from: ME, to: TOKEN, value: 5n, data: '0x1234' } as const;
const log = { address: TOKEN, topics: [`0x${'1'.repeat(64)}`], data: `0x${'2'.repeat(64)}`, more: 1 };
const ran = [{ number: '0x1', calls: [{ status: '0x1', logs: [log], returnData: '0x' }] }];

/** A made node that answers to the trial with `reply`, or fails as a whole. */
function nodeOf(reply: RpcReply | GuardError, asked: RpcCall[] = []): NodePort {
  return {
    name: 'made',
    batch: (calls) => {
      asked.push(...calls);
      if (reply instanceof GuardError) return Promise.reject(reply);
      return Promise.resolve([{ ok: true, result: '0x1' }, reply, { ok: true, result: '0x6000' }]);
    },
  };
}

function tried(result: unknown, chainId = 1) {
  return simulate([call], chainId, nodeOf({ ok: true, result }), new AbortController().signal);
}

describe('trying a transaction on a node', () => {
  it('asks the newest block for every call with its sender and value, and gives the logs', async () => {
    const asked: RpcCall[] = [];
    const node = nodeOf({ ok: true, result: ran }, asked);
    const trial = await simulate([call], 1, node, new AbortController().signal);
    expect(trial).toEqual({
      status: 'ran',
      logs: [{ address: TOKEN, topics: log.topics, data: log.data, call: 0 }],
    });
    expect(asked[1]).toEqual({
      method: 'eth_simulateV1',
      params: [
        {
          blockStateCalls: [{ calls: [{ from: ME, to: TOKEN, value: '0x5', input: '0x1234' }] }],
          traceTransfers: false,
          validation: false,
        },
        'latest',
      ],
    });
  });

  it('says nothing of a call that fails when tried', async () => {
    const failed = [{ calls: [{ status: '0x0', logs: [] }] }];
    expect(await tried(failed)).toEqual({ status: 'unknown', why: 'reverted' });
  });

  it('says nothing on the word of a node of another chain', async () => {
    expect(await tried(ran, 8453)).toEqual({ status: 'unknown', why: 'wrong-chain' });
  });

  it.each([
    ['no list of blocks', {}],
    ['no block', []],
    ['two blocks', [...ran, ...ran]],
    ['fewer results than calls', [{ calls: [] }]],
    ['more results than calls', [{ calls: [...(ran[0]?.calls ?? []), ...(ran[0]?.calls ?? [])] }]],
    ['no status', [{ calls: [{ logs: [] }] }]],
    ['no logs', [{ calls: [{ status: '0x1' }] }]],
    ['a log without an address', [{ calls: [{ status: '0x1', logs: [{ ...log, address: '0x1' }] }] }]],
    ['a short topic', [{ calls: [{ status: '0x1', logs: [{ ...log, topics: ['0x12'] }] }] }]],
    [
      'five topics',
      [
        {
          calls: [
            { status: '0x1', logs: [{ ...log, topics: Array.from({ length: 5 }, () => log.topics[0]) }] },
          ],
        },
      ],
    ],
    ['odd data', [{ calls: [{ status: '0x1', logs: [{ ...log, data: '0x123' }] }] }]],
    ['a flood of logs', [{ calls: [{ status: '0x1', logs: Array.from({ length: 20_001 }, () => log) }] }]],
  ])('takes an answer with %s for none', async (_, result) => {
    expect(await tried(result)).toEqual({ status: 'unknown', why: 'malformed' });
  });

  it('tells a node that has no such method from one that does not answer', async () => {
    const refused: RpcReply = { ok: false, code: -32601, message: 'the method does not exist' };
    const signal = new AbortController().signal;
    expect(await simulate([call], 1, nodeOf(refused), signal)).toEqual({
      status: 'unknown',
      why: 'not-offered',
    });
    const silent = new GuardError('rpc/timeout', 'No answer.', '');
    expect(await simulate([call], 1, nodeOf(silent), signal)).toEqual({
      status: 'unknown',
      why: 'rpc-failed',
    });
  });
});
