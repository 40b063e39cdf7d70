import { min } from '../../core/index.ts';
import type { Worst } from '../answer.ts';
import type { Tally } from './tally.ts';
import { shareDown, shareUp, type Whole } from './whole.ts';

type Top = { readonly id: string; readonly wei: bigint };

/** The largest amount above 0; of equals the smallest id in code-unit order. */
function largest(amounts: Iterable<readonly [string, bigint]>): Top | null {
  let top: Top | null = null;
  for (const [id, wei] of amounts) {
    if (wei === 0n) continue;
    if (top === null || wei > top.wei || (wei === top.wei && id < top.id)) top = { id, wei };
  }
  return top;
}

/**
 * The largest sure loss that one cause alone can bring, and what it could be if everything uncertain were its own
 * (§3.3). Null where nothing can be slashed; an id with `?` where only the uncertain part can.
 */
function worst(
  whole: Whole,
  amounts: Iterable<readonly [string, bigint]>,
  now: { readonly lo: bigint; readonly hi: bigint },
  unnamed: string,
): Worst | null {
  const top = largest(amounts);
  if (top === null && now.hi === 0n && whole.known) return null;
  const sure = top?.wei ?? 0n;
  return {
    id: top?.id ?? unnamed,
    loWad: String(shareDown(whole, sure)),
    hiWad: String(shareUp(whole, sure + now.hi - now.lo)),
  };
}

/** `now.hi` includes the untraced stake, as far as the caller counts it. */
export function worstAvs(whole: Whole, tally: Tally, now: { lo: bigint; hi: bigint }): Worst | null {
  const amounts = [...tally.services].map(([id, service]) => [id, service.lo] as const);
  return worst(whole, amounts, now, '?avs');
}

/** The same for one operator set, `avs#set`. */
export function worstSet(whole: Whole, tally: Tally, now: { lo: bigint; hi: bigint }): Worst | null {
  return worst(whole, tally.sets, now, '?set');
}

/** The same for one operator. */
export function worstOperator(whole: Whole, tally: Tally, now: { lo: bigint; hi: bigint }): Worst | null {
  const amounts = [...tally.operators].map(([id, sums]) => [id, sums.now.lo] as const);
  return worst(whole, amounts, now, '?operator');
}

/**
 * The operator that could put most at risk without warning: its reach, its unreadable lines in full, and all
 * untraced stake, which could sit with it. Null where there is none of these.
 */
export function worstOperatorNoNotice(
  whole: Whole,
  tally: Tally,
  untraced: bigint,
): { readonly id: string; readonly hiWad: string } | null {
  const top = largest([...tally.operators].map(([id, sums]) => [id, sums.noNotice.hi] as const));
  if (top === null && untraced === 0n && whole.known) return null;
  const wei = min((top?.wei ?? 0n) + untraced, whole.total);
  return { id: top?.id ?? '?operator', hiWad: String(shareUp(whole, wei)) };
}
