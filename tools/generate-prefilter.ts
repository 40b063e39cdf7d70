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

/** Every four bytes that stand in an address, at any hex digit. Padding and endless allowances are full of 00 and ff. */
function fingerprintsIn(address: string): readonly string[] {
  const hex = address.slice(2).toLowerCase();
  const all = Array.from({ length: 33 }, (_, at) => hex.slice(at, at + 8));
  const rare = all.filter((bytes) => !/00|ff/.test(bytes));
  if (rare.length === 0) throw new Error(`No four bytes of ${address} are rare enough.`);
  return rare.sort();
}

/** How much a fingerprint costs among others, in bits: what its two distances are longer than the one they part. */
function costAmong(bytes: string, others: readonly string[]): number {
  const at = others.findIndex((other) => other >= bytes);
  const [below, above] = [others[at - 1] ?? '0', others[at] ?? '100000000'].map((hex) =>
    Number.parseInt(hex, 16),
  );
  const own = Number.parseInt(bytes, 16);
  if (below === undefined || above === undefined || own === above) return -Infinity; // it stands there already
  return Math.log2(own - below) + Math.log2(above - own) - Math.log2(above - below);
}

/**
 * All fingerprints of the registry: deposit targets, restaking tokens and the pools that hold them, selectors that only
 * restaking has. Of each address the highest four bytes at first, and then those that lie closest to the others: sorted
 * they pack well.
 */
export function fingerprintsOf(list: typeof protocols): readonly string[] {
  const addresses = new Set<string>(pools.map(({ address }) => address.toLowerCase()));
  const selectors = new Set<string>();
  for (const { deposits, tokens } of list) {
    for (const { to, selector, signature } of deposits) {
      addresses.add(to.toLowerCase());
      if (!sharedNames.has(signature.slice(0, signature.indexOf('(')))) selectors.add(selector.slice(2));
    }
    for (const token of tokens) if (token.restaking) addresses.add(token.address.toLowerCase());
  }
  const choices = [...addresses].sort().map((address) => fingerprintsIn(address));
  const chosen = choices.map((choice) => choice.at(-1) ?? '');
  for (const [i, choice] of choices.entries()) {
    const others = [...selectors, ...chosen.filter((_, j) => j !== i)].sort();
    const costs = choice.map((bytes) => costAmong(bytes, others));
    chosen[i] = choice[costs.indexOf(Math.min(...costs))] ?? '';
  }
  return [...new Set([...selectors, ...chosen])].sort();
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
