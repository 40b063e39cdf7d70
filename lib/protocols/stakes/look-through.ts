import type { Expr, ReadArgument, StakeRead } from './stake.ts';

type Reads = Readonly<Record<string, StakeRead>>;

/**
 * The reads of another record under names of their own (`<prefix>_<name>`), for a token that holds that record's
 * token. What names a read, target, argument or list, goes by the new name too.
 */
export function readsThrough(prefix: string, reads: Reads): Reads {
  return Object.fromEntries(
    Object.entries(reads).map(([name, read]) => [nameIn(prefix, name), renamed(prefix, read)]),
  );
}

/** An expression over the reads of another record, by the names that `readsThrough` gave them. */
export function sumThrough(prefix: string, expr: { readonly sum: readonly string[] }): Expr {
  return { sum: expr.sum.map((name) => nameIn(prefix, name)) };
}

function nameIn(prefix: string, name: string): string {
  return `${prefix}_${name}`;
}

function renamed(prefix: string, read: StakeRead): StakeRead {
  const over = read.for === undefined ? {} : { for: overIn(prefix, read.for) };
  if (read.kind === 'view') {
    const args = read.args === undefined ? {} : { args: read.args.map((arg) => argumentIn(prefix, arg)) };
    return { ...read, ...over, ...args, to: placeIn(prefix, read.to) };
  }
  if (read.kind === 'slot') return { ...read, ...over };
  return read.kind === 'code'
    ? { ...read, ...over, of: placeIn(prefix, read.of) }
    : { ...read, ...over, of: placeIn(prefix, read.of) };
}

function overIn(prefix: string, over: NonNullable<StakeRead['for']>): NonNullable<StakeRead['for']> {
  if ('list' in over) return { list: nameIn(prefix, over.list) };
  if ('count' in over) return { count: nameIn(prefix, over.count) };
  return 'through' in over ? { through: nameIn(prefix, over.through) } : { each: nameIn(prefix, over.each) };
}

function placeIn<T>(
  prefix: string,
  place: T | { readonly answerOf: string },
): T | { readonly answerOf: string } {
  return isAnswer(place) ? { answerOf: nameIn(prefix, place.answerOf) } : place;
}

function argumentIn(prefix: string, arg: ReadArgument): ReadArgument {
  return isAnswer(arg) ? { answerOf: nameIn(prefix, arg.answerOf) } : arg;
}

function isAnswer(value: unknown): value is { readonly answerOf: string } {
  return typeof value === 'object' && value !== null && 'answerOf' in value;
}
