/** Numbers that only look random: the same seed gives the same messages on every machine. */
export type Random = {
  /** A whole number from 0 to one less than the bound. */
  readonly below: (bound: number) => number;
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
};

/** A small generator (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (bound: number): number => next() % bound;
  return { below, pick: (list) => list[below(list.length)] ?? list[0] };
}

const words = [
  '', '0', '1', 'allow', 'deny', 'forward', 'busy', 'ack', 'held', 'continue', 'ask', 'unprotected', 'calm',
  'hold/ask', 'hold/decision', 'hold/cancel', 'review/answer', 'page/state', 'settings/set', '__proto__', 'constructor',
  'toJSON', 'length', 'null', '[]', '{}', '0x', '0x1', '\u0000', '\ud800', '\\u0061', 'a'.repeat(64), 'é'.repeat(40),
] as const; // prettier-ignore

/** Anything a page can make that can be cloned, a few levels deep. */
export function junk(random: Random, depth = 3): unknown {
  const kind = random.below(depth === 0 ? 8 : 11);
  if (kind < 3) return random.pick(words);
  if (kind === 3) return random.below(1_000) - 500;
  if (kind === 4) return random.pick([null, undefined, true, false]);
  if (kind === 5) return random.pick([Number.NaN, Infinity, -0, 2 ** 53, 1e308, 0.5]);
  if (kind === 6) return BigInt(random.below(1_000));
  if (kind === 7) return String.fromCharCode(random.below(0x10000), random.below(0x10000));
  const size = random.below(4);
  if (kind === 8) return Array.from({ length: size }, () => junk(random, depth - 1));
  return Object.fromEntries(
    Array.from({ length: size }, () => [random.pick(words), junk(random, depth - 1)] as const).filter(
      ([name]) => name !== '__proto__',
    ),
  );
}

/** A message with one thing about it changed, somewhere: a field lost, added, renamed, or of another kind. */
export function mutated(random: Random, value: unknown): unknown {
  if (typeof value === 'string' && random.below(3) > 0) return mutatedText(random, value);
  if (typeof value !== 'object' || value === null) return junk(random);
  if (Array.isArray(value)) {
    const list: unknown[] = [...value];
    const at = random.below(list.length + 1);
    if (random.below(2) === 0) list.splice(at, random.below(2), junk(random));
    else list[at] = mutated(random, list[at]);
    return list;
  }
  const entries: [string, unknown][] = Object.entries(value);
  const at = random.below(Math.max(1, entries.length));
  const [name, old] = entries[at] ?? ['', undefined];
  const way = random.below(5);
  if (way === 0) entries.splice(at, 1);
  else if (way === 1) entries.push([random.pick(words), junk(random)]);
  else if (way === 2) entries[at] = [random.pick(words), old];
  else entries[at] = [name, mutated(random, old)];
  return Object.fromEntries(entries.filter(([key]) => key !== '__proto__'));
}

function mutatedText(random: Random, text: string): string {
  const at = random.below(text.length + 1);
  const way = random.below(4);
  if (way === 0) return text.slice(0, at);
  if (way === 1) return text.slice(0, at) + String.fromCharCode(random.below(256)) + text.slice(at);
  if (way === 2) return text.slice(0, at) + String.fromCharCode(random.below(256)) + text.slice(at + 1);
  return random.below(2) === 0 ? text.toUpperCase() : `${text}${random.pick(words)}`;
}
