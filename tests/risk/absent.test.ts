import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../lib/exposure/index.ts';
import { analyse, type StakeAnswer } from '../../lib/risk/index.ts';
import { answer } from './property.ts';
import { allocation, eth, simple } from './snapshots.ts';

const NOW = 25_000_000;
const ALL = { loWad: '0', hiWad: eth(1) };

type Operator = Snapshot['operators'][number];

/** One operator with half of its magnitude free, some of it waiting, and an exit that can be told. */
function withOperator(operator: Partial<Operator>, more: Partial<Snapshot> = {}): Snapshot {
  const base = simple([allocation('A', 0.25)], more);
  return { ...base, operators: base.operators.map((one) => ({ ...one, ...operator })) };
}

function withAllocation(more: Parameters<typeof allocation>[2]): StakeAnswer {
  return answer(simple([allocation('A', 0.25, { redistributing: true, ...more })]));
}

function drop(from: object, key: string): unknown {
  return Object.fromEntries(Object.entries(from).filter(([name]) => name !== key));
}

function exitOf(exit: NonNullable<Snapshot['exit']>): StakeAnswer['exit'] {
  return answer(simple([], { exit })).exit;
}

describe('a field that is absent or null', () => {
  it.each([undefined, null])('deposit %s: no loss in wei, fractions as ever', (depositWei) => {
    const found = analyse({ ...simple([allocation('A', 0.25)]), depositWei });
    expect(found).toMatchObject({ depositLoss: null, slashableNow: { loWad: eth(0.25), hiWad: eth(0.25) } });
  });

  it('seconds of a block absent: twelve', () => {
    const given = simple([allocation('A', 0.25)], { blockSeconds: 12 });
    expect(analyse(drop(given, 'blockSeconds'))).toEqual(analyse(given));
  });

  it('delay of an operator: absent is not known, null was never set', () => {
    const never = answer(withOperator({ allocationDelayBlocks: null }));
    expect(never.noNotice).toEqual({ loWad: eth(0.25), hiWad: eth(0.25) });
    const { operators, ...rest } = withOperator({});
    const unknown = answer({
      ...rest,
      operators: operators.map((one) => drop(one, 'allocationDelayBlocks')),
    });
    expect(unknown.noNotice).toEqual({ loWad: eth(0.25), hiWad: eth(1) });
  });

  it.each([undefined, null])('pending delay %s: a change may be in force at once', (pending) => {
    const { operators, ...rest } = withOperator({});
    const found = answer({
      ...rest,
      operators: operators.map((one) => ({ ...one, pendingAllocationDelay: pending })),
    });
    expect(found.noNotice).toEqual({ loWad: eth(0.25), hiWad: eth(1) });
  });

  it('configuration delay: absent is mainnet’s, null is endless for low ends and one block for high ends', () => {
    const never = { allocationDelayBlocks: null };
    const exit = { queue: { minSecs: 0, maxSecs: 126_001 * 12 }, escrowBlocks: 0 };
    const absent = answer(withOperator(never, { exit }));
    expect(absent.beforeExit).toEqual({ loWad: eth(0.25), hiWad: eth(1) });
    const soon = { queue: { minSecs: 12, maxSecs: 12 }, escrowBlocks: 0 };
    const known = answer(withOperator(never, { exit: soon }));
    expect(known.beforeExit).toEqual({ loWad: eth(0.25), hiWad: eth(0.25) });
    const unknown = answer(withOperator(never, { exit: soon, allocationConfigurationDelayBlocks: null }));
    expect(unknown.beforeExit).toEqual({ loWad: eth(0.25), hiWad: eth(1) });
  });

  it('deallocation delay: absent is mainnet’s, null is endless for low ends and one block for high ends', () => {
    const soon = { queue: { minSecs: 12, maxSecs: 12 }, escrowBlocks: 0 };
    const known = answer(withOperator({ allocationDelayBlocks: 0 }, { exit: soon }));
    expect(known.theftBeforeExit).toEqual({ loWad: eth(0.75), hiWad: eth(0.75) });
    const unknown = answer(
      withOperator({ allocationDelayBlocks: 0 }, { exit: soon, deallocationDelayBlocks: null }),
    );
    expect(unknown.theftBeforeExit).toEqual({ loWad: eth(0.75), hiWad: eth(1) });
  });

  it.each([undefined, null])('total %s: every fraction may be anything', (totalWei) => {
    const found = answer({ ...simple([allocation('A', 0.25)]), assets: { totalWei, idleWei: '0' } });
    expect(found).toMatchObject({ slashableNow: ALL, noNotice: ALL, coverageWad: '0' });
    expect(found.worstAvs).toEqual({ id: 'A', loWad: '0', hiWad: eth(1) });
    expect(found.operatorHhi).toEqual({ lo: 0, hi: 10_000 });
  });

  it.each([undefined, null])('idle funds %s: none, so that more counts as untraced', (idleWei) => {
    const base = simple([allocation('A', 0.25)]);
    const found = answer({ ...base, assets: { totalWei: eth(200), idleWei } });
    expect(found.slashableNow).toEqual({ loWad: eth(0.125), hiWad: eth(0.625) });
  });

  it('value of a line null: left out, and the gap is untraced', () => {
    const base = simple([allocation('A', 0.25)]);
    const found = answer({ ...base, lines: [{ operator: 'P', strategy: 'stETH', valueWei: null }] });
    expect(found).toMatchObject({ slashableNow: ALL, coverageWad: '0' });
  });

  it('value of a line null, of a position of one’s own: the total is not known', () => {
    const base = simple([allocation('A', 0.25)], { kind: 'direct' });
    const lines = [...base.lines, { operator: 'P', strategy: 'stETH', valueWei: null }];
    expect(answer(drop({ ...base, lines }, 'assets'))).toMatchObject({ slashableNow: ALL, coverageWad: '0' });
  });

  it('last block of a withdrawal null: nothing in low ends, all of it in high ends', () => {
    const base = simple([allocation('A', 0.25)]);
    const [line] = base.lines;
    if (line === undefined) throw new Error('no line');
    const found = answer({ ...base, lines: [], queued: [{ ...line, lastBlock: null }] });
    expect(found.slashableNow).toEqual({ loWad: '0', hiWad: eth(0.25) });
  });

  it.each(['slashable', 'strategyInSet'] as const)('%s null: nothing for sure, all of it at most', (name) => {
    expect(withAllocation({ [name]: null }).slashableNow).toEqual({ loWad: '0', hiWad: eth(0.25) });
  });

  it('redistributing null: no theft for sure, all of it at most', () => {
    const { redistributableNow } = withAllocation({ redistributing: null });
    expect(redistributableNow).toEqual({ loWad: '0', hiWad: eth(0.25) });
  });

  it.each(['current', 'pendingDiff', 'effectBlock'] as const)('%s null: the line cannot be read', (name) => {
    expect(withAllocation({ [name]: null })).toMatchObject({ slashableNow: ALL, coverageWad: '0' });
  });

  it.each([
    ['no book', []],
    ['no maximum', [{ strategy: 'stETH', maxMagnitude: null, allocations: [] }]],
    ['no allocations', [{ strategy: 'stETH', maxMagnitude: eth(1), allocations: null }]],
  ])('%s: the line cannot be read', (_, books) => {
    expect(answer(withOperator({ books }))).toMatchObject({ slashableNow: ALL, coverageWad: '0' });
  });

  it('whether a strategy can be redistributed null: no theft for sure, all of it at most', () => {
    const base = simple([allocation('A', 0.25, { redistributing: true })], { strategies: {} });
    expect(answer(base).redistributableNow).toEqual({ loWad: '0', hiWad: eth(0.25) });
  });

  it('nothing of the exit: from at once to not known', () => {
    expect(answer(drop(simple([]), 'exit')).exit).toEqual({ loSecs: 0, hiSecs: null });
  });

  it('escrow: absent is mainnet’s fourteen days, null is not known', () => {
    const queue = { minSecs: 60, maxSecs: 60 };
    expect(exitOf({ queue })).toEqual({ loSecs: 1_209_660, hiSecs: 1_209_660 });
    expect(exitOf({ queue, escrowBlocks: null })).toEqual({ loSecs: 60, hiSecs: null });
  });

  it('queue not known: its upper end is not known; nothing to unwind: no validator exit', () => {
    const found = answer(simple([], { exit: { escrowBlocks: 0, validatorExit: null } }));
    expect(found.exit).toEqual({ loSecs: 0, hiSecs: null });
    const unwinding = { queue: { minSecs: 1, maxSecs: 2 }, escrowBlocks: 0, validatorExit: { maxSecs: 9 } };
    expect(answer(simple([], { exit: unwinding })).exit).toEqual({ loSecs: 1, hiSecs: 11 });
  });

  it('a pool’s own amounts and promises: nothing can be computed, its exit can', () => {
    const symbiotic = {
      activeStakeWei: eth(1),
      withdrawalsCurrentWei: '0',
      withdrawalsNextWei: '0',
      epochDurationSecs: 100,
      stakes: [],
    };
    const exit = { loSecs: 100, hiSecs: 200 };
    for (const name of ['activeStakeWei', 'withdrawalsCurrentWei', 'withdrawalsNextWei', 'stakes'])
      expect(analyse({ kind: 'symbiotic', symbiotic: { ...symbiotic, [name]: null } })).toEqual({
        cannotEvaluate: 'poolUnknown',
        exit,
      });
    expect(analyse({ kind: 'symbiotic' })).toEqual({
      cannotEvaluate: 'poolUnknown',
      exit: { loSecs: 0, hiSecs: null },
    });
  });

  it('a field that the table does not list is ignored', () => {
    const base = simple([allocation('A', 0.25)]);
    expect(analyse({ ...base, slashableNow: '1', nowblock: NOW })).toEqual(analyse(base));
  });
});
