import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { protocols } from '../lib/protocols/index.ts';

const target = fileURLToPath(new URL('../lib/detect/generated/fingerprints.ts', import.meta.url));

/** Names of deposit functions that countless other contracts have too: their selectors would wake the worker for nothing. */
const sharedNames = new Set([
  'deposit',
  'depositETH',
  'depositWithPermit',
  'mint',
  'wrap',
  'stake',
  'depositTo',
]);

/**
 * Four bytes of an address, the highest that stand in it: sorted they share their first digits and pack well.
 * Bytes of zeros and ones only are left out, since padding and endless allowances are full of them.
 */
function fingerprintOf(address: string): string {
  const hex = address.slice(2).toLowerCase();
  let best = '';
  for (let at = 0; at <= 32; at += 2) {
    const bytes = hex.slice(at, at + 8);
    if (!/^(..)*(00|ff)/.test(bytes) && bytes > best) best = bytes;
  }
  if (best === '') throw new Error(`No four bytes of ${address} are rare enough.`);
  return best;
}

/** All fingerprints of the registry: deposit targets, restaking tokens, selectors that only restaking has. */
export function fingerprintsOf(list: typeof protocols): readonly string[] {
  const found = new Set<string>();
  for (const { deposits, tokens } of list) {
    for (const { to, selector, signature } of deposits) {
      found.add(fingerprintOf(to));
      if (!sharedNames.has(signature.slice(0, signature.indexOf('(')))) found.add(selector.slice(2));
    }
    for (const token of tokens) if (token.restaking) found.add(fingerprintOf(token.address));
  }
  return [...found].sort();
}

/** Each as the distance from the one before, in base 36: sorted numbers lie close, so this packs best. */
function packed(fingerprints: readonly string[]): string {
  const words = fingerprints.map((hex) => Number.parseInt(hex, 16)).sort((a, b) => a - b);
  return words.map((word, index) => (word - (words[index - 1] ?? 0)).toString(36)).join();
}

/** The generated module. */
export function prefilterModule(list: typeof protocols): string {
  return [
    '// Written by tools/generate-prefilter.ts from the registry: do not edit.',
    '/** Four bytes each, in ascending order: the distance from the one before, in base 36. */',
    `export const fingerprints = '${packed(fingerprintsOf(list))}';`,
    '',
  ].join('\n');
}

/** Whether the module in the repository is what the registry gives today. */
export function isUpToDate(): boolean {
  return readFileSync(target, 'utf8') === prefilterModule(protocols);
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) {
  writeFileSync(target, prefilterModule(protocols));
  console.log(`${fingerprintsOf(protocols).length} fingerprints written.`);
}
