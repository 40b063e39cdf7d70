/** Minimum, median, 95th percentile and maximum of some figures. */
export type Spread = {
  readonly n: number;
  readonly min: number;
  readonly median: number;
  readonly p95: number;
  readonly max: number;
};

/** Spread of a list of figures; it must not be empty. */
export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { n: sorted.length, min: at(0), median: at(0.5), p95: at(0.95), max: at(1) };
}

function figure(value: number): string {
  return value.toFixed(Math.abs(value) < 10 ? 3 : 1);
}

/** One line: name, median and spread, and the budget where there is one. */
export function line(name: string, values: readonly number[], unit: string, budget?: number): string {
  const { n, min, median, p95, max } = spread(values);
  const verdict =
    budget === undefined ? '' : median <= budget ? `  within ${budget} ${unit}` : `  OVER ${budget} ${unit}`;
  const range = `min ${figure(min)}, p95 ${figure(p95)}, max ${figure(max)}, n = ${n}`;
  return `${name.padEnd(58)} median ${figure(median)} ${unit} (${range})${verdict}`;
}
