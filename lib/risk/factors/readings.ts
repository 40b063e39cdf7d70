import { GuardError, type Reading, unknown, type UnknownReason } from '../../core/index.ts';
import type { Found } from '../define-factor.ts';
import { type Facts, poolIn, sourceOf, unknownFigure } from '../facts.ts';
import type { FactorValue, How, Unit } from '../figure.ts';
import { timeText } from '../formulas/index.ts';

type Input = How['inputs'][number];

/** A figure of the exposure by name; one that was not asked is unknown. */
export function readingOf({ exposure }: Facts, name: string): Reading<bigint> {
  return exposure?.figures[name] ?? unknown('not-modelled', name);
}

/** A reading as one input of a derivation. */
export function readInput<T>(name: string, reading: Reading<T>, show: (value: T) => string): Input {
  const value = reading.status === 'known' ? show(reading.value) : 'not known';
  return { name, value, ...sourceOf(reading) };
}

/** An unknown factor: the inputs that were looked for stand, and the step says which one is missing. */
export function unknownFound(unit: Unit, reason: UnknownReason, how: How): Found {
  return { value: { kind: 'unknown', unit, reason }, how };
}

/** A figure the model does not give for this kind of stake, or could not give for these facts. */
export function missingFigure(facts: Facts, unit: Unit): FactorValue {
  return poolIn(facts) === null
    ? unknownFigure(facts, unit)
    : { kind: 'unknown', unit, reason: 'not-modelled' };
}

/** Figures that a formula needs, by their names in the exposure, with what a person calls them. */
export type Asked<K extends string> = {
  readonly key: K;
  readonly label: string;
  readonly show: (value: bigint) => string;
};

/** What a formula came to, and the steps to it. Null: the values are impossible together. */
export type Worked = { readonly value: FactorValue; readonly steps: readonly string[] } | null;

/** A factor from figures of the exposure; unknown where any of them is, with that one's reason. */
export function fromReadings<K extends string>(
  facts: Facts,
  unit: Unit,
  formula: string,
  asked: readonly Asked<K>[],
  work: (get: (key: K) => bigint) => Worked,
): Found {
  const readings = asked.map((one) => ({ ...one, reading: readingOf(facts, one.key) }));
  const inputs = readings.map(({ label, reading, show }) => readInput(label, reading, show));
  const values = new Map<string, bigint>();
  for (const { key, label, reading } of readings) {
    if (reading.status === 'unknown')
      return unknownFound(unit, reading.reason, { formula, inputs, steps: [`${label}: not known`] });
    values.set(key, reading.value);
  }
  const worked = work((key) => {
    const value = values.get(key);
    if (value === undefined) throw new GuardError('risk/not-asked', `${key} was not asked.`, 'Report this.');
    return value;
  });
  if (worked === null) {
    const steps = ['these values cannot all be right: nothing is computed'];
    return unknownFound(unit, 'malformed', { formula, inputs, steps });
  }
  return { value: worked.value, how: { formula, inputs, steps: worked.steps } };
}

/** Both ends the same. */
export function exactly(unit: Unit, value: bigint): FactorValue {
  return { kind: 'range', unit, lo: value, hi: value };
}

/** Time of the newest block that was read, Unix seconds. Never the machine's own. */
export function blockTime({ exposure }: Facts): Reading<bigint> {
  const blocks = exposure?.evidence.blocks ?? [];
  const [first, ...more] = blocks;
  if (first === undefined) return unknown('rpc-failed', 'block time');
  const newest = more.reduce((a, b) => (b.timestamp > a.timestamp ? b : a), first);
  return { status: 'known', value: newest.timestamp, source: 'time of the block', block: newest.number };
}

/** The block's time as an input. */
export function blockInput(facts: Facts): Input {
  return readInput('block time', blockTime(facts), timeText);
}
