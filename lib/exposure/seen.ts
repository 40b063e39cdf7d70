/** Things met for the first time, in order, up to a bound. */
export class Seen<T> {
  readonly list: T[] = [];
  readonly #keys = new Set<string>();
  readonly #max: number;

  constructor(max: number) {
    this.#max = max;
  }

  add(key: string, value: T): void {
    const lower = key.toLowerCase();
    if (this.list.length >= this.#max || this.#keys.has(lower)) return;
    this.#keys.add(lower);
    this.list.push(value);
  }
}
