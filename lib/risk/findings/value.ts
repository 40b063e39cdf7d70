import { WAD } from '../../core/index.ts';
import type { Facts } from '../facts.ts';
import { blockTime, readingOf } from '../factors/readings.ts';
import { stakeStudies } from '../factors/studies.ts';
import type { FactorId, Figure } from '../figure.ts';
import type { Finding } from '../finding.ts';

/** The upper end of a figure; null where it is not known. */
function highOf(figures: readonly Figure[], id: FactorId): bigint | null {
  const value = figures.find((one) => one.id === id)?.value;
  return value?.kind === 'range' ? value.hi : null;
}

function sellingCosts(figures: readonly Figure[]): Finding[] {
  const costWad = highOf(figures, 'sellCost');
  return costWad === null || costWad === 0n ? [] : [{ kind: 'sellingCosts', costWad }];
}

/** Both ends of a figure; null where it is not known at all. */
function endsOf(
  figures: readonly Figure[],
  id: FactorId,
): Extract<Figure['value'], { kind: 'range' }> | null {
  const value = figures.find((one) => one.id === id)?.value;
  return value?.kind === 'range' ? value : null;
}

/** Nothing is said where surely no token is held by a bridge. */
function bridge(figures: readonly Figure[]): Finding[] {
  const [count, share] = [endsOf(figures, 'bridgeVerifiers'), endsOf(figures, 'bridgeShare')];
  const verifiers = count?.lo ?? count?.hi ?? null;
  if (count === null || verifiers === null || share?.hi === 0n) return [];
  const sure = count.lo === count.hi;
  const least = share !== null && share.hi === null && share.lo !== null && share.lo > 0n ? share.lo : null;
  return [
    {
      kind: 'bridge',
      verifiers,
      ...(sure ? {} : { verifiersAre: count.lo === null ? 'atMost' : 'atLeast' }),
      shareWad: least ?? share?.hi ?? null,
      ...(least === null ? {} : { shareIsLeast: true }),
    },
  ];
}

function rateOld(facts: Facts): Finding[] {
  const [updated, most, now] = [
    readingOf(facts, 'rateUpdatedAt'),
    readingOf(facts, 'rateMaxAgeSecs'),
    blockTime(facts),
  ];
  if (updated.status === 'unknown' || most.status === 'unknown' || now.status === 'unknown') return [];
  const ageSecs = now.value - updated.value;
  return ageSecs > most.value ? [{ kind: 'rateOld', ageSecs }] : [];
}

/** Whether any operator's maximum magnitude has fallen: then it was slashed at some time. */
function wasSlashed(facts: Facts): boolean {
  return stakeStudies(facts).some(({ snapshot }) =>
    [...snapshot.operators.values()].some(({ books }) =>
      [...books.values()].some(({ maximum }) => maximum !== null && maximum < WAD),
    ),
  );
}

/**
 * A slash newer than the token's price (§3.8): whoever pays that price pays for stake already cut. A position of
 * one's own has no price that could be old.
 */
function unrecognisedSlash(facts: Facts): Finding[] {
  const { exposure } = facts;
  if (exposure === null || !exposure.snapshots.some(({ kind }) => kind !== 'direct')) return [];
  const slash = exposure.lastSlashAt;
  if (slash.status === 'unknown' || slash.value === null)
    return wasSlashed(facts) ? [{ kind: 'unrecognisedSlash', at: null, sure: false }] : [];
  const updated = readingOf(facts, 'rateUpdatedAt');
  const at = slash.value;
  if (updated.status === 'unknown' || updated.value === at)
    return [{ kind: 'unrecognisedSlash', at, sure: false }];
  return at > updated.value ? [{ kind: 'unrecognisedSlash', at, sure: true }] : [];
}

function fundShort(figures: readonly Figure[]): Finding[] {
  const solvencyWad = highOf(figures, 'solvency');
  return solvencyWad === null || solvencyWad >= WAD ? [] : [{ kind: 'fundShort', solvencyWad }];
}

/** Cover that exists and does not pay for slashing by a service (sentence 15). */
function coverNarrow({ exposure }: Facts): Finding[] {
  return (exposure?.track?.covers ?? [])
    .filter(({ perils }) => !perils.includes('service-slashing'))
    .map(({ product, perils }) => ({ kind: 'coverNarrow', product, perils }));
}

/** Everything about price, market, bridge and cover. */
export function valueFindings(facts: Facts, figures: readonly Figure[]): Finding[] {
  return [
    ...unrecognisedSlash(facts),
    ...rateOld(facts),
    ...sellingCosts(figures),
    ...bridge(figures),
    ...coverNarrow(facts),
    ...fundShort(figures),
  ];
}
