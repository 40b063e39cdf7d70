import { mainnetDelays, validatorExit } from '../../lib/protocols/index.ts';
import { assumptions } from '../../lib/risk/assumptions.ts';
import { asCount, asDays, asEth, asPercent, asShare } from './format.ts';
import { type Worked, workedExamples } from './examples.ts';

/** Ethereum's; the delays of mainnet are counted in blocks. */
const BLOCK_SECONDS = 12n;

function whole(value: unknown): bigint {
  if (typeof value === 'number' && Number.isInteger(value)) return BigInt(value);
  if (typeof value === 'string' && /^\d+$/.test(value)) return BigInt(value);
  throw new Error(`${String(value)} is no whole number`);
}

function real(value: unknown): number {
  if (typeof value !== 'number') throw new Error(`${String(value)} is no number`);
  return value;
}

const FORMATS: Readonly<Record<string, (value: unknown) => string>> = {
  percent: (value) => asPercent(whole(value)),
  'percent down': (value) => asPercent(whole(value), 'down'),
  times: (value) => asEth(whole(value)),
  eth: (value) => asEth(whole(value)),
  days: (value) => asDays(whole(value)),
  hours: (value) => `${whole(value) / 3_600n} hour`,
  blocks: (value) => asCount(whole(value)),
  blockdays: (value) => asDays(whole(value) * BLOCK_SECONDS),
  count: (value) => asCount(whole(value)),
  share: (value) => asShare(real(value)),
  figure: (value) => String(Number(real(value).toFixed(3))),
};

function step(from: unknown, key: string): unknown {
  if (typeof from !== 'object' || from === null) return undefined;
  return new Map<string, unknown>(Object.entries(from)).get(key);
}

function at(from: unknown, ...path: readonly (string | number)[]): unknown {
  return path.map(String).reduce(step, from);
}

/** How long until a block, from the first block the deposit can be in. */
function secondsUntil(example: Worked | undefined, block: unknown): string {
  const ahead = whole(block) - whole(at(example?.in, 'nowBlock'));
  return String(ahead * whole(at(example?.in, 'blockSeconds')));
}

function sum(list: unknown, field: string): string {
  if (!Array.isArray(list)) throw new Error('no list');
  return String(list.map((one) => whole(at(one, field))).reduce((a, b) => a + b, 0n));
}

/** What follows from an example by one sum, for sentences that need it. */
function derived(examples: Readonly<Record<string, Worked>>): Record<string, object> {
  const { S2, S6, S20 } = examples;
  const pending = [0, 1].map((n) => secondsUntil(S2, at(S2?.out, 'pending', n, 'effectBlock')));
  const pool = ['activeStakeWei', 'withdrawalsCurrentWei', 'withdrawalsNextWei']
    .map((name) => whole(at(S6?.in, 'symbiotic', name)))
    .reduce((a, b) => a + b, 0n);
  const change = at(S20?.in, 'operators', 0, 'pendingAllocationDelay', 'effectBlock');
  return {
    S2: { pending: pending.map((inSecs) => ({ inSecs })) },
    S6: { pool: String(pool), promises: sum(at(S6?.in, 'symbiotic', 'stakes'), 'stakeWei') },
    S20: { pendingInSecs: secondsUntil(S20, change) },
  };
}

/** Gives the text of `S1.out.slashableNow.hiWad | percent`, and of nothing that is not there. */
export function valueReader(more: Readonly<Record<string, unknown>>): (expression: string) => string {
  const examples = workedExamples();
  const extra = derived(examples);
  const guess = Object.fromEntries(Object.entries(assumptions).map(([name, { value }]) => [name, value]));
  const exit = { maxSecs: validatorExit.allTime.maxSecs };
  const all: Record<string, unknown> = { chain: mainnetDelays, guess, validatorExit: exit, ...more };
  for (const [id, worked] of Object.entries(examples)) all[id] = { ...worked, ...extra[id] };
  return (expression) => {
    const [path = '', format] = expression.split('|').map((part) => part.trim());
    const value = path.split('.').reduce(step, all);
    if (value === undefined || value === null) throw new Error(`nothing stands at ${path}`);
    if (format === undefined) {
      if (typeof value === 'string' || typeof value === 'number') return String(value);
      throw new Error(`${path} is no text`);
    }
    const show = FORMATS[format];
    if (show === undefined) throw new Error(`no format is called ${format}`);
    return show(value);
  };
}
