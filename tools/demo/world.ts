import type { Address } from '../../lib/core/index.ts';
import type { EigenLayerState, SetState } from '../chain/eigenlayer-state.ts';
import type { World, WorldMoment } from '../chain/world-types.ts';
import { merged } from '../chain/worlds/base.ts';
import { worlds } from '../chain/worlds/index.ts';

/**
 * One chain for a person to try: Renzo within the limits of Balanced, Kelp over them, Puffer with a book that
 * cannot be read, ether.fi with stake nobody can trace. Every figure is made up.
 */
export function demoWorld(moment: Omit<WorldMoment, 'variant'>): World {
  const parts = [
    worlds.renzo({ ...moment, variant: 'within' }),
    worlds.kelp({ ...moment, variant: 'over' }),
    worlds.puffer({ ...moment, variant: 'unknown' }),
    worlds.etherfi({ ...moment, variant: 'within' }),
    worlds['eigenlayer-direct']({ ...moment, variant: 'within' }),
  ] as const;
  const [first] = parts;
  return {
    ...first,
    about: 'Renzo, Kelp, Puffer and ether.fi side by side, with made figures.',
    contracts: merged(parts.flatMap(({ contracts }) => contracts)),
    eigenlayer: together(parts.map(({ eigenlayer }) => eigenlayer)),
  };
}

function together(states: readonly EigenLayerState[]): EigenLayerState {
  const [first] = states;
  if (first === undefined) throw new Error('no world to put together');
  return {
    ...first,
    whitelist: [...new Set(states.flatMap(({ whitelist }) => whitelist))],
    sets: setsOf(states.flatMap(({ sets }) => sets)),
    operators: unique(states.flatMap(({ operators }) => operators)),
    stakers: unique(states.flatMap(({ stakers }) => stakers)),
  };
}

/** The same set in two worlds takes the strategies of both. */
function setsOf(sets: readonly SetState[]): SetState[] {
  const found = new Map<string, SetState>();
  for (const set of sets) {
    const key = `${set.avs} ${set.id}`;
    const strategies = [...new Set([...(found.get(key)?.strategies ?? []), ...set.strategies])];
    found.set(key, { ...set, strategies });
  }
  return [...found.values()];
}

function unique<T extends { readonly address: Address }>(entries: readonly T[]): T[] {
  return [...new Map(entries.map((entry) => [entry.address, entry])).values()];
}
