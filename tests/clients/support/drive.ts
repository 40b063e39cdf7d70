import type { Page } from 'playwright-core';

import { deposit } from '../../e2e/support/dapp.ts';
import type { Ending, Transaction } from '../pages/client.ts';
import { type Reached, acts } from '../wallets/chain.ts';

/** What a test lets a page do, always through the page's own library. */
export type Act = 'sign' | 'transfer' | 'deposit';

/** How one kind of page is driven. What `start` begins ends under the given name: see `ending`. */
export type Drive = {
  readonly connect: (page: Page, wallet: string) => Promise<void>;
  readonly chainId: (page: Page) => Promise<unknown>;
  readonly start: (page: Page, act: Act, name: string) => Promise<void>;
};

/** Text that pages sign. */
export const text = 'I have read the terms of this page.';
/** A payment that has nothing to do with restaking. */
const transfer: Transaction = { to: '0x0000000000000000000000000000000000000b0b', value: '0x2386f26fc10000' };

/** Renzo's `depositETH()`, as a page gives it to its library. */
export function depositOf(): Required<Transaction> {
  const [sent] = deposit().params;
  return { to: `0x${sent?.to?.slice(2)}`, value: '0xde0b6b3a7640000', data: `0x${sent?.data?.slice(2)}` };
}

/** Waits for how a call ended, however slow the machine. */
export async function ending(page: Page, name: string): Promise<Ending> {
  const found = await page.waitForFunction<Ending | undefined>(
    `window.endings?.[${JSON.stringify(name)}]`,
    null,
    {
      timeout: 60_000,
    },
  );
  const value = await found.jsonValue();
  if (value === undefined) throw new Error(`"${name}" ended without an ending`);
  return value;
}

/** How a call ended, or null while it waits. */
export async function endingNow(page: Page, name: string): Promise<Ending | null> {
  return page.evaluate<Ending | null>(`window.endings?.[${JSON.stringify(name)}] ?? null`);
}

/** Requests that reached a wallet of the page and that a wallet would ask its person about. */
export async function reached(page: Page): Promise<Reached[]> {
  const all = await page.evaluate<Reached[]>('window.walletSaw ?? []');
  return all.filter(({ method }) => acts.test(method));
}

/** Starts one call of the page's client. */
async function call(page: Page, what: string, argument: unknown, name: string): Promise<void> {
  await page.evaluate(`start(${JSON.stringify(what)}, ${JSON.stringify(argument)}, ${JSON.stringify(name)})`);
}

/**
 * Drives a page of `pages/`. `click` is what a person does to connect where the library has a window of its own for
 * it: before the call that connects, or while it waits.
 */
export function library(click?: {
  when: 'before' | 'meanwhile';
  press(page: Page, wallet: string): Promise<void>;
}): Drive {
  return {
    connect: async (page, wallet) => {
      await page.waitForFunction('window.start');
      if (click?.when === 'before') await click.press(page, wallet);
      await call(page, 'connect', null, 'connect');
      if (click?.when === 'meanwhile') await click.press(page, wallet);
      const ended = await ending(page, 'connect');
      if ('failure' in ended) throw new Error(`could not connect: ${JSON.stringify(ended.failure)}`);
    },
    chainId: async (page) => {
      await call(page, 'chainId', null, 'chainId');
      return ending(page, 'chainId');
    },
    start: (page, act, name) =>
      act === 'sign'
        ? call(page, 'sign', text, name)
        : call(page, 'send', act === 'transfer' ? transfer : depositOf(), name),
  };
}
