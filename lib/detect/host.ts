import { decodeLabel } from './punycode.ts';

/** The host of an origin in lower-case punycode, without a final dot; null for opaque origins. */
export function hostOf(origin: string): string | null {
  try {
    const host = new URL(origin).hostname.replace(/\.$/, '');
    return host === '' ? null : host;
  } catch {
    return null; // `null`, the origin of sandboxed frames, and what is no address
  }
}

/** A host as a person sees it: labels in Unicode. A label that does not decode stays as it is. */
export function unicodeHost(host: string): string {
  return host
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decodeLabel(label.slice(4)) ?? label) : label))
    .join('.');
}
