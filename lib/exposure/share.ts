import { known, mulDivDown, type Reading, unknown } from '../core/index.ts';
import type { StakeRecord } from '../protocols/index.ts';

import type { Answers } from './answers.ts';
import type { StakeLines } from './stake-lines.ts';

type Line = { readonly valueWei?: string | null };

/**
 * Of what the stakers hold, the part that belongs to the token: all of it, or the share that the record names. Every
 * amount is rounded down, so what is cut off counts as not traced; where the share is not known no amount is.
 */
export function ownShare(record: StakeRecord, answers: Answers, stake: StakeLines): StakeLines {
  const share = shareOf(record, answers);
  if (share === null) return stake;
  const part = (wei: bigint | null): bigint | null =>
    share.status === 'known' && wei !== null ? mulDivDown(wei, share.value.held, share.value.of) : null;
  const cut = <L extends Line>(line: L): L => {
    const { valueWei = null } = line;
    return { ...line, valueWei: part(valueWei === null ? null : BigInt(valueWei))?.toString() ?? null };
  };
  const unread = share.status === 'unknown' ? [{ figure: 'share of the pool', reason: share.reason }] : [];
  return {
    lines: stake.lines.map(cut),
    queued: stake.queued.map(cut),
    idle: stake.idle.map(part),
    unread: [...stake.unread, ...unread],
  };
}

type Share = { readonly held: bigint; readonly of: bigint };

function shareOf({ share }: StakeRecord, answers: Answers): Reading<Share> | null {
  if (share === undefined) return null;
  const [held, of] = [answers.word(share.held), answers.word(share.of)];
  if (held.status === 'unknown') return held;
  if (of.status === 'unknown') return of;
  // Nobody holds more of a token than there is of it.
  if (of.value === 0n || held.value > of.value) return unknown('malformed', held.source);
  return known({ held: held.value, of: of.value }, `${held.source} of ${of.source}`, answers.block);
}
