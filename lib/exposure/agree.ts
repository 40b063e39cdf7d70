import type { UnknownReason } from '../core/index.ts';

import type { Raw } from './request.ts';

type Memo = ReadonlyMap<string, Raw>;

/** Two nodes' answers to the same questions at the same block, brought together. */
export type Agreement = {
  readonly left: Memo;
  readonly right: Memo;
  /** Questions that both answered, differently. */
  readonly conflicts: ReadonlySet<string>;
  /** Questions that only one of them answered. */
  readonly single: ReadonlySet<string>;
};

/** Failures that say something of the node and not of the chain. */
const OF_THE_NODE: ReadonlySet<UnknownReason> = new Set([
  'rpc-failed',
  'not-reached',
  'starved',
  'oversized',
  'stale',
]);

function ofTheNode(raw: Raw): boolean {
  return raw.status === 'failed' && OF_THE_NODE.has(raw.reason);
}

/**
 * Fills what one node could not say from the other, and leaves apart what they say differently: each side keeps its
 * own word, so that both can be judged and the worse of both counts.
 */
export function agree(a: Memo, b: Memo): Agreement {
  const left = new Map(a);
  const right = new Map(b);
  const conflicts = new Set<string>();
  const single = new Set<string>();
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    const [x, y] = [a.get(key), b.get(key)];
    if (x === undefined || y === undefined || ofTheNode(x) !== ofTheNode(y)) {
      const best = x === undefined || (y !== undefined && ofTheNode(x)) ? y : x;
      if (best === undefined) continue;
      left.set(key, best);
      right.set(key, best);
      if (best.status === 'ok') single.add(key);
    } else if (!same(x, y)) conflicts.add(key);
  }
  return { left, right, conflicts, single };
}

function same(x: Raw, y: Raw): boolean {
  if (x.status === 'ok') return y.status === 'ok' && x.data === y.data;
  return y.status === 'failed' && (x.reason === y.reason || ofTheNode(x));
}
