import { describe, expect, it } from 'vitest';

import { analyse, assess, type PoolAnswer } from '../../lib/risk/index.ts';
import { assessInput, read } from './exposures.ts';

const WAD = 10n ** 18n;
type Stakes = readonly {
  readonly subnetwork: string;
  readonly network: string;
  readonly operator: string;
  readonly stakeWei: string;
}[];
const STAKES: Stakes = [
  { subnetwork: 'n1-0', network: 'n1', operator: 'a', stakeWei: '300' },
  { subnetwork: 'n2-0', network: 'n2', operator: 'a', stakeWei: '100' },
];

function pool(more: Readonly<Record<string, unknown>>) {
  return {
    kind: 'symbiotic',
    depositWei: '1000',
    nowBlock: 1,
    lines: [],
    operators: [],
    symbiotic: {
      activeStakeWei: '800',
      withdrawalsCurrentWei: '150',
      withdrawalsNextWei: '50',
      slasher: 'instant',
      epochDurationSecs: 100,
      stakes: STAKES,
      ...more,
    },
  };
}

function answerOf(more: Readonly<Record<string, unknown>>): PoolAnswer {
  const answer = analyse(pool(more));
  if (!('worstNetwork' in answer)) throw new RangeError(JSON.stringify(answer));
  return answer;
}

const wad = (part: bigint, whole: bigint) => String((part * WAD) / whole);

const told = (unlistedWei: string) =>
  assess(assessInput({ snapshots: [pool({ joiningWei: '1', unlistedWei })] }));

describe('a pooled vault, for somebody who joins it', () => {
  it('is by its plain fields what the model says, both ends over all it holds', () => {
    expect(answerOf({})).toMatchObject({
      slashableNow: { loWad: wad(4n, 10n), hiWad: wad(4n, 10n) },
      worstNetwork: { id: 'n1', wad: wad(3n, 10n) },
    });
    expect(answerOf({}).worstNetwork).not.toHaveProperty('loWad');
  });

  it('has its high end over the stake that stays, its low end over what it holds with the deposit', () => {
    const answer = answerOf({ joiningWei: '600' });
    expect(answer.slashableNow).toEqual({ loWad: wad(400n, 1_600n), hiWad: wad(1n, 2n) });
    expect(answer.worstNetwork).toEqual({ id: 'n1', wad: wad(300n, 800n), loWad: wad(300n, 1_600n) });
    expect(answer.restakingDegreeWad).toBe(wad(4n, 10n));
  });

  it('has no sure low end where the size of the deposit, or the slasher, is not known', () => {
    for (const more of [{ joiningWei: null }, { joiningWei: '1', slasher: 'unknown' }]) {
      expect(answerOf(more).slashableNow).toEqual({ loWad: '0', hiWad: wad(1n, 2n) });
      expect(answerOf(more).worstNetwork?.loWad).toBe('0');
    }
  });

  it('lets promises that nobody could list widen high ends, of everybody, and nothing else', () => {
    const answer = answerOf({ joiningWei: '0', unlistedWei: '200' });
    expect(answer.slashableNow).toEqual({ loWad: wad(4n, 10n), hiWad: wad(6n, 8n) });
    expect(answer.worstOperator).toEqual({ id: 'a', wad: wad(6n, 8n), loWad: wad(4n, 10n) });
    expect(answer.restakingDegreeWad).toBe(wad(4n, 10n));
    expect(answerOf({ joiningWei: '0', unlistedWei: '200', stakes: [] }).worstNetwork).toEqual({
      id: '?network',
      wad: wad(2n, 8n),
      loWad: '0',
    });
    expect(answerOf({ joiningWei: '0', unlistedWei: '200', slasher: 'none' }).slashableNow.hiWad).toBe('0');
  });

  it('may lose all as the first to join a vault that everybody else is leaving', () => {
    expect(answerOf({ joiningWei: '5', activeStakeWei: '0', stakes: [] }).slashableNow).toEqual({
      loWad: '0',
      hiWad: String(WAD),
    });
  });

  it('grades what could not be listed as not traced, and says so', () => {
    expect([told('0').coverageWad, told('100').coverageWad, told('5000').coverageWad]).toEqual([
      WAD,
      (9n * WAD) / 10n,
      0n,
    ]);
    expect(told('100').findings).toContainEqual({ kind: 'untraced', coverageWad: (9n * WAD) / 10n });
    expect(told('0').findings.some(({ kind }) => kind === 'untraced')).toBe(false);
    expect(told('5000').confidence).toBe('D');
  });

  it('takes of two snapshots the worse of both, end by end', () => {
    const { answer } = assess(
      assessInput({
        snapshots: [pool({ joiningWei: '0' }), pool({ joiningWei: '0', stakes: [], unlistedWei: '700' })],
      }),
    );
    expect(answer).toMatchObject({
      slashableNow: { loWad: wad(4n, 10n), hiWad: wad(7n, 8n) },
      worstNetwork: { id: 'n1', wad: wad(7n, 8n), loWad: wad(3n, 10n) },
    });
  });

  it('tells of slashes asked for already, and of promises that can change at once', () => {
    const snapshots = [pool({ joiningWei: '1' })];
    const { findings } = assess(
      assessInput({ snapshots, figures: { pendingSlashes: read(2n), pendingSlashWad: read(WAD / 4n) } }),
    );
    expect(findings).toContainEqual({ kind: 'pendingSlash', count: 2n, hiWad: WAD / 4n, depositWei: 1_000n });
    expect(findings).toContainEqual({ kind: 'promisesChange' });
    const none = assess(assessInput({ snapshots: [pool({ joiningWei: '1', slasher: 'none' })] }));
    expect(none.findings.some(({ kind }) => kind === 'promisesChange')).toBe(false);
  });
});
