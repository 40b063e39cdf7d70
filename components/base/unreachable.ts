/** The end of a switch over a closed union: a new kind does not compile until it has its case. */
export function unreachable(value: never): never {
  throw new Error(`No case for ${JSON.stringify(value)}.`);
}
