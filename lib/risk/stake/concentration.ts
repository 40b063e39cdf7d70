import { max, mulDivDown, mulDivUp } from '../../core/index.ts';
import type { Tally } from './tally.ts';
import type { Whole } from './whole.ts';

const POINTS = 10_000n;

function squares(amounts: Iterable<bigint>): {
  readonly sum: bigint;
  readonly squared: bigint;
  readonly top: bigint;
} {
  let [sum, squared, top] = [0n, 0n, 0n];
  for (const amount of amounts) {
    sum += amount;
    squared += amount * amount;
    top = max(top, amount);
  }
  return { sum, squared, top };
}

/**
 * How far delegated stake sits with few operators: 10,000 is all with one (§3.7). The low end leaves untraced
 * stake out of the sum, the high end gives all of it to the largest operator. Null where nothing is delegated.
 */
export function operatorHhi(whole: Whole, tally: Tally): { readonly lo: number; readonly hi: number } | null {
  if (!whole.known) return { lo: 0, hi: Number(POINTS) };
  const { sum, squared, top } = squares(tally.delegated.values());
  const all = sum + whole.untraced;
  if (all === 0n) return null;
  const withUntraced = squared - top * top + (top + whole.untraced) * (top + whole.untraced);
  return {
    lo: Number(mulDivDown(POINTS, squared, all * all)),
    hi: Number(mulDivUp(POINTS, withUntraced, all * all)),
  };
}

/** The same over what each service surely can slash today: of the traced part only. Null where that is nothing. */
export function avsHhi(tally: Tally): number | null {
  const { sum, squared } = squares([...tally.services.values()].map((service) => service.lo));
  return sum === 0n ? null : Number(mulDivUp(POINTS, squared, sum * sum));
}
