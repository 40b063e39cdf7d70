import { describe, expect, it } from 'vitest';
import { unknown } from '../../lib/core/index.ts';
import type { Exposure } from '../../lib/exposure/index.ts';
import { assess, type FactorId, type Finding } from '../../lib/risk/index.ts';
import { assessInput, said } from './exposures.ts';
import { allocation, eth, simple } from './snapshots.ts';

/** Free stake bites after 126,001 blocks, the announced growth after 110,000, and leaving takes 100,800. */
const token = simple([allocation('A', 0.125, { pendingDiff: eth(0.25), effectBlock: 25_110_000 })]);
const slow = { ...token, exit: { queue: { minSecs: 2_000_000, maxSecs: 2_000_000 } } };

type Stake = {
  readonly pending: readonly { readonly canLeaveFirst: string }[];
  readonly scheduledPeakHiWad: string;
};

function of(more: Partial<Exposure>) {
  const { answer, figures, findings } = assess(assessInput({ snapshots: [token], ...more }));
  if (!('pending' in answer)) throw new Error(JSON.stringify(answer));
  const stake: Stake = answer;
  const range = (id: FactorId) => {
    const value = figures.find((one) => one.id === id)?.value;
    return value?.kind === 'range' ? [value.lo, value.hi] : value?.kind;
  };
  const told = (kind: Finding['kind']) => findings.filter((one) => one.kind === kind);
  return { stake, range, told, figures };
}

const wad = (share: number) => BigInt(eth(share));

describe('a way out that is open', () => {
  it('ends the reach where it ends', () => {
    const { stake, range, told } = of({});
    expect(range('beforeExit')).toEqual([wad(0.125), wad(0.125)]);
    expect(range('theftBeforeExit')).toEqual([0n, 0n]);
    expect(range('scheduledPeak')).toEqual([wad(0.125), wad(0.125)]);
    expect(stake.pending).toMatchObject([{ canLeaveFirst: 'yes' }]);
    expect(told('scheduled')).toMatchObject([{ canLeaveFirst: 'yes' }]);
  });
});

/** What a figure says of the longest way out, and where that comes from. */
function names(found: ReturnType<typeof of>, id: FactorId) {
  return found.figures
    .find((one) => one.id === id)
    ?.how.inputs.flatMap(({ name, value, source }) => (name === 'longest way out' ? [value, source] : []));
}

describe('a way out whose upper end is assumed', () => {
  const exitAssumption = {
    basis: 'allTime',
    text: 'Taken as up to 57 days.',
    source: 'a page',
    asOf: '2026-11-01',
  } as const;
  const assumed = { exitUpperEndIsAssumed: true, exitAssumption };

  it('lets nobody surely leave first', () => {
    expect(of(assumed).told('scheduled')).toMatchObject([{ canLeaveFirst: 'unknown' }]);
    expect(of({ ...assumed, snapshots: [slow] }).told('scheduled')).toMatchObject([{ canLeaveFirst: 'no' }]);
  });

  it('is named wherever a figure looks that far, and nowhere else', () => {
    const named = ['Taken as up to 57 days.', 'assumption, 2026-11-01: a page'];
    for (const id of ['beforeExit', 'theftBeforeExit', 'scheduledPeak'] as const) {
      expect(names(of(assumed), id)).toEqual(named);
      expect(names(of({}), id)).toEqual([]);
      expect(names(of({ ...assumed, redemptionPaused: said(true) }), id)).toEqual([]);
    }
    for (const id of ['noNotice', 'slashableNow'] as const) expect(names(of(assumed), id)).toEqual([]);
  });

  it('is no finding while there is no upper end at all', () => {
    expect(of(assumed).told('exitAssumed')).toHaveLength(1);
    expect(of({ ...assumed, redemptionPaused: said(true) }).told('exitAssumed')).toEqual([]);
  });
});

describe.each([
  ['that is paused', said(true)],
  ['of which nobody could read whether it is paused', unknown('reverted')],
] as const)('a way out %s', (_, redemptionPaused) => {
  it('has no end that a reach could stop at, and a low end as if it were open', () => {
    const { range } = of({ redemptionPaused });
    expect(range('beforeExit')).toEqual([wad(0.125), wad(1)]);
    expect(range('theftBeforeExit')).toEqual([0n, wad(1)]);
    expect(range('scheduledPeak')).toEqual([wad(0.125), wad(0.375)]);
  });

  it('lets nobody surely leave first', () => {
    const { stake, told } = of({ redemptionPaused });
    expect(stake.pending).toMatchObject([{ canLeaveFirst: 'unknown' }]);
    expect(told('scheduled')).toMatchObject([{ canLeaveFirst: 'unknown' }]);
  });

  it('is never shorter than it would be without: what cannot be left in time stays so', () => {
    const { stake, told } = of({ redemptionPaused, snapshots: [slow] });
    expect(stake.pending).toMatchObject([{ canLeaveFirst: 'no' }]);
    expect(told('exitOutlastsWarning')).toMatchObject([{ exitLoSecs: 3_209_600n }]);
  });

  it('promises no time before new code', () => {
    const { range, told } = of({ redemptionPaused });
    const window = range('exitWindow');
    expect(Array.isArray(window) ? window[0] : null).toBeNull();
    expect(told('upgradeBeforeExit')).toMatchObject([{ exitHiSecs: null }]);
  });

  it('of a pooled vault has no upper end in the answer either', () => {
    const symbiotic = {
      activeStakeWei: eth(100),
      withdrawalsCurrentWei: '0',
      withdrawalsNextWei: '0',
      slasher: 'veto',
      epochDurationSecs: 60,
      stakes: [],
    };
    const vault = { ...token, kind: 'symbiotic', symbiotic };
    expect(assess(assessInput({ snapshots: [vault], redemptionPaused })).answer).toMatchObject({
      exit: { loSecs: 60, hiSecs: null },
    });
  });
});
