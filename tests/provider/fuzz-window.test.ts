import { describe, expect, it } from 'vitest';

import { looksLikeCall, mattersMethod } from '../../lib/detect/prefilter.ts';
import { mayConcernUs } from '../support/prefilter.ts';
import { type Bridge, watchWallets } from '../../lib/provider/index.ts';
import { deposit } from '../e2e/support/dapp.ts';
import { junk, mutated, type Random, seeded } from './fuzz-random.ts';

const rounds = 100_000;
const [tx] = deposit().params;
const request = { jsonrpc: '2.0', id: 7, ...deposit() };
const inner = {
  jsonrpc: '2.0',
  id: 8,
  method: 'wallet_invokeMethod',
  params: { scope: 'eip155:1', request: deposit() },
};
const metamask = (data: unknown, name = 'metamask-provider'): object => ({
  target: 'metamask-contentscript',
  data: { name, data },
});
const templates: readonly [object, ...object[]] = [
  metamask(request),
  metamask([{ ...request, method: 'eth_blockNumber', params: [] }, request]),
  metamask(inner, 'metamask-multichain-provider'),
  metamask({
    ...request,
    method: 'wallet_sendCalls',
    params: [{ version: '2.0.0', chainId: '0x1', calls: [tx] }],
  }),
  {
    type: 'extensionUIRequest',
    data: {
      id: 1,
      request: {
        method: 'signEthereumTransaction',
        params: { fromAddress: tx?.from, toAddress: tx?.to, weiValue: tx?.value, data: tx?.data, chainId: 1 },
      },
    },
  },
];

function concerns(method: string, params: string): boolean {
  return (mattersMethod(method) || looksLikeCall(method, params)) && mayConcernUs(params);
}

function of(from: unknown, name: string): unknown {
  return typeof from === 'object' && from !== null ? Reflect.get(from, name) : undefined;
}

/** What the content scripts of MetaMask and Coinbase would take out of a message, read on its own terms here. */
function walletWouldTake(message: unknown): { method: string; params: unknown }[] {
  const data = of(message, 'data');
  if (of(message, 'target') === 'metamask-contentscript') {
    const given = of(data, 'data');
    const list: readonly unknown[] = Array.isArray(given) ? given : [given];
    return list.flatMap((one) => {
      const method = of(one, 'method');
      return typeof method === 'string' ? [{ method, params: of(one, 'params') }] : [];
    });
  }
  if (of(message, 'type') !== 'extensionUIRequest') return [];
  const asked = of(data, 'request');
  return of(asked, 'method') === 'signEthereumTransaction'
    ? [{ method: 'eth_sendTransaction', params: [of(asked, 'params')] }]
    : [];
}

/** A window of whom the bridge never lets anything go; tells what reached the wallet behind it. */
function openWindow() {
  let judged = 0;
  const posted: unknown[] = [];
  const page: Window = Reflect.get(
    Object({ page: { postMessage: (data: unknown) => void posted.push(data), dispatchEvent: () => true } }),
    'page',
  );
  const bridge: Bridge = {
    judge: (_, done) => {
      judged += 1;
      if (judged % 2 === 0) done('deny', true);
      return true;
    },
    decide: () => false,
    waits: () => false,
    leave: () => () => undefined,
  };
  const wallets = watchWallets({
    page,
    bridge,
    concerns,
    now: () => 0,
    uuid: () => 'probe',
    around: () => undefined,
  });
  const post = (data: unknown, isTrusted: boolean): boolean => {
    let stopped = false;
    const event = {
      data,
      source: page,
      isTrusted,
      origin: 'https://a.example',
      stopImmediatePropagation: () => {
        stopped = true;
      },
    };
    const message: MessageEvent = Reflect.get(Object({ event }), 'event');
    wallets.hear(message);
    return stopped;
  };
  return { post, posted, judged: () => judged };
}

function made(random: Random): unknown {
  const kind = random.below(4);
  if (kind === 0) return junk(random);
  const once = mutated(random, random.pick(templates));
  return kind === 1 ? mutated(random, mutated(random, once)) : once;
}

describe(`${rounds} made-up page messages`, () => {
  it('reach no wallet with a request that has to be judged', () => {
    const random = seeded(4);
    const { post, posted, judged } = openWindow();
    let held = 0;
    /** Posts it, and what comes back from it, as the browser would. */
    const deliver = (data: unknown, isTrusted: boolean): void => {
      const dangerous = walletWouldTake(data).filter(({ method, params }) =>
        concerns(method, textOf(params)),
      );
      if (!post(data, isTrusted)) expect(dangerous, textOf(data)).toEqual([]);
      else held += 1;
      for (const again of posted.splice(0)) deliver(again, true);
    };
    for (let round = 0; round < rounds; round += 1) deliver(made(random), random.below(4) > 0);
    expect(judged()).toBeGreaterThan(rounds / 20);
    expect(held).toBeGreaterThan(rounds / 20);
  });
});

/** As the wallet would write it; a number too large for JSON stands for itself. */
function textOf(value: unknown): string {
  return JSON.stringify(value ?? [], (_, one: unknown) =>
    typeof one === 'bigint' ? `0x${one.toString(16)}` : one,
  );
}
