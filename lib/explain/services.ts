import { sameAddress } from '../core/index.ts';
import type { Exposure, SetInfo } from '../exposure/index.ts';
import type { Assessment } from '../risk/index.ts';
import type { Sentence, ServiceRow } from './explanation.ts';
import { type Labels, named, say, words } from './say.ts';

/** Where slashed stake of a burn-only set goes (`facts/eigenlayer.md`, read 2026-11-21). */
const BURNED = '0x00000000000000000000000000000000000E16E4';

/** The answers that a service's sets give to one question; null among them: not known. */
function answers(
  sets: readonly SetInfo[],
  ask: (set: SetInfo) => SetInfo['slasher'],
): readonly (string | null)[] {
  const all = sets.map((set) => {
    const reading = ask(set);
    return reading.status === 'known' ? reading.value : null;
  });
  return [...new Set(all)];
}

function paidTo(sets: readonly SetInfo[], labels: Labels): Sentence {
  const to = answers(sets, (set) => set.redistributionRecipient);
  const [first] = to;
  if (first === undefined || to.includes(null)) return words('not known');
  const paid = to.filter((one) => one !== null && !sameAddress(one, BURNED));
  const [recipient] = paid;
  if (recipient === undefined || recipient === null) return words('burned or locked');
  return paid.length === 1 ? say`paid to ${named(recipient, labels)}` : words('paid to several accounts');
}

function slasher(sets: readonly SetInfo[], labels: Labels): Sentence {
  const who = answers(sets, (set) => set.slasher);
  const [first] = who;
  if (first === undefined || first === null || who.includes(null)) return words('not known');
  return who.length === 1 ? say`${named(first, labels)}` : words('several accounts');
}

/** One row for each service that may slash, largest first. */
export function servicesOf(assessment: Assessment, exposure: Exposure | null): readonly ServiceRow[] {
  const labels = exposure?.labels ?? {};
  const label = (address: string): string | null => labels[address.toLowerCase()] ?? null;
  return assessment.services.map(({ avs, loWad, hiWad, operators }) => {
    const sets = (exposure?.sets ?? []).filter((set) => sameAddress(set.avs, avs));
    return {
      avs,
      label: label(avs),
      loWad: String(loWad),
      hiWad: String(hiWad),
      operators: operators.map((address) => ({ address, label: label(address) })),
      paidTo: paidTo(sets, labels),
      slasher: slasher(sets, labels),
    };
  });
}
