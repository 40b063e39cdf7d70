import { GuardError } from '../core/index.ts';

import type { NodePort, RpcCall, RpcReply } from './exposure.ts';

/** Most calls in one HTTP request; more go side by side in requests of their own. */
const BATCH = 100;

/** One node during one reading: asks it, and counts what that took. */
export class Session {
  readonly node: NodePort;
  readonly signal: AbortSignal;
  /** Trips one after the other; requests that run side by side are one trip. */
  trips = 0;
  calls = 0;
  #batch: boolean;

  constructor(node: NodePort, signal: AbortSignal, batch: boolean) {
    this.node = node;
    this.signal = signal;
    this.#batch = batch;
  }

  /** Whether the node takes several calls at once, as far as this reading has seen. */
  get batch(): boolean {
    return this.#batch;
  }

  /**
   * Asks all calls in one trip; a node that refuses batches is asked again, call by call.
   * Throws `GuardError` (`rpc/…`) when there is no answer.
   */
  async ask(calls: readonly RpcCall[]): Promise<readonly RpcReply[]> {
    if (calls.length === 0) return [];
    this.calls += calls.length;
    this.trips += 1;
    if (!this.#batch) return this.#singly(calls);
    try {
      const parts = Array.from({ length: Math.ceil(calls.length / BATCH) }, (_, i) =>
        this.#send(calls.slice(i * BATCH, (i + 1) * BATCH)),
      );
      return (await Promise.all(parts)).flat();
    } catch (cause) {
      if (!(cause instanceof GuardError) || cause.code !== 'rpc/no-batch') throw cause;
      this.#batch = false;
      this.trips += 1;
      return this.#singly(calls);
    }
  }

  async #singly(calls: readonly RpcCall[]): Promise<readonly RpcReply[]> {
    const replies = await Promise.all(calls.map((call) => this.#send([call])));
    return replies.flat();
  }

  /** One request; ends with the reading, also where a transport does not heed the signal. */
  async #send(calls: readonly RpcCall[]): Promise<readonly RpcReply[]> {
    const done = new AbortController();
    try {
      return await Promise.race([this.node.batch(calls, this.signal), endOf(this.signal, done.signal)]);
    } finally {
      done.abort();
    }
  }
}

/** Rejects when `signal` ends; listens only until `done`. */
function endOf(signal: AbortSignal, done: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () =>
      reject(new GuardError('rpc/timeout', 'The node did not answer in time.', 'Try again.'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true, signal: done });
  });
}
