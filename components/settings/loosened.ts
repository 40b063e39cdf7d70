import type { LimitName, Limits } from '../../lib/limits/index.ts';
import { LIMIT_SPECS } from './limit-spec.ts';

/** Whether one value lets through more than another did. Off lets everything through. */
function looser(before: bigint | null, after: bigint | null, bound: 'most' | 'least'): boolean {
  if (before === null) return false;
  if (after === null) return true;
  return bound === 'most' ? after > before : after < before;
}

/** What lets through more than before, as a person would name it: limits by their titles, and the two policies. */
export function loosened(before: Limits, after: Limits): readonly string[] {
  const limits = LIMIT_SPECS.filter(({ name, bound }) =>
    looser(before.values[name], after.values[name], bound),
  ).map(({ title }) => title);
  const asks = before.unknownPolicy === 'block' && after.unknownPolicy === 'ask';
  const lists = before.untracedPolicy === 'strict' && after.untracedPolicy === 'listed';
  return [...limits, ...(asks ? [UNFINISHED] : []), ...(lists ? [UNTRACED] : [])];
}

export const UNFINISHED = 'If a check cannot finish';
export const UNTRACED = 'Stake that cannot be traced';

/** Whether two sets of limits are the same in everything that can be set. */
export function sameLimits(a: Limits, b: Limits): boolean {
  const names: readonly LimitName[] = LIMIT_SPECS.map(({ name }) => name);
  return (
    a.preset === b.preset &&
    a.unknownPolicy === b.unknownPolicy &&
    a.untracedPolicy === b.untracedPolicy &&
    names.every((name) => a.values[name] === b.values[name])
  );
}
