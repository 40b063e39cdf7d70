import type { Snapshot } from '../../lib/exposure/index.ts';

/** A position as §3.4 writes it down: value as a share of the whole, and `f` of each counted allocation. */
export type Place = {
  readonly share: number;
  readonly allocations: readonly { readonly avs: string; readonly operator: string; readonly f: number }[];
};

export type World = {
  readonly places: readonly Place[];
  readonly staked: number;
  readonly idle: number;
};

export const DEFAULTS = {
  pAvs: 0.01,
  sevAvs: 1,
  pOperator: 0.01,
  sevOperator: 1,
  pConsensus: 0.0005,
  sevConsensus: 0.1,
  pLrt: 0.015,
  sevLrt: 0.3,
  pCore: 0.002,
  sevCore: 1,
  tolerance: 0.1,
  seed: 20_261_121,
  mcPaths: 40_000,
};

function ids(of: readonly string[]): string[] {
  return [...new Set(of)].sort((a, b) => (a < b ? -1 : 1));
}

/** Names of the shocks in the order of §3.4: `L`, `E`, `C`, `avs X`, `op X`. */
export function shocksOf({ places }: World): readonly string[] {
  const all = places.flatMap((place) => place.allocations);
  return [
    'L',
    'E',
    'C',
    ...ids(all.map(({ avs }) => avs)).map((id) => `avs ${id}`),
    ...ids(all.map(({ operator }) => operator)).map((id) => `op ${id}`),
  ];
}

export function chanceOf(shock: string, guesses: typeof DEFAULTS): number {
  if (shock === 'L') return guesses.pLrt;
  if (shock === 'E') return guesses.pCore;
  if (shock === 'C') return guesses.pConsensus;
  return shock.startsWith('avs') ? guesses.pAvs : guesses.pOperator;
}

/** The loss of one state, formula by formula. */
export function lossOf(world: World, on: ReadonlySet<string>, guesses: typeof DEFAULTS): number {
  const wL = on.has('L') ? guesses.sevLrt : 0;
  const wE = on.has('E') ? guesses.sevCore : 0;
  const wC = on.has('C') ? guesses.sevConsensus : 0;
  const loss = (slash: number): number => 1 - (1 - wL) * (1 - wE) * (1 - wC) * (1 - slash);
  let total = world.idle * wL;
  let rest = world.staked;
  for (const { share, allocations } of world.places) {
    let slash = 0;
    for (const { avs, operator, f } of allocations) {
      const service = on.has(`avs ${avs}`) ? guesses.sevAvs : 0;
      const own = on.has(`op ${operator}`) ? guesses.sevOperator : 0;
      slash += f * (1 - (1 - service) * (1 - own));
    }
    total += share * loss(Math.min(1, slash));
    rest -= share;
  }
  return total + rest * loss(0);
}

export type Atom = { readonly loss: number; readonly chance: number };

/** Every state; `off` are shocks that a run leaves out. */
export function everyState(world: World, guesses: typeof DEFAULTS, off: readonly string[]): readonly Atom[] {
  const shocks = shocksOf(world).filter((shock) => !off.includes(shock));
  return Array.from({ length: 2 ** shocks.length }, (_, state) => {
    const on = new Set(shocks.filter((_shock, index) => Math.floor(state / 2 ** index) % 2 === 1));
    const chance = shocks.reduce((product, shock) => {
      const p = chanceOf(shock, guesses);
      return product * (on.has(shock) ? p : 1 - p);
    }, 1);
    return { loss: lossOf(world, on, guesses), chance };
  });
}

/** The figures of §3.4 from the best to the worst state, which is the other way round than the product goes. */
export function figuresOf(atoms: readonly Atom[], tolerance: number) {
  const sorted = atoms.toSorted((a, b) => a.loss - b.loss);
  const valueAt = (level: number): number => {
    let below = 0;
    for (const { loss, chance } of sorted) {
      below += chance;
      if (below >= level - 1e-12) return loss;
    }
    return sorted.at(-1)?.loss ?? Number.NaN;
  };
  const shortfall = (level: number): number => {
    let [below, sum] = [0, 0];
    for (const { loss, chance } of sorted) {
      sum += loss * Math.max(0, Math.min(chance, below + chance - level));
      below += chance;
    }
    return sum / (1 - level);
  };
  return {
    eal: sorted.reduce((sum, { loss, chance }) => sum + loss * chance, 0),
    var95: valueAt(0.95),
    var99: valueAt(0.99),
    es95: shortfall(0.95),
    es99: shortfall(0.99),
    pOverTolerance: sorted
      .filter(({ loss }) => loss > tolerance + 1e-12)
      .reduce((sum, { chance }) => sum + chance, 0),
  };
}

/** The world of a snapshot in which all is known, read by hand: no queue, no pending change. */
export function plainWorld(snapshot: Snapshot): World {
  const total = Number(snapshot.assets?.totalWei);
  const places = snapshot.lines.map(({ operator, strategy, valueWei }) => {
    const book = snapshot.operators
      .find(({ id }) => id === operator)
      ?.books.find((one) => one.strategy === strategy);
    const allocations = (book?.allocations ?? []).map(({ avs, current }) => ({
      avs,
      operator,
      f: Number(current) / Number(book?.maxMagnitude),
    }));
    return { share: Number(valueWei) / total, allocations };
  });
  const idle = Number(snapshot.assets?.idleWei) / total;
  return { places, staked: 1 - idle, idle };
}
