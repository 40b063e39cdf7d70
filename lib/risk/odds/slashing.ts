import type { Assumptions } from '../assumptions.ts';
import type { Shocks } from './shocks.ts';

/**
 * How much of the whole is slashed while some services and operators fail (§3.4): `min(1, sum of f * sev)` of each
 * position that a failure reaches, and nothing of all others. Reused for every state: it allocates nothing.
 */
export class Slashing {
  readonly #shocks: Shocks;
  readonly #service: number;
  readonly #operator: number;
  readonly #taken: Float64Array;
  readonly #met: Uint8Array;
  readonly #touched: Int32Array;
  readonly #failed: Uint8Array;
  #count = 0;

  constructor(shocks: Shocks, guesses: Assumptions) {
    const { length } = shocks.shares;
    this.#shocks = shocks;
    this.#service = guesses.sevAvs;
    this.#operator = guesses.sevOperator;
    this.#taken = new Float64Array(length);
    this.#met = new Uint8Array(length);
    this.#touched = new Int32Array(length);
    this.#failed = new Uint8Array(shocks.count);
  }

  #take(position: number, part: number): void {
    if (this.#met[position] === 0) {
      this.#met[position] = 1;
      this.#touched[this.#count] = position;
      this.#count += 1;
    }
    this.#taken[position] = (this.#taken[position] ?? 0) + part;
  }

  /** Adds what one failed shock takes; a service takes only what a failed operator left: 1 - (1 - s)(1 - o). */
  #hit(shock: number): void {
    const reach = this.#shocks.reaches[shock];
    if (reach === undefined) return;
    const { position, part, through } = reach;
    const service = shock < this.#shocks.firstOperator;
    const severity = service ? this.#service : this.#operator;
    for (let place = 0; place < position.length; place += 1) {
      const left = service && this.#failed[through[place] ?? 0] === 1 ? 1 - this.#operator : 1;
      this.#take(position[place] ?? 0, (part[place] ?? 0) * severity * left);
    }
  }

  #total(): number {
    let slashed = 0;
    for (let index = 0; index < this.#count; index += 1) {
      const position = this.#touched[index] ?? 0;
      slashed += (this.#shocks.shares[position] ?? 0) * Math.min(1, this.#taken[position] ?? 0);
      this.#taken[position] = 0;
      this.#met[position] = 0;
    }
    this.#count = 0;
    return slashed;
  }

  /**
   * Part of the whole that is slashed.
   *
   * @param failed - indices of failed services and operators, ascending; only the first `count` are read
   */
  slashed(failed: Int32Array, count: number): number {
    if (count === 0) return 0;
    for (let index = 0; index < count; index += 1) this.#failed[failed[index] ?? 0] = 1;
    for (let index = 0; index < count; index += 1) this.#hit(failed[index] ?? 0);
    const slashed = this.#total();
    for (let index = 0; index < count; index += 1) this.#failed[failed[index] ?? 0] = 0;
    return slashed;
  }
}
