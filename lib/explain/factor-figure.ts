import type { FactorId } from '../risk/index.ts';
import type { Part, Sentence } from './explanation.ts';
import type { Range } from './factors/index.ts';
import { cover, ether, risk, say, wait, warning } from './say.ts';

const PROTECTIONS: ReadonlySet<FactorId> = new Set([
  'upgradeDelay',
  'monthsLive',
  'daysSinceUpgrade',
  'bridgeVerifiers',
  'coverRatio',
  'coverage',
  'solvency',
  'exitWindow',
  'attackCost',
]);

/** Whether less of it is worse: then it is rounded down and its lower end is the one that counts. */
export function isProtection(id: FactorId): boolean {
  return PROTECTIONS.has(id);
}

function counted(count: bigint, one: string): Part {
  return { kind: 'text', text: `${count} ${count === 1n ? one : `${one}s`}` };
}

/** A number of a factor's own unit, rounded as said. Whole units have nothing to round. */
export function rounded(unit: Range['unit'], value: bigint, round: 'up' | 'down'): Part {
  switch (unit) {
    case 'wad':
      return round === 'up' ? risk(value) : cover(value);
    case 'secs':
      return round === 'up' ? wait(value) : warning(value);
    case 'wei':
      return ether(value, round);
    case 'days':
      return counted(value, 'day');
    case 'months':
      return counted(value, 'month');
    default:
      return { kind: 'text', text: String(value) };
  }
}

/** Rounds a time before or after another, which may be below zero: away from comfort, in words that need no sign. */
function windowEnd(secs: bigint, round: 'up' | 'down'): Sentence {
  if (secs >= 0n) return say`${rounded('secs', secs, round)} spare`;
  return say`${rounded('secs', -secs, round === 'up' ? 'down' : 'up')} short`;
}

/** One end of an interval: the lower one is rounded down, the upper one up. */
export function endWords(id: FactorId, unit: Range['unit'], value: bigint, end: 'lo' | 'hi'): Sentence {
  const round = end === 'lo' ? 'down' : 'up';
  return id === 'exitWindow' ? windowEnd(value, round) : [rounded(unit, value, round)];
}

/** A figure that is known exactly: a risk is rounded up, a protection down. */
export function figureWords(id: FactorId, unit: Range['unit'], value: bigint): Sentence {
  return endWords(id, unit, value, isProtection(id) ? 'lo' : 'hi');
}

/** A person's limit, with its unit: rounded the other way than the figure, a maximum down and a minimum up. */
export function boundPart(id: FactorId, unit: Range['unit'], limit: bigint): Part {
  if (unit === 'points') return counted(limit, 'point');
  // Checkers of a bridge are all that is counted.
  if (unit === 'count') return counted(limit, 'checker');
  return rounded(unit, limit, isProtection(id) ? 'up' : 'down');
}
