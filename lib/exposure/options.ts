import type { Address, Hex } from '../core/index.ts';
import type { Exposure, NodePort } from './exposure.ts';

/** What a node was found able to do: plain JSON, cached by the caller by node name. See `probeNode`. */
export type Probe = {
  readonly chainId: number;
  /** Takes several calls in one HTTP request. */
  readonly batch: boolean;
  /** Takes the third parameter of eth_call (state override). */
  readonly override: boolean;
  /** Gas an eth_call without `gas` field may use; null when the node did not say. */
  readonly gas: number | null;
  /** Code of contracts whose storage the lens may read behind a shim, by lower-case address; see `Shim.sol`. */
  readonly codes: Readonly<Record<string, Hex>>;
  /** The largest answer in bytes that was tried and came back whole; null when it could not be tried. */
  readonly answerBytes: number | null;
};

/**
 * What earlier reads of the same stake met: plain JSON. It lets storage words be asked in the first trip and is never
 * a source of figures.
 */
export type Memory = {
  readonly operators: readonly Address[];
  /** Storage words seen before, by question (`slot:address:slot`, lower case): a guess that the same trip checks. */
  readonly slots: Readonly<Record<string, Hex>>;
};

export type ReadOptions = {
  /** At most two are asked: the first two. */
  readonly nodes: readonly NodePort[];
  /** Unix milliseconds: for staleness, deadlines and node times, never for a figure. */
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** The whole read, in milliseconds; what is unread by then is unknown. */
  readonly deadlineMs: number;
  /** Gets what is known while a further trip runs. Its unread figures are unknown, so it can only look worse. */
  readonly onProgress?: (exposure: Exposure) => void;
  /** By node name. Without one no feature is assumed. */
  readonly probes?: Readonly<Record<string, Probe>>;
  readonly memory?: Memory;
  /** Called once with what this read met, to be kept for the next one. */
  readonly onMemory?: (memory: Memory) => void;
};
