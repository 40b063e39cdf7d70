/** Marks a place that no value can reach: a new kind without words does not compile. */
export function unreachable(value: never): never {
  throw new Error(`no words for ${JSON.stringify(value)}`);
}
