import { mulDivDown } from '../../core/index.ts';
import type { Line, StakeSnapshot } from '../snapshot/parsed.ts';
import type { StakeStudy } from '../stake/stake.ts';
import { shareUp } from '../stake/whole.ts';

/** Lines that surely can be slashed now: those in the queue only while their last block is known and ahead. */
function sureLines({ lines, queued, now }: StakeSnapshot): readonly Line[] {
  return [...lines, ...queued.filter(({ lastBlock }) => lastBlock !== null && lastBlock >= now)];
}

/** What each service surely can take at one operator, in wei, low ends rounded down as in §3.1. */
function pairsOf(snapshot: StakeSnapshot): ReadonlyMap<string, ReadonlyMap<string, bigint>> {
  const pairs = new Map<string, Map<string, bigint>>();
  for (const { operator, strategy, value } of sureLines(snapshot)) {
    const book = snapshot.operators.get(operator)?.books.get(strategy);
    const maximum = book?.maximum ?? 0n;
    if (value === null || maximum === 0n) continue;
    const services = pairs.get(operator) ?? new Map<string, bigint>();
    pairs.set(operator, services);
    for (const { avs, current, slashable, inSet } of book?.allocations ?? []) {
      if (slashable !== true || inSet !== true) continue;
      services.set(avs, (services.get(avs) ?? 0n) + mulDivDown(value, current, maximum));
    }
  }
  return pairs;
}

/**
 * The one service at one operator that surely can take most, and what it could take if all that is uncertain were
 * its own, as §3.3 gives the worst of each. Of equals the smallest service, then operator. Null: nothing is sure.
 */
export function worstPair(study: StakeStudy): {
  readonly avs: string;
  readonly operator: string;
  readonly hiWad: bigint;
} | null {
  const { snapshot, tally, whole } = study;
  let top: { avs: string; operator: string; wei: bigint } | null = null;
  for (const [operator, services] of pairsOf(snapshot)) {
    for (const [avs, wei] of services) {
      if (wei === 0n || (top !== null && wei < top.wei)) continue;
      const first =
        top === null || wei > top.wei || avs < top.avs || (avs === top.avs && operator < top.operator);
      if (first) top = { avs, operator, wei };
    }
  }
  if (top === null) return null;
  const { lo, hi } = tally.sums.now;
  const { avs, operator, wei } = top;
  return { avs, operator, hiWad: shareUp(whole, wei + hi - lo + whole.untraced) };
}
