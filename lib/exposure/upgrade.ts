import { known, type Reading, sameAddress, unknown } from '../core/index.ts';
import type { StakeRecord, UpgradeCheck } from '../protocols/index.ts';

import type { Answers } from './answers.ts';
import type { Admin, Exposure } from './exposure.ts';
import { authorityOf } from './upgrade-path.ts';
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
  const { delay } = upgrade;
  if (typeof delay === 'string') return answers.word(delay);
  if ('noView' in delay) return unknown('no-source', delay.noView);
  const found = authorityOf(delay.path, answers);
  return found.status === 'unknown' ? found : { ...found, value: found.value.delaySecs };
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

/**
 * Who can change code by the ordinary way, believed on the same terms as its delay. A timelock that waits for nothing
 * is no timelock: whoever may propose to it is then the one who decides, and unknown where the record names nobody.
 */
export function adminOf(record: StakeRecord, answers: Answers): Reading<Admin> {
  const { upgrade, reads } = record;
  const delay = upgradeDelay(record, answers);
  if (delay.status === 'unknown') return delay;
  if (typeof upgrade.delay !== 'string') {
    const found = 'path' in upgrade.delay ? authorityOf(upgrade.delay.path, answers) : delay;
    if (found.status === 'unknown' || typeof found.value === 'bigint')
      return unknown('no-source', delay.source);
    const { delaySecs, admin } = found.value;
    return delaySecs === 0n && admin.type === 'timelock'
      ? unknown('no-source', `who may use a timelock without delay: ${found.source}`)
      : known(admin, found.source, found.block);
  }
  const read = reads[upgrade.delay];
  const who = read?.kind === 'view' && typeof read.to === 'string' ? read.to : null;
  const { signers, threshold } = safeOf(upgrade.proposers, answers);
  const source = `${delay.source}; ${upgrade.checks.length === 0 ? 'bundled, not checked on chain: ' : ''}${upgrade.authority}`;
  if (delay.value > 0n) return known({ type: 'timelock', who, signers, threshold }, source, delay.block);
  if (threshold === null) return unknown('no-source', `who may use a timelock without delay: ${source}`);
  return known(
    { type: threshold === 1 ? 'singleKey' : 'multisig', who, signers, threshold },
    source,
    delay.block,
  );
}

type SafeReads = { readonly owners?: string; readonly threshold?: string };

/** Size and threshold of a Safe as they were read; null what was not, or cannot be: nought, or more than sign. */
function safeOf({ owners, threshold }: SafeReads = {}, answers: Answers) {
  const list = owners === undefined ? null : answers.list(owners);
  const needed = threshold === undefined ? null : answers.word(threshold);
  const signers = list?.status === 'known' && list.value.length > 0 ? list.value.length : null;
  const sound = needed?.status === 'known' && needed.value > 0n && needed.value <= BigInt(signers ?? 256);
  return { signers, threshold: sound ? Number(needed.value) : null };
}

/**
 * Who can change code or money faster than that. Signers and threshold as read; as published only where the record
 * asks no node, since a read that failed may hide a change.
 */
export function fastPath({ upgrade }: StakeRecord, answers: Answers): Exposure['upgradeFastPath'] {
  const path = upgrade.fastPath;
  if (path === null) return null;
  const read = safeOf(path, answers);
  const who = path.address === null ? path.who : `${path.who} (${path.address})`;
  return {
    who,
    signers: path.owners === undefined ? (path.published?.signers ?? null) : read.signers,
    threshold: path.threshold === undefined ? (path.published?.threshold ?? null) : read.threshold,
  };
}
