/** What reached the test wallet. */
export type Seen = {
  readonly method: string;
  readonly params: unknown;
  readonly how: string;
  readonly at: number;
};

export type WalletOptions = {
  /** How it puts itself on `window.ethereum`. */
  readonly place?: 'assign' | 'fixed' | 'getter-only' | 'none';
  readonly frozen?: boolean;
  /** Whether it announces itself by EIP-6963. */
  readonly announce?: boolean;
};

/**
 * Source of a wallet as its in-page code would stand in a page: EIP-1193 with private fields, the old `send` and
 * `sendAsync`, EIP-6963. It signs nothing and keeps a list of what reached it in `window.walletSaw`. It runs before the
 * page's own scripts only as far as its place in the document says.
 */
export function walletSource(options: WalletOptions = {}): string {
  return `(${install.toString()})(${JSON.stringify(options)});`;
}

function install(options: WalletOptions): void {
  type Payload = { id?: number; method: string; params?: unknown };
  type Callback = (error: unknown, response?: unknown) => void;
  const saw: unknown[] = [];
  class Wallet {
    readonly isTestWallet = true;
    readonly #answers: Record<string, unknown> = {
      eth_chainId: '0x1',
      eth_accounts: ['0x00000000000000000000000000000000000a11ce'],
      eth_requestAccounts: ['0x00000000000000000000000000000000000a11ce'],
    };
    readonly #listeners: [string, unknown][] = [];
    #take(how: string, payload: Payload): unknown {
      // As a wallet does that posts to its own content script: a copy of what it was given.
      const { method, params }: Payload = JSON.parse(JSON.stringify(payload));
      saw.push({ how, method, params, at: Date.now() });
      return this.#answers[method] ?? `0x${'1'.repeat(64)}`;
    }
    async request(payload: Payload): Promise<unknown> {
      if (payload.method === 'wallet_fails') throw Object.assign(new Error('No such thing.'), { code: 4200 });
      return this.#take('request', payload);
    }
    send(first: string | Payload, second?: unknown): unknown {
      if (typeof first === 'string')
        return Promise.resolve(this.#take('send', { method: first, params: second }));
      const callback: Callback =
        typeof second === 'function' ? (...all) => Reflect.apply(second, null, all) : () => {};
      return this.sendAsync(first, callback);
    }
    sendAsync(payload: Payload | Payload[], callback: Callback): void {
      const answer = (one: Payload): unknown => ({
        id: one.id,
        jsonrpc: '2.0',
        result: this.#take('sendAsync', one),
      });
      callback(null, Array.isArray(payload) ? payload.map(answer) : answer(payload));
    }
    on(name: string, listener: unknown): this {
      this.#listeners.push([name, listener]);
      return this;
    }
    removeListener(): this {
      return this;
    }
  }
  const wallet = options.frozen ? Object.freeze(new Wallet()) : new Wallet();
  Object.assign(window, { walletSaw: saw });
  if (options.place === 'fixed')
    Object.defineProperty(window, 'ethereum', { value: wallet, writable: false, configurable: false });
  else if (options.place === 'getter-only')
    Object.defineProperty(window, 'ethereum', { get: () => wallet, configurable: false });
  else if (options.place !== 'none') Object.assign(window, { ethereum: wallet });
  if (options.announce === false) return;
  const info = Object.freeze({
    uuid: 'c0ffee00-0000-4000-8000-000000000000',
    name: 'Test',
    icon: 'data:,',
    rdns: 'test.wallet',
  });
  const announce = (): void => {
    const detail = Object.freeze({ info, provider: wallet });
    window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }));
  };
  window.addEventListener('eip6963:requestProvider', announce);
  announce();
}
