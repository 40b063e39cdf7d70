import { type Asked, answer, record } from './chain.ts';

/** A wallet with no library in it: EIP-1193 with private fields, EIP-6963, `window.ethereum`. */
class Plain {
  /** Nearly every wallet says so, since pages ask for it. */
  readonly isMetaMask = true;
  readonly #listeners = new Map<string, unknown[]>();

  async request(asked: Asked): Promise<unknown> {
    record('plain', asked);
    return Promise.resolve(answer(asked));
  }
  on(name: string, listener: unknown): this {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
    return this;
  }
  removeListener(name: string, listener: unknown): this {
    this.#listeners.set(
      name,
      (this.#listeners.get(name) ?? []).filter((one) => one !== listener),
    );
    return this;
  }
}

const provider = new Plain();
const info = Object.freeze({
  uuid: 'c0ffee00-0000-4000-8000-000000000001',
  name: 'Plain',
  icon: 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>',
  rdns: 'test.plain',
});
const announce = (): void => {
  const detail = Object.freeze({ info, provider });
  window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }));
};
Object.assign(window, { ethereum: provider });
window.addEventListener('eip6963:requestProvider', announce);
announce();
