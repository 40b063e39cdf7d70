import type { FactorValue } from '../risk/index.ts';
import type { Verdict } from './verdict.ts';

function valueJson(value: FactorValue): unknown {
  switch (value.kind) {
    case 'range':
      return { lo: value.lo?.toString() ?? null, hi: value.hi?.toString() ?? null };
    case 'flag':
      return value.set;
    case 'identity':
      return value.facts;
    case 'unknown':
      return { lo: null, hi: null, reason: value.reason };
    default:
      return null;
  }
}

/** A verdict as plain JSON: integers as decimal text; a limit that is off is null. */
export function verdictJson({ overall, factors }: Verdict): {
  readonly overall: string;
  readonly factors: readonly {
    readonly id: string;
    readonly level: string;
    readonly limit: string | null;
    readonly value: unknown;
    readonly basis: string;
  }[];
} {
  return {
    overall,
    factors: factors.map(({ id, level, limit, value, basis }) => ({
      id,
      level,
      limit: limit?.toString() ?? null,
      value: valueJson(value),
      basis,
    })),
  };
}
