import { min } from '../../core/index.ts';
import { exactAmount } from '../exact.ts';
import type { Line } from '../snapshot/parsed.ts';
import { type Claim, claimsOf, holds, payable, type Sum } from '../stake/claims.ts';
import type { StakeStudy } from '../stake/stake.ts';
import { type Bounds, lineSums, take, unreadableSums } from '../stake/sums.ts';
import { exitBlocks } from '../stake/tally.ts';
import { ENDLESS, warningsOf } from '../stake/warning.ts';

/** Operators, and lines of each, that are shown one by one; the rest is one line. */
const OPERATORS = 8;
const LINES = 4;

type Exposed = { readonly line: Line; readonly until: bigint; readonly sure: boolean };

/** An amount or both ends of it. */
export function amounts({ lo, hi }: Bounds): string {
  return lo === hi ? exactAmount(hi) : `${exactAmount(lo)} to ${exactAmount(hi)}`;
}

function linesOf({ snapshot }: StakeStudy, operator: string): readonly Exposed[] {
  const lines = snapshot.lines.map((line) => ({ line, until: ENDLESS, sure: true }));
  const queued = snapshot.queued.map((line) => ({
    line,
    until: line.lastBlock ?? ENDLESS,
    sure: line.lastBlock !== null,
  }));
  return [...lines, ...queued.filter(({ until }) => until >= snapshot.now)].filter(
    ({ line }) => line.operator === operator,
  );
}

/** What the high end's magnitude is made of, where it is more than one thing. */
function madeOf(claims: readonly Claim[], sum: Sum): string {
  const counted = claims.filter(({ high }) => holds(high, sum));
  const parts = [
    ['current', counted.filter(({ current }) => current !== null)],
    ['announced', counted.filter(({ growth }) => growth !== null)],
    ['free', counted.filter(({ current, growth }) => current === null && growth === null)],
  ] as const;
  const named = parts
    .filter(([, some]) => some.length > 0)
    .map(
      ([name, some]) => `${name} ${exactAmount(some.reduce((all, { magnitude }) => all + magnitude, 0n))}`,
    );
  return named.length > 1 ? ` (at most ${named.join(' + ')})` : '';
}

/** Value x magnitude that counts / maximum magnitude, as the sums take it (§3.1, §3.2). */
function lineStep({ snapshot, exit }: StakeStudy, { line, until, sure }: Exposed, sum: Sum): string {
  const { operator: id, strategy } = line;
  const value = line.value ?? 0n;
  const operator = snapshot.operators.get(id);
  const book = operator?.books.get(strategy);
  const { low, high } = exitBlocks(exit, snapshot.blockSeconds);
  const redistributable = payable(snapshot, strategy);
  const claims = claimsOf(book, {
    now: snapshot.now,
    warnings: warningsOf(operator, snapshot),
    horizon: { low: min(low, until - snapshot.now), high: min(high, until - snapshot.now) },
    redistributable,
  });
  const name = `operator ${id}, ${strategy}${until === ENDLESS && sure ? '' : ' (queued)'}`;
  if (line.value === null) return `${name}: value not known, part of what is untraced`;
  const maximum = book?.maximum ?? null;
  if (claims === null || maximum === null || maximum === 0n) {
    const all = unreadableSums(value, redistributable)[sum];
    return `${name}: ${exactAmount(value)}, allocations not known or all slashed: ${amounts(all)}`;
  }
  const magnitude = (end: 'low' | 'high'): bigint =>
    claims.reduce((all, claim) => (holds(claim[end], sum) ? all + claim.magnitude : all), 0n);
  const share = amounts({ lo: magnitude('low'), hi: magnitude('high') });
  const taken = lineSums(value, take(value, maximum, claims), sure)[sum];
  const unsure = sure ? '' : ', last block not known: 0 in the low end';
  return `${name}: ${exactAmount(value)} x ${share.includes(' ') ? `(${share})` : share}${madeOf(claims, sum)} / ${exactAmount(maximum)}${unsure} = ${amounts(taken)}`;
}

function operatorSteps(study: StakeStudy, id: string, whole: Bounds, sum: Sum): readonly string[] {
  const lines = linesOf(study, id);
  const shown = lines.slice(0, LINES).map((line) => lineStep(study, line, sum));
  const warned = warningStep(study, id, sum);
  if (lines.length === 1) return [...warned, ...shown];
  const left = lines.length - shown.length;
  const rest = left === 0 ? '' : `, with ${left} more lines`;
  return [...warned, ...shown, `operator ${id}${rest}: ${amounts(whole)}`];
}

function blockText(value: bigint): string {
  return value >= ENDLESS ? 'not known' : String(value);
}

/** Blocks of warning, least to most; what nobody knows may be none at all. */
function blocks(least: bigint, most: bigint): string {
  return least === most ? blockText(least) : `${blockText(least)} to ${blockText(most)}`;
}

/** How soon an operator can put unallocated stake at risk, which decides what counts besides today (§3.2). */
function warningStep({ snapshot }: StakeStudy, id: string, sum: Sum): readonly string[] {
  if (sum === 'now' || sum === 'redistributable') return [];
  const { slow, fast } = warningsOf(snapshot.operators.get(id), snapshot);
  const free = `free stake after ${blocks(fast.free, slow.free)} blocks`;
  const move = `moved between sets after ${blocks(fast.move, slow.move)}`;
  return [`operator ${id}: ${free}${sum.startsWith('theft') ? `, ${move}` : ''}`];
}

/** The sum over operators, largest first, line by line; equal value and magnitude give an equal result by hand. */
export function sumSteps(study: StakeStudy, sum: Sum): readonly string[] {
  const rows = [...study.tally.operators]
    .map(([id, sums]) => ({ id, ...sums[sum] }))
    .filter(({ hi }) => hi > 0n)
    .sort((a, b) => (a.hi === b.hi ? 0 : a.hi > b.hi ? -1 : 1));
  if (rows.length === 0) return ['no operator has any of it: 0'];
  const named = rows.slice(0, OPERATORS).flatMap((row) => operatorSteps(study, row.id, row, sum));
  const rest = rows.slice(OPERATORS);
  if (rest.length === 0) return named;
  const both = rest.reduce((a, b) => ({ lo: a.lo + b.lo, hi: a.hi + b.hi }), { lo: 0n, hi: 0n });
  return [...named, `${rest.length} more of ${study.snapshot.operators.size} operators: ${amounts(both)}`];
}
