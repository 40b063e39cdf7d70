import { describe, expect, it } from 'vitest';

import { type Bridge, watchWallets, type WalletMessages } from '../../lib/provider/index.ts';

type Judged = { readonly method: string; readonly params: string; readonly via: string };

function start(): {
  wallets: WalletMessages;
  judged: Judged[];
  posted: unknown[];
  end: (how: 'forward' | 'deny') => void;
  post: (data: unknown, source?: unknown) => boolean;
  pass: (ms: number) => void;
} {
  const judged: Judged[] = [];
  const posted: unknown[] = [];
  const dones: ((how: 'forward' | 'deny', held: boolean) => void)[] = [];
  let now = 0;
  const page: Window = Reflect.get(
    Object({ page: { postMessage: (data: unknown) => posted.push(data) } }),
    'page',
  );
  const bridge: Bridge = {
    judge: (asked, done) => {
      judged.push({ method: asked.method, params: asked.params, via: asked.via });
      dones.push(done);
      return true;
    },
    decide: () => false,
    waits: () => false,
    leave: () => undefined,
  };
  const wallets = watchWallets({
    page,
    bridge,
    matters: (method) => method === 'eth_sendTransaction',
    concerns: (_, params) => params.includes('restake'),
    now: () => now,
  });
  return {
    wallets,
    judged,
    posted,
    end: (how) => dones.shift()?.(how, true),
    post: (data, source = page) => {
      let stopped = false;
      const event = Object.assign(new Event('message'), { data, source });
      event.stopImmediatePropagation = () => {
        stopped = true;
      };
      const message: MessageEvent = Reflect.get(Object({ event }), 'event');
      wallets.hear(message);
      return stopped;
    },
    pass: (ms) => {
      now += ms;
    },
  };
}

function metamask(params: unknown, method = 'eth_sendTransaction'): object {
  const data = { jsonrpc: '2.0', id: 7, method, params };
  return { target: 'metamask-contentscript', data: { name: 'metamask-provider', data } };
}

describe('the second lock', () => {
  it('stops a message that goes round the wrapper, and hands it on after "Continue" alone', () => {
    const { post, judged, posted, end } = start();
    const message = metamask(['restake']);
    expect(post(message)).toBe(true);
    expect(judged).toEqual([{ method: 'eth_sendTransaction', params: '["restake"]', via: 'page-message' }]);
    expect(posted).toEqual([]);
    end('forward');
    expect(posted).toEqual([message]);
    expect(post(message)).toBe(false); // the one handed on
    expect(post(message)).toBe(true); // the same once more
  });

  it('answers the page as the wallet would when it is refused', () => {
    const { post, posted, end } = start();
    post(metamask(['restake']));
    end('deny');
    expect(posted).toEqual([
      {
        target: 'metamask-inpage',
        data: {
          name: 'metamask-provider',
          data: { jsonrpc: '2.0', id: 7, error: { code: 4001, message: 'User rejected the request.' } },
        },
      },
    ]);
  });

  it('lets one message pass for one consent at the wrapper, for a short while', () => {
    const { wallets, post, pass } = start();
    wallets.pass('eth_sendTransaction', '["restake"]');
    expect(post(metamask(['restake']))).toBe(false);
    expect(post(metamask(['restake']))).toBe(true);
    wallets.pass('eth_sendTransaction', '["restake"]');
    pass(10_001);
    expect(post(metamask(['restake']))).toBe(true);
  });

  it('sees requests inside lists, CAIP-27 envelopes and Coinbase messages', () => {
    const { post, judged } = start();
    const list = {
      target: 'metamask-contentscript',
      data: {
        name: 'metamask-provider',
        data: [
          { id: 1, method: 'eth_chainId' },
          { id: 2, method: 'eth_sendTransaction', params: ['restake'] },
        ],
      },
    };
    expect(post(list)).toBe(true);
    const inner = { scope: 'eip155:1', request: { method: 'eth_sendTransaction', params: ['restake'] } };
    expect(post(metamask(inner, 'wallet_invokeMethod'))).toBe(true);
    const coinbase = {
      type: 'extensionUIRequest',
      data: { request: { method: 'signEthereumTransaction', params: { a: 'restake' } } },
    };
    expect(post(coinbase)).toBe(true);
    expect(judged).toHaveLength(3);
  });

  it.each([
    ['another method', metamask(['restake'], 'eth_call'), undefined],
    ['nothing of restaking', metamask(['swap']), undefined],
    ['another window', metamask(['restake']), {}],
    ['no wallet message', { restake: true }, undefined],
    ['a text', 'restake', undefined],
    ['nothing', null, undefined],
  ])('leaves alone: %s', (_, message, source) => {
    const { post, judged } = start();
    expect(source === undefined ? post(message) : post(message, source)).toBe(false);
    expect(judged).toEqual([]);
  });
});
