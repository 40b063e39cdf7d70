import { known, type Reading, unknown } from '../core/index.ts';
import type { ProxySeen, StakeRead, StakeRecord } from '../protocols/index.ts';

import type { Answers } from './answers.ts';

const DAY = 86_400n;

/**
 * The reads that show whether the code in the path is still the code that was published: the implementation of each
 * proxy whose code is known. Where nobody published it there is nothing to compare with, and nothing is asked.
 */
export function codeReads({ proxies }: StakeRecord): Record<string, StakeRead> {
  return Object.fromEntries(
    proxies.flatMap((proxy): [string, StakeRead][] =>
      proxy.implementation === null ? [] : [[readName(proxy), readOf(proxy)]],
    ),
  );
}

function readName({ address }: ProxySeen): string {
  return `code of ${address}`;
}

function readOf({ address, beacon }: ProxySeen): StakeRead {
  return beacon === true
    ? { kind: 'view', to: address, sig: 'implementation()', selector: '0x5c60da1b', grade: 'S' }
    : { kind: 'slot', of: address, slot: 'implementation', grade: 'S' };
}

export type CodeAge = {
  /** Unix seconds of the newest change of code in the path, as late as it can have been. */
  readonly lastUpgradeAt: Reading<bigint>;
  /** The same, as early as it can have been. */
  readonly lastUpgradeFrom: Reading<bigint>;
  readonly remarks: readonly string[];
};

/**
 * When code in the path last changed (`facts/readings.md` §2). Where every proxy has the code that was published with
 * a day, that day's end is the latest that it can have been; code swapped out and back in between is the same code.
 * Where one has other code it changed since that day, nobody can say when: the figure is unknown and the change said.
 * Where the day of one was never published the figure is unknown whatever the others are.
 */
export function codeAge(record: StakeRecord, answers: Answers): CodeAge {
  const seen = record.proxies.filter(({ implementation }) => implementation !== null);
  const read = seen.map((proxy) => ({ proxy, code: answers.word(readName(proxy)) }));
  const changed = read.filter(
    ({ proxy, code }) => code.status === 'known' && code.value !== BigInt(proxy.implementation ?? 0),
  );
  if (changed.length > 0) {
    const text = changedText(
      changed.map(({ proxy }) => proxy.role),
      record.codeSeen,
    );
    return {
      lastUpgradeAt: unknown('no-source', text),
      lastUpgradeFrom:
        record.codeSeen === null
          ? unknown('no-source', text)
          : known(startOf(record.codeSeen), text, answers.block),
      remarks: [text],
    };
  }
  const failed = read.map(({ code }) => code).find(({ status }) => status === 'unknown');
  const same = read.filter(({ code }) => code.status === 'known').map(({ proxy }) => proxy);
  return {
    lastUpgradeAt: failed ?? newest(record, answers),
    lastUpgradeFrom: earliest(same, record, answers),
    remarks: [],
  };
}

/** Unix seconds at which a day (UTC) begins. */
function startOf(day: string): bigint {
  return BigInt(Date.parse(`${day}T00:00:00Z`) / 1000);
}

/** The newest change is no older than that of any contract which still has the code that came in on a known day. */
function earliest(same: readonly ProxySeen[], { codeSeen }: StakeRecord, answers: Answers): Reading<bigint> {
  const starts = same.flatMap(({ since }) => (since === null ? [] : [startOf(since)]));
  if (starts.length === 0) return unknown('no-source', 'the day on which any of the code came in');
  const last = starts.reduce((late, start) => (start > late ? start : late), 0n);
  return known(last, `same code as on ${codeSeen}, in ${starts.length} contracts`, answers.block);
}

function newest({ proxies, codeSeen }: StakeRecord, answers: Answers): Reading<bigint> {
  const undated = proxies.find(({ implementation, since }) => implementation === null || since === null);
  if (undated !== undefined || proxies.length === 0) {
    return unknown('no-source', `the day on which the code of ${undated?.role ?? 'the token'} last changed`);
  }
  const ends = proxies.flatMap(({ since }) => (since === null ? [] : [startOf(since) + DAY - 1n]));
  const last = ends.reduce((late, end) => (end > late ? end : late), 0n);
  const at = last < answers.timestamp ? last : answers.timestamp;
  return known(at, `same code as on ${codeSeen}, in ${proxies.length} contracts`, answers.block);
}

function changedText(roles: readonly string[], codeSeen: string | null): string {
  const [first, ...more] = roles;
  const which = more.length === 0 ? first : `${first} and ${more.length} more`;
  return `The code of ${which} is not the code known on ${codeSeen ?? 'any day'}.`;
}
