import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The path of a deposit, which is also the order in which folders may import. */
const order =
  'core protocols request detect exposure risk limits explain decide pipeline.ts messages provider platform'.split(
    ' ',
  );

/** Beside each folder's index.ts: small faces for scripts that must not pull in what the index does. */
const otherFaces = new Set([
  'lib/detect/prefilter.ts', // page world and bridge: no registry, no viem
  'lib/messages/port.ts', // page world and bridge: no zod
  'lib/messages/to-checked-view.ts', // background only: our pages need no registry
  'lib/platform/node-transport.ts', // also used in Node
]);

/** What a content script may never carry: it runs in every frame. */
const tooHeavyForPages = ['viem', 'zod', 'react', 'react-dom', 'webextension-polyfill', 'wxt/browser'];

const browserNames = ['browser', 'chrome', 'window', 'document', 'fetch'];

function sourceFiles(folder: string): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).split(sep).join('/'))
    .filter((name) => /\.tsx?$/.test(name));
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

type Import = { readonly target: string; readonly typeOnly: boolean };

/** Imports of a file: paths from the root for our own modules, names for packages. */
function importsOf(file: string): Import[] {
  const found: Import[] = [];
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s(type\s)?(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g;
  for (const match of read(file).matchAll(pattern)) {
    const target = match[2] ?? match[3] ?? '';
    const path = target.startsWith('.')
      ? relative(root, resolve(root, dirname(file), target))
          .split(sep)
          .join('/')
      : target;
    found.push({ target: path, typeOnly: match[1] !== undefined });
  }
  return found;
}

/** The stage a file belongs to; an unknown one has no place in the order. */
function stage(file: string): number {
  return order.indexOf(file.split('/')[1] ?? '');
}

/** Source without comments and without the text of strings: template expressions stay. */
function code(file: string): string {
  return read(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:])\/\/.*$/gm, '$1')
    .replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, "''")
    .replace(/`(?:\\.|[^`\\$]|\$(?!\{))*`/g, "''");
}

const lib = sourceFiles('lib');

describe('architecture', () => {
  it('gives every file of lib a place in the order of the stages', () => {
    expect(lib.filter((file) => stage(file) === -1)).toEqual([]);
  });

  it('lets a stage import only itself and the stages before it', () => {
    const wrong = lib.flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => target.startsWith('lib/') && stage(target) > stage(file))
        .map(({ target }) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps lib apart from entrypoints, components, tools and tests', () => {
    const wrong = lib.flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => /^(entrypoints|components|tools|tests)\//.test(target))
        .map(({ target }) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('lets other folders in only through a public face', () => {
    const everything = [...lib, ...sourceFiles('entrypoints'), ...sourceFiles('components')];
    const wrong = everything.flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => target.startsWith('lib/') && target.split('/').length > 2)
        .filter(({ target }) => target.split('/')[1] !== file.split('/')[1] || !file.startsWith('lib/'))
        .filter(({ target }) => !/^lib\/[^/]+\/index\.ts$/.test(target) && !otherFaces.has(target))
        .map(({ target }) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('shows components nothing but core, limits and explain', () => {
    const wrong = sourceFiles('components').flatMap((file) =>
      importsOf(file)
        .filter(
          ({ target }) =>
            /^(lib|entrypoints)\//.test(target) && !/^lib\/(core|limits|explain)\//.test(target),
        )
        .map(({ target }) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('lets only lib/platform name the browser', () => {
    const wrong = lib
      .filter((file) => !file.startsWith('lib/platform/') && !file.includes('/generated/'))
      .flatMap((file) => {
        const text = code(file);
        return browserNames
          .filter((name) => new RegExp(`(?<![.\\w$'-])${name}(?![\\w$'-]|\\s*\\??:)`).test(text))
          .map((name) => `${file} names ${name}`);
      });
    expect(wrong).toEqual([]);
  });

  it('has no import cycle', () => {
    const done = new Set<string>();
    const cycles: string[] = [];
    const walk = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' > '));
        return;
      }
      if (done.has(file)) return;
      for (const { target, typeOnly } of importsOf(file)) {
        if (!typeOnly && target.startsWith('lib/') && existsSync(join(root, target)))
          walk(target, [...path, file]);
      }
      done.add(file);
    };
    for (const file of lib) walk(file, []);
    expect(cycles).toEqual([]);
  });

  it('keeps heavy libraries out of the scripts that run in every frame', () => {
    const seen = new Set<string>();
    const wrong: string[] = [];
    const walk = (file: string): void => {
      if (seen.has(file) || !existsSync(join(root, file))) return;
      seen.add(file);
      for (const { target, typeOnly } of importsOf(file)) {
        if (typeOnly) continue;
        if (tooHeavyForPages.some((name) => target === name || target.startsWith(`${name}/`)))
          wrong.push(`${file} imports ${target}`);
        if (target.startsWith('lib/')) walk(target);
      }
    };
    for (const script of ['entrypoints/provider.content.ts', 'entrypoints/bridge.content.ts']) {
      expect(existsSync(join(root, script)), `${script} exists`).toBe(true);
      walk(script);
    }
    expect(wrong).toEqual([]);
  });

  it('runs on the Node that the project brings', () => {
    expect(Number(process.versions.node.split('.')[0])).toBeGreaterThanOrEqual(22);
  });

  it('keeps every module short enough to read in one go', () => {
    const long = [
      ...lib,
      ...sourceFiles('entrypoints'),
      ...sourceFiles('components'),
      ...sourceFiles('tools'),
    ]
      .filter((file) => !/\/(data|generated|stakes|worlds)\//.test(file))
      .map((file) => ({ file, lines: read(file).split('\n').length }))
      .filter(({ lines }) => lines > 300);
    expect(long).toEqual([]);
  });
});
