import { describe, expect, it, vi } from 'vitest';

import { type Bridge, watchWallets, type WalletMessages } from '../../lib/provider/index.ts';

type Judged = { readonly method: string; readonly params: string; readonly via: string };

type Post = { readonly source?: unknown; readonly made?: boolean };

function start(): {
  wallets: WalletMessages;
  judged: Judged[];
  posted: unknown[];
  dispatched: unknown[];
  /** How often, and how surely, a wallet was said to have been first. */
  arounds: () => readonly string[];
  end: (how: 'forward' | 'deny', held?: boolean) => void;
  /** One message as the browser would show it; true where it was stopped. */
  post: (data: unknown, how?: Post) => boolean;
  pass: (ms: number) => void;
} {
  const judged: Judged[] = [];
  const posted: unknown[] = [];
  const dispatched: unknown[] = [];
  const dones: ((how: 'forward' | 'deny', held: boolean) => void)[] = [];
  const helds: ((() => void) | undefined)[] = [];
  let now = 0;
  const arounds: string[] = [];
  const page: Window = Reflect.get(
    Object({
      page: {
        postMessage: (data: unknown) => posted.push(data),
        dispatchEvent: (event: MessageEvent) => {
          dispatched.push(event);
          wallets.hear(event); // as the browser would show it to us again
        },
      },
    }),
    'page',
  );
  const bridge: Bridge = {
    judge: (asked, done, held) => {
      judged.push({ method: asked.method, params: asked.params, via: asked.via });
      dones.push(done);
      helds.push(held);
      return true;
    },
    decide: () => false,
    waits: () => false,
    leave: () => () => undefined,
  };
  const wallets = watchWallets({
    page,
    bridge,
    concerns: (method, params) => method !== 'eth_call' && params.includes('restake'),
    now: () => now,
    uuid: () => 'probe',
    around: (how) => void arounds.push(how),
  });
  return {
    wallets,
    judged,
    posted,
    dispatched,
    arounds: () => arounds,
    end: (how, held = true) => {
      if (held) helds[0]?.();
      helds.shift();
      dones.shift()?.(how, held);
    },
    post: (data, { source = page, made = false } = {}) => {
      let stopped = false;
      const stopImmediatePropagation = (): void => {
        stopped = true;
      };
      const event = {
        data,
        source,
        isTrusted: !made,
        origin: 'https://a.example',
        stopImmediatePropagation,
        initEvent: vi.fn(),
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

function metamask(params: unknown, method = 'eth_sendTransaction', id: unknown = 7): object {
  const data = { jsonrpc: '2.0', id, method, params };
  return { target: 'metamask-contentscript', data: { name: 'metamask-provider', data } };
}

/** A question that moves nothing: a wallet that answers it though we stop it hears the page before us. */
const probe = metamask([], 'eth_chainId', 'probe');

function say(method: string, params: object): object {
  return { type: 'extensionUIRequest', data: { id: 3, request: { method, params } } };
}

/** What the Safe Apps SDK posts to its parent. */
function safeApp(id: string): object {
  return {
    id,
    method: 'sendTransactions',
    params: { txs: [{ to: '0xB', value: '1', data: '0xrestake' }] },
    env: { sdkVersion: '9.1.0' },
  };
}

function answer(id: unknown): object {
  return { target: 'metamask-inpage', data: { name: 'metamask-provider', data: { id, result: '0x1' } } };
}

describe('the second lock', () => {
  it('stops a message that goes round the wrapper, and hands it on after "Continue" alone', () => {
    const { post, judged, posted, end } = start();
    const message = metamask(['restake']);
    expect(post(message)).toBe(true);
    expect(judged).toEqual([{ method: 'eth_sendTransaction', params: '["restake"]', via: 'page-message' }]);
    expect(posted).toEqual([probe]);
    end('forward');
    expect(posted).toEqual([probe, message]);
    expect(post(message)).toBe(false); // the one handed on
    expect(post(message)).toBe(true); // the same once more
  });

  it('answers the page as the wallet would when it is refused', () => {
    const { post, posted, end } = start();
    post(metamask(['restake']));
    end('deny');
    expect(posted).toEqual([
      probe,
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
    expect(judged.map(({ method }) => method)).toEqual([
      'eth_sendTransaction',
      'wallet_invokeMethod',
      'eth_sendTransaction',
    ]);
    expect(judged[1]?.params).toContain('eip155:1'); // the chain it is for
  });

  it('stops its own probe, and says at once when a wallet answers it all the same', () => {
    const { post, posted, arounds } = start();
    post(metamask(['restake']));
    expect(post(probe)).toBe(true);
    expect(arounds()).toEqual([]);
    expect(post(answer('probe'))).toBe(true);
    expect(arounds()).toEqual(['went-around']);
    expect(posted).toEqual([probe]);
  });

  it('says so when a wallet answers what is still held, and not when it answers what went on', () => {
    const { post, end, arounds } = start();
    post(answer(7));
    post(metamask(['restake']));
    expect(arounds()).toEqual([]);
    expect(post(answer(7))).toBe(false);
    expect(arounds()).toEqual(['went-around']);
    end('deny');
    post(answer(7));
    expect(arounds()).toEqual(['went-around']);
  });

  it('never lets a made event go on, since it could read differently each time', () => {
    const { post, posted, judged } = start();
    let reads = 0;
    const data = {
      target: 'metamask-contentscript',
      get data() {
        reads += 1;
        return {
          name: 'x',
          data: { id: 1, method: 'eth_sendTransaction', params: [reads > 1 ? 'restake' : 'swap'] },
        };
      },
    };
    expect(post(data, { made: true })).toBe(true);
    expect(judged).toEqual([]);
    expect(posted).toHaveLength(1);
    expect(Object.getOwnPropertyDescriptor(posted[0], 'data')).toHaveProperty('value'); // a copy, for good
    expect(post(posted[0])).toBe(JSON.stringify(posted[0]).includes('restake'));
  });

  it('leaves made events with plain values alone', () => {
    const { post, posted } = start();
    for (const data of ['text', 5, null, undefined]) expect(post(data, { made: true })).toBe(false);
    expect(posted).toEqual([]);
  });

  it('holds what JSON cannot hold, instead of failing', () => {
    const { post, judged } = start();
    expect(post(metamask([{ note: 'restake', value: 5n }]))).toBe(true);
    expect(judged[0]?.params).toContain('0x5');
    const circle: unknown[] = ['restake'];
    circle.push(circle);
    expect(() => post(metamask(circle))).not.toThrow();
  });

  it("reads Coinbase's own words for a transaction and a message", () => {
    const { post, judged, wallets, posted, end } = start();
    const mine = { fromAddress: '0xA', toAddress: '0xB', weiValue: '16', data: '0xrestake', chainId: 1 };
    expect(post(say('signEthereumTransaction', mine))).toBe(true);
    expect(JSON.parse(judged[0]?.params ?? '')).toMatchObject([
      { from: '0xA', to: '0xB', value: '16', data: '0xrestake' },
    ]);
    end('deny');
    expect(posted).toMatchObject([{ type: 'extensionUIResponse', data: { id: 3 } }]);
    // The wrapper asked about the same transaction in a page's words: one question is enough.
    wallets.pass(
      'eth_sendTransaction',
      JSON.stringify([{ from: '0xa', to: '0xb', value: '0x10', data: '0xrestake' }]),
    );
    expect(post(say('signEthereumTransaction', mine))).toBe(false);
    expect(post(say('signEthereumTransaction', mine))).toBe(true);
    const typedDataJson = JSON.stringify({ primaryType: 'Permit', restake: 1 });
    expect(post(say('signEthereumMessage', { address: '0xA', typedDataJson }))).toBe(true);
    expect(judged.at(-1)).toMatchObject({
      method: 'eth_signTypedData_v4',
      params: JSON.stringify(['0xA', typedDataJson]),
    });
  });

  it('says that a wallet which knows no harmless question may have heard a message first', () => {
    const { post, wallets, arounds, end } = start();
    const mine = { fromAddress: '0xA', toAddress: '0xB', weiValue: '16', data: '0xrestake', chainId: 1 };
    // What went through the wrapper was decided there: nobody is alarmed.
    const asked = { from: '0xA', to: '0xB', value: '0x10', data: '0xrestake' };
    wallets.pass('eth_sendTransaction', JSON.stringify([asked]));
    expect(post(say('signEthereumTransaction', mine))).toBe(false);
    expect(post(say('signEthereumTransaction', { ...mine, data: '0xswap' }))).toBe(false);
    expect(arounds()).toEqual([]);
    // Nor where it turns out to be none of our business.
    expect(post(say('signEthereumTransaction', mine))).toBe(true);
    end('forward', false);
    expect(post(say('signEthereumTransaction', mine))).toBe(false); // handed on
    expect(arounds()).toEqual([]);
    expect(post(say('signEthereumTransaction', mine))).toBe(true);
    end('forward');
    expect(new Set(arounds())).toEqual(new Set(['perhaps-around']));
  });

  it('says so too where nobody could judge the message', () => {
    const { post, arounds, end } = start();
    const mine = { fromAddress: '0xA', toAddress: '0xB', weiValue: '16', data: '0xrestake', chainId: 1 };
    post(say('signEthereumTransaction', mine));
    end('deny', false);
    expect(new Set(arounds())).toEqual(new Set(['perhaps-around']));
  });

  it('holds what a Safe app in a frame asks its Safe, and hands it on as it came', () => {
    const answers: unknown[] = [];
    const source = { postMessage: (reply: unknown) => answers.push(reply) };
    const { post, judged, posted, dispatched, arounds, end } = start();
    expect(post(safeApp('one'), { source })).toBe(true);
    expect(judged[0]).toMatchObject({ method: 'safe_sendTransactions' });
    end('deny');
    expect(answers).toEqual([
      { id: 'one', success: false, error: 'User rejected the request.', version: '9.1.0' },
    ]);
    expect(dispatched).toEqual([]);
    post(safeApp('two'), { source });
    end('forward');
    expect(dispatched).toMatchObject([{ data: safeApp('two'), source, origin: 'https://a.example' }]);
    expect(judged).toHaveLength(2); // what is handed on is not judged again
    expect(answers).toHaveLength(1);
    expect(posted).toEqual([]);
    expect(arounds()).toEqual([]); // no script of a Safe can be before ours
  });

  it.each([
    ['a read', metamask(['restake'], 'eth_call'), undefined],
    ['nothing of restaking', metamask(['swap']), undefined],
    ['another window', metamask(['restake']), {}],
    ['no wallet message', { restake: true }, undefined],
    ['a text', 'restake', undefined],
    ['nothing', null, undefined],
  ])('leaves alone: %s', (_, message, source) => {
    const { post, judged } = start();
    expect(source === undefined ? post(message) : post(message, { source })).toBe(false);
    expect(judged).toEqual([]);
  });
});
