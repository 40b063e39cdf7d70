import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../lib/risk/index.ts';
import { always } from './property.ts';
import { snapshots } from './random.ts';

/** What a broken reader, or somebody who wants to break the engine, may put into a field. */
const junk = fc.oneof(
  fc.constantFrom<unknown>(
    Number.NaN,
    Infinity,
    -0,
    -1,
    1e300,
    0.5,
    2 ** 53,
    '',
    ' 1',
    '1 ',
    '+1',
    '-1',
    '01',
    '1e18',
    '0x1',
    '1_000',
    '٣',
    'null',
    '__proto__',
    String(2n ** 256n),
    String(2n ** 256n - 1n),
    '9'.repeat(100_000),
    true,
    [],
    [[]],
    {},
    1n,
  ),
  fc.anything(),
);

type Place = { readonly holder: object; readonly key: string; readonly path: string };

function places(value: unknown, path = ''): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = path === '' ? key : `${path}.${key}`;
    return [{ holder: value, key, path: at }, ...places(inner, at)];
  });
}

/** Every text that stands for a figure is a plain decimal, and every number is finite. */
function wellFormed(value: unknown, path = 'answer'): void {
  if (typeof value === 'number') expect(Number.isFinite(value), path).toBe(true);
  if (typeof value === 'string' && /(Wad|Wei|wad)$/.test(path)) expect(value, path).toMatch(/^[0-9]+$/);
  if (typeof value === 'bigint' || value === undefined || typeof value === 'function')
    throw new Error(`${path} is no JSON`);
  if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) wellFormed(inner, `${path}.${key}`);
}

describe('a snapshot with junk in it', () => {
  const broken = fc.tuple(snapshots, fc.array(fc.tuple(fc.nat(), junk), { minLength: 1, maxLength: 3 }));

  it('is refused with the path of a field that is there, or answered in figures, and never throws', () => {
    always(broken, ([snapshot, changes]) => {
      const copy = structuredClone(snapshot);
      for (const [where, value] of changes) {
        const all = places(copy);
        const place = all[where % Math.max(1, all.length)];
        if (place !== undefined) Reflect.set(place.holder, place.key, value);
      }
      const found = analyse(copy);
      wellFormed(found);
      if (!('error' in found)) return;
      const [root] = found.error.split('.');
      expect(Object.keys(copy), found.error).toContain(root);
    });
  });

  it('is refused only at a field that was changed, or at one that the change made impossible', () => {
    const one = fc.tuple(snapshots, fc.nat(), junk);
    always(one, ([snapshot, where, value]) => {
      const copy = structuredClone(snapshot);
      const all = places(copy);
      const place = all[where % all.length];
      if (place === undefined) return;
      Reflect.set(place.holder, place.key, value);
      const found = analyse(copy);
      if (!('error' in found)) return;
      // A change can also make a field beside it impossible: a maximum, the end of a queue, the second of two ids.
      const beside = place.path
        .split('.')
        .slice(0, place.path.startsWith('operators') ? 1 : -1)
        .join('.');
      const said = `${found.error} after a change of ${place.path}`;
      const near = found.error.startsWith(beside === '' && place.key !== 'kind' ? place.key : beside);
      expect(near, said).toBe(true);
    });
  });

  it('takes no property that stands on a prototype for a field', () => {
    const bare: unknown = JSON.parse(
      '{"kind":"lrt","nowBlock":1,"lines":[],"operators":[],"__proto__":{"depositWei":"5"}}',
    );
    expect(analyse(bare)).toMatchObject({ depositLoss: null });
  });
});
