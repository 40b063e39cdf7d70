import { exactAmount } from '../exact.ts';
import { type Facts, input } from '../facts.ts';
import type { FactorValue, How } from '../figure.ts';
import { resultStep } from './result.ts';
import { poolStudy } from './studies.ts';

/** Promises shown one by one; the rest is one line. */
const SHOWN = 8;

/** Promises of one network, or to one operator; null: all of them. */
export type Promises = { readonly network?: string; readonly operator?: string } | null;

/**
 * How a pooled vault's figure came about: the promises it counts, over what the vault holds (§3.1, §3.3).
 *
 * @param capped - no more can be taken than there is; false for the restaking degree, which counts all promises
 */
export function poolHow(facts: Facts, value: FactorValue, promises: Promises, capped = true): How {
  const study = poolStudy(facts);
  const formula = `the sum of promises${capped ? ', at most what the pool holds,' : ''} over what the pool holds`;
  if (study === null) return { formula, inputs: [], steps: [] };
  const { pool, stakes, slasher } = study.snapshot;
  const counted = (stakes ?? []).filter(
    ({ network, operator }) =>
      (promises?.network ?? network) === network && (promises?.operator ?? operator) === operator,
  );
  const rows = [...counted].sort((a, b) => (a.stake === b.stake ? 0 : a.stake > b.stake ? -1 : 1));
  const total = rows.reduce((sum, { stake }) => sum + stake, 0n);
  const rest = rows.slice(SHOWN);
  const restWei = rest.reduce((sum, { stake }) => sum + stake, 0n);
  const slashing = { none: 'nobody can slash: 0', unknown: 'slasher not known: low end 0' };
  const holds = exactAmount(pool ?? 0n);
  return {
    formula,
    inputs: [
      input(facts, 'pool: active stake and withdrawals', holds),
      input(facts, 'promises', String((stakes ?? []).length)),
      input(facts, 'slasher', slasher),
    ],
    steps: [
      ...rows.slice(0, SHOWN).map((row) => `${row.network} at ${row.operator}: ${exactAmount(row.stake)}`),
      ...(rest.length === 0 ? [] : [`${rest.length} more: ${exactAmount(restWei)}`]),
      `sum: ${exactAmount(total)}${capped ? `, at most ${holds}` : ''}, over ${holds}`,
      ...(capped && (slasher === 'none' || slasher === 'unknown') ? [slashing[slasher]] : []),
      resultStep(value),
    ],
  };
}
