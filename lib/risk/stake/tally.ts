import { min, mulDivUp } from '../../core/index.ts';
import type { Exit } from '../exit.ts';
import type { Allocation, Book, Line, Operator, QueuedLine, StakeSnapshot } from '../snapshot/parsed.ts';
import { type Claim, claimsOf, type Horizon, holds, payable } from './claims.ts';
import { addSums, lineSums, NO_SUMS, type Sums, take, type Taken, unreadableSums } from './sums.ts';
import { ENDLESS, type Warnings, warningsOf } from './warning.ts';
import { wholeOf } from './whole.ts';

/** An announced growth of one line. */
export type Growth = {
  readonly operator: string;
  readonly strategy: string;
  readonly allocation: Allocation;
  readonly wei: bigint;
  /** What it would be of all untraced stake: the value of the line is not known, and so part of that. */
  readonly untracedWei: bigint;
};

export type Service = { readonly lo: bigint; readonly operators: ReadonlySet<string> };

/** A service while it is still being counted. */
type Met = { lo: bigint; readonly operators: Set<string> };

/** Everything that is summed over lines and queued lines, in wei; untraced stake is not in it. */
export type Tally = {
  readonly sums: Sums;
  readonly operators: ReadonlyMap<string, Sums>;
  /** Value delegated to each operator, without the queue. */
  readonly delegated: ReadonlyMap<string, bigint>;
  readonly services: ReadonlyMap<string, Service>;
  /** What each operator set surely can slash today. */
  readonly sets: ReadonlyMap<string, bigint>;
  readonly unreadable: bigint;
  readonly growth: readonly Growth[];
  readonly fullySlashed: readonly { readonly operator: string; readonly strategy: string }[];
};

/** One line as it counts: when it stops being exposed, and whether that is known. */
export type Exposed = { readonly line: Line; readonly until: bigint; readonly sure: boolean };

/** Exit in whole blocks, rounded up; an unknown upper end is endless. */
export function exitBlocks(exit: Exit, blockSeconds: bigint): Horizon {
  return {
    low: mulDivUp(exit.lo, 1n, blockSeconds),
    high: exit.hi === null ? ENDLESS : mulDivUp(exit.hi, 1n, blockSeconds),
  };
}

function waiting(line: QueuedLine): Exposed {
  return { line, until: line.lastBlock ?? ENDLESS, sure: line.lastBlock !== null };
}

/** All lines, and the queued lines that can still be slashed. */
export function exposedLines(snapshot: StakeSnapshot): readonly Exposed[] {
  return [
    ...snapshot.lines.map((line) => ({ line, until: ENDLESS, sure: true })),
    // Past its last block a withdrawal cannot be slashed any more: it is idle.
    ...snapshot.queued.map(waiting).filter(({ until }) => until >= snapshot.now),
  ];
}

/** Adds to a total under a key. */
function bump(totals: Map<string, bigint>, key: string, wei: bigint): void {
  totals.set(key, (totals.get(key) ?? 0n) + wei);
}

class Counter {
  readonly #snapshot: StakeSnapshot;
  readonly #exit: Horizon;
  readonly #untraced: bigint;
  readonly #warnings = new Map<string, Warnings>();
  readonly #claims = new Map<Book, readonly Claim[] | null>();
  #sums = NO_SUMS;
  #unreadable = 0n;
  readonly #operators = new Map<string, Sums>();
  readonly #delegated = new Map<string, bigint>();
  readonly #services = new Map<string, Met>();
  readonly #sets = new Map<string, { lo: bigint; readonly service: Met }>();
  readonly #growth: Growth[] = [];
  readonly #fullySlashed = new Map<string, { operator: string; strategy: string }>();

  constructor(snapshot: StakeSnapshot, exit: Horizon) {
    this.#snapshot = snapshot;
    this.#exit = exit;
    this.#untraced = wholeOf(snapshot).untraced;
  }

  #warningsOf(id: string, operator: Operator | undefined): Warnings {
    const found = this.#warnings.get(id) ?? warningsOf(operator, this.#snapshot);
    this.#warnings.set(id, found);
    return found;
  }

  #claimsFor({ line, until }: Exposed, operator: Operator | undefined, book: Book): readonly Claim[] | null {
    const { now } = this.#snapshot;
    const lasting = until === ENDLESS;
    const ready = lasting ? this.#claims.get(book) : undefined;
    if (ready !== undefined) return ready;
    const claims = claimsOf(book, {
      now,
      warnings: this.#warningsOf(line.operator, operator),
      horizon: { low: min(this.#exit.low, until - now), high: min(this.#exit.high, until - now) },
      redistributable: payable(this.#snapshot, line.strategy),
    });
    if (lasting) this.#claims.set(book, claims);
    return claims;
  }

  /** One look-up for set and service together: a long walk asks for little else. */
  #setOf({ setId, avs }: Allocation): { lo: bigint; readonly service: Met } {
    const known = this.#sets.get(setId);
    if (known !== undefined) return known;
    const service = this.#services.get(avs) ?? { lo: 0n, operators: new Set<string>() };
    this.#services.set(avs, service);
    const set = { lo: 0n, service };
    this.#sets.set(setId, set);
    return set;
  }

  #note({ line, until, sure }: Exposed, maximum: bigint, taken: readonly Taken[]): void {
    const { operator, strategy, value } = line;
    for (const { claim, down, up } of taken) {
      if (claim.growth !== null && claim.growth.effectBlock <= until) {
        const untracedWei = value === null ? mulDivUp(this.#untraced, claim.magnitude, maximum) : 0n;
        this.#growth.push({ operator, strategy, allocation: claim.growth, wei: up, untracedWei });
      }
      if (claim.current === null || !holds(claim.high, 'now')) continue;
      const set = this.#setOf(claim.current);
      set.service.operators.add(operator);
      if (!sure || !holds(claim.low, 'now')) continue;
      set.lo += down;
      set.service.lo += down;
    }
  }

  count(exposed: Exposed): void {
    const { operator: id, strategy } = exposed.line;
    const value = exposed.line.value ?? 0n;
    const operator = this.#snapshot.operators.get(id);
    const book = operator?.books.get(strategy);
    if (book?.maximum === 0n)
      this.#fullySlashed.set(JSON.stringify([id, strategy]), { operator: id, strategy });
    const claims = book === undefined ? null : this.#claimsFor(exposed, operator, book);
    let sums: Sums;
    if (claims === null || book === undefined || book.maximum === null) {
      sums = unreadableSums(value, payable(this.#snapshot, strategy));
      this.#unreadable += value;
    } else {
      const taken = take(value, book.maximum, claims);
      sums = lineSums(value, taken, exposed.sure);
      this.#note(exposed, book.maximum, taken);
    }
    this.#sums = addSums(this.#sums, sums);
    this.#operators.set(id, addSums(this.#operators.get(id) ?? NO_SUMS, sums));
  }

  total(): Tally {
    for (const { operator, value } of this.#snapshot.lines) bump(this.#delegated, operator, value ?? 0n);
    return {
      sums: this.#sums,
      operators: this.#operators,
      delegated: this.#delegated,
      services: this.#services,
      sets: new Map([...this.#sets].map(([id, { lo }]) => [id, lo])),
      unreadable: this.#unreadable,
      growth: this.#growth,
      fullySlashed: [...this.#fullySlashed.values()],
    };
  }
}

/** Sums over all lines and queued lines of a snapshot; linear in the allocations they meet. */
export function tallyOf(snapshot: StakeSnapshot, exit: Exit): Tally {
  const counter = new Counter(snapshot, exitBlocks(exit, snapshot.blockSeconds));
  for (const exposed of exposedLines(snapshot)) counter.count(exposed);
  return counter.total();
}
