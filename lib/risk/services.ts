import { max } from '../core/index.ts';
import type { ServiceShare } from './assessment.ts';
import type { Facts } from './facts.ts';
import { stakeStudies } from './factors/studies.ts';
import { poolShares } from './pool-shares.ts';
import type { StakeStudy } from './stake/stake.ts';
import { shareDown, shareUp } from './stake/whole.ts';

function byShare(a: ServiceShare, b: ServiceShare): number {
  if (a.loWad !== b.loWad) return a.loWad > b.loWad ? -1 : 1;
  return a.avs < b.avs ? -1 : 1;
}

function networks(facts: Facts): readonly ServiceShare[] {
  const pool = facts.studies.find((one) => 'kind' in one && one.kind === 'pool');
  if (pool === undefined || !('kind' in pool) || pool.kind !== 'pool') return [];
  const { snapshot } = pool;
  const shares = poolShares(snapshot.pool ?? 0n, snapshot);
  const sums = new Map<string, { wei: bigint; operators: Set<string> }>();
  for (const { network, operator, stake } of snapshot.stakes ?? []) {
    const one = sums.get(network) ?? { wei: 0n, operators: new Set() };
    one.wei += stake;
    one.operators.add(operator);
    sums.set(network, one);
  }
  return [...sums].map(([avs, { wei, operators }]) => {
    const hiWad = snapshot.slasher === 'none' ? 0n : shares.up(wei);
    const sure = snapshot.joining === null ? hiWad : shares.down(wei);
    const loWad = snapshot.slasher === 'unknown' || snapshot.slasher === 'none' ? 0n : sure;
    return { avs, loWad, hiWad, operators: [...operators] };
  });
}

function sharesIn({ whole, tally }: StakeStudy): readonly ServiceShare[] {
  const uncertain = tally.sums.now.hi - tally.sums.now.lo + whole.untraced;
  return [...tally.services].map(([avs, { lo, operators }]) => ({
    avs,
    loWad: shareDown(whole, lo),
    hiWad: shareUp(whole, lo + uncertain),
    operators: [...operators],
  }));
}

/** Of a service that two snapshots name the larger of each share: its own, never another's. */
function merged(all: readonly ServiceShare[]): readonly ServiceShare[] {
  const services = new Map<string, ServiceShare>();
  for (const one of all) {
    const before = services.get(one.avs) ?? one;
    services.set(one.avs, {
      avs: one.avs,
      loWad: max(before.loWad, one.loWad),
      hiWad: max(before.hiWad, one.hiWad),
      operators: [...new Set([...before.operators, ...one.operators])],
    });
  }
  return [...services.values()].toSorted(byShare);
}

/**
 * Every service that may slash, with what it surely can take and what it could take if all that is uncertain
 * were its own (as §3.3 gives the worst one), largest first; of two snapshots the services of both.
 */
export function servicesOf(facts: Facts): readonly ServiceShare[] {
  const studies = stakeStudies(facts);
  return studies.length === 0 ? [...networks(facts)].sort(byShare) : merged(studies.flatMap(sharesIn));
}

/**
 * The service that surely can take most, with its own figures. Null where nothing is sure, and where a total is not
 * known: then up to all of it is nobody's figure in particular.
 */
export function worstService(facts: Facts): ServiceShare | null {
  const studies = stakeStudies(facts);
  if (studies.some(({ whole }) => !whole.known)) return null;
  const [first] = merged(studies.flatMap(sharesIn));
  return first === undefined || first.loWad === 0n ? null : first;
}
