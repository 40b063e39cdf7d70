import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { constantName, dataFile, vectorsFile, withProtocol } from './templates.ts';

export type Outcome =
  | { readonly written: readonly string[] }
  /** Nothing was written, and why. */
  | { readonly refused: string };

const form = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Words that cannot be names in code. */
const reserved = new Set(
  (
    'await break case catch class const continue debugger default delete do else enum export extends false finally ' +
    'for function if import in instanceof let new null return static super switch this throw true try typeof var ' +
    'void while with yield'
  ).split(' '),
);

function refusal(root: string, id: string, index: string): string | null {
  if (!form.test(id) || id.length > 32)
    return 'An id is lower case letters and digits with single hyphens between, at most 32 of them.';
  if (reserved.has(id)) return `${id} cannot be a name in code. Choose another id.`;
  const taken =
    existsSync(join(root, `lib/protocols/data/${id}.ts`)) ||
    existsSync(join(root, `tests/vectors/${id}.json`)) ||
    new RegExp(`\\b${constantName(id)}\\b`).test(index);
  return taken ? `${id} is taken. Choose another id, or change what there is.` : null;
}

/**
 * Writes what a new protocol needs: its data file, its vectors and its line in the list. All or nothing.
 *
 * @param root - the project's folder
 * @param today - ISO day for the facts to come
 */
export function scaffold(root: string, id: string, today: string): Outcome {
  const list = join(root, 'lib/protocols/index.ts');
  const index = readFileSync(list, 'utf8');
  const refused = refusal(root, id, index);
  if (refused !== null) return { refused };
  const files: readonly (readonly [string, string])[] = [
    [`lib/protocols/data/${id}.ts`, dataFile(id, today)],
    [`tests/vectors/${id}.json`, vectorsFile],
    ['lib/protocols/index.ts', withProtocol(index, id)],
  ];
  for (const [path, text] of files) writeFileSync(join(root, path), text);
  return { written: files.map(([path]) => path) };
}
