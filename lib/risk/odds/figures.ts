import type { LossFigures } from '../answer.ts';
import type { Distribution } from './distribution.ts';

/** Sums of chances are compared with this much room (§3.4). */
const ROOM = 1e-12;

/** The same distribution with the worst loss first. Of equal chances only losses are ordered: most years have none. */
function worstFirst({ losses, chances }: Distribution): Distribution {
  if (chances === null) {
    const sorted = new Float64Array(losses.length);
    let count = 0;
    for (let at = 0; at < losses.length; at += 1) {
      const loss = losses[at] ?? 0;
      if (loss <= 0) continue;
      sorted[count] = loss;
      count += 1;
    }
    const some = sorted.slice(0, count).sort();
    for (let at = 0; at < count; at += 1) sorted[at] = some[count - 1 - at] ?? 0;
    return { losses: sorted, chances };
  }
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

/** Mean loss, and the chance of more than the tolerance. */
function meanOf(
  { losses, chances }: Distribution,
  tolerance: number,
): { readonly mean: number; readonly over: number } {
  let [mean, over] = [0, 0];
  for (let at = 0; at < losses.length; at += 1) {
    const loss = losses[at] ?? 0;
    const chance = chances === null ? 1 : (chances[at] ?? 0);
    mean += loss * chance;
    if (loss > tolerance + ROOM) over += chance;
  }
  const whole = chances === null ? losses.length : 1;
  return { mean: mean / whole, over: over / whole };
}

/** Mean, value at risk, expected shortfall and the chance of more than the tolerance, in parts of the whole. */
export function figuresOf(
  distribution: Distribution,
  tolerance: number,
): Omit<LossFigures, 'method' | 'shocks'> {
  const sorted = worstFirst(distribution);
  const [twentieth, hundredth] = [tail(sorted, 0.05), tail(sorted, 0.01)];
  const { mean, over } = meanOf(distribution, tolerance);
  return {
    eal: mean,
    var95: twentieth.at,
    var99: hundredth.at,
    es95: twentieth.mean,
    es99: hundredth.mean,
    pOverTolerance: over,
  };
}
