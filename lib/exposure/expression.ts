import { known, max, type Reading, unknown, WAD } from '../core/index.ts';
import type { Condition, Expr, StakeFigure } from '../protocols/index.ts';

import type { Answers } from './answers.ts';

/** What an expression is worked out from: answers by name, and what the walk traced. */
export type Scope = {
  readonly answers: Answers;
  readonly traced: Reading<bigint>;
  /** Whether any contract that holds stake was found. */
  readonly found: boolean;
};

type Many = (values: readonly bigint[]) => bigint;

const add: Many = (values) => values.reduce((sum, value) => sum + value, 0n);

/** All readings together, or the first that is unknown. */
function all(parts: readonly Reading<bigint>[], combine: Many, scope: Scope): Reading<bigint> {
  const values: bigint[] = [];
  const sources = new Set<string>();
  for (const part of parts) {
    if (part.status === 'unknown') return part;
    values.push(part.value);
    if (part.source !== '') sources.add(part.source);
  }
  return known(combine(values), [...sources].join(' + '), scope.answers.block);
}

/** A figure by its expression, or by its fallback where that cannot be read; the source then says so. */
export function figure(record: StakeFigure, scope: Scope): Reading<bigint> {
  const first = evaluate(record.expr, scope);
  if (first.status === 'known' || record.fallback === undefined) return first;
  // Where nobody was found to hold stake, a sum of what was found stands for nothing.
  const traced = scope.found ? scope.traced : unknown('no-source', 'stakers');
  const second = evaluate(record.fallback, { ...scope, traced });
  return second.status === 'known' ? { ...second, source: `fallback: ${second.source}` } : first;
}

/** Works an expression out in whole numbers, rounding down. A difference below zero is zero. */
function evaluate(expr: Expr, scope: Scope): Reading<bigint> {
  const { answers } = scope;
  if (typeof expr === 'number') return known(BigInt(expr), '', null);
  if (typeof expr === 'string') return named(expr, answers);
  const parts = (list: readonly Expr[]) => list.map((part) => evaluate(part, scope));
  if ('sum' in expr) return all(parts(expr.sum), add, scope);
  if ('max' in expr) return all(parts(expr.max), (values) => values.reduce(max, 0n), scope);
  if ('minus' in expr) return all(parts(expr.minus), ([a = 0n, b = 0n]) => max(a - b, 0n), scope);
  if ('times' in expr) return all(parts(expr.times), ([a = 0n, b = 0n]) => a * b, scope);
  if ('wad' in expr) return all(parts(expr.wad), ([a = 0n, b = 0n]) => (a * b) / WAD, scope);
  if ('part' in expr) {
    const [, , whole] = parts(expr.part);
    if (whole?.status === 'known' && whole.value === 0n) return unknown('malformed', whole.source);
    return all(parts(expr.part), ([a = 0n, b = 0n, c = 1n]) => (a * b) / c, scope);
  }
  if ('traced' in expr) return scope.traced;
  if ('each' in expr) return perTurn(answers.words(expr.each), add);
  if ('dot' in expr) return products(answers.words(expr.dot[0]), answers.words(expr.dot[1]));
  if ('amounts' in expr) return answers.amounts(expr.amounts, expr.token);
  if ('bySize' in expr) return answers.bySize(expr.bySize, expr.words);
  return rows(expr, answers);
}

function named(text: string, answers: Answers): Reading<bigint> {
  const match = /^(\w+)(?:\[(\d+)\])?$/.exec(text);
  return match?.[1] === undefined
    ? unknown('not-modelled', text)
    : answers.word(match[1], Number(match[2] ?? 0));
}

function perTurn(values: Reading<readonly bigint[]>, combine: Many): Reading<bigint> {
  return values.status === 'unknown' ? values : { ...values, value: combine(values.value) };
}

function products(a: Reading<readonly bigint[]>, b: Reading<readonly bigint[]>): Reading<bigint> {
  if (a.status === 'unknown') return a;
  if (b.status === 'unknown') return b;
  if (a.value.length !== b.value.length) return unknown('malformed', a.source);
  const value = a.value.reduce((sum, item, i) => sum + (item * (b.value[i] ?? 0n)) / WAD, 0n);
  return known(value, `${a.source} x ${b.source}`, a.block);
}

function rows(expr: Extract<Expr, { rows: string }>, answers: Answers): Reading<bigint> {
  const items = answers.list(expr.skip.list);
  const prices = answers.words(expr.price);
  if (items.status === 'unknown') return items;
  if (prices.status === 'unknown') return prices;
  const skipped = BigInt(expr.skip.item);
  let sum = 0n;
  let source = prices.source;
  for (const [turn, item] of items.value.entries()) {
    if (item === skipped) continue;
    for (const n of expr.words) {
      const part = answers.turn(expr.rows, turn, n);
      if (part.status === 'unknown') return part;
      sum += (part.value * (prices.value[turn] ?? 0n)) / WAD;
      source = part.source;
    }
  }
  return known(sum, source, answers.block);
}

/** A yes or no: yes as soon as one part says so, unknown when none does and one is unknown. */
export function holds(condition: Condition, answers: Answers): Reading<boolean> {
  if ('any' in condition) {
    const parts = condition.any.map((part) => holds(part, answers));
    return (
      parts.find((part) => part.status === 'known' && part.value) ??
      parts.find((part) => part.status === 'unknown') ??
      parts[0] ??
      known(false, '', null)
    );
  }
  if ('noView' in condition) return unknown('no-source', condition.noView);
  if ('true' in condition) return test(answers.word(condition.true), (value) => value !== 0n);
  if ('false' in condition) return test(answers.word(condition.false), (value) => value === 0n);
  if ('later' in condition) return test(answers.word(condition.later), (value) => value > answers.timestamp);
  if ('bit' in condition) {
    const [name, bit] = condition.bit;
    return test(answers.word(name), (value) => ((value >> BigInt(bit)) & 1n) === 1n);
  }
  const [name, expected] = condition.differs;
  return test(answers.word(name), (value) => value !== BigInt(expected));
}

function test(reading: Reading<bigint>, says: (value: bigint) => boolean): Reading<boolean> {
  return reading.status === 'unknown' ? reading : { ...reading, value: says(reading.value) };
}
