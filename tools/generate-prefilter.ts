import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { mostFingerprints } from '../lib/detect/prefilter.ts';
import { pools, protocols } from '../lib/protocols/index.ts';

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
 * Four bytes of an address, the highest that stand in it at any hex digit: sorted, they lie close and pack well.
 * Zeros and ones are left out, since padding and endless allowances are full of them.
 */
function fingerprintOf(address: string): string {
  const hex = address.slice(2).toLowerCase();
  let best = '';
  for (let at = 0; at <= 32; at += 1) {
    const bytes = hex.slice(at, at + 8);
    if (!/00|ff/.test(bytes) && bytes > best) best = bytes;
  }
  if (best === '') throw new Error(`No four bytes of ${address} are rare enough.`);
  return best;
}

/**
 * All fingerprints of the registry: deposit targets, restaking tokens and the pools that hold them, selectors that only
 * restaking has.
 */
export function fingerprintsOf(list: typeof protocols): readonly string[] {
  const found = new Set<string>();
  for (const { deposits, tokens } of list) {
    for (const { to, selector, signature } of deposits) {
      found.add(fingerprintOf(to));
      if (!sharedNames.has(signature.slice(0, signature.indexOf('(')))) found.add(selector.slice(2));
    }
    for (const token of tokens) if (token.restaking) found.add(fingerprintOf(token.address));
  }
  for (const { address } of pools) found.add(fingerprintOf(address));
  return [...found].sort();
}

/** The digits of base 48: `code % 81 - 16`. They are the letters that a script has most of, so it packs well. */
const digits = 'abcdefghijklmnop rstuv&x(){|}-./0123456789:;<=>?';

/**
 * The table as `makePrefilter` reads it: from the highest number to the lowest, each as its distance from the one before
 * (the first from 2^32), in four digits of base 48 and one more for each comma before them.
 *
 * @throws where there are more than the scripts have room for, and for 0, which stands for none there
 */
export function packed(fingerprints: readonly string[]): string {
  if (fingerprints.length > mostFingerprints)
    throw new Error(
      `${fingerprints.length} fingerprints: lib/detect/prefilter.ts has room for ${mostFingerprints}.`,
    );
  const words = fingerprints.map((hex) => Number.parseInt(hex, 16)).sort((a, b) => b - a);
  if (words.includes(0)) throw new Error('0 is no fingerprint.');
  return words.map((word, index) => inDigits((words[index - 1] ?? 2 ** 32) - word)).join('');
}

function inDigits(distance: number): string {
  let text = '';
  for (let rest = distance; rest > 0 || text.length < 4; rest = Math.floor(rest / 48))
    text = digits.charAt(rest % 48) + text;
  return ','.repeat(text.length - 4) + text;
}

/** The generated module. */
export function prefilterModule(list: typeof protocols): string {
  return [
    '// Written by tools/generate-prefilter.ts from the registry: do not edit.',
    '/** Four bytes each, as distances: `packed` says how, and `makePrefilter` reads it. */',
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
