import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { scaffold } from '../../tools/new-protocol/scaffold.ts';
import { constantName, withProtocol } from '../../tools/new-protocol/templates.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const today = '2026-11-21';
let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'new-protocol-'));
  for (const part of ['lib/core', 'lib/protocols', 'tests/vectors', 'package.json'])
    cpSync(join(project, part), join(root, part), { recursive: true });
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What the copy's own list says, asked of a fresh Node. */
function idsOfCopy(): readonly string[] {
  const index = pathToFileURL(join(root, 'lib/protocols/index.ts')).href;
  const script = `import { protocols } from '${index}'; console.log(JSON.stringify(protocols.map(({ id }) => id)));`;
  const ran = spawnSync(execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(ran.stderr).not.toContain('Error');
  const ids: unknown = JSON.parse(ran.stdout);
  return Array.isArray(ids) ? ids.map(String) : [];
}

function run(...args: readonly string[]) {
  return spawnSync(execPath, [join(project, 'tools/new-protocol.ts'), ...args], { encoding: 'utf8' });
}

describe('a new protocol', () => {
  it('gets its data, its vectors and its line in the list, and the list still runs', () => {
    const before = idsOfCopy();
    const outcome = scaffold(root, 'made-up-lrt', today);
    expect(outcome).toEqual({
      written: [
        'lib/protocols/data/made-up-lrt.ts',
        'tests/vectors/made-up-lrt.json',
        'lib/protocols/index.ts',
      ],
    });
    expect(readFileSync(join(root, 'lib/protocols/data/made-up-lrt.ts'), 'utf8')).toContain(
      'export const madeUpLrt = defineProtocol({',
    );
    expect(JSON.parse(readFileSync(join(root, 'tests/vectors/made-up-lrt.json'), 'utf8'))).toEqual([]);
    expect(idsOfCopy()).toEqual([...before, 'made-up-lrt']);
  });

  it('is refused a second time, and nothing is changed', () => {
    const list = readFileSync(join(root, 'lib/protocols/index.ts'), 'utf8');
    expect(scaffold(root, 'made-up-lrt', today)).toEqual({ refused: expect.stringContaining('taken') });
    expect(readFileSync(join(root, 'lib/protocols/index.ts'), 'utf8')).toBe(list);
  });

  it.each(['etherfi', 'kernel-bnb', 'symbiotic-v1', 'registry', 'sites'])(
    'cannot take %s, which there is already',
    (id) => {
      expect(scaffold(root, id, today)).toEqual({ refused: expect.stringContaining('taken') });
    },
  );

  it.each(['', 'Ether', 'two words', '-first', 'last-', 'a--b', '../etherfi', '1inch', 'ü', 'x'.repeat(33)])(
    'is refused an id of another form: %j',
    (id) => {
      expect(scaffold(root, id, today)).toEqual({ refused: expect.stringContaining('lower case') });
      expect(existsSync(join(root, `lib/protocols/data/${id}.ts`)) && id !== '../etherfi').toBe(false);
    },
  );

  it.each(['new', 'default', 'enum'])('is refused %s, which cannot be a name in code', (id) => {
    expect(scaffold(root, id, today)).toEqual({ refused: expect.stringContaining('name in code') });
  });

  it('is put among the imports in order, and at the end of the list', () => {
    const index =
      "import { b } from './data/b.ts';\nimport { d } from './data/d.ts';\n\nconst registered = [\n  b,\n  d,\n] as const;\n";
    expect(withProtocol(index, 'c')).toBe(
      "import { b } from './data/b.ts';\nimport { c } from './data/c.ts';\nimport { d } from './data/d.ts';\n\nconst registered = [\n  b,\n  d,\n  c,\n] as const;\n",
    );
    expect(withProtocol(index, 'z')).toContain(
      "import { d } from './data/d.ts';\nimport { z } from './data/z.ts';\n",
    );
    expect(() => withProtocol('export {};\n', 'c')).toThrow('not written as expected');
  });

  it('has a name in code made of its id', () => {
    expect(constantName('mantle-meth-cmeth')).toBe('mantleMethCmeth');
    expect(constantName('x-9-y')).toBe('x9Y');
  });
});

describe('the command', () => {
  it('ends with 2 and one line where it is refused or asked nothing', () => {
    expect(run('Not an id')).toMatchObject({ status: 2, stdout: '' });
    expect(run()).toMatchObject({ status: 2, stdout: '' });
    expect(run('etherfi')).toMatchObject({ status: 2, stdout: '' });
    expect(run('etherfi').stderr).toContain('taken');
  });
});
