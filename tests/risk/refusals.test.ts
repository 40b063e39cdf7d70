import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../lib/exposure/index.ts';
import { analyse } from '../../lib/risk/index.ts';
import { allocation, eth, simple } from './snapshots.ts';

const base = simple([allocation('A', 0.5), allocation('B', 0.25, { set: 1 })]);

/** The snapshot with one field set, by its path. */
function withField(path: string, value: unknown): unknown {
  const copy: unknown = structuredClone(base);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let place: unknown = copy;
  for (const key of keys) place = Reflect.get(Object(place), key);
  Reflect.set(Object(place), last, value);
  return copy;
}

const BOOK = 'operators.0.books.0';
const FIRST = `${BOOK}.allocations.0`;

function twice(change: (one: Snapshot) => void): unknown {
  const copy = structuredClone(base);
  change(copy);
  return analyse(copy);
}

function grown(by: number) {
  return analyse(simple([allocation('A', 0.5, { pendingDiff: eth(by), effectBlock: 25_000_009 })]));
}

describe('a snapshot that cannot be true', () => {
  it.each<[string, unknown]>([
    ['kind', null],
    ['kind', 7],
    ['depositWei', '-1'],
    ['depositWei', 5],
    ['depositWei', '1.5'],
    ['depositWei', '0x10'],
    ['depositWei', '1e18'],
    ['depositWei', ''],
    ['depositWei', String(2n ** 256n)],
    ['nowBlock', null],
    ['nowBlock', 1.5],
    ['nowBlock', -1],
    ['nowBlock', '25000000'],
    ['blockSeconds', null],
    ['blockSeconds', 0],
    ['allocationConfigurationDelayBlocks', -1],
    ['deallocationDelayBlocks', 'long'],
    ['assets', []],
    ['assets.totalWei', true],
    ['assets.idleWei', '-5'],
    ['lines', null],
    ['lines.0', null],
    ['lines.0.operator', null],
    ['lines.0.strategy', 3],
    ['lines.0.valueWei', '12 '],
    ['queued', {}],
    ['operators', null],
    ['operators.0.id', null],
    ['operators.0.allocationDelayBlocks', 'never'],
    ['operators.0.pendingAllocationDelay', 'soon'],
    [`${BOOK}.maxMagnitude`, eth(1.001)],
    [`${BOOK}.maxMagnitude`, eth(0.749)],
    [`${FIRST}.avs`, null],
    [`${FIRST}.set`, null],
    [`${FIRST}.current`, '-1'],
    [`${FIRST}.pendingDiff`, `-${eth(0.501)}`],
    [`${FIRST}.pendingDiff`, '--1'],
    [`${FIRST}.slashable`, 'yes'],
    [`${FIRST}.strategyInSet`, 1],
    [`${FIRST}.redistributing`, 0],
    ['strategies.stETH.redistributable', 'no'],
    ['exit.instantBufferWei', 1],
    ['exit.queue.minSecs', -1],
    ['exit.escrowBlocks', 0.5],
    ['exit.queueIncludesUnwind', 'no'],
    ['assumptions', 5],
    ['listedOperators', 'P'],
  ])('is refused with the path %s', (path, value) => {
    expect(analyse(withField(path, value))).toEqual({ error: path });
  });

  it('is refused where a queue ends before it starts', () => {
    const found = analyse(withField('exit.queue', { minSecs: 10, maxSecs: 9 }));
    expect(found).toEqual({ error: 'exit.queue.maxSecs' });
  });

  it('is refused where something is listed twice, with the path of the second', () => {
    expect(twice((one) => one.operators.push({ id: 'P', books: [] }))).toEqual({ error: 'operators.1.id' });
    expect(twice((one) => one.operators[0]?.books.push({ strategy: 'stETH' }))).toEqual({
      error: 'operators.0.books.1.strategy',
    });
    expect(twice((one) => one.operators[0]?.books[0]?.allocations?.push(allocation('A', 0)))).toEqual({
      error: `${BOOK}.allocations.2.set`,
    });
  });

  it('is refused where growth would pass the maximum, and not where it just fits', () => {
    expect(grown(0.501)).toEqual({ error: `${BOOK}.maxMagnitude` });
    expect(grown(0.5)).not.toHaveProperty('error');
  });

  it('is refused by its first impossible field', () => {
    const both = simple([allocation('A', 2)], { depositWei: '-1', nowBlock: -1 });
    expect(analyse(both)).toEqual({ error: 'depositWei' });
  });

  it.each([null, undefined, 'text', 5, []])('is refused where it is no object at all: %j', (input) => {
    expect(analyse(input)).toEqual({ error: '' });
  });

  it('is not refused for what is merely odd', () => {
    const odd = simple([allocation('A', 0.5, { effectBlock: 1 })], {
      lines: [
        { operator: 'P', strategy: 'stETH', valueWei: eth(500) },
        { operator: 'nobody', strategy: 'stETH', valueWei: null },
      ],
      queued: [{ operator: 'P', strategy: 'other', valueWei: '1', lastBlock: 3 }],
    });
    expect(analyse(odd)).toHaveProperty('slashableNow');
  });
});
