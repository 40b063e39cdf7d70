import { known, type Reading, unknown } from '../core/index.ts';

import type { SetInfo } from './exposure.ts';
import type { Raw } from './request.ts';
import { reasonOf } from './stake-lines.ts';
import type { Walk } from './walk.ts';
import type { SetAnswers } from './walk-sets.ts';
import { addressAt, dataOf, smallAt, value0 } from './words.ts';

/** Each operator set that holds, or is about to hold, a part of an operator's stake. */
export function setInfos(walk: Walk, block: bigint): SetInfo[] {
  const infos: SetInfo[] = [];
  for (const { operator, set } of walk.members) {
    const answers = walk.sets.find((entry) => entry.set.avs === set.avs && entry.set.id === set.id);
    infos.push({ avs: set.avs, set: set.id, operator, ...infoOf(answers, block) });
  }
  return infos;
}

function infoOf(answers: SetAnswers | undefined, block: bigint): Omit<SetInfo, 'avs' | 'set' | 'operator'> {
  const account = (raw: Raw | undefined, source: string): Reading<string> => {
    const data = dataOf(raw);
    const value = data === null ? null : addressAt(data, 0);
    return value === null ? unknown(reasonOf(raw), source) : known<string>(value, source, block);
  };
  const code = value0(answers?.slasherCode);
  const count = value0(answers?.slashCount);
  return {
    slasher: account(answers?.slasher, 'getSlasher'),
    slasherHasCode:
      code === null
        ? unknown(reasonOf(answers?.slasherCode), 'EXTCODESIZE')
        : known(code === 1n, 'EXTCODESIZE', block),
    pendingSlasher: pending(answers?.pendingSlasher, block),
    redistributionRecipient: account(answers?.recipient, 'getRedistributionRecipient'),
    slashCount:
      count === null
        ? unknown(reasonOf(answers?.slashCount), 'getSlashCount')
        : known(count, 'getSlashCount', block),
  };
}

function pending(raw: Raw | undefined, block: bigint): SetInfo['pendingSlasher'] {
  const data = dataOf(raw);
  const slasher = data === null ? null : addressAt(data, 0);
  const effect = data === null ? null : smallAt(data, 32);
  if (slasher === null || effect === null) return unknown(reasonOf(raw), 'getPendingSlasher');
  const value = effect === 0 ? null : { slasher, effectBlock: BigInt(effect) };
  return known(value, 'getPendingSlasher', block);
}
