// oxlint-disable typescript/unbound-method, eslint/no-underscore-dangle, unicorn/no-instanceof-builtins, unicorn/consistent-function-scoping -- built-ins are kept apart from their objects, and wallets have such names
// The test wallet's in-page code, in the page's own world. It keeps built-ins of its own, so that it still works and
// still tells what reached it where a page has replaced everything. It signs nothing.
(() => {
  const { apply, defineProperty, get, set } = Reflect;
  const { create, freeze } = Object;
  const { parse, stringify } = JSON;
  const post = MessagePort.prototype.postMessage;
  const add = EventTarget.prototype.addEventListener;
  const dispatch = EventTarget.prototype.dispatchEvent;
  const readData = Reflect.getOwnPropertyDescriptor(MessageEvent.prototype, 'data').get;
  const then = Promise.prototype.then;
  const windowPost = window.postMessage;
  const NativePromise = Promise;
  const NativeCustomEvent = CustomEvent;
  const NativeEvent = Event;
  const NativeMap = Map;
  const query = location.search;
  const asked = (name) => {
    const found = new RegExp(`[?&]${name}=([^&]*)`).exec(query);
    return found === null ? null : found[1];
  };
  const channelOfMetaMask = asked('p') === 'mm';

  // A private line to the relay, whichever of the two runs first.
  let port = null;
  const unsent = [];
  const give = () => {
    const channel = new MessageChannel();
    const offer = new MessageEvent('test-wallet:line', { ports: [channel.port2], cancelable: true });
    if (apply(dispatch, window, [offer])) return;
    port = channel.port1;
    apply(add, port, [
      'message',
      (event) => {
        const message = parse(apply(readData, event, []));
        if (message.flush !== undefined) say({ kind: 'flushed', token: message.flush });
      },
    ]);
    port.start();
    for (let i = 0; i < unsent.length; i += 1) apply(post, port, [unsent[i]]);
    unsent.length = 0;
  };
  const say = (message) => {
    let text = null;
    const bare = apply(Object.assign, null, [create(null), message]);
    try {
      text = { whole: bare };
      if (port === null) defineProperty(unsent, unsent.length, field(text));
      else apply(post, port, [text]);
    } catch {
      // What cannot be cloned is told as JSON, as a wallet would send it on.
      try {
        apply(post, port, [{ text: stringify(bare) }]);
      } catch {
        apply(post, port, [{ text: `{"kind":"saw","how":"unreadable","method":"unreadable"}` }]);
      }
    }
  };
  const field = (value) => {
    const descriptor = create(null);
    descriptor.value = value;
    descriptor.writable = descriptor.enumerable = descriptor.configurable = true;
    return descriptor;
  };
  apply(add, window, ['test-wallet:ready', give, true]);
  give();

  const answers = create(null);
  answers.eth_chainId = '0x1';
  answers.eth_accounts = answers.eth_requestAccounts = ['0x00000000000000000000000000000000000a11ce'];
  const hash = `0x${'1'.repeat(64)}`;
  const take = (how, method, params) => {
    if (channelOfMetaMask && answers[method] === undefined) {
      const data = { jsonrpc: '2.0', id: 1, method, params };
      apply(windowPost, window, [
        { target: 'metamask-contentscript', data: { name: 'metamask-provider', data } },
        '*',
      ]);
      return hash;
    }
    // Properties of a request may be anything: a wallet turns the method into a text.
    say({ kind: 'saw', how, method: `${method}`, params: params === undefined ? null : params });
    return answers[method] ?? hash;
  };

  class Wallet {
    #listeners = [];
    constructor() {
      this.isMetaMask = true;
      this.selectedAddress = answers.eth_accounts[0];
      const batch = (list) => {
        const results = [];
        for (let i = 0; i < list.length; i += 1)
          defineProperty(results, i, field(take('requestBatch', list[i].method, list[i].params)));
        return results;
      };
      this._metamask = { requestBatch: async (list) => batch(list), isUnlocked: async () => true };
    }
    async request(payload) {
      this.#listeners.length += 0;
      return take('request', payload.method, payload.params);
    }
    send(first, second) {
      this.#listeners.length += 0;
      if (typeof first === 'string' || first instanceof String)
        return NativePromise.resolve(take('send', first, second));
      if (typeof second === 'function') return this.sendAsync(first, second);
      return { id: first.id, jsonrpc: '2.0', result: take('send', first.method, first.params) };
    }
    sendAsync(payload, callback) {
      const one = ({ id, method, params }) => ({
        id,
        jsonrpc: '2.0',
        result: take('sendAsync', method, params),
      });
      if (!Array.isArray(payload)) return callback(null, one(payload));
      const results = [];
      for (let i = 0; i < payload.length; i += 1) defineProperty(results, i, field(one(payload[i])));
      return callback(null, results);
    }
    _rpcRequest(payload, callback) {
      return this.sendAsync(payload, callback);
    }
    on(name, listener) {
      defineProperty(this.#listeners, this.#listeners.length, field([name, listener]));
      return this;
    }
    emit(name) {
      for (let i = 0; i < this.#listeners.length; i += 1)
        if (this.#listeners[i][0] === name) apply(this.#listeners[i][1], this, []);
    }
    removeListener() {
      return this;
    }
  }
  /** A wallet of the old kind, without `request`. */
  class OldWallet {
    sendAsync(payload, callback) {
      callback(null, {
        id: payload.id,
        jsonrpc: '2.0',
        result: take('sendAsync', payload.method, payload.params),
      });
    }
  }

  /** A wallet whose functions stand behind getters. */
  class GetterWallet {
    #listeners = [];
    get request() {
      return async ({ method, params }) => take('request', method, params);
    }
    on(name, listener) {
      defineProperty(this.#listeners, this.#listeners.length, field([name, listener]));
      return this;
    }
    emit(name) {
      for (let i = 0; i < this.#listeners.length; i += 1)
        if (this.#listeners[i][0] === name) apply(this.#listeners[i][1], this, []);
    }
  }
  /** A wallet that is a plain object of its own. */
  const plain = () => ({ request: async ({ method, params }) => take('request', method, params) });

  const info = (more) =>
    freeze({
      uuid: 'c0ffee00-0000-4000-8000-000000000000',
      name: 'Test',
      icon: 'data:,',
      rdns: 'test.wallet',
      ...more,
    });
  const shout = (detail, event = new NativeCustomEvent('eip6963:announceProvider', { detail })) =>
    apply(dispatch, window, [event]);
  const announcing = (announce) => {
    apply(add, window, ['eip6963:requestProvider', announce]);
    announce();
  };
  const detailOf = (provider) => freeze({ info: info(), provider });
  const assign = (provider) => set(window, 'ethereum', provider);
  const fix = (name, provider) =>
    defineProperty(window, name, freeze({ value: provider, writable: false, configurable: false }));

  /** How the wallet puts itself into the page. */
  const forms = {
    __proto__: null,
    none: () => undefined,
    assign: (w) => {
      assign(w);
      announcing(() => shout(detailOf(w)));
    },
    'assign-silent': assign,
    'announce-only': (w) => announcing(() => shout(detailOf(w))),
    'announce-open': (w) => announcing(() => shout({ info: info(), provider: w })),
    'announce-fixed': (w) =>
      announcing(() =>
        shout(
          freeze(defineProperty({ info: info() }, 'provider', { value: w }) && { info: info(), provider: w }),
        ),
      ),
    'announce-several': () =>
      announcing(() => {
        for (let i = 0; i < 3; i += 1)
          shout(
            freeze({
              info: info({ uuid: `c0ffee0${i}-0000-4000-8000-000000000000` }),
              provider: new Wallet(),
            }),
          );
      }),
    'announce-twice': (w) => {
      announcing(() => shout(detailOf(w)));
      announcing(() => shout(detailOf(w)));
    },
    'announce-same-event': (w) => {
      const event = new NativeCustomEvent('eip6963:announceProvider', { detail: detailOf(w) });
      announcing(() => shout(null, event));
    },
    'announce-plain': (w) =>
      announcing(() => {
        const event = new NativeEvent('eip6963:announceProvider');
        event.detail = detailOf(w);
        shout(null, event);
      }),
    'announce-own-detail': (w) =>
      announcing(() => {
        const event = new NativeCustomEvent('eip6963:announceProvider');
        defineProperty(event, 'detail', { value: detailOf(w) });
        shout(null, event);
      }),
    'announce-getter': (w) =>
      announcing(() => {
        const event = new NativeEvent('eip6963:announceProvider');
        defineProperty(event, 'detail', { get: () => detailOf(w) });
        shout(null, event);
      }),
    'announce-changing': (w) =>
      announcing(() => {
        let looks = 0;
        shout({
          info: info(),
          get provider() {
            looks += 1;
            return looks === 1 ? {} : w;
          },
        });
      }),
    'announce-on-document': (w) =>
      announcing(() => {
        const event = new NativeCustomEvent('eip6963:announceProvider', {
          detail: detailOf(w),
          bubbles: true,
        });
        apply(dispatch, document, [event]);
      }),
    'announce-frozen': (w) => announcing(() => shout(detailOf(freeze(w)))),
    'announce-frozen-class': (w) => {
      freeze(Wallet.prototype);
      freeze(w._metamask);
      announcing(() => shout(detailOf(freeze(w))));
    },
    frozen: (w) => assign(freeze(w)),
    'frozen-class': (w) => {
      freeze(Wallet.prototype);
      assign(freeze(w));
    },
    fixed: (w) => fix('ethereum', w),
    'fixed-writable': (w) =>
      defineProperty(window, 'ethereum', { value: w, writable: true, configurable: false }),
    'fixed-frozen': (w) => fix('ethereum', freeze(w)),
    'fixed-frozen-class': (w) => {
      freeze(Wallet.prototype);
      freeze(w._metamask);
      fix('ethereum', freeze(w));
    },
    'getter-only': (w) => defineProperty(window, 'ethereum', { get: () => w, configurable: false }),
    'getter-frozen': (w) => {
      freeze(Wallet.prototype);
      freeze(w._metamask);
      defineProperty(window, 'ethereum', { get: () => freeze(w), configurable: false });
    },
    accessor: (w) =>
      defineProperty(window, 'ethereum', { get: () => w, set: () => undefined, configurable: true }),
    'on-prototype': (w) =>
      defineProperty(Window.prototype, 'ethereum', { value: w, writable: true, configurable: true }),
    replaced: () => {
      for (let i = 0; i < 3; i += 1) assign(new Wallet());
    },
    initialized: (w) => {
      fix('ethereum', w);
      apply(dispatch, window, [new NativeEvent('ethereum#initialized')]);
    },
    'old-wallet': () => assign(new OldWallet()),
    proxied: (w) => {
      for (const name of ['request', 'send', 'sendAsync', '_rpcRequest', 'on'])
        w[name] = (...args) => apply(Wallet.prototype[name], w, args);
      assign(new Proxy(w, { deleteProperty: () => true }));
    },
    'own-methods': (w) => {
      for (const name of ['request', 'send', 'sendAsync', '_rpcRequest'])
        defineProperty(w, name, {
          value: (...args) => apply(Wallet.prototype[name], w, args),
          writable: false,
          configurable: false,
        });
      assign(w);
    },
    providers: (w) => {
      w.providers = [new Wallet(), new Wallet()];
      assign(w);
    },
    'providers-frozen': (w) => {
      w.providers = freeze([freeze(new Wallet())]);
      assign(freeze(w));
    },
    'provider-map': (w) => {
      w.providerMap = new NativeMap([['Test', new Wallet()]]);
      assign(w);
    },
    'provider-map-frozen': (w) => {
      w.providerMap = freeze(new NativeMap([['Test', freeze(new Wallet())]]));
      assign(freeze(w));
    },
    'provider-map-late': (w) => {
      w.providerMap = new NativeMap();
      assign(w);
      apply(add, window, ['test-wallet:add', () => w.providerMap.set('Late', plain())]);
    },
    'getter-methods': () => {
      const w = new GetterWallet();
      assign(w);
    },
    unknown: (w) => set(window, 'nobodysWallet', w),
    'unknown-announced': (w) => {
      set(window, 'nobodysWallet', w);
      announcing(() => shout(detailOf(w)));
    },
    'announce-plain-late': () => announcing(() => shout(detailOf(freeze(plain())))),
    // As most wallets are: with what the page's realm has at that moment.
    'announce-careless': () => {
      const detail = Object.freeze({ info: info(), provider: plain() });
      window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }));
    },
    selected: (w) => {
      w.selectedProvider = freeze(new Wallet());
      assign(w);
    },
    rabby: (w) => fix('rabby', w),
    'rabby-router': (w) => {
      fix('rabbyWalletRouter', {
        rabbyProvider: w,
        lastInjectedProvider: w,
        currentProvider: w,
        providers: [w],
        addProvider: () => undefined,
      });
      forms['getter-only'](w);
    },
    coinbase: (w) => set(window, 'coinbaseWalletExtension', w),
    okx: (w) => set(window, 'okxwallet', w),
    'okx-late-frozen': (w) => {
      freeze(Wallet.prototype);
      fix('okxwallet', freeze(w));
    },
    phantom: (w) => set(window, 'phantom', { ethereum: w }),
    trust: (w) => set(window, 'trustwallet', w),
    bitkeep: (w) => set(window, 'bitkeep', { ethereum: w }),
    web3: (w) => set(window, 'web3', { currentProvider: w }),
    'web3-fixed': (w) => fix('web3', freeze({ currentProvider: freeze(w) })),
  };
  const install = (form) => forms[form](new Wallet());

  defineProperty(window, 'testWallet', {
    value: freeze({
      install,
      /** Page code is told nothing by this and gets no provider from it. */
      saw: (how, method, params) => void take(how, method, params),
      say: (message) => say(message),
      /** Tells how an attempt ended. */
      keep: (value, name = 'first') => {
        const told = (end) => say({ kind: 'end', name, end });
        const promise = new NativePromise((resolve) => resolve(value));
        void apply(then, promise, [
          () => told({ ok: true }),
          (error) =>
            told({
              ok: false,
              code: get(Object(error), 'code') ?? null,
              message: `${get(Object(error), 'message')}`,
            }),
        ]);
      },
      /** The attack has started all it wants to start. */
      done: () => say({ kind: 'done' }),
      walletId: 'WALLET_ID',
    }),
  });
  say({ kind: 'hello' });
  install(asked('w') ?? 'assign');
})();
