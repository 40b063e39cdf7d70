import { type KnownAttack, knownAttacks, studyAttack } from '../attack/index.ts';
import { defineFactor, type Found } from '../define-factor.ts';
import { exactAmount, exactPercent } from '../exact.ts';
import type { Facts } from '../facts.ts';
import { exactly, unknownFound } from './readings.ts';
import { resultStep } from './result.ts';
import { poolStudy, stakeStudies } from './studies.ts';

const FORMULA =
  'share of its stake that an attacker of a service needs, times that stake; the smallest of these';

/** Services that may slash part of this stake. */
function servicesBehind(facts: Facts): ReadonlySet<string> {
  const stakes = poolStudy(facts)?.snapshot.stakes ?? [];
  const services = stakeStudies(facts).flatMap(({ tally }) => [...tally.services.keys()]);
  return new Set([...services, ...stakes.map(({ network }) => network)].map((id) => id.toLowerCase()));
}

/** A study of attacking one service behind this stake, with its break-even in wei. */
export type Priced = KnownAttack & { readonly breakEvenWei: bigint };

/** Published studies of the services behind this stake, cheapest attack first. */
export function attacksOn(facts: Facts, known: readonly KnownAttack[] = knownAttacks): readonly Priced[] {
  const behind = servicesBehind(facts);
  return known
    .filter(({ service }) => behind.has(service.toLowerCase()))
    .map((one) => {
      const edge = { operator: one.service, service: one.service, stakeWei: one.stakeWei };
      const { breakEvenWei } = studyAttack([{ ...one, id: one.service }], [edge]);
      return { ...one, breakEvenWei: breakEvenWei[one.service] ?? 0n };
    })
    .sort((a, b) => (a.breakEvenWei === b.breakEvenWei ? 0 : a.breakEvenWei > b.breakEvenWei ? 1 : -1));
}

/** The figure for given studies; without any, what an attack would cost or earn is not known (§3.5). */
export function attackCostOf(facts: Facts, known: readonly KnownAttack[] = knownAttacks): Found {
  const [cheapest] = attacksOn(facts, known);
  if (cheapest === undefined) {
    const inputs = [{ name: 'published studies', value: 'none', source: 'bundled facts', block: null }];
    const steps = ['no study names threshold and profit for a service behind this stake'];
    return unknownFound('wei', 'no-source', { formula: FORMULA, inputs, steps });
  }
  const { service, alphaWad, stakeWei, breakEvenWei, source, asOf } = cheapest;
  const from = { source: `bundled, ${asOf}: ${source}`, block: null };
  const value = exactly('wei', breakEvenWei);
  return {
    value,
    how: {
      formula: FORMULA,
      inputs: [
        { name: 'service', value: service, ...from },
        { name: 'needed', value: exactPercent(alphaWad), ...from },
        { name: 'its stake', value: exactAmount(stakeWei), ...from },
      ],
      steps: [`${exactPercent(alphaWad)} x ${exactAmount(stakeWei)}, rounded down`, resultStep(value)],
    },
  };
}

/** Shown only. */
export const attackCost = defineFactor({
  id: 'attackCost',
  question: 'What would it cost to attack a service behind this stake?',
  required: false,
  needs: 'snapshot',
  assess: (facts) => attackCostOf(facts),
});
