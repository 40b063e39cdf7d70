import { min, mulDivUp, WAD } from '../core/index.ts';
import type { ServiceShare } from './assessment.ts';
import type { Facts } from './facts.ts';
import { worstStudy } from './factors/studies.ts';
import { shareDown, shareUp } from './stake/whole.ts';

function byShare(a: ServiceShare, b: ServiceShare): number {
  if (a.loWad !== b.loWad) return a.loWad > b.loWad ? -1 : 1;
  return a.avs < b.avs ? -1 : 1;
}

function networks(facts: Facts): readonly ServiceShare[] {
  const pool = facts.studies.find((one) => 'kind' in one && one.kind === 'pool');
  if (pool === undefined || !('kind' in pool) || pool.kind !== 'pool') return [];
  const { snapshot } = pool;
  const whole = snapshot.pool ?? 0n;
  const sums = new Map<string, { wei: bigint; operators: Set<string> }>();
  for (const { network, operator, stake } of snapshot.stakes ?? []) {
    const one = sums.get(network) ?? { wei: 0n, operators: new Set() };
    one.wei += stake;
    one.operators.add(operator);
    sums.set(network, one);
  }
  return [...sums].map(([avs, { wei, operators }]) => {
    const hiWad = snapshot.slasher === 'none' ? 0n : mulDivUp(min(whole, wei), WAD, whole);
    return { avs, loWad: snapshot.slasher === 'unknown' ? 0n : hiWad, hiWad, operators: [...operators] };
  });
}

/**
 * Every service that may slash, with what it surely can take and what it could take if all that is uncertain
 * were its own (as §3.3 gives the worst one), largest first.
 */
export function servicesOf(facts: Facts): readonly ServiceShare[] {
  const one = worstStudy(facts, 'now');
  if (one === null) return [...networks(facts)].sort(byShare);
  const { whole, tally } = one;
  const uncertain = tally.sums.now.hi - tally.sums.now.lo + whole.untraced;
  return [...tally.services]
    .map(([avs, { lo, operators }]) => ({
      avs,
      loWad: shareDown(whole, lo),
      hiWad: shareUp(whole, lo + uncertain),
      operators: [...operators],
    }))
    .sort(byShare);
}
