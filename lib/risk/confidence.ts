import { min, mulDivUp, WAD } from '../core/index.ts';
import type { Confidence } from './assessment.ts';
import { type Facts, poolIn, stakeIn } from './facts.ts';
import type { FactorValue, Figure, IdentityFacts, Unit } from './figure.ts';

/** Share of the stake that was traced and read; null where nothing could be computed. */
export function coverageOf(facts: Facts): bigint | null {
  const stake = stakeIn(facts);
  if (stake !== null) return BigInt(stake.coverageWad);
  return poolIn(facts) === null ? null : poolCoverage(facts);
}

/** Of a pooled vault what is surely not promised to somebody that no list names; of two the smaller. */
export function poolCoverage({ studies }: Facts): bigint {
  return studies.reduce((least, one) => {
    if (!('kind' in one) || one.kind !== 'pool') return least;
    const { pool, unlisted } = one.snapshot;
    if (pool === null || pool === 0n) return least;
    return min(least, WAD - mulDivUp(min(pool, unlisted), WAD, pool));
  }, WAD);
}

function identityUnknown(facts: IdentityFacts): boolean {
  const neither = facts.contractKnown !== true && facts.domainKnown !== true;
  return neither || facts.lookalike === null || facts.recipientIsUser === null;
}

const ALL_POINTS = 10_000n;

/** Units of figures that protect: a limit is held against their low end alone (§5, "at least"). */
const AT_LEAST: readonly Unit[] = ['days', 'months', 'count'];

/**
 * Whether a factor's value is not known: the end that a limit is held against is missing, or nothing narrower
 * than "from nothing to all" could be said.
 */
export function isUnknown(value: FactorValue): boolean {
  if (value.kind === 'flag') return value.set === null;
  if (value.kind === 'identity') return identityUnknown(value.facts);
  if (value.kind !== 'range') return value.kind === 'unknown';
  if (AT_LEAST.includes(value.unit)) return value.lo === null;
  if (value.lo === null || value.hi === null) return true;
  const all = value.unit === 'wad' ? WAD : value.unit === 'points' ? ALL_POINTS : null;
  return value.lo === 0n && value.hi === all;
}

/** The grade of §4.3. */
export function confidenceOf(coverage: bigint | null, figures: readonly Figure[]): Confidence {
  const unknown = figures.filter((figure) => figure.required && isUnknown(figure.value)).length;
  const percent = ((coverage ?? 0n) * 100n) / WAD;
  if (percent >= 95n && unknown === 0) return 'A';
  if (percent >= 80n && unknown <= 1) return 'B';
  return percent >= 50n ? 'C' : 'D';
}
