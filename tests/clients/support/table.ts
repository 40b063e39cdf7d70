import { readFileSync } from 'node:fs';

import type { Failure } from '../pages/client.ts';

/** What came of one library with one wallet. Every column says "no" until its assertion has held. */
export type Result = {
  readonly library: string;
  readonly wallet: string;
  held: string;
  refused: string;
  forwarded: string;
  unrelated: string;
};

/** Nothing has held yet. */
export function emptyResult(library: string, wallet: string): Result {
  return { library, wallet, held: 'NO', refused: 'NO', forwarded: 'NO', unrelated: 'NO' };
}

/** How a library refuses, as one cell. */
export function inWords({ name, code, cause }: Partial<Failure>): string {
  return JSON.stringify([name, code, cause?.name, cause?.code].filter((part) => part !== undefined))
    .replaceAll(/["[\]]/g, '')
    .replaceAll(',', ' ');
}

const folder = new URL('../../../node_modules/', import.meta.url);

/** Prints what came of every library; `packagesOf` says whose versions stand beside it. */
export function printResults(
  results: readonly Result[],
  packagesOf: (library: string) => readonly string[],
): void {
  const heads = ['library', 'version', 'wallet', 'held', 'after "Go back"', 'after "Continue"', 'unrelated'];
  const rows = results.map(({ library, wallet, held, refused, forwarded, unrelated }) => {
    const version = packagesOf(library).map(versionOf).join(' / ');
    return [library, version, wallet, held, refused, forwarded, unrelated];
  });
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ');
  const rule = widths.map((width) => '-'.repeat(width));
  console.log(['', ...[heads, rule, ...rows].map(line), ''].join('\n'));
}

/** Version of an installed package, by its folder. */
function versionOf(name: string): string {
  const read: { version?: string } = JSON.parse(
    readFileSync(new URL(`${name}/package.json`, folder), 'utf8'),
  );
  return read.version ?? 'unknown';
}
