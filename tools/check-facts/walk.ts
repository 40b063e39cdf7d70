/** One value inside the data, with the way to it: ids stand in for places in a list. */
export type Leaf = { readonly path: readonly string[]; readonly value: unknown };

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** What a list's element is called by; its place where it has no name. */
function nameOf(element: unknown, index: number): string {
  if (!isRecord(element)) return String(index);
  const names = [element.id, element.stake, element.symbol, element.contractName, element.name];
  const name = names.find((each) => typeof each === 'string' && each !== '');
  return typeof name === 'string' ? name : String(index);
}

/** Every object and every plain value inside data, itself included. Functions and bigints are passed over. */
export function* leaves(value: unknown, path: readonly string[] = []): Generator<Leaf> {
  yield { path, value };
  if (Array.isArray(value)) {
    for (const [index, element] of value.entries()) yield* leaves(element, [...path, nameOf(element, index)]);
  } else if (isRecord(value)) {
    for (const [key, inner] of Object.entries(value)) yield* leaves(inner, [...path, key]);
  }
}

/** A field of an object, where it is text. */
export function text(value: unknown, ...keys: readonly string[]): string | null {
  if (!isRecord(value)) return null;
  const found = keys.map((key) => value[key]).find((each) => typeof each === 'string');
  return typeof found === 'string' ? found : null;
}
