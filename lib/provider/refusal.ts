import { type Callable, NativeError, apply, bare, defineProperty, get, isObject } from './natives.ts';

export type Refusal = 'deny' | 'busy' | 'reload' | 'invalid';

/** The page learns that it was rejected, and nothing about why or about the person's limits. */
const words: { readonly [refusal in Refusal]: { readonly code: number; readonly message: string } } = {
  deny: { code: 4001, message: 'User rejected the request.' },
  reload: { code: 4001, message: 'User rejected the request. Please reload this page.' },
  busy: { code: -32002, message: 'Too many requests.' },
  invalid: { code: -32600, message: 'Invalid request.' },
};

/** The error a wallet would give (EIP-1193): an Error with a code. Its stack names no file of ours. */
export function refusalError(refusal: Refusal): Error {
  const { code, message } = words[refusal];
  const error = new NativeError(message);
  defineProperty(error, 'stack', bare({ value: `Error: ${message}` }));
  defineProperty(error, 'code', bare({ value: code, enumerable: true }));
  return error;
}

/** Gives an error to a callback of the old `sendAsync(payload, callback)` form. */
export function failCallback(callback: Callable, payload: unknown, error: unknown): void {
  const id: unknown = isObject(payload) ? get(payload, 'id') : undefined;
  apply(callback, undefined, [error, { id, jsonrpc: '2.0', error }]);
}
