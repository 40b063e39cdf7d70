import { max, mulDivDown } from '../../core/index.ts';
import type { Line, StakeSnapshot } from '../snapshot/parsed.ts';
import type { StakeStudy } from '../stake/stake.ts';
import { shareDown, shareUp } from '../stake/whole.ts';

/** Lines that surely can be slashed now: those in the queue only while their last block is known and ahead. */
function sureLines({ lines, queued, now }: StakeSnapshot): readonly Line[] {
  return [...lines, ...queued.filter(({ lastBlock }) => lastBlock !== null && lastBlock >= now)];
}

/** What each service surely can take at one operator, in wei, low ends rounded down as in §3.1. */
function pairsOf(snapshot: StakeSnapshot): ReadonlyMap<string, ReadonlyMap<string, bigint>> {
  const pairs = new Map<string, Map<string, bigint>>();
  for (const { operator, strategy, value } of sureLines(snapshot)) {
    const book = snapshot.operators.get(operator)?.books.get(strategy);
    const maximum = book?.maximum ?? 0n;
    if (value === null || maximum === 0n) continue;
    const services = pairs.get(operator) ?? new Map<string, bigint>();
    pairs.set(operator, services);
    for (const { avs, current, slashable, inSet } of book?.allocations ?? []) {
      if (slashable !== true || inSet !== true) continue;
      services.set(avs, (services.get(avs) ?? 0n) + mulDivDown(value, current, maximum));
    }
  }
  return pairs;
}

type Pair = {
  readonly avs: string;
  readonly operator: string;
  readonly loWad: bigint;
  readonly hiWad: bigint;
};

/** Every pair that surely can take something, and what it could take if all that is uncertain were its own. */
function pairsIn({ snapshot, tally, whole }: StakeStudy): readonly Pair[] {
  const { lo, hi } = tally.sums.now;
  const uncertain = hi - lo + whole.untraced;
  return [...pairsOf(snapshot)].flatMap(([operator, services]) =>
    [...services].flatMap(([avs, wei]) => {
      const shares = { loWad: shareDown(whole, wei), hiWad: shareUp(whole, wei + uncertain) };
      return wei === 0n ? [] : [{ avs, operator, ...shares }];
    }),
  );
}

function compare(a: Pair, b: Pair): number {
  if (a.loWad !== b.loWad) return a.loWad > b.loWad ? -1 : 1;
  if (a.avs !== b.avs) return a.avs < b.avs ? -1 : 1;
  return a.operator < b.operator ? -1 : 1;
}

/**
 * The one service at one operator that surely can take most, and what it could take if all that is uncertain were
 * its own, as §3.3 gives the worst of each. Of equals the smallest service, then operator; of two snapshots its own
 * larger figure. Null: nothing is sure, or a total is not known, and then no figure is its own.
 */
export function worstPair(studies: readonly StakeStudy[]): Omit<Pair, 'loWad'> | null {
  if (studies.some(({ whole }) => !whole.known)) return null;
  const pairs = studies.flatMap(pairsIn);
  const [top] = pairs.toSorted(compare);
  if (top === undefined) return null;
  const { avs, operator } = top;
  const own = pairs.filter((one) => one.avs === avs && one.operator === operator);
  return { avs, operator, hiWad: own.map(({ hiWad }) => hiWad).reduce(max, 0n) };
}
