import type { Study } from '../analyse.ts';
import type { WadRange } from '../answer.ts';
import type { Facts } from '../facts.ts';
import type { FactorValue } from '../figure.ts';
import type { PoolStudy } from '../pool.ts';
import type { Sum } from '../stake/claims.ts';
import type { StakeStudy } from '../stake/stake.ts';
import { shareUp } from '../stake/whole.ts';

/** An interval of fractions as a factor's value. */
export function wadRange(range: WadRange): FactorValue {
  return { kind: 'range', unit: 'wad', lo: BigInt(range.loWad), hi: BigInt(range.hiWad) };
}

function isStake(study: Study): study is StakeStudy {
  return 'kind' in study && study.kind === 'stake';
}

function isPool(study: Study): study is PoolStudy {
  return 'kind' in study && study.kind === 'pool';
}

/** Studies of operator walks behind an answer: one, or two for a redelegation. */
export function stakeStudies({ studies }: Facts): readonly StakeStudy[] {
  return studies.filter(isStake);
}

/** Of the studies behind an answer the one with the larger possible share; of an unknown total that is all of it. */
export function worstStudy(facts: Facts, sum: Sum): StakeStudy | null {
  const studies = facts.studies.filter(isStake);
  const high = ({ whole, tally }: StakeStudy): bigint => shareUp(whole, tally.sums[sum].hi + whole.untraced);
  return studies.reduce<StakeStudy | null>((a, b) => (a === null || high(b) > high(a) ? b : a), null);
}

/** The study of a pooled vault, where the answer is one. */
export function poolStudy(facts: Facts): PoolStudy | null {
  return facts.studies.find(isPool) ?? null;
}

/** Where two snapshots stand behind a figure, a derivation shows one of them and says so. */
export function severalStep({ studies }: Facts): readonly string[] {
  if (studies.length < 2) return [];
  return [`of ${studies.length} snapshots the worse counts, end by end; the larger one is shown`];
}
