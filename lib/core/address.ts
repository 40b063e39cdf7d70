/** `0x` and hex digits, as on the wire. */
export type Hex = `0x${string}`;
/** A 20-byte address, any letter case. */
export type Address = Hex;

/** Whether a text is a 20-byte hex address, in any letter case. */
export function isAddress(text: unknown): text is Address {
  return typeof text === 'string' && /^0x[0-9a-fA-F]{40}$/.test(text);
}

/** Whether two addresses are the same account; letter case does not matter. */
export function sameAddress(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
