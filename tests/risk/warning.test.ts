import { describe, expect, it } from 'vitest';
import type { Snapshot, SnapshotOperator } from '../../lib/exposure/index.ts';
import { analyse, type StakeAnswer } from '../../lib/risk/index.ts';
import { allocation, eth, simple } from './snapshots.ts';

const NOW = 25_000_000;

/** A chain with A = 11 and D = 21 blocks, one block a second, and an exit of exactly `blocks`. */
function within(
  blocks: number,
  operator: Partial<SnapshotOperator>,
  more: Partial<Snapshot> = {},
): StakeAnswer {
  const base = simple([allocation('A', 0.25)], {
    blockSeconds: 1,
    allocationConfigurationDelayBlocks: 10,
    deallocationDelayBlocks: 20,
    exit: { queue: { minSecs: blocks, maxSecs: blocks }, escrowBlocks: 0 },
    ...more,
  });
  const answer = analyse({ ...base, operators: base.operators.map((one) => ({ ...one, ...operator })) });
  if (!('pending' in answer)) throw new Error(JSON.stringify(answer));
  return answer;
}

type Case = [string, Partial<SnapshotOperator>, number];

const never: Partial<SnapshotOperator> = { allocationDelayBlocks: null };
const set = (blocks: number): Partial<SnapshotOperator> => ({ allocationDelayBlocks: blocks });
const soon = (delayBlocks: number, wait: number): Partial<SnapshotOperator> => ({
  pendingAllocationDelay: { delayBlocks, effectBlock: NOW + wait },
});

/** The first block at which free magnitude is within reach. */
const FREE: readonly Case[] = [
  ['was never set: after the configuration delay', never, 11],
  ['is short', set(5), 5],
  ['is longer than setting a new one', set(50), 11],
  ['is about to shrink: when the change is in force', { ...set(50), ...soon(2, 4) }, 6],
  ['is about to grow: as it is now', { ...set(5), ...soon(90, 4) }, 5],
  ['is replaced in the next block', { ...set(0), ...soon(9, 0) }, 9],
];

/** The first block at which stake of a burn-only set can be in a redistributing one. */
const MOVE: readonly Case[] = [
  ['was never set: deallocation and configuration run side by side', never, 21],
  ['is 0: after the deallocation', set(0), 21],
  ['is long: a new delay is set meanwhile', set(50), 21],
  ['is about to change, late: the old one still counts', { ...set(3), ...soon(90, 30) }, 21],
];

describe('how much warning an operator must give', () => {
  it.each(FREE)('for free magnitude, where its delay %s', (_, operator, first) => {
    const whole = { loWad: eth(1), hiWad: eth(1) };
    const today = { loWad: eth(0.25), hiWad: eth(0.25) };
    expect(within(first, operator).beforeExit).toEqual(whole);
    expect(within(first - 1, operator).beforeExit).toEqual(today);
  });

  it.each(MOVE)('for theft out of a burn-only set, where its delay %s', (_, operator, first) => {
    expect(within(first, operator).theftBeforeExit.hiWad).toBe(eth(1));
    expect(within(first - 1, operator).theftBeforeExit.hiWad).toBe(eth(0.75));
  });

  it('for theft, counts the old delay only when the new one comes after the deallocation', () => {
    const far = { allocationConfigurationDelayBlocks: 200 };
    const move = (blocks: number, wait: number) =>
      within(blocks, { ...set(3), ...soon(90, wait) }, far).theftBeforeExit.hiWad;
    // w = 22 > D = 21: D + d = 24.
    expect([move(23, 22), move(24, 22)]).toEqual([eth(0.75), eth(1)]);
    // w = 21 is not after D: max(D, w) + p = 111.
    expect([move(24, 21), move(110, 21), move(111, 21)]).toEqual([eth(0.75), eth(0.75), eth(1)]);
  });

  it('is none at all, and none for sure, where the delay or a change of it is not known', () => {
    for (const operator of [
      { allocationDelayBlocks: 'unknown' },
      { pendingAllocationDelay: null },
    ] as const) {
      expect(within(0, operator).noNotice).toEqual({ loWad: eth(0.25), hiWad: eth(1) });
      expect(within(1000, operator).beforeExit.loWad).toBe(eth(0.25));
    }
  });

  it('is none for high ends and endless for low ends where the chain’s own delays are not known', () => {
    const chain = { allocationConfigurationDelayBlocks: null, deallocationDelayBlocks: null };
    expect(within(1, never, chain).beforeExit).toEqual({ loWad: eth(0.25), hiWad: eth(1) });
    expect(within(0, never, chain).beforeExit.hiWad).toBe(eth(0.25));
    expect(within(1000, never, chain).beforeExit.loWad).toBe(eth(0.25));
  });
});

function growing(effect: number, exit: Partial<Snapshot>) {
  const grows = { pendingDiff: eth(0.25), effectBlock: NOW + effect };
  const answer = analyse(simple([allocation('A', 0.25, grows)], { blockSeconds: 1, ...exit }));
  return 'pending' in answer ? answer.pending[0]?.canLeaveFirst : null;
}

describe('an announced growth', () => {
  const exit = { exit: { queue: { minSecs: 10, maxSecs: 20 }, escrowBlocks: 0 } };

  it.each([
    [10, 'no'],
    [11, 'unknown'],
    [20, 'unknown'],
    [21, 'yes'],
  ])('%i blocks away, with an exit of 10 to 20, can be left first: %s', (effect, answer) => {
    expect(growing(effect, exit)).toBe(answer);
  });

  it('can never be surely left first where the exit is not known', () => {
    expect(growing(1_000_000, { exit: {} })).toBe('unknown');
  });
});
