import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { lensRuntimeBytes } from '../lib/exposure/index.ts';

const output = fileURLToPath(new URL('../.output/', import.meta.url));

/** What one file weighs on the wire, in bytes; each file is compressed alone, as a package holds it. */
function gzip(path: string): number {
  return gzipSync(readFileSync(path), { level: 9 }).length;
}

/** A page and every script, style and chunk it loads, followed through imports. */
function pageFiles(root: string, page: string): string[] {
  const found = new Set<string>();
  const visit = (file: string): void => {
    const path = join(root, file);
    if (found.has(file) || !existsSync(path)) return;
    found.add(file);
    if (!/\.(html|js)$/.test(file)) return;
    const pattern = /(?:src|href)="([^"]+)"|(?:from|import)\s*\(?["']([^"']+\.js)["']/g;
    for (const match of readFileSync(path, 'utf8').matchAll(pattern)) {
      const target = match[1] ?? match[2] ?? '';
      visit(target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(file), target));
    }
  };
  visit(page);
  return [...found].filter((file) => !/\.(png|svg)$/.test(file));
}

function folderBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .reduce((sum, path) => sum + gzip(path), 0);
}

type Row = { readonly what: string; readonly bytes: number; readonly budget: number };

/** Budgets: design §7. 1 kB is 1,000 bytes. */
function rowsFor(build: string): Row[] {
  const root = join(output, build);
  if (!existsSync(root)) throw new Error(`${build} is not built: run npm run build first.`);
  const sum = (files: readonly string[]) => files.reduce((bytes, file) => bytes + gzip(join(root, file)), 0);
  const provider = 'content-scripts/provider.js';
  const bridge = 'content-scripts/bridge.js';
  return [
    { what: `${build}: page-world script`, bytes: sum([provider]), budget: 6_000 },
    { what: `${build}: both scripts of a frame`, bytes: sum([provider, bridge]), budget: 12_000 },
    { what: `${build}: review window`, bytes: sum(pageFiles(root, 'review.html')), budget: 110_000 },
    { what: `${build}: toolbar popup`, bytes: sum(pageFiles(root, 'popup.html')), budget: 110_000 },
    { what: `${build}: options`, bytes: sum(pageFiles(root, 'options.html')), budget: 200_000 },
    // Each file compressed alone is what a zip holds, less its directory of some hundred bytes a file.
    { what: `${build}: whole extension, zipped`, bytes: folderBytes(root), budget: 1_000_000 },
  ];
}

const rows = [
  ...rowsFor('chrome-mv3'),
  ...rowsFor('firefox-mv3'),
  { what: 'lens, runtime code (not compressed)', bytes: lensRuntimeBytes, budget: 20_000 },
];
let over = 0;
for (const { what, bytes, budget } of rows) {
  const fits = bytes <= budget;
  if (!fits) over += 1;
  const figures = `${bytes.toLocaleString('en')} of ${budget.toLocaleString('en')} bytes`;
  console.log(`${fits ? 'ok  ' : 'OVER'}  ${what.padEnd(44)} ${figures}`);
}
console.log(over === 0 ? 'All budgets are kept.' : `${over} over budget.`);
process.exitCode = over === 0 ? 0 : 1;
