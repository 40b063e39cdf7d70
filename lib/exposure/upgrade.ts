import { type Reading, sameAddress, unknown } from '../core/index.ts';
import type { StakeRecord, UpgradeCheck } from '../protocols/index.ts';

import type { Answers } from './answers.ts';
import type { Exposure } from './exposure.ts';
import { word } from './words.ts';

/**
 * How long an ordinary change of code is announced. The bundled authority is believed only while the chain still
 * names it: a proxy admin or an owner that is another than recorded makes the figure unknown.
 */
export function upgradeDelay({ upgrade }: StakeRecord, answers: Answers): Reading<bigint> {
  for (const check of upgrade.checks) {
    const result = passes(check, answers);
    if (result.status === 'unknown') return result;
    if (!result.value) return unknown('no-source', `${check.read} is not the recorded authority`);
  }
  return answers.word(upgrade.delay);
}

function passes(check: UpgradeCheck, answers: Answers): Reading<boolean> {
  if ('is' in check) {
    const read = answers.word(check.read);
    return read.status === 'unknown'
      ? read
      : { ...read, value: sameAddress(asAddress(read.value), check.is) };
  }
  const list = answers.list(check.read);
  if (list.status === 'unknown') return list;
  const among = (item: bigint) => check.onlyAmong.some((allowed) => sameAddress(asAddress(item), allowed));
  return { ...list, value: list.value.length > 0 && list.value.every(among) };
}

function asAddress(value: bigint): string {
  return `0x${word(value).slice(24)}`;
}

/** Who can change code or money faster than that; signers as read, else as published. */
export function fastPath({ upgrade }: StakeRecord, answers: Answers): Exposure['upgradeFastPath'] {
  const path = upgrade.fastPath;
  if (path === null) return null;
  const owners = path.owners === undefined ? null : answers.list(path.owners);
  const threshold = path.threshold === undefined ? null : answers.word(path.threshold);
  const signers = owners?.status === 'known' ? owners.value.length : (path.published?.signers ?? null);
  const needed =
    threshold?.status === 'known' ? Number(threshold.value) : (path.published?.threshold ?? null);
  const who = path.address === null ? path.who : `${path.who} (${path.address})`;
  return { who, signers, threshold: needed };
}
