import type { Assumptions } from '../assumptions.ts';
import type { Holdings } from './holdings.ts';

/** Loss of the whole, given which of the common shocks are on and what was slashed. */
export type LossOf = (token: boolean, core: boolean, consensus: boolean, slashed: number) => number;

/**
 * `loss(line) = 1 - (1-wL)(1-wE)(1-wC)(1 - slash)` summed over all that is staked, and `wL` of what is idle (§3.4).
 */
export function lossOf({ staked, idle }: Holdings, guesses: Assumptions): LossOf {
  const { sevLrt, sevCore, sevConsensus } = guesses;
  return (token, core, consensus, slashed) => {
    const kept = (token ? 1 - sevLrt : 1) * (core ? 1 - sevCore : 1) * (consensus ? 1 - sevConsensus : 1);
    return staked * (1 - kept) + slashed * kept + (token ? idle * sevLrt : 0);
  };
}
