import { readFileSync } from 'node:fs';

import type { Address, Hex } from '../../lib/core/index.ts';

export type DemoDeposit = {
  readonly label: string;
  readonly to: Address;
  /** Wei, as hex. */
  readonly value: Hex;
  readonly data: Hex;
};

export type Answer = { readonly status: number; readonly type: string; readonly body: string };

const file = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

/**
 * The demo dApp as a function from path to answer, so that the same pages serve a loopback server and a
 * protocol's own https origin inside a test browser.
 *
 * @param chainUrl - the local chain; the test wallet reaches it through `/demo/rpc`
 */
export function demoPages(chainUrl: string, deposits: readonly DemoDeposit[]) {
  return async (path: string, body: string): Promise<Answer> => {
    switch (path) {
      case '/':
        return { status: 200, type: 'text/html; charset=utf-8', body: file('dapp.html') };
      case '/demo/wallet.js':
        return { status: 200, type: 'text/javascript', body: file('wallet.js') };
      case '/demo/dapp.js':
        return { status: 200, type: 'text/javascript', body: file('dapp.js') };
      case '/demo/deposits.json':
        return { status: 200, type: 'application/json', body: JSON.stringify(deposits) };
      case '/demo/rpc': {
        const headers = { 'content-type': 'application/json' };
        const reply = await fetch(chainUrl, { method: 'POST', headers, body });
        return { status: reply.status, type: 'application/json', body: await reply.text() };
      }
      default:
        return { status: 404, type: 'text/plain', body: 'Not here.' };
    }
  };
}
