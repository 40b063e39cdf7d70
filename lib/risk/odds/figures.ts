import type { LossFigures } from '../answer.ts';
import type { Distribution } from './distribution.ts';

/** Sums of chances are compared with this much room (§3.4). */
const ROOM = 1e-12;

/** The same distribution with the worst loss first. */
function worstFirst({ losses, chances }: Distribution): Distribution {
  if (chances === null) return { losses: losses.toSorted().toReversed(), chances };
  const order = new Uint32Array(losses.length).map((_, index) => index);
  order.sort((a, b) => (losses[b] ?? 0) - (losses[a] ?? 0));
  return {
    losses: Float64Array.from(order, (at) => losses[at] ?? 0),
    chances: Float64Array.from(order, (at) => chances[at] ?? 0),
  };
}

/**
 * Of losses with the worst first: the smallest that is not passed in all but `mass` of the chance, and the mean of
 * the worst `mass`, in which the atom on the boundary counts with the part of it that is inside.
 */
function tail(
  { losses, chances }: Distribution,
  mass: number,
): { readonly at: number; readonly mean: number } {
  const even = 1 / losses.length;
  let [at, seen, sum] = [0, 0, 0];
  for (; at < losses.length - 1; at += 1) {
    const chance = chances?.[at] ?? even;
    sum += (losses[at] ?? 0) * Math.min(chance, Math.max(0, mass - seen));
    seen += chance;
    if (seen > mass + ROOM) break;
  }
  const rest = (losses[at] ?? 0) * Math.max(0, mass - seen);
  return { at: losses[at] ?? 0, mean: Math.min((sum + rest) / mass, losses[0] ?? 0) };
}

function sumWhere({ losses, chances }: Distribution, from: (loss: number) => number): number {
  let sum = 0;
  for (let at = 0; at < losses.length; at += 1) sum += from(losses[at] ?? 0) * (chances?.[at] ?? 1);
  return chances === null ? sum / losses.length : sum;
}

/** Mean, value at risk, expected shortfall and the chance of more than the tolerance, in parts of the whole. */
export function figuresOf(
  distribution: Distribution,
  tolerance: number,
): Omit<LossFigures, 'method' | 'shocks'> {
  const sorted = worstFirst(distribution);
  const [twentieth, hundredth] = [tail(sorted, 0.05), tail(sorted, 0.01)];
  return {
    eal: sumWhere(distribution, (loss) => loss),
    var95: twentieth.at,
    var99: hundredth.at,
    es95: twentieth.mean,
    es99: hundredth.mean,
    pOverTolerance: sumWhere(distribution, (loss) => (loss > tolerance + ROOM ? 1 : 0)),
  };
}
