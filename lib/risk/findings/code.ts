import type { Exposure } from '../../exposure/index.ts';
import type { Facts } from '../facts.ts';
import { blockTime, readingOf } from '../factors/readings.ts';
import type { Finding } from '../finding.ts';

/** Code younger than this is told of: the strictest preset's own limit (§6). */
const FRESH_SECS = 14n * 86_400n;

/** Only where it surely is: the earliest time that the change can have had counts. */
function freshCode(facts: Facts): Finding[] {
  const [changed, now] = [readingOf(facts, 'lastUpgradeFrom'), blockTime(facts)];
  if (changed.status === 'unknown' || now.status === 'unknown') return [];
  const secsAgo = now.value > changed.value ? now.value - changed.value : 0n;
  return secsAgo < FRESH_SECS ? [{ kind: 'freshCode', secsAgo }] : [];
}

/** One signature is enough, whatever the contract in between is called. */
function isSingleKey({
  type,
  threshold,
}: {
  readonly type: string;
  readonly threshold: number | null;
}): boolean {
  return type === 'singleKey' || (type !== 'none' && threshold !== null && threshold <= 1);
}

/** One key alone can change the code, by the ordinary way or a faster one: a warning whatever the delay (§3.8). */
function adminKeys({ admin, upgradeFastPath: fast }: Exposure): Finding[] {
  const found: Finding[] = [];
  if (admin.status === 'known' && isSingleKey(admin.value))
    found.push({ kind: 'adminKey', who: admin.value.who });
  if (fast !== null && (fast.signers === 1 || (fast.threshold !== null && fast.threshold <= 1)))
    found.push({ kind: 'adminKey', who: fast.who });
  return found;
}

/** Everything about who can change the code, and how lately somebody did. */
export function codeFindings(facts: Facts): Finding[] {
  const { exposure } = facts;
  if (exposure === null) return [];
  const fast = exposure.upgradeFastPath;
  return [
    ...adminKeys(exposure),
    ...(fast === null ? [] : [{ kind: 'fastUpgrade', ...fast } as const]),
    ...freshCode(facts),
  ];
}
