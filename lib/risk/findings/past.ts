import type { KnownAttack } from '../attack/index.ts';
import type { Facts } from '../facts.ts';
import { attacksOn } from '../factors/attack-cost.ts';
import { blockTime } from '../factors/readings.ts';
import type { Finding } from '../finding.ts';
import { wholeMonths } from '../formulas/index.ts';

/** A loss is told of for this long (§3.12), the day on which that ends included. */
const MONTHS = 24n;
const DAY_SECS = 86_400n;

/** Losses of the last 24 months before the block; where no time was read, all that are published. */
function lossBefore(facts: Facts): Finding[] {
  const now = blockTime(facts);
  return (facts.exposure?.track?.lossEvents?.value ?? [])
    .filter(({ date }) => {
      const months = now.status === 'known' ? wholeMonths(date, now.value - DAY_SECS) : null;
      return months === null || months < MONTHS;
    })
    .map(({ date, what }) => ({ kind: 'lossBefore', date, what }));
}

/** Services where a published study finds that an attack pays more than the stake it costs (§3.5). */
export function attackPays(facts: Facts, known?: readonly KnownAttack[]): Finding[] {
  return attacksOn(facts, known)
    .filter(({ profitWei, breakEvenWei }) => profitWei > breakEvenWei)
    .map(({ service, profitWei, breakEvenWei }) => ({
      kind: 'attackPays',
      avs: service,
      breakEvenWei,
      profitWei,
    }));
}

/** What has happened, and what others found out. */
export function pastFindings(facts: Facts): Finding[] {
  return [...lossBefore(facts), ...attackPays(facts)];
}
