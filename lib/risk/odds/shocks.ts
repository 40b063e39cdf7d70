import type { Assumptions } from '../assumptions.ts';
import type { Holdings, Position } from './holdings.ts';

/** Shocks that are there for everybody, in the order of §3.4; services and operators follow them. */
export const TOKEN = 0;
export const CORE = 1;
export const CONSENSUS = 2;
export const COMMON = 3;

/** What one shock touches: for each place the position and the part of it. */
export type Reach = {
  readonly position: Int32Array;
  readonly part: Float64Array;
  /** Shock of the operator through which; of an operator its own. */
  readonly through: Int32Array;
};

/** All shocks of one run in order, with their chances and what each reaches. */
export type Shocks = {
  readonly count: number;
  /** Index of the first shock that is an operator. */
  readonly firstOperator: number;
  readonly chances: Float64Array;
  /** By shock; the common ones reach everything and stand here empty. */
  readonly reaches: readonly Reach[];
  readonly shares: Float64Array;
};

type Open = { readonly position: number[]; readonly part: number[]; readonly through: number[] };

function open(): Open {
  return { position: [], part: [], through: [] };
}

function closed({ position, part, through }: Open): Reach {
  return {
    position: Int32Array.from(position),
    part: Float64Array.from(part),
    through: Int32Array.from(through),
  };
}

/** Ids once each, in code-unit order, with the place each has among the shocks. */
function ordered(
  positions: readonly Position[],
  idsOf: (position: Position) => readonly string[],
  first: number,
): ReadonlyMap<string, number> {
  const ids = [...new Set(positions.flatMap(idsOf))].sort();
  return new Map(ids.map((id, index) => [id, first + index]));
}

function reachesOf(
  positions: readonly Position[],
  services: ReadonlyMap<string, number>,
  operators: ReadonlyMap<string, number>,
  count: number,
): readonly Reach[] {
  const reaches = Array.from({ length: count }, open);
  positions.forEach(({ services: names, operators: through, parts }, position) => {
    const own = new Map<number, number>();
    parts.forEach((part, index) => {
      const operator = operators.get(through[index] ?? '') ?? 0;
      const reach = reaches[services.get(names[index] ?? '') ?? 0];
      reach?.position.push(position);
      reach?.part.push(part);
      reach?.through.push(operator);
      own.set(operator, (own.get(operator) ?? 0) + part);
    });
    for (const [operator, part] of own) {
      reaches[operator]?.position.push(position);
      reaches[operator]?.part.push(part);
      reaches[operator]?.through.push(operator);
    }
  });
  return reaches.map(closed);
}

/** The shocks of one run (§3.4): token, core contracts, consensus, services by id, operators by id. */
export function shocksOf({ positions }: Holdings, guesses: Assumptions): Shocks {
  const services = ordered(positions, (one) => one.services, COMMON);
  const firstOperator = COMMON + services.size;
  const operators = ordered(positions, (one) => one.operators, firstOperator);
  const count = firstOperator + operators.size;
  const chances = new Float64Array(count).fill(guesses.pAvs, COMMON).fill(guesses.pOperator, firstOperator);
  chances[TOKEN] = guesses.pLrt;
  chances[CORE] = guesses.pCore;
  chances[CONSENSUS] = guesses.pConsensus;
  return {
    count,
    firstOperator,
    chances,
    reaches: reachesOf(positions, services, operators, count),
    shares: Float64Array.from(positions, ({ share }) => share),
  };
}
