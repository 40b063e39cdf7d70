import { describe, expect, it } from 'vitest';

import { known, unknown } from '../../lib/core/index.ts';
import { type ExitInputs, exitOf, validatorExitAt } from '../../lib/exposure/exit.ts';
import { validatorExit } from '../../lib/protocols/index.ts';

const day = 86_400n;
const at = (date: string): bigint => BigInt(Date.parse(`${date}T00:00:00Z`) / 1000);
const base: ExitInputs = {
  buffer: known(5n, 'view', 1n),
  queueMin: known(100n, 'view', 1n),
  queueMax: known(200n, 'view', 1n),
  escrow: known(100_800n, 'view', 1n),
  stuck: false,
  includesUnwinding: false,
  nativeUnwind: true,
  assumedMax: null,
  depositWei: 9n,
  blockSeconds: 12,
  timestamp: at('2026-11-21'),
};

describe('validator exit', () => {
  it('is the newest figure while it is at most 30 days old, and the range of all times after that', () => {
    const seen = at(validatorExit.newest.asOf);
    expect(validatorExitAt(seen + 30n * day).maxSecs).toBe(validatorExit.newest.maxSecs);
    expect(validatorExitAt(seen + 30n * day + 1n).maxSecs).toBe(validatorExit.allTime.maxSecs);
  });

  it('is named as an assumption with its date', () => {
    const { exitAssumption, exitUpperEndIsAssumed } = exitOf(base);
    expect(exitUpperEndIsAssumed).toBe(true);
    expect(exitAssumption).toMatchObject({
      asOf: validatorExit.allTime.asOf,
      source: validatorExit.allTime.source,
    });
  });
});

describe('an exit', () => {
  it('passes on what was read', () => {
    expect(exitOf(base).exit).toEqual({
      instantBufferWei: '5',
      queue: { minSecs: 100, maxSecs: 200 },
      escrowBlocks: 100_800,
      validatorExit: { minSecs: 100_224, maxSecs: 4_852_224 },
      queueIncludesUnwind: false,
    });
  });

  it('lets a buffer nobody could read lower the low end and never the high one', () => {
    expect(exitOf({ ...base, buffer: unknown('reverted') }).exit.instantBufferWei).toBe('9');
    expect(exitOf({ ...base, buffer: null }).exit.instantBufferWei).toBeNull();
  });

  it('is not called assumed where a read failed: that is unknown', () => {
    const read = exitOf({ ...base, queueMax: unknown('reverted') });
    expect(read.exit.queue?.maxSecs).toBeNull();
    expect(read.exitUpperEndIsAssumed).toBe(false);
  });

  it('has no upper end while stake cannot leave', () => {
    const read = exitOf({ ...base, stuck: true });
    expect(read.exit.escrowBlocks).toBeNull();
    expect(read.exit.queue?.maxSecs).toBeNull();
    expect(read.exitUpperEndIsAssumed).toBe(false);
  });

  it('takes escrow and validator exit for an upper end where the contract has none, and says so', () => {
    const read = exitOf({ ...base, queueMax: null, includesUnwinding: true, assumedMax: 'No bound.' });
    // The 100 s that the queue takes at least come before what it holds.
    expect(read.exit.queue?.maxSecs).toBe(100 + 100_800 * 12 + 4_852_224);
    expect(read.exitUpperEndIsAssumed).toBe(true);
    expect(read.exitAssumption?.text).toContain('No bound.');
  });

  it('takes the queue’s own upper end as it is where unwinding comes after it', () => {
    const read = exitOf({ ...base, assumedMax: 'Funds may come late.' });
    expect(read.exit.queue).toEqual({ minSecs: 100, maxSecs: 200 });
    expect(read.exitUpperEndIsAssumed).toBe(true);
  });

  it('has no assumed upper end where the queue’s own time was not read', () => {
    const read = exitOf({
      ...base,
      queueMin: unknown('reverted'),
      queueMax: null,
      includesUnwinding: true,
      assumedMax: 'No bound.',
    });
    expect(read.exit.queue?.maxSecs).toBeNull();
    expect(read.exitUpperEndIsAssumed).toBe(false);
  });

  it.each([
    ['the all-time range', {}, 'allTime'],
    ['a figure of late', { timestamp: at(validatorExit.newest.asOf) }, 'recent'],
    ['what the contract leaves open', { queueMax: null, assumedMax: 'No bound.' }, 'contract'],
    ['no validator either', { queueMax: null, assumedMax: 'No bound.', nativeUnwind: false }, 'contract'],
  ] as const)('names what its upper end rests on: %s', (_, more, basis) => {
    expect(exitOf({ ...base, ...more }).exitAssumption).toMatchObject({ basis });
  });

  it('rests on nothing assumed where no validator has to leave', () => {
    const read = exitOf({ ...base, nativeUnwind: false });
    expect(read.exit.validatorExit).toBeNull();
    expect(read).toMatchObject({ exitUpperEndIsAssumed: false, exitAssumption: null });
  });
});
