import type { Plan } from './plan.ts';

/** Stakers a page may hold: with their operators' sets it stays below 25 million gas (readings.md §4). */
const PAGE = 96;

/**
 * A plan as one lens call, or several for a long given list: then the first page asks the steps and the operators
 * they list, and each of the others walks its part of the stakers with their operators.
 */
export function pagesOf(whole: Plan): readonly Plan[] {
  const plan: Plan = { ...whole, pool: false };
  if (plan.stakers.kind !== 'given' || plan.stakers.list.length <= PAGE) return [plan];
  const { list } = plan.stakers;
  const pages = Math.ceil(list.length / PAGE);
  const size = Math.ceil(list.length / pages);
  const part = (i: number): Plan => ({
    ...plan,
    steps: [],
    listed: null,
    stakers: { kind: 'given', list: list.slice(i * size, (i + 1) * size) },
  });
  return [
    { ...plan, stakers: { kind: 'given', list: [] } },
    ...Array.from({ length: pages }, (_, i) => part(i)),
  ];
}
