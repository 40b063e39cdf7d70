import { max, WAD } from '../core/index.ts';
import type { Assessment, WadRange } from '../risk/index.ts';
import type { BarPart } from './explanation.ts';

type Ends = { readonly lo: bigint; readonly hi: bigint };

const LABELS: Readonly<Record<BarPart['id'], string>> = {
  now: 'Can be slashed today',
  noNotice: 'Could become so without notice',
  unknown: 'Not known',
  rest: 'Not slashable without notice',
};

function part(id: BarPart['id'], wad: bigint): BarPart {
  return { id, wad: String(wad), label: LABELS[id] };
}

function parts(now: Ends, noNotice: Ends): readonly BarPart[] {
  const reach = max(noNotice.lo, now.hi);
  return [
    part('now', now.lo),
    part('noNotice', reach - now.hi),
    part('unknown', now.hi - now.lo + (noNotice.hi - reach)),
    part('rest', WAD - noNotice.hi),
  ];
}

function ends({ loWad, hiWad }: WadRange): Ends {
  return { lo: BigInt(loWad), hi: BigInt(hiWad) };
}

/**
 * The stacked bar, which sums to exactly 1e18: what surely can be slashed today, what surely could become so
 * without notice, what is not known at either of these two, and the rest. Strict figures, never the labelled
 * bound; what nobody could compute is all "not known".
 */
export function barOf({ answer }: Assessment): readonly BarPart[] {
  if ('pending' in answer) return parts(ends(answer.slashableNow), ends(answer.noNotice));
  // A pooled vault: what could change without notice is not modelled.
  if ('worstNetwork' in answer) return parts(ends(answer.slashableNow), { lo: 0n, hi: WAD });
  return parts({ lo: 0n, hi: WAD }, { lo: 0n, hi: WAD });
}
