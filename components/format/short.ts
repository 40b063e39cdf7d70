/** The first and last digits of an address: enough to recognise, never enough to trust. */
export function shortAddress(address: string): string {
  return address.length > 16 ? `${address.slice(0, 8)}…${address.slice(-6)}` : address;
}

/** A site for a list: the usual `https://` says nothing there, any other scheme is kept. */
export function siteText(origin: string): string {
  return origin.replace(/^https:\/\//, '');
}

/** Splits a host before each dot, where a long one may wrap without losing its end. */
export function hostPieces(host: string): readonly string[] {
  return host.split(/(?=\.)/);
}
