import { describe, expect, it } from 'vitest';
import { assess } from '../../lib/risk/index.ts';
import { assessInput } from './exposures.ts';
import { answer } from './property.ts';
import { allocation, eth, simple } from './snapshots.ts';

const NOW = 25_000_000;
const grows = allocation('A', 0, { pendingDiff: eth(0.5), effectBlock: NOW + 10 });

describe('an announced change of stake whose value is not known', () => {
  const base = simple([grows]);
  const lines = [{ operator: 'P', strategy: 'stETH', valueWei: null }];

  it('is told with what it would be of all untraced stake, never as nothing', () => {
    const { findings } = assess(assessInput({ snapshots: [{ ...base, lines }] }));
    expect(findings.find(({ kind }) => kind === 'scheduled')).toMatchObject({ addWad: BigInt(eth(0.5)) });
  });

  it('stays left out of the entries of the answer, as the model says', () => {
    expect(answer({ ...base, lines }).pending).toMatchObject([{ addWad: '0' }]);
  });
});

describe('the labelled bound', () => {
  it('reckons with every strategy the snapshot names, not only with those that were met', () => {
    const base = simple([], { assets: { totalWei: eth(1_000), idleWei: '0' } });
    const [operator] = base.operators;
    if (operator === undefined) throw new Error('no operator');
    const other = { strategy: 'other', maxMagnitude: eth(1), allocations: [allocation('A', 1)] };
    const snapshot = {
      ...base,
      operators: [{ ...operator, books: [...operator.books, other] }],
      strategies: { stETH: { redistributable: true }, other: { redistributable: true } },
      listedOperators: ['P'],
    };
    expect(answer(snapshot).listed?.slashableNow).toEqual({ loWad: '0', hiWad: eth(0.9) });
    const { other: _, ...met } = snapshot.strategies;
    expect(answer({ ...snapshot, strategies: met }).listed?.slashableNow).toEqual({ loWad: '0', hiWad: '0' });
  });
});
