import type { Reading } from '../../core/index.ts';

import type { StakeReading } from '../findings.ts';
import { value0 } from '../words.ts';
import type { PendingSlash } from './requests.ts';
import { networkOf, type PoolWalk } from './walk-pool.ts';

/** Who carries a slash out: at once, after a time to object, nobody, or not known. */
export type SlasherKind = 'instant' | 'veto' | 'none' | 'unknown';

/** What was found out about a vault and is said in words. */
export type VaultSaid = {
  readonly genuine: Reading<true>;
  readonly slasher: SlasherKind;
  readonly pending: Reading<readonly PendingSlash[]>;
};

/** What a person should know of the reading of a vault. */
export function remarksOf(reading: StakeReading, { genuine, slasher, pending }: VaultSaid): string[] {
  const { answers, walk, record } = reading;
  const remarks: string[] = [];
  if (genuine.status === 'unknown') {
    const token = record.holder === undefined ? 'this contract' : 'the vault behind this token';
    return [`We could not confirm that ${token} is a Symbiotic vault of the kind we can read.`];
  }
  if (slasher !== 'none' && isLogRefused(walk.pool ?? null))
    remarks.push(
      'The log of this vault was not to be had. Only networks of a published list were looked at.',
    );
  if (slasher === 'none') remarks.push('This vault has no slasher: nobody can slash it.');
  if (slasher === 'veto') remarks.push(...vetoRemarks(reading));
  if (slasher === 'veto' && pending.status === 'unknown')
    remarks.push('Whether a slash has been asked for already could not be read.');
  const listed = answers.word('poolWhitelist');
  if (record.holder === undefined && listed.status === 'known' && listed.value !== 0n)
    remarks.push('Only depositors on a list may deposit here. The node is not asked about you.');
  return remarks;
}

/** The log was asked for and not given, or was none; while it is still being asked for nothing is said of it. */
function isLogRefused(pool: PoolWalk | null): boolean {
  if (pool === null || pool.logs === undefined || pool.events !== null) return false;
  return pool.logs.status === 'ok' || pool.logs.reason !== 'not-reached';
}

/** Networks that nobody can stop from slashing, though the vault knows vetoes. */
function vetoRemarks({ walk }: StakeReading): string[] {
  const resolvers = [...(walk.pool?.resolvers ?? [])];
  const without = new Set(
    resolvers.filter(([, raw]) => value0(raw) === 0n).map(([subnetwork]) => networkOf(subnetwork)),
  );
  const unread = resolvers.filter(([, raw]) => value0(raw) === null).length;
  return [
    ...(without.size === 0 ? [] : [`Nobody can veto a slash by ${without.size} of the networks here.`]),
    ...(unread === 0 ? [] : ['Who may veto a slash could not be read for all networks.']),
  ];
}
