import { describe, expect, it } from 'vitest';
import { analyse, type StakeAnswer } from '../../lib/risk/index.ts';
import { allocation, eth, simple } from './snapshots.ts';

function answer(snapshot: unknown): StakeAnswer {
  const found = analyse(snapshot);
  if (!('pending' in found)) throw new Error(JSON.stringify(found));
  return found;
}

function wad(share: number): string {
  return eth(share);
}

const both = (share: number) => ({ loWad: wad(share), hiWad: wad(share) });

function queuedUntil(lastBlock: number) {
  return answer(
    simple([allocation('A', 0.5)], {
      lines: [],
      queued: [{ operator: 'P', strategy: 'stETH', valueWei: eth(100), lastBlock }],
    }),
  ).slashableNow;
}

function grownAt(effectBlock: number) {
  return answer(simple([allocation('A', 0.25, { pendingDiff: eth(0.25), effectBlock })])).slashableNow;
}

function boundedBy(listedOperators: string[]) {
  return answer(simple([], { assets: { totalWei: eth(200) }, listedOperators })).listed?.slashableNow.hiWad;
}

describe('the model', () => {
  it('says what kinds it cannot judge, without an exit', () => {
    expect(analyse({ kind: 'karak' })).toEqual({ cannotEvaluate: 'unsupportedKind' });
  });

  it('counts a withdrawal through its last block and not one block longer', () => {
    expect(queuedUntil(25_000_000)).toEqual(both(0.5));
    expect(queuedUntil(24_999_999)).toEqual(both(0));
  });

  it('settles a change of the next block, not one of the block after', () => {
    expect(grownAt(25_000_000)).toEqual(both(0.5));
    expect(grownAt(25_000_001)).toEqual(both(0.25));
  });

  it('keeps stake of a strategy that can only burn out of theft, even where it could not be read', () => {
    const unread = simple([], { strategies: { stETH: { redistributable: false } } });
    unread.operators = [];
    const found = answer(unread);
    expect(found.noNotice).toEqual({ loWad: '0', hiWad: wad(1) });
    expect(found.theftNoNotice).toEqual(both(0));
  });

  it('names the smaller id where two are equally bad', () => {
    const found = answer(simple([allocation('Z', 0.25), allocation('B', 0.25, { set: 3 })]));
    expect(found.worstAvs?.id).toBe('B');
    expect(found.worstSet?.id).toBe('B#3');
  });

  it('never lets a buffer promise a faster exit, only allow it', () => {
    const exit = { ...simple([]).exit, instantBufferWei: eth(10) };
    expect(answer(simple([], { exit })).exit).toEqual({ loSecs: 0, hiSecs: 1_209_600 });
    const small = { ...exit, instantBufferWei: eth(9.999) };
    expect(answer(simple([], { exit: small })).exit.loSecs).toBe(1_209_600);
  });

  it('bounds untraced stake by the worst listed operator, beside the strict figure', () => {
    const token = simple([allocation('A', 0.25)], {
      assets: { totalWei: eth(200), idleWei: '0' },
      listedOperators: ['P'],
    });
    const { slashableNow, noNotice, listed } = answer(token);
    expect(slashableNow).toEqual({ loWad: wad(0.125), hiWad: wad(0.625) });
    expect(noNotice.hiWad).toBe(wad(0.625));
    expect(listed?.slashableNow).toEqual({ loWad: wad(0.125), hiWad: wad(0.25) });
    expect(listed?.worstAvs).toEqual({ id: 'A', loWad: wad(0.125), hiWad: wad(0.25) });
    expect(listed?.worstOperatorNoNotice).toEqual({ id: 'P', hiWad: wad(0.25) });
  });

  it('bounds nothing by a listed operator that could not be read, or by an empty list', () => {
    expect(boundedBy(['stranger'])).toBe(wad(0.5));
    expect(boundedBy([])).toBe(wad(0.5));
    expect(boundedBy(['P'])).toBe('0');
  });

  it('treats a direct position as the sum of its parts', () => {
    const direct = { ...simple([allocation('A', 0.5)]), kind: 'direct', assets: null };
    expect(answer(direct).slashableNow).toEqual(both(0.5));
    const unknown = { ...direct, lines: [{ operator: 'P', strategy: 'stETH', valueWei: null }] };
    expect(answer(unknown).slashableNow).toEqual({ loWad: '0', hiWad: wad(1) });
  });

  it('takes the smaller total where two sources disagree about the whole', () => {
    const over = simple([allocation('A', 0.5)], { assets: { totalWei: '0', idleWei: '0' } });
    expect(answer(over).slashableNow).toEqual({ loWad: wad(0.5), hiWad: wad(1) });
  });
});

function vault(symbiotic: object) {
  return analyse({
    kind: 'symbiotic',
    depositWei: eth(10),
    symbiotic: {
      activeStakeWei: eth(90),
      withdrawalsCurrentWei: eth(10),
      withdrawalsNextWei: '0',
      slasher: 'instant',
      epochDurationSecs: 100,
      stakes: [{ subnetwork: 's', network: 'N', operator: 'o', stakeWei: eth(25) }],
      ...symbiotic,
    },
  });
}

describe('a pooled vault', () => {
  it('can lose what it promised', () => {
    expect(vault({})).toMatchObject({
      slashableNow: both(0.25),
      worstNetwork: { id: 'N', wad: wad(0.25) },
      exit: { loSecs: 100, hiSecs: 200 },
    });
  });

  it('can lose nothing without a slasher, and anything up to the promise with an unknown one', () => {
    expect(vault({ slasher: 'none' })).toMatchObject({ slashableNow: both(0), worstNetwork: null });
    expect(vault({ slasher: null })).toMatchObject({ slashableNow: { loWad: '0', hiWad: wad(0.25) } });
  });

  it('is not judged where the pool or its promises are not known', () => {
    const exit = { loSecs: 100, hiSecs: 200 };
    expect(vault({ activeStakeWei: null })).toEqual({ cannotEvaluate: 'poolUnknown', exit });
    expect(vault({ stakes: null })).toEqual({ cannotEvaluate: 'poolUnknown', exit });
    expect(vault({ slasher: 'maybe' })).toEqual({ error: 'symbiotic.slasher' });
    expect(analyse({ kind: 'symbiotic' })).toMatchObject({ exit: { loSecs: 0, hiSecs: null } });
  });
});
