import { type Callable, NativeError, apply, bare, defineProperty, get, isObject } from './natives.ts';

export type Refusal = 'deny' | 'busy' | 'reload';

/**
 * The page learns that it was rejected, and nothing about why or about the person's limits: each decision, and a request
 * that cannot be copied, has one code and one text. Two things are no decision and may be told apart: more requests
 * than may wait, and an extension that is gone, where only the person can help, by a reload (design §2.7, §2.8).
 * An Error with a code, as a wallet gives it (EIP-1193); its stack names no file of ours.
 */
export function refusalError(refusal: Refusal): Error {
  const message =
    refusal === 'busy'
      ? 'Too many requests.'
      : `User rejected the request.${refusal === 'reload' ? ' Please reload this page.' : ''}`;
  const code = refusal === 'busy' ? -32002 : 4001;
  const error = new NativeError(message);
  defineProperty(error, 'stack', bare({ value: `Error: ${message}` }));
  defineProperty(error, 'code', bare({ value: code, enumerable: true }));
  return error;
}

/** Gives an error to a callback of the old `sendAsync(payload, callback)` form; the answer holds it as plain JSON would. */
export function failCallback(callback: Callable, payload: unknown, error: unknown): void {
  const id: unknown = isObject(payload) ? get(payload, 'id') : undefined;
  const plain = isObject(error) ? { code: get(error, 'code'), message: get(error, 'message') } : error;
  apply(callback, undefined, [error, { id, jsonrpc: '2.0', error: plain }]);
}
