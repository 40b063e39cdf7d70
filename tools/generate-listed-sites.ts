import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { protocols } from '../lib/protocols/index.ts';

const target = fileURLToPath(new URL('../lib/provider/generated/listed-sites.ts', import.meta.url));

/**
 * The sites of the protocols as one pattern over origins. On them every request that can move funds is looked at,
 * whatever it holds (design §2.5). The scripts of a page must not carry the registry, so it is written out.
 */
export function listedSitesSource(list: typeof protocols): string {
  const domains = list.flatMap(({ officialDomains }) => officialDomains);
  const escaped = (shared: boolean): string =>
    [
      ...new Set(
        domains.filter(({ sharedHost }) => (sharedHost ?? false) === shared).map(({ domain }) => domain),
      ),
    ]
      .sort()
      .join('|')
      .replaceAll('.', String.raw`\.`);
  const hosts = [escaped(true), String.raw`(?:[^/]+\.)?(?:${escaped(false)})`].filter((part) => part !== '');
  const pattern = String.raw`/^https?:\/\/(?:${hosts.join('|')})(?::\d+)?$/`;
  const line = '// Written by tools/generate-listed-sites.ts from the registry: do not edit.';
  return `${line}\n/** Origins of the protocols' own sites. */\nexport const listedSites =\n  ${pattern};\n`;
}

/** Whether the written file is what the registry gives today. */
export function listedSitesAreCurrent(): boolean {
  return readFileSync(target, 'utf8') === listedSitesSource(protocols);
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href)
  writeFileSync(target, listedSitesSource(protocols));
