import { describe, expect, it } from 'vitest';

import { isAllowedNodeUrl } from '../../lib/exposure/index.ts';
import { createNode } from '../../lib/platform/node-transport.ts';

const call = { method: 'eth_chainId', params: [] };
const never = new AbortController().signal;

/** A `fetch` that answers with this text. */
function answering(body: string, status = 200): typeof globalThis.fetch {
  return () => Promise.resolve(new Response(body, { status }));
}

const silent: typeof globalThis.fetch = (_, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
  });

const down = () => Promise.reject(new TypeError('refused'));

function node(fetch: typeof globalThis.fetch, options: { maxBytes?: number; timeoutMs?: number } = {}) {
  return createNode('https://node.example', { fetch, ...options });
}

describe('a node’s address', () => {
  it.each([
    'https://a.example/key',
    'http://localhost:8545',
    'http://127.0.0.1:1',
    'http://[::1]:8545',
    'http://127.9.9.9',
  ])('%s may be asked', (url) => expect(isAllowedNodeUrl(url)).toBe(true));
  it.each([
    'http://a.example',
    'ws://localhost',
    'https://user:word@a.example',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'file:///etc/passwd',
    'javascript:alert(1)',
    '',
    'node',
  ])('%s may not', (url) => {
    expect(isAllowedNodeUrl(url)).toBe(false);
    expect(() => createNode(url)).toThrow('must use https');
  });
});

describe('an answer', () => {
  it('comes in the order of the calls, whatever the order of the replies', async () => {
    const body = JSON.stringify([
      { id: 1, result: 'b' },
      { id: 0, error: { code: 3, message: 'reverted', data: '0x' } },
    ]);
    expect(await node(answering(body)).batch([call, call], never)).toEqual([
      { ok: false, code: 3, message: 'reverted', data: '0x' },
      { ok: true, result: 'b' },
    ]);
  });

  it('that leaves a call out is no answer to that call', async () => {
    const replies = await node(answering('[{"id":0,"result":1}]')).batch([call, call], never);
    expect(replies[1]).toMatchObject({ ok: false });
  });

  it.each([
    ['text that is no JSON', 'rpc/bad-response', answering('<html>')],
    ['an object for two calls', 'rpc/bad-response', answering('{"id":0,"result":1}')],
    [
      'an error for two calls',
      'rpc/no-batch',
      answering('{"id":null,"error":{"code":-32600,"message":"no"}}'),
    ],
    ['HTTP 429', 'rpc/rate-limited', answering('', 429)],
    ['HTTP 403', 'rpc/http', answering('', 403)],
    ['HTTP 413 to a batch', 'rpc/no-batch', answering('', 413)],
  ] as const)('of %s is a clear error', async (_, code, fetch) => {
    await expect(node(fetch).batch([call, call], never)).rejects.toMatchObject({ code });
  });

  it('longer than the bound is not read to its end', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1;
        controller.enqueue(new Uint8Array(1_000));
      },
    });
    const fetch = () => Promise.resolve(new Response(endless));
    await expect(node(fetch, { maxBytes: 10_000 }).batch([call], never)).rejects.toMatchObject({
      code: 'rpc/oversized',
    });
    expect(pulled).toBeLessThan(20);
  });

  it('that never comes ends as a timeout, a refused connection as unreachable', async () => {
    await expect(node(silent, { timeoutMs: 20 }).batch([call], never)).rejects.toMatchObject({
      code: 'rpc/timeout',
    });
    await expect(node(down).batch([call], never)).rejects.toMatchObject({ code: 'rpc/unreachable' });
  });
});

it('sends no cookies and no referrer, and follows no redirect', async () => {
  let sent: RequestInit | undefined;
  const fetch: typeof globalThis.fetch = (_, init) => {
    sent = init;
    return Promise.resolve(new Response('{"id":0,"result":"0x1"}'));
  };
  await node(fetch).batch([call], never);
  expect(sent).toMatchObject({ redirect: 'error', credentials: 'omit', referrerPolicy: 'no-referrer' });
  expect(sent?.body).toBe('{"jsonrpc":"2.0","id":0,"method":"eth_chainId","params":[]}');
});
