const EVERY: readonly string[] = ['<all_urls>', '*://*/*', 'https://*/*'];

/** Whether these match patterns let us into every site. */
export function everySite(patterns: readonly string[]): boolean {
  return patterns.some((pattern) => EVERY.includes(pattern));
}

/** The domains that match patterns name, each once, and whether what lies under a domain is meant too. */
export function domainsOf(patterns: readonly string[]): readonly { host: string; under: boolean }[] {
  const found = new Map<string, boolean>();
  for (const pattern of patterns) {
    if (EVERY.includes(pattern)) continue;
    const match = /^[^:]+:\/\/(\*\.)?([^/*]+)\//.exec(pattern);
    if (match?.[2] === undefined) continue;
    found.set(match[2], found.get(match[2]) === true || match[1] !== undefined);
  }
  return [...found].map(([host, under]) => ({ host, under }));
}
