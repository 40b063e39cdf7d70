import { known, type Reading, unknown } from '../core/index.ts';

import type { Answers } from './answers.ts';
import type { Admin } from './exposure.ts';
import { word } from './words.ts';

/** Who may change a proxy's code, and how long that is announced: seconds. */
type Authority = { readonly delaySecs: bigint; readonly admin: Admin };

/**
 * The fastest of the ways in which the code of several proxies may be changed, as the chain tells it (the reads are
 * `upgradePath` of `lib/protocols`). One that may be changed at once is the fastest whatever the others are; else one
 * that could not be read makes all of it unknown, since it might be.
 */
export function authorityOf(path: readonly string[], answers: Answers): Reading<Authority> {
  const found = path.map((name) => authorityOfOne(name, answers));
  const delays = found.flatMap((reading) => (reading.status === 'known' ? [reading] : []));
  const fastest = delays.reduce<(typeof delays)[number] | null>(
    (best, reading) => (best === null || reading.value.delaySecs < best.value.delaySecs ? reading : best),
    null,
  );
  if (fastest?.value.delaySecs === 0n) return fastest;
  return (
    found.find(({ status }) => status === 'unknown') ?? fastest ?? unknown('not-modelled', 'upgrade path')
  );
}

function authorityOfOne(name: string, answers: Answers): Reading<Authority> {
  const admin = answers.word(`${name}Admin`);
  if (admin.status === 'unknown') return admin;
  if (admin.value === 0n) return unknown('no-source', `nobody stands in the ${admin.source}`);
  const owner = answers.word(`${name}Owner`);
  if (owner.status === 'unknown') return owner;
  if (owner.value === 0n || owner.value >> 160n !== 0n) return unknown('no-source', owner.source);
  const who: Who = { address: `0x${word(owner.value).slice(24)}`, source: owner.source };
  for (const view of [`${name}MinDelay`, `${name}Delay`]) {
    const delay = answers.word(view);
    if (delay.status === 'known') return known(timelock(who, delay.value), delay.source, delay.block);
    if (!isRefusal(delay)) return delay;
  }
  return withoutDelay(name, who, answers);
}

type Who = { readonly address: string; readonly source: string };

function timelock(who: Who, delaySecs: bigint): Authority {
  return { delaySecs, admin: { type: 'timelock', who: who.address, signers: null, threshold: null } };
}

/** The contract has no such view: it reverts, or answers nothing. Any other failure may hide an answer. */
function isRefusal(reading: Extract<Reading<unknown>, { status: 'unknown' }>): boolean {
  return reading.reason === 'reverted' || reading.reason === 'malformed';
}

/** An owner that names no delay has none: one key, or a Safe. */
function withoutDelay(name: string, who: Who, answers: Answers): Reading<Authority> {
  const code = answers.word(`${name}Code`);
  if (code.status === 'unknown') return code;
  if (code.value !== 1n) {
    const admin: Admin = { type: 'singleKey', who: who.address, signers: 1, threshold: 1 };
    return known({ delaySecs: 0n, admin }, `${who.source}: a key, no contract`, code.block);
  }
  const threshold = answers.word(`${name}Threshold`);
  const owners = answers.list(`${name}Owners`);
  if (threshold.status === 'unknown') {
    return isRefusal(threshold) ? unknown('no-source', `what ${who.address} is`) : threshold;
  }
  if (owners.status === 'unknown') return owners;
  const signers = owners.value.length;
  if (threshold.value === 0n || threshold.value > BigInt(signers))
    return unknown('malformed', threshold.source);
  const needed = Number(threshold.value);
  const type = needed === 1 ? 'singleKey' : 'multisig';
  return known(
    { delaySecs: 0n, admin: { type, who: who.address, signers, threshold: needed } },
    threshold.source,
    threshold.block,
  );
}
