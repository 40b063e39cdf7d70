import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

import * as z from 'zod/mini';

import { type Compiled, compileSolidity } from '../solidity.ts';

const folder = fileURLToPath(new URL('./contracts/', import.meta.url));
const cache = fileURLToPath(new URL('../../node_modules/.cache/slashlight/', import.meta.url));

const bytes = z.templateLiteral(['0x', z.string()]);
const kept = z.record(z.string(), z.object({ creation: bytes, runtime: bytes }));

let loaded: Record<string, Compiled> | undefined;

/**
 * The stand-in contracts by name. Compiling takes seconds, so the result is kept under node_modules, keyed by
 * the sources and the compiler's settings.
 */
export function standInContracts(): Record<string, Compiled> {
  loaded ??= compile();
  return loaded;
}

function compile(): Record<string, Compiled> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sol'))
    .sort()
    .map((name) => folder + name);
  const settings = fileURLToPath(new URL('../solidity.ts', import.meta.url));
  const hash = createHash('sha256');
  for (const file of [...files, settings]) hash.update(readFileSync(file));
  const place = `${cache}${hash.digest('hex').slice(0, 32)}.json`;
  try {
    return kept.parse(JSON.parse(readFileSync(place, 'utf8')));
  } catch {
    const fresh = compileSolidity(files);
    mkdirSync(dirname(place), { recursive: true });
    // Written aside first: another process may be reading.
    writeFileSync(`${place}.${process.pid}`, JSON.stringify(fresh));
    renameSync(`${place}.${process.pid}`, place);
    return fresh;
  }
}
