import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { calm, heard, natives, openPage, type Page, type Provider } from './realm.ts';

const tx = { method: 'eth_sendTransaction', params: [{ data: 'restake' }] };
const plain = { method: 'eth_sendTransaction', params: [{ data: 'swap' }] };

let page: Page;
afterEach(() => page.close());

/** A wallet with private fields, as classes have them: it only works on itself. */
function makeWallet() {
  return class Wallet {
    readonly #saw: unknown[] = [];
    readonly listeners: unknown[] = [];
    isTest = true;
    get saw(): unknown[] {
      return this.#saw;
    }
    request(payload: { method: string }): unknown {
      this.#saw.push(payload);
      return Promise.resolve(
        payload.method === 'eth_chainId' ? '0x1' : payload.method === 'eth_accounts' ? ['0xA'] : 'done',
      );
    }
    send(first: unknown, second: unknown): unknown {
      this.#saw.push([first, second]);
      return Promise.resolve('sent');
    }
    sendAsync(payload: unknown, callback: (error: unknown, reply: unknown) => void): void {
      this.#saw.push(payload);
      callback(null, { result: 'done' });
    }
    on(_: string, listener: unknown): this {
      this.listeners.push(listener);
      return this;
    }
  };
}

let Wallet = makeWallet();
type Wallet = InstanceType<typeof Wallet>;
beforeEach(() => {
  Wallet = makeWallet(); // its prototype is guarded by the page that met it
});

function put(wallet: object): Provider {
  Reflect.set(page.window, 'ethereum', wallet);
  return page.ethereum();
}

function funds(wallet: Wallet): unknown[] {
  return wallet.saw.filter((one) => JSON.stringify(one).includes('restake'));
}

describe('the wrapper', () => {
  it('refuses where the wallet went to another chain while the person decided', async () => {
    page = openPage();
    let chain = '0x1';
    const wallet = new Wallet();
    const request = wallet.request.bind(wallet);
    wallet.request = (payload) =>
      payload.method === 'eth_chainId' ? Promise.resolve(chain) : request(payload);
    const end = put(wallet).request(tx);
    await heard(page, 1);
    chain = '0x2105';
    page.answer(page.questions[0]?.n ?? 0, 'forward');
    await expect(end).rejects.toMatchObject({ code: 4001, message: 'User rejected the request.' });
    expect(funds(wallet)).toEqual([]);
  });

  it.each(['before', 'after'] as const)('asks a bridge that starts %s it, and waits', async (bridge) => {
    page = openPage({ bridge });
    const wallet = new Wallet();
    const ethereum = put(wallet);
    const result = ethereum.request(tx);
    await heard(page, 1);
    expect(page.questions[0]).toMatchObject({
      method: tx.method,
      params: JSON.stringify(tx.params),
      chainId: '0x1',
    });
    expect(funds(wallet)).toEqual([]);
    page.answer(1, 'ack');
    page.answer(1, 'forward');
    expect(await result).toBe('done');
    expect(funds(wallet)).toEqual([tx]);
  });

  it('refuses as a wallet does', async () => {
    page = openPage();
    const wallet = new Wallet();
    const ethereum = put(wallet);
    const results = [ethereum.request(tx), ethereum.send(tx.method, tx.params)];
    await heard(page, 2);
    page.answer(1, 'deny');
    page.answer(2, 'busy');
    const errors = await Promise.allSettled(results);
    expect(
      errors.map((error) => error.status === 'rejected' && [error.reason.code, error.reason.message]),
    ).toEqual([
      [4001, 'User rejected the request.'],
      [-32002, 'Too many requests.'],
    ]);
    expect(errors.every((error) => error.status === 'rejected' && error.reason instanceof Error)).toBe(true);
    expect(funds(wallet)).toEqual([]);
  });

  it('refuses to a callback in the form that callbacks expect', async () => {
    page = openPage();
    const ethereum = put(new Wallet());
    const got = new Promise<[unknown, unknown]>((resolve) =>
      ethereum.sendAsync({ id: 7, ...tx }, (error: unknown, reply: unknown) => resolve([error, reply])),
    );
    await heard(page, 1);
    page.answer(1, 'deny');
    const [error, reply] = await got;
    expect(error).toMatchObject({ code: 4001 });
    expect(reply).toMatchObject({
      id: 7,
      jsonrpc: '2.0',
      error: { code: 4001, message: 'User rejected the request.' },
    });
  });

  it('tells the page to reload when nobody ever answered, and lets go what moves nothing', async () => {
    page = openPage({ bridge: 'never' });
    const wallet = new Wallet();
    const ethereum = put(wallet);
    for (const one of [tx, plain])
      await expect(ethereum.request(one)).rejects.toMatchObject({ code: 4001, message: /reload this page/ });
    expect(await ethereum.request({ method: 'eth_chainId' })).toBe('0x1');
    expect(wallet.saw.filter((one) => JSON.stringify(one).includes('eth_send'))).toEqual([]);
  });

  it('tells the page to reload when the bridge it had is gone, and lets the rest go', async () => {
    page = openPage();
    await calm(page);
    page.close();
    const wallet = new Wallet();
    const ethereum = put(wallet);
    await expect(ethereum.request(tx)).rejects.toMatchObject({ code: 4001, message: /reload this page/ });
    expect(await ethereum.request(plain)).toBe('done');
    expect(funds(wallet)).toEqual([]);
  });

  it('rejects after two seconds when a bridge stands there and says nothing', async () => {
    page = openPage();
    const ethereum = put(new Wallet());
    await expect(ethereum.request(tx)).rejects.toMatchObject({ code: 4001, message: /reload this page/ });
  });

  it('forwards at once, without asking, what the prefilter lets go; as a fresh copy', async () => {
    page = openPage();
    await calm(page);
    page.questions.length = 0;
    const wallet = new Wallet();
    const ethereum = put(wallet);
    const result = ethereum.request(plain);
    expect(wallet.saw).toEqual([plain]);
    expect(Reflect.get(Object(wallet.saw[0]), 'params')).not.toBe(plain.params);
    expect(await result).toBe('done');
    expect(page.questions).toEqual([]);
  });

  it('hands over the parameters of other methods untouched, their errors too', () => {
    page = openPage();
    const seen: unknown[] = [];
    const ethereum = put({
      request: (payload: { params: unknown }) => {
        seen.push(payload.params);
        throw new RangeError('mine');
      },
    });
    const params = [5n, () => 1];
    expect(() => ethereum.request({ method: 'wallet_odd', params })).toThrow(RangeError);
    expect(seen[0]).toBe(params);
  });

  it('judges a list item by item, and forwards it whole or not at all', async () => {
    page = openPage();
    const wallet = new Wallet();
    const ethereum = put(wallet);
    const list = [
      { id: 1, method: 'eth_blockNumber' },
      { id: 2, ...tx },
      { id: 3, ...tx },
    ];
    const got = new Promise((resolve) => ethereum.sendAsync(list, (...all: unknown[]) => resolve(all)));
    await heard(page, 1);
    page.answer(1, 'forward');
    await heard(page, 2);
    expect(funds(wallet)).toEqual([]);
    page.answer(2, 'forward');
    expect(await got).toEqual([null, { result: 'done' }]);
    expect(funds(wallet)).toEqual([list]);
  });

  it('refuses what JSON cannot hold instead of guessing', async () => {
    page = openPage();
    const wallet = new Wallet();
    const ethereum = put(wallet);
    const same = { code: 4001, message: 'User rejected the request.' };
    await expect(ethereum.request({ ...tx, params: [{ value: 1n }] })).rejects.toMatchObject(same);
    await expect(ethereum.request({ method: { toString: () => tx.method } })).rejects.toMatchObject(same);
    expect(wallet.saw).toEqual([]);
  });

  it('is the same object for the same provider, and looks like it', () => {
    page = openPage();
    const wallet = new Wallet();
    const ethereum = put(wallet);
    expect(page.ethereum()).toBe(ethereum);
    expect(ethereum.request).toBe(ethereum.request);
    expect(ethereum instanceof Wallet).toBe(true);
    expect(Object.keys(ethereum)).toEqual(Object.keys(wallet));
    expect('isTest' in ethereum).toBe(true);
    expect(ethereum.on('connect', () => 1)).toBe(ethereum);
    expect(() => Object.freeze(ethereum)).not.toThrow();
    expect(Object.isFrozen(wallet)).toBe(true);
    expect(Object.keys(ethereum)).toEqual(Object.keys(wallet));
  });

  it('guards what leaks the real provider: listeners, prototypes, a wallet that calls itself', async () => {
    page = openPage();
    const wallet = new Wallet();
    put(wallet);
    for (const leak of [wallet, Object.create(wallet)]) void Reflect.apply(leak.request, wallet, [tx]);
    void Reflect.apply(Reflect.get(Wallet.prototype, 'request'), wallet, [tx]);
    await heard(page, 3);
    expect(page.questions).toHaveLength(3);
    expect(funds(wallet)).toEqual([]);
  });

  it('asks once for a request that goes through several functions of the wallet', async () => {
    page = openPage();
    const saw: unknown[] = [];
    const wallet = {
      request(payload: unknown) {
        return this.send(payload);
      },
      send(payload: unknown) {
        saw.push(payload);
        return 'done';
      },
    };
    const result = put(wallet).request(tx);
    await heard(page, 1);
    page.answer(1, 'forward');
    expect(await result).toBe('done');
    expect(page.questions).toHaveLength(1);
    expect(saw.filter((one) => JSON.stringify(one).includes('restake'))).toEqual([tx]);
  });

  it('asks again when one consent is used for two', async () => {
    page = openPage();
    const saw: unknown[] = [];
    const wallet = {
      request(payload: unknown): unknown {
        this.send(payload);
        this.send(payload);
        return 'done';
      },
      send(payload: unknown) {
        saw.push(payload);
      },
    };
    void put(wallet).request(tx);
    await heard(page, 1);
    page.answer(1, 'forward');
    await heard(page, 2);
    expect(page.questions).toHaveLength(2);
    expect(saw.filter((one) => JSON.stringify(one).includes('restake'))).toHaveLength(1);
  });
});

describe('window.ethereum', () => {
  const places: [string, (window: object, wallet: object) => void][] = [
    ['assigned', (window, wallet) => Reflect.set(window, 'ethereum', wallet)],
    ['fixed', (window, value) => Object.defineProperty(window, 'ethereum', { value })],
    ['fixed by Reflect', (window, value) => Reflect.defineProperty(window, 'ethereum', { value })],
    ['getter-only', (window, wallet) => Object.defineProperty(window, 'ethereum', { get: () => wallet })],
    [
      'deleted first',
      (window, wallet) => {
        Reflect.deleteProperty(window, 'ethereum');
        Reflect.set(window, 'ethereum', wallet);
      },
    ],
    [
      'replaced',
      (window, wallet) => {
        Reflect.set(window, 'ethereum', new Wallet());
        Reflect.set(window, 'ethereum', wallet);
      },
    ],
    ['frozen', (window, wallet) => Reflect.set(window, 'ethereum', Object.freeze(wallet))],
  ];

  it.each(places)('holds a wallet that is %s', async (_, place) => {
    page = openPage();
    const wallet = new Wallet();
    place(page.window, wallet);
    const ethereum = page.ethereum();
    expect(ethereum.isTest).toBe(true);
    void ethereum.request(tx);
    await heard(page, 1);
    expect(page.questions).toHaveLength(1);
    expect(funds(wallet)).toEqual([]);
  });

  it('keeps the first wallet where it fixed its place', () => {
    page = openPage();
    const first = Object.assign(new Wallet(), { name: 'first' });
    Object.defineProperty(page.window, 'ethereum', { value: first });
    Reflect.set(page.window, 'ethereum', Object.assign(new Wallet(), { name: 'second' }));
    expect(page.ethereum().name).toBe('first');
  });

  it('holds each provider in a list', async () => {
    page = openPage();
    const inner = new Wallet();
    put(Object.assign(new Wallet(), { providers: [inner] }));
    void page.ethereum().providers?.[0]?.request(tx);
    await heard(page, 1);
    expect(page.questions).toHaveLength(1);
    expect(funds(inner)).toEqual([]);
  });
});

describe('announcements', () => {
  it('reach the page with the wrapper alone, the same as on window.ethereum', () => {
    page = openPage();
    const wallet = new Wallet();
    Reflect.set(page.window, 'ethereum', wallet);
    const info = Object.freeze({ name: 'Test' });
    const seen: { info: unknown; provider: unknown }[] = [];
    page.window.addEventListener('eip6963:announceProvider', (event) =>
      seen.push(Reflect.get(event, 'detail')),
    );
    const announce = (): boolean =>
      page.window.dispatchEvent(
        new CustomEvent('eip6963:announceProvider', { detail: Object.freeze({ info, provider: wallet }) }),
      );
    announce();
    announce();
    expect(seen).toHaveLength(2);
    expect(seen.every((detail) => detail.provider === page.ethereum() && detail.info === info)).toBe(true);
    expect(seen.every((detail) => Object.isFrozen(detail))).toBe(true);
  });
});

describe('further names', () => {
  it.each(['rabby', 'coinbaseWalletExtension', 'okxwallet', 'trustwallet', 'bitkeep'])(
    'holds a wallet that comes late and silently as window.%s',
    async (name) => {
      page = openPage();
      const wallet = new Wallet();
      Reflect.set(page.window, name, wallet);
      const found: Provider = Reflect.get(page.window, name);
      void found.request(tx);
      await heard(page, 1);
      expect(page.questions).toHaveLength(1);
      expect(funds(wallet)).toEqual([]);
      expect(found.isTest).toBe(true);
    },
  );

  it.each([
    ['phantom', 'ethereum'],
    ['bitkeep', 'ethereum'],
    ['web3', 'currentProvider'],
    ['rabbyWalletRouter', 'currentProvider'],
  ])('holds the provider inside window.%s.%s', async (name, inside) => {
    page = openPage();
    const wallet = new Wallet();
    Reflect.set(page.window, name, { [inside]: wallet, other: 1 });
    const holder: Record<string, Provider> = Reflect.get(page.window, name);
    expect(holder.other).toBe(1);
    void holder[inside]?.request(tx);
    await heard(page, 1);
    expect(page.questions).toHaveLength(1);
    expect(funds(wallet)).toEqual([]);
  });

  it('stays as it was for what is no wallet', () => {
    page = openPage();
    const mine = { version: '1.0.0', eth: { odd: true } };
    Reflect.set(page.window, 'web3', mine);
    expect(Reflect.get(page.window, 'web3')).toBe(mine);
    Reflect.set(page.window, 'phantom', undefined);
    expect(Reflect.get(page.window, 'phantom')).toBeUndefined();
  });

  it('reports a frozen wallet in a place that nobody can change, and only that', async () => {
    const loose = new Wallet();
    page = openPage({
      before: (window) => natives.defineProperty(window, 'rabby', { get: () => loose, configurable: false }),
    });
    page.window.dispatchEvent(new Event('load'));
    void loose.request(tx);
    await heard(page, 1);
    expect(page.said).toEqual([]); // patched where it stands
    page.close();
    const value = Object.freeze(Object.assign(Object.create(null), { request: () => 'raw' }));
    page = openPage({
      before: (window) => natives.defineProperty(window, 'okxwallet', { value, configurable: false }),
    });
    await told(page, 1);
    expect(page.said[0]).toBe('unprotected');
  });

  it('gives a setter of the page no provider of which it could ask unseen', async () => {
    page = openPage();
    let caught: unknown;
    Object.defineProperty(page.window, 'ethereum', {
      configurable: true,
      set: (value) => {
        caught = value;
      },
      get: () => caught,
    });
    const wallet = new Wallet();
    Reflect.set(page.window, 'ethereum', wallet);
    expect(caught).toBeDefined();
    expect(caught).not.toBe(wallet);
    const trapped: unknown = Reflect.get(Object(caught), 'request');
    if (typeof trapped === 'function') void Reflect.apply(trapped, caught, [tx]);
    await heard(page, 1);
    expect(funds(wallet)).toEqual([]);
  });

  it('cannot be replaced, not even from a realm that nobody entered', async () => {
    page = openPage();
    const trap = { value: null, writable: true, configurable: true };
    expect(natives.defineProperty(page.window, 'ethereum', trap)).toBe(false);
    expect(() => Reflect.get(page.window, '__defineSetter__').call(page.window, 'ethereum', () => 1)).toThrow(
      TypeError,
    );
    expect(Reflect.deleteProperty(page.window, 'ethereum')).toBe(false);
    const wallet = new Wallet();
    void put(wallet).request(tx);
    await heard(page, 1);
    expect(funds(wallet)).toEqual([]);
  });

  it('is filled by defineProperties, which still defines everything else', async () => {
    page = openPage();
    const wallet = new Wallet();
    const hidden = { value: { value: 1 } };
    const given = Object.create(
      { inherited: 1 },
      {
        ethereum: { value: { value: wallet }, enumerable: true },
        other: { value: { value: 7 }, enumerable: true },
        hidden,
      },
    );
    expect(Object.defineProperties(page.window, given)).toBe(page.window);
    expect(Reflect.get(page.window, 'other')).toBe(7);
    expect('hidden' in page.window || 'inherited' in page.window).toBe(false);
    void page.ethereum().request(tx);
    await heard(page, 1);
    expect(funds(wallet)).toEqual([]);
    expect(() => Object.defineProperties(page.window, { other: { value: 8 } })).toThrow(TypeError);
  });

  it('keeps a wallet that is only fixed where it stands', () => {
    page = openPage();
    const first = put(Object.assign(new Wallet(), { name: 'first' }));
    Object.defineProperty(page.window, 'ethereum', { configurable: false });
    expect(page.ethereum()).toBe(first);
    put(Object.assign(new Wallet(), { name: 'second' }));
    expect(page.ethereum().name).toBe('second'); // it was not made unassignable
    Object.defineProperty(page.window, 'ethereum', { writable: false });
    put(new Wallet());
    expect(page.ethereum().name).toBe('second');
  });
});

describe('a wallet that cannot be changed', () => {
  const parts: [string, () => object][] = [
    ['is frozen with its class', () => (Object.freeze(Wallet.prototype), Object.freeze(new Wallet()))],
    ['has a frozen class alone', () => (Object.freeze(Wallet.prototype), new Wallet())],
    [
      'keeps a frozen part',
      () => Object.assign(new Wallet(), { _metamask: Object.freeze({ requestBatch: () => 1 }) }),
    ],
  ];
  it.each(parts)('and %s is wrapped, and the page is said to be unprotected', async (_, make) => {
    page = openPage();
    void put(make()).request(tx);
    await heard(page, 1);
    expect(page.said).toEqual(['unprotected']);
  });

  it('and has its functions behind getters is wrapped, and the page is said to be unprotected', async () => {
    page = openPage();
    class Hidden {
      get request(): () => unknown {
        return () => Promise.resolve('0x1');
      }
    }
    void put(new Hidden()).request(tx);
    await heard(page, 1);
    expect(page.said).toEqual(['unprotected']);
  });

  it('is reported as soon as a bridge is there to hear it', async () => {
    page = openPage({ bridge: 'later' });
    Object.freeze(Wallet.prototype);
    put(new Wallet());
    page.attach();
    await told(page, 1);
    expect(page.said).toEqual(['unprotected']);
  });

  it('is not seen in one that can be: frozen itself, with a class that is not', async () => {
    page = openPage();
    void put(Object.freeze(new Wallet())).request(tx);
    await heard(page, 1);
    expect(page.said).toEqual([]);
  });
});

const announced = (): unknown[] => {
  const seen: unknown[] = [];
  page.window.addEventListener(
    'eip6963:announceProvider',
    (event) => seen.push(Reflect.get(Reflect.get(event, 'detail'), 'provider')),
    true,
  );
  return seen;
};
const announce = (provider: object): void => {
  page.window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail: { provider } }));
};

describe('document.open()', () => {
  it.each(['open', 'write', 'writeln'] as const)(
    'by %s leaves us listening before the page can',
    async (name) => {
      page = openPage();
      page.document[name]();
      const seen = announced();
      const wallet = new Wallet();
      announce(wallet);
      expect(seen).toHaveLength(1);
      expect(seen[0]).not.toBe(wallet);
      page.change();
      await calm(page);
      expect(page.said).toEqual([]);
    },
  );

  it('done past us is said: somebody may listen before we do again', async () => {
    page = openPage();
    page.change();
    Reflect.get(page.window, 'forget').call(page.window);
    page.change();
    await told(page, 1);
    page.change();
    await calm(page);
    expect(page.said).toEqual(['unprotected']);
    const seen = announced();
    announce(new Wallet());
    expect(seen).toHaveLength(1);
  });
});

describe('a list of providers', () => {
  it('holds one that is added after the page took the list, and one read as a descriptor', async () => {
    page = openPage();
    const providers: object[] = [];
    const list = put(Object.assign(new Wallet(), { providers })).providers;
    expect(put(Object.assign(new Wallet(), { providers })).providers).toBe(list);
    expect(Array.isArray(list)).toBe(true);
    const saw: unknown[] = [];
    const plainWallet = (): object => ({ request: (payload: unknown) => saw.push(payload) });
    providers.push(plainWallet());
    void list?.[0]?.request(tx);
    providers.push(plainWallet());
    const described: unknown = Object.getOwnPropertyDescriptor(list, 1)?.value;
    void Reflect.apply(Reflect.get(Object(described), 'request'), described, [tx]);
    await heard(page, 2);
    expect(page.questions).toHaveLength(2);
    expect(saw.filter((one) => JSON.stringify(one).includes('restake'))).toEqual([]);
  });
});

describe('a map of providers', () => {
  it('guards one that is added after the page took the map', async () => {
    page = openPage();
    const map = new Map<string, Provider>();
    put(Object.assign(new Wallet(), { providerMap: map }));
    const taken: unknown = Reflect.get(page.ethereum(), 'providerMap');
    const saw: unknown[] = [];
    const late = { request: (payload: unknown) => saw.push(payload) };
    expect(Reflect.apply(Reflect.get(map, 'set'), map, ['late', late])).toBe(map);
    expect(taken).toBe(map);
    expect([...map.keys()]).toEqual(['late']);
    void map.get('late')?.request(tx);
    await heard(page, 1);
    expect(saw.filter((one) => JSON.stringify(one).includes('restake'))).toEqual([]);
  });
});

describe('a wallet that was there before us', () => {
  it('is asked to announce itself again, and is guarded under whatever name it stands', async () => {
    const wallet = new Wallet();
    page = openPage({
      before: (window) => {
        if (!(window instanceof EventTarget)) return;
        window.addEventListener('eip6963:requestProvider', () =>
          window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail: { provider: wallet } })),
        );
      },
    });
    void wallet.request(tx);
    await heard(page, 1);
    expect(funds(wallet)).toEqual([]);
  });
});

describe('a method that nobody knows', () => {
  it('is held where its parameters look like a call, and left alone where not', async () => {
    page = openPage({ listed: true });
    const wallet = new Wallet();
    const ethereum = put(wallet);
    const odd = { method: 'vendor_pay', params: [{ call: 'restake' }] };
    const end = ethereum.request(odd);
    await heard(page, 1);
    expect(page.questions[0]).toMatchObject({ method: 'vendor_pay', params: JSON.stringify(odd.params) });
    expect(funds(wallet)).toEqual([]);
    page.answer(1, 'deny');
    await expect(end).rejects.toMatchObject({ code: 4001 });
    const params = [{ note: 'restake' }, 5n];
    await ethereum.request({ method: 'vendor_note', params });
    expect(Reflect.get(Object(wallet.saw.at(-1)), 'params')).toBe(params);
  });
});

describe('every request that can move funds', () => {
  it('is asked until the bridge says that this is no site of a protocol', async () => {
    page = openPage({ listed: true });
    const wallet = new Wallet();
    void put(wallet).request(plain);
    await heard(page, 1);
    expect(page.questions).toHaveLength(1);
    expect(wallet.saw.filter((one) => JSON.stringify(one).includes('swap'))).toEqual([]);
  });
});

describe('the way to an extension', () => {
  type Port = { postMessage: (message: unknown) => void };
  const request = { method: 'wallet_invokeMethod', params: { scope: 'eip155:1', call: 'restake' } };
  const message = { type: 'caip-348', data: { jsonrpc: '2.0', id: 9, ...request } };

  function post(port: Port, one: unknown): void {
    Reflect.apply(port.postMessage, port, [one]);
  }

  function extension() {
    const saw: unknown[] = [];
    const heardBack: unknown[] = [];
    const runtime = {
      sendMessage: (...all: unknown[]) => {
        saw.push(all[1]);
        const last = all.at(-1);
        if (typeof last === 'function') Reflect.apply(last, null, ['done']);
        return Promise.resolve('done');
      },
      connect: (id: string): Port & { id: string; onMessage: object } => ({
        id,
        postMessage: (one: unknown) => void saw.push(one),
        onMessage: { dispatch: (one: unknown) => heardBack.push(one) },
      }),
    };
    return { saw, heardBack, runtime };
  }

  it('holds what is posted to a port, hands on a copy after "Continue", and answers a refusal', async () => {
    const { saw, heardBack, runtime } = extension();
    page = openPage({ chrome: { runtime } });
    const port = runtime.connect('wallet');
    expect(port.id).toBe('wallet');
    const mine = structuredClone(message);
    post(port, mine);
    mine.data.params.call = 'other';
    await heard(page, 1);
    expect(saw).toEqual([]);
    expect(page.questions[0]).toMatchObject({ params: JSON.stringify(message) });
    page.answer(1, 'forward');
    post(port, message);
    await heard(page, 2);
    expect(saw).toEqual([message]);
    page.answer(2, 'deny');
    await until(() => heardBack.length > 0);
    expect(saw).toHaveLength(1);
    expect(heardBack).toMatchObject([
      {
        type: 'caip-348',
        data: { id: 9, jsonrpc: '2.0', error: { code: 4001, message: 'User rejected the request.' } },
      },
    ]);
  });

  it('holds single messages, by promise and by callback', async () => {
    const { saw, runtime } = extension();
    page = openPage({ chrome: { runtime } });
    const promised = runtime.sendMessage('wallet', message);
    const called: unknown[] = [];
    void runtime.sendMessage('wallet', message, {}, (reply: unknown) => called.push(reply));
    await heard(page, 2);
    expect(saw).toEqual([]);
    page.answer(1, 'deny');
    page.answer(2, 'deny');
    await expect(promised).rejects.toMatchObject({ code: 4001 });
    await until(() => called.length > 0);
    expect(called).toMatchObject([{ id: 9, error: { code: 4001 } }]);
  });

  it('lets everything else go at once, to each with its own answer', async () => {
    const { saw, runtime } = extension();
    page = openPage({ chrome: { runtime } });
    const plainOne = { type: 'caip-348', data: { id: 1, method: 'wallet_getSession' } };
    post(runtime.connect('wallet'), plainOne);
    const result = runtime.sendMessage('wallet', plainOne);
    expect(saw).toEqual([plainOne, plainOne]);
    expect(await result).toBe('done');
    expect(page.questions).toEqual([]);
  });

  it('sends what was read once, whatever the message says the second time', async () => {
    const { saw, runtime } = extension();
    page = openPage({ chrome: { runtime } });
    let reads = 0;
    const liar = {
      get data() {
        reads += 1;
        return reads === 1 ? { method: 'wallet_getSession' } : message.data;
      },
    };
    post(runtime.connect('wallet'), liar);
    expect(saw).toEqual([{ data: { method: 'wallet_getSession' } }]);
  });
});

async function until(met: () => boolean): Promise<void> {
  for (let turns = 0; turns < 500 && !met(); turns += 1)
    await new Promise((resolve) => setTimeout(resolve, 2));
}

async function told(of: Page, count: number): Promise<void> {
  await until(() => of.said.length >= count);
}
