import type { Assumptions } from '../assumptions.ts';
import { lossOf } from './common.ts';
import type { Distributions } from './distribution.ts';
import type { Holdings } from './holdings.ts';
import { COMMON, CONSENSUS, CORE, type Shocks, TOKEN } from './shocks.ts';
import { draws } from './sfc32.ts';
import { Slashing } from './slashing.ts';

/** Draws are whole numbers below this. */
const RANGE = 2 ** 32;

/**
 * Seeded years: for each path one draw per shock, in order (§3.4). Both runs see the same draws; the slashing run
 * passes over those of token and core contracts.
 */
export function draw(holdings: Holdings, shocks: Shocks, guesses: Assumptions): Distributions {
  const drawn = new Uint32Array(shocks.count);
  const fill = draws(guesses.seed);
  const { mcPaths } = guesses;
  // u < p with u = next / 2^32 is next < p * 2^32: exact, as both only move the exponent.
  const limits = shocks.chances.map((chance) => chance * RANGE);
  const slashing = new Float64Array(mcPaths);
  const allIn = new Float64Array(mcPaths);
  const loss = lossOf(holdings, guesses);
  const slash = new Slashing(shocks, guesses);
  const failed = new Int32Array(shocks.count);
  const happens = (shock: number): boolean => (drawn[shock] ?? 0) < (limits[shock] ?? 0);
  for (let path = 0; path < mcPaths; path += 1) {
    fill(drawn);
    let count = 0;
    for (let shock = COMMON; shock < shocks.count; shock += 1) {
      if (!happens(shock)) continue;
      failed[count] = shock;
      count += 1;
    }
    const slashed = slash.slashed(failed, count);
    const consensus = happens(CONSENSUS);
    slashing[path] = loss(false, false, consensus, slashed);
    allIn[path] = loss(happens(TOKEN), happens(CORE), consensus, slashed);
  }
  return { slashing: { losses: slashing, chances: null }, allIn: { losses: allIn, chances: null } };
}
