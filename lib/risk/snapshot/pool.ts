import { parseAssumptions } from './assumptions.ts';
import {
  amount,
  asFields,
  below,
  type Fields,
  fieldsOrNull,
  listOrNull,
  Refusal,
  text,
  whole,
} from './fields.ts';
import type { PoolSnapshot } from './parsed.ts';

const SLASHERS = ['instant', 'veto', 'none', 'unknown'] as const;

function parseSlasher(pool: Fields): PoolSnapshot['slasher'] {
  const value = pool['slasher'] ?? 'unknown';
  const slasher = SLASHERS.find((one) => one === value);
  if (slasher === undefined) throw new Refusal('symbiotic.slasher');
  return slasher;
}

function parseStakes(pool: Fields): PoolSnapshot['stakes'] {
  const items = listOrNull(pool, 'stakes', 'symbiotic');
  const stakes = items?.map((item, index) => {
    const at = below('symbiotic.stakes', index);
    const from = asFields(item, at);
    text(from, 'subnetwork', at);
    return {
      network: text(from, 'network', at),
      operator: text(from, 'operator', at),
      stake: amount(from, 'stakeWei', at),
    };
  });
  const known = stakes?.flatMap(({ stake, ...rest }) => (stake === null ? [] : [{ ...rest, stake }]));
  return known === undefined || known.length !== stakes?.length ? null : known;
}

/** A pooled vault. @throws Refusal with the path of the first impossible field */
export function parsePool(from: Fields): PoolSnapshot {
  const deposit = amount(from, 'depositWei', '');
  const assumptions = parseAssumptions(from);
  const pool = fieldsOrNull(from, 'symbiotic', '') ?? {};
  const amounts = ['activeStakeWei', 'withdrawalsCurrentWei', 'withdrawalsNextWei'].map((key) =>
    amount(pool, key, 'symbiotic'),
  );
  return {
    kind: 'symbiotic',
    deposit,
    assumptions,
    active: amounts[0] ?? null,
    unlisted: amount(pool, 'unlistedWei', 'symbiotic') ?? 0n,
    joining: pool['joiningWei'] === undefined ? null : { units: amount(pool, 'joiningWei', 'symbiotic') },
    pool: amounts.reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0n),
    slasher: parseSlasher(pool),
    epochSecs: whole(pool, 'epochDurationSecs', 'symbiotic'),
    stakes: parseStakes(pool),
  };
}
