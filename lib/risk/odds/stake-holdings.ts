import { max } from '../../core/index.ts';
import type { Allocation, Book, StakeSnapshot } from '../snapshot/parsed.ts';
import { type Exposed, exposedLines } from '../stake/tally.ts';
import { ENDLESS } from '../stake/warning.ts';
import type { Whole } from '../stake/whole.ts';
import type { Holdings, Position, Runs } from './holdings.ts';

/** Who is thought to take what nobody could read or trace (§3.4, high run). */
const NO_SERVICE = '?avs';
const NO_OPERATOR = '?operator';

type Readable = Book & { readonly maximum: bigint; readonly allocations: readonly Allocation[] };

function isReadable(book: Book | undefined): book is Readable {
  return book !== undefined && book.maximum !== null && book.maximum !== 0n && book.allocations !== null;
}

function must({ slashable, inSet }: Allocation): boolean {
  return slashable === true && inSet === true;
}

function may({ slashable, inSet }: Allocation): boolean {
  return slashable !== false && inSet !== false;
}

/** Current magnitude and the growth that comes while the line can still be slashed. */
function magnitude({ current, pendingDiff, effectBlock }: Allocation, until: bigint): bigint {
  return effectBlock <= until ? current + max(pendingDiff, 0n) : current;
}

function taking(operator: string, share: number): Position {
  return { share, services: [NO_SERVICE], operators: [operator], parts: [1] };
}

function positionOf(
  { line, until }: Exposed,
  book: Readable,
  share: number,
  counts: (allocation: Allocation) => boolean,
): Position {
  const counted = book.allocations.filter(counts);
  const whole = Number(book.maximum);
  return {
    share,
    services: counted.map(({ avs }) => avs),
    operators: counted.map(() => line.operator),
    parts: counted.map((allocation) => Number(magnitude(allocation, until)) / whole),
  };
}

/** Lines of many stakers at one operator and strategy share every shock, so they are one line. */
function merged(lines: readonly Exposed[]): readonly Exposed[] {
  const all = new Map<string, Exposed>();
  for (const one of lines) {
    const until = one.until === ENDLESS ? '' : String(one.until);
    const key = JSON.stringify([one.line.operator, one.line.strategy, until, one.sure]);
    const before = all.get(key)?.line.value ?? 0n;
    all.set(key, { ...one, line: { ...one.line, value: before + (one.line.value ?? 0n) } });
  }
  return [...all.values()];
}

function bookOf(snapshot: StakeSnapshot, { line }: Exposed): Book | undefined {
  return snapshot.operators.get(line.operator)?.books.get(line.strategy);
}

function positionsOf(snapshot: StakeSnapshot, whole: Whole, high: boolean): readonly Position[] {
  const total = Number(whole.total);
  const positions = merged(exposedLines(snapshot)).flatMap((one) => {
    const book = bookOf(snapshot, one);
    const share = Number(one.line.value) / total;
    if (!isReadable(book)) return high ? [taking(one.line.operator, share)] : [];
    if (!high && !one.sure) return [];
    return [positionOf(one, book, share, high ? may : must)];
  });
  if (high && whole.untraced > 0n) positions.push(taking(NO_OPERATOR, Number(whole.untraced) / total));
  return positions.filter(({ services }) => services.length > 0);
}

/** Whether the high run can differ: stake nobody traced or read, or magnitude that only may be slashable (§2.2). */
function hasUnknown(snapshot: StakeSnapshot, whole: Whole): boolean {
  if (whole.untraced > 0n) return true;
  return exposedLines(snapshot).some((one) => {
    const book = bookOf(snapshot, one);
    if (!isReadable(book)) return true;
    return book.allocations.some(
      (allocation) =>
        may(allocation) && !(one.sure && must(allocation)) && magnitude(allocation, one.until) > 0n,
    );
  });
}

/** Shares of a snapshot for the low and the high run. */
export function stakeRuns(snapshot: StakeSnapshot, whole: Whole): Runs {
  if (!whole.known) return { lo: null, hi: { positions: [taking(NO_OPERATOR, 1)], staked: 1, idle: 0 } };
  const exposed = exposedLines(snapshot).reduce((sum, { line }) => sum + (line.value ?? 0n), whole.untraced);
  const total = Number(whole.total);
  const shares = { staked: Number(exposed) / total, idle: Number(whole.total - exposed) / total };
  const run = (high: boolean): Holdings => ({ ...shares, positions: positionsOf(snapshot, whole, high) });
  return { lo: run(false), hi: hasUnknown(snapshot, whole) ? run(true) : null };
}
