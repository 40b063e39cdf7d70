/** One figure that is not as expected. */
export type Mismatch = { readonly figure: string; readonly expected: unknown; readonly found: unknown };

/** What comparing came to. */
export type Compared = { readonly figures: number; readonly mismatches: readonly Mismatch[] };

const NONE: Compared = { figures: 0, mismatches: [] };

/** Floats of the examples must match to this. */
const CLOSE = 1e-9;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Several comparisons as one. */
export function together(all: readonly Compared[]): Compared {
  return {
    figures: all.reduce((sum, one) => sum + one.figures, 0),
    mismatches: all.flatMap((one) => one.mismatches),
  };
}

function same(expected: unknown, found: unknown): boolean {
  if (typeof expected === 'number' && typeof found === 'number' && !Number.isInteger(expected))
    return Math.abs(expected - found) <= CLOSE;
  return Object.is(expected, found);
}

/**
 * Every figure of `expected` against what was found; a figure that is not there is a mismatch. Of an object only
 * the expected fields are compared, an array must have exactly the expected entries.
 */
export function compare(expected: unknown, found: unknown, figure: string): Compared {
  if (Array.isArray(expected)) {
    if (!Array.isArray(found) || found.length !== expected.length)
      return { figures: 1, mismatches: [{ figure: `${figure}.length`, expected, found }] };
    if (expected.length === 0) return { figures: 1, mismatches: [] };
    return together(expected.map((one, index) => compare(one, found[index], `${figure}.${index}`)));
  }
  if (isObject(expected)) {
    if (!isObject(found)) return { figures: 1, mismatches: [{ figure, expected, found }] };
    if (Object.keys(expected).length === 0) return { figures: 1, mismatches: [] };
    return together(
      Object.entries(expected).map(([key, one]) => compare(one, found[key], `${figure}.${key}`)),
    );
  }
  return { ...NONE, figures: 1, mismatches: same(expected, found) ? [] : [{ figure, expected, found }] };
}
