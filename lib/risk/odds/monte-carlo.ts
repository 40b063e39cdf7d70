import type { Assumptions } from '../assumptions.ts';
import { lossOf } from './common.ts';
import type { Distributions } from './distribution.ts';
import { BLOCK, hitsOf, RANGE } from './hits.ts';
import type { Holdings } from './holdings.ts';
import { COMMON, CONSENSUS, CORE, type Shocks, TOKEN } from './shocks.ts';
import { Slashing } from './slashing.ts';

/**
 * Seeded years: for each path one draw per shock, in order (§3.4). Both runs see the same draws; the slashing run
 * passes over those of token and core contracts. Only draws that can be below a chance are looked at.
 */
export function draw(holdings: Holdings, shocks: Shocks, guesses: Assumptions): Distributions {
  const { count } = shocks;
  const { mcPaths, seed } = guesses;
  const slashing = new Float64Array(mcPaths);
  const allIn = new Float64Array(mcPaths);
  const loss = lossOf(holdings, guesses);
  const slash = new Slashing(shocks, guesses);
  const failed = new Int32Array(count);
  const common = new Uint8Array(COMMON);
  let met = 0;
  const conclude = (path: number): void => {
    const slashed = slash.slashed(failed, met);
    const consensus = common[CONSENSUS] === 1;
    slashing[path] = loss(false, false, consensus, slashed);
    allIn[path] = loss(common[TOKEN] === 1, common[CORE] === 1, consensus, slashed);
    common.fill(0);
    met = 0;
  };

  // u < p with u = next / 2^32 is next < p * 2^32: exact, as both only move the exponent.
  const limits = shocks.chances.map((chance) => chance * RANGE);
  const all = mcPaths * count;
  const hits = hitsOf(
    seed,
    shocks.chances.reduce((a, b) => Math.max(a, b), 0),
    all,
  );
  let path = 0; // of the shocks that have been met but not concluded
  for (let start = 0; start < all; start += BLOCK) {
    const { places, values } = hits(start / BLOCK);
    for (let index = 0; index < places.length; index += 1) {
      const place = start + (places[index] ?? 0);
      if (place >= all) break;
      const year = Math.floor(place / count);
      const shock = place - year * count;
      if ((values[index] ?? 0) >= (limits[shock] ?? 0)) continue;
      if (year !== path) {
        conclude(path); // nothing happens in most years: they keep a loss of 0
        path = year;
      }
      if (shock < COMMON) common[shock] = 1;
      else {
        failed[met] = shock;
        met += 1;
      }
    }
  }
  conclude(path);
  return { slashing: { losses: slashing, chances: null }, allIn: { losses: allIn, chances: null } };
}
