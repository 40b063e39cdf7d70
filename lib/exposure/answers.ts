import { type Address, known, type Reading, unknown } from '../core/index.ts';

import type { Plan } from './plan.ts';
import type { Raw } from './request.ts';
import type { Results } from './steps.ts';
import { claimed } from './steps.ts';
import { dataOf, listAt, wordAt } from './words.ts';

/** The answers of a plan's reads by name, each as a reading with its source and block. */
export class Answers {
  readonly #plan: Plan;
  readonly #results: readonly Results[];
  readonly block: bigint;
  readonly timestamp: bigint;

  constructor(plan: Plan, results: readonly Results[], block: bigint, timestamp: bigint) {
    this.#plan = plan;
    this.#results = results;
    this.block = block;
    this.timestamp = timestamp;
  }

  /** Word number `n` of a read that is asked once. A read nothing could ask takes the reason of what it hung on. */
  word(name: string, n = 0): Reading<bigint> {
    const step = this.#step(name);
    return this.#wordOf(step, this.#results[step]?.[0], n);
  }

  /** Word number `n` of one turn. */
  turn(name: string, turn: number, n: number): Reading<bigint> {
    const step = this.#step(name);
    return this.#wordOf(step, this.#results[step]?.[turn], n);
  }

  /** Word number `n` of every turn; unknown when a turn failed or turns were left out. */
  words(name: string, n = 0): Reading<readonly bigint[]> {
    const step = this.#step(name);
    const results = this.#results[step] ?? [];
    const definition = this.#plan.steps[step];
    const claim = definition === undefined ? null : claimed(definition, this.#results);
    if (claim === null) return this.#missing(step);
    if (claim > BigInt(results.length)) return unknown('not-reached', name);
    const values: bigint[] = [];
    for (const raw of results) {
      const value = this.#wordOf(step, raw, n);
      if (value.status === 'unknown') return value;
      values.push(value.value);
    }
    return known(values, this.#source(step), this.block);
  }

  /** The items of a list that a read answers with. */
  list(name: string): Reading<readonly bigint[]> {
    const step = this.#step(name);
    const raw = this.#results[step]?.[0];
    const data = dataOf(raw);
    if (data === null) return this.#missing(step);
    const list = listAt(data, 0, 0, 32);
    if (list === null) return unknown('malformed', this.#source(step));
    const items = Array.from({ length: list.n }, (_, i) => wordAt(data, list.at + 32 * i) ?? 0n);
    return known(items, this.#source(step), this.block);
  }

  /** Of an answer of two lists, assets and amounts, what it holds of one asset; unknown where it holds another. */
  amounts(name: string, token: Address): Reading<bigint> {
    const step = this.#step(name);
    const data = dataOf(this.#results[step]?.[0]);
    if (data === null) return this.#missing(step);
    const [assets, amounts] = [listAt(data, 0, 0, 32), listAt(data, 0, 1, 32)];
    // Two heads come before the lists: none can begin inside of them.
    if (assets === null || amounts === null || assets.n !== amounts.n || assets.at < 96 || amounts.at < 96)
      return unknown('malformed', this.#source(step));
    let sum = 0n;
    for (let i = 0; i < assets.n; i += 1) {
      const amount = wordAt(data, amounts.at + 32 * i) ?? 0n;
      if (amount > 0n && wordAt(data, assets.at + 32 * i) !== BigInt(token))
        return unknown('no-source', `ETH value of what ${this.#source(step)} names`);
      sum += amount;
    }
    return known(sum, this.#source(step), this.block);
  }

  /** The word of an answer whose number goes by how many words the answer has. */
  bySize(name: string, words: Readonly<Record<number, number>>): Reading<bigint> {
    const step = this.#step(name);
    const data = dataOf(this.#results[step]?.[0]);
    if (data === null) return this.#missing(step);
    const n = words[data.length / 64];
    return n === undefined ? unknown('malformed', this.#source(step)) : this.word(name, n);
  }

  #step(name: string): number {
    const step = this.#plan.steps.findIndex((entry) => entry.name === name);
    if (step < 0) throw new RangeError(`no read ${name}`);
    return step;
  }

  #source(step: number): string {
    return this.#plan.steps[step]?.source ?? '';
  }

  #wordOf(step: number, raw: Raw | null | undefined, n: number): Reading<bigint> {
    const data = dataOf(raw);
    if (data === null) return raw ? failure(raw, this.#source(step)) : this.#missing(step);
    const value = wordAt(data, n * 32);
    return value === null
      ? unknown('malformed', this.#source(step))
      : known(value, this.#source(step), this.block);
  }

  /** Why a step has no answer: its own failure, or that of the first read it hangs on. */
  #missing(step: number): Reading<never> {
    const definition = this.#plan.steps[step];
    const raw = this.#results[step]?.find((entry) => entry !== null && entry.status === 'failed');
    if (raw) return failure(raw, this.#source(step));
    const from = [
      definition?.over?.step,
      definition?.target.kind === 'result' ? definition.target.step : undefined,
    ];
    for (const patch of definition?.patches ?? []) if (patch.from.kind !== 'item') from.push(patch.from.step);
    for (const cause of from) {
      const failed =
        cause === undefined ? null : this.#results[cause]?.find((entry) => entry?.status === 'failed');
      if (cause !== undefined && failed) return failure(failed, this.#source(cause));
      if (cause !== undefined && this.#results[cause]?.includes(null)) return this.#missing(cause);
    }
    return unknown('malformed', this.#source(step));
  }
}

function failure(raw: Raw, source: string): Reading<never> {
  return unknown(raw.status === 'failed' ? raw.reason : 'malformed', source);
}
