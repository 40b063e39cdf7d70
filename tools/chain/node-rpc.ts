import * as z from 'zod/mini';

import { GuardError } from '../../lib/core/index.ts';

export type RpcRequest = readonly [method: string, params: readonly unknown[]];

const answer = z.object({
  id: z.number(),
  result: z.optional(z.unknown()),
  error: z.optional(z.object({ message: z.string() })),
});

/** Requests in one HTTP body: anvil refuses bodies of more than 2 MB. */
const BODY_LIMIT = 1_000_000;

/**
 * Puts many requests to a local node, as few HTTP bodies as possible, strictly in order.
 *
 * @returns the results in the order of the requests
 * @throws GuardError `chain/refused` when one of them failed
 */
export async function ask(url: string, requests: readonly RpcRequest[]): Promise<unknown[]> {
  const results: unknown[] = [];
  let part: string[] = [];
  let size = 0;
  for (const [method, params] of requests) {
    const text = JSON.stringify({ jsonrpc: '2.0', id: results.length + part.length, method, params });
    if (size + text.length > BODY_LIMIT && part.length > 0) {
      results.push(...(await post(url, part)));
      part = [];
      size = 0;
      part.push(JSON.stringify({ jsonrpc: '2.0', id: results.length, method, params }));
    } else {
      part.push(text);
    }
    size += text.length;
  }
  if (part.length > 0) results.push(...(await post(url, part)));
  return results;
}

async function post(url: string, part: readonly string[]): Promise<unknown[]> {
  const reply = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `[${part.join(',')}]`,
  });
  const replies: unknown = await reply.json();
  const results = new Map<number, unknown>();
  for (const entry of Array.isArray(replies) ? replies : [replies]) {
    const parsed = answer.parse(entry);
    if (parsed.error !== undefined) {
      throw new GuardError(
        'chain/refused',
        `The local chain refused: ${parsed.error.message}`,
        'See the call sent.',
      );
    }
    results.set(parsed.id, parsed.result);
  }
  return [...results].toSorted(([a], [b]) => a - b).map(([, result]) => result);
}
