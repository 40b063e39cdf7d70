import type { Assumptions } from '../assumptions.ts';
import { lossOf } from './common.ts';
import type { Distributions } from './distribution.ts';
import type { Holdings } from './holdings.ts';
import { COMMON, CONSENSUS, CORE, type Shocks, TOKEN } from './shocks.ts';
import { Slashing } from './slashing.ts';

/** States of token, core contracts and consensus: bit 0, 1 and 2. */
const COMMON_STATES = 8;

function chanceOf(on: boolean, chance: number): number {
  return on ? chance : 1 - chance;
}

/** Every state of the world with its chance: 2 to the number of shocks, so only for few. */
export function enumerate(holdings: Holdings, shocks: Shocks, guesses: Assumptions): Distributions {
  const states = 2 ** (shocks.count - COMMON);
  const slashing = { losses: new Float64Array(states * 2), chances: new Float64Array(states * 2) };
  const allIn = {
    losses: new Float64Array(states * COMMON_STATES),
    chances: new Float64Array(states * COMMON_STATES),
  };
  const loss = lossOf(holdings, guesses);
  const slash = new Slashing(shocks, guesses);
  const failed = new Int32Array(shocks.count);
  const chance = (shock: number, on: boolean): number => chanceOf(on, shocks.chances[shock] ?? 0);
  for (let state = 0; state < states; state += 1) {
    let count = 0;
    let likely = 1;
    for (let shock = COMMON; shock < shocks.count; shock += 1) {
      const on = ((state >> (shock - COMMON)) & 1) === 1;
      likely *= chance(shock, on);
      if (!on) continue;
      failed[count] = shock;
      count += 1;
    }
    const slashed = slash.slashed(failed, count);
    for (const consensus of [0, 1]) {
      const at = state * 2 + consensus;
      slashing.losses[at] = loss(false, false, consensus === 1, slashed);
      slashing.chances[at] = likely * chance(CONSENSUS, consensus === 1);
    }
    for (let common = 0; common < COMMON_STATES; common += 1) {
      const [token, core, consensus] = [(common & 1) !== 0, (common & 2) !== 0, (common & 4) !== 0];
      const at = state * COMMON_STATES + common;
      allIn.losses[at] = loss(token, core, consensus, slashed);
      allIn.chances[at] = likely * chance(TOKEN, token) * chance(CORE, core) * chance(CONSENSUS, consensus);
    }
  }
  return { slashing, allIn };
}
