import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../lib/core/index.ts';
import { assess, assessSnapshot, type FactorId, type Figure } from '../../lib/risk/index.ts';
import { assessInput, said } from './exposures.ts';
import { allocation, eth, simple } from './snapshots.ts';

const ALL: readonly FactorId[] = [
  'identity',
  'paused',
  'slashableNow',
  'noNotice',
  'beforeExit',
  'singleAvs',
  'singleOperator',
  'theftNoNotice',
  'exit',
  'upgradeDelay',
  'operatorHhi',
  'avsHhi',
  'deposit',
  'expectedAnnualLoss',
  'es99Slashing',
  'pLossOverTolerance',
  'pegDiscount',
  'sellCost',
  'backingGap',
  'bridgeVerifiers',
  'daysSinceUpgrade',
  'monthsLive',
  'coverRatio',
  'scheduledPeak',
  'redistributableNow',
  'theftBeforeExit',
  'singleSet',
  'singleOperatorNow',
  'coverage',
  'restakingDegree',
  'exitWindow',
  'bridgeShare',
  'solvency',
  'attackCost',
];

/** What a snapshot alone cannot say: nothing in it is about site, code, price, bridge or the protocol's past. */
const AROUND: readonly FactorId[] = [
  'identity',
  'paused',
  'upgradeDelay',
  'pegDiscount',
  'sellCost',
  'backingGap',
  'bridgeVerifiers',
  'daysSinceUpgrade',
  'monthsLive',
  'coverRatio',
  'exitWindow',
  'bridgeShare',
  'solvency',
];

function figure(figures: readonly Figure[], id: FactorId): Figure {
  const found = figures.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

function exitWith(redemptionPaused: ReturnType<typeof said> | ReturnType<typeof unknown>) {
  return figure(assess(assessInput({ redemptionPaused })).figures, 'exit').value;
}

function pausedWith(depositsPaused: ReturnType<typeof said>, other: ReturnType<typeof said>) {
  return figure(assess(assessInput({ depositsPaused, redemptionPaused: other })).figures, 'paused').value;
}

describe('an assessment', () => {
  it("does not ask a position of one's own to be spread over operators, but asks a token", () => {
    const snapshot = simple([allocation('0xa', 0.05)]);
    const own = assess(assessInput({ snapshots: [{ ...snapshot, kind: 'direct' }] }));
    expect(figure(own.figures, 'operatorHhi').value).toEqual({ kind: 'none', unit: 'points' });
    expect(figure(assess(assessInput()).figures, 'operatorHhi').value).toMatchObject({
      kind: 'range',
      lo: 10_000n,
    });
  });

  it('has every factor once, each with how it came about', () => {
    const { figures } = assess(assessInput());
    expect(figures.map(({ id }) => id)).toEqual(ALL);
    for (const { how } of figures) expect(how.formula).not.toBe('');
  });

  it('lets a person redo a figure by hand, with sources and block', () => {
    const { how } = figure(assess(assessInput()).figures, 'slashableNow');
    expect(how.inputs).toContainEqual({
      name: 'total',
      value: '100',
      source: 'token.totalAssets()',
      block: '24999999',
    });
    expect(how.steps).toEqual([
      'operator P, stETH: 100 x 0.05 / 1 = 5',
      'untraced: 0 to 0',
      '(5) / 100',
      '= 5 %',
    ]);
  });

  it('of a bare snapshot asks nothing about what stands around it', () => {
    const { figures, findings, scope } = assessSnapshot(simple([allocation('A', 0.05)]));
    expect(scope).toBe('snapshot');
    expect(figures.map(({ id }) => id)).toEqual(ALL.filter((id) => !AROUND.includes(id)));
    expect(findings.some(({ kind }) => kind === 'notChecked')).toBe(false);
  });

  it('takes the worse of both snapshots of a redelegation, figure by figure', () => {
    const old = simple([allocation('A', 0.5)], { exit: { queue: { minSecs: 0, maxSecs: 0 } } });
    const next = simple([allocation('B', 0.25)], { exit: { queue: { minSecs: 60, maxSecs: null } } });
    const { figures, answer } = assess(assessInput({ snapshots: [old, next] }));
    expect(answer).toMatchObject({
      slashableNow: { loWad: eth(0.5), hiWad: eth(0.5) },
      worstAvs: { id: 'A' },
      exit: { loSecs: 1_209_660, hiSecs: null },
    });
    expect(figure(figures, 'slashableNow').value).toMatchObject({ lo: BigInt(eth(0.5)) });
  });

  it('takes both ends of the worse snapshot where one of the two is not sure', () => {
    const old = simple([allocation('A', 0.25)]);
    const next = simple([allocation('B', 0.5, { strategyInSet: null }), allocation('A', 0.125)]);
    expect(assess(assessInput({ snapshots: [old, next] })).answer).toMatchObject({
      slashableNow: { loWad: eth(0.25), hiWad: eth(0.625) },
      worstAvs: { id: 'A', loWad: eth(0.25), hiWad: eth(0.625) },
    });
  });

  it('knows no figure where either snapshot of a redelegation is refused', () => {
    const { figures, findings } = assess(
      assessInput({ snapshots: [simple([]), simple([], { depositWei: '-1' })] }),
    );
    expect(figure(figures, 'slashableNow').value).toEqual({
      kind: 'unknown',
      unit: 'wad',
      reason: 'malformed',
    });
    expect(findings).toContainEqual({ kind: 'cannotEvaluate', why: 'refused' });
  });

  it('knows no figure where nothing is modelled, and keeps the reason', () => {
    const { figures, confidence } = assess(assessInput({ snapshots: [], stake: null }));
    for (const id of ['slashableNow', 'noNotice', 'singleAvs', 'exit', 'deposit'] as const)
      expect(figure(figures, id).value).toMatchObject({ kind: 'unknown', reason: 'not-modelled' });
    expect(confidence).toBe('D');
  });

  it('gives the reading’s own reason for a total that could not be read', () => {
    const token = simple([], { assets: { totalWei: null } });
    const { findings } = assess(
      assessInput({ snapshots: [token], figures: { totalWei: unknown('starved') } }),
    );
    expect(findings).toContainEqual({ kind: 'notChecked', factor: 'slashableNow', reason: 'starved' });
  });

  it('promises no end of the exit while withdrawals are paused, or while nobody could tell', () => {
    expect(exitWith(said(true))).toMatchObject({ lo: null, hi: null });
    expect(exitWith(unknown('reverted'))).toMatchObject({ lo: 1_209_600n, hi: null });
    expect(exitWith(said(false))).toMatchObject({ lo: 1_209_600n, hi: 1_209_600n });
  });

  it('calls a token paused when one of both pauses stands, even where the other is not known', () => {
    expect(pausedWith(said(true), unknown('reverted'))).toMatchObject({ set: true });
    expect(pausedWith(said(false), unknown('reverted'))).toMatchObject({ set: null, reason: 'reverted' });
    expect(pausedWith(said(false), said(false))).toMatchObject({ set: false });
  });

  it('raises the identity findings even where a caller gives booleans alone', () => {
    const { findings } = assess(assessInput({}, { contractKnown: false }));
    expect(findings).toContainEqual({
      kind: 'note',
      id: 'known-site-unknown-contract',
      aggregatorSite: false,
    });
  });

  it('tells a finding once though two operators share the set', () => {
    const set = {
      avs: '0xa',
      set: 1,
      slasher: known('0xdead', 'view', 1n),
      slasherHasCode: said(false),
      pendingSlasher: known(null, 'view', 1n),
      redistributionRecipient: unknown('reverted'),
      slashCount: unknown('reverted'),
    } as const;
    const { findings } = assess(
      assessInput({
        sets: [
          { ...set, operator: 'P' },
          { ...set, operator: 'Q' },
        ],
      }),
    );
    expect(findings.filter(({ kind }) => kind === 'slasherIsAccount')).toHaveLength(1);
  });

  it('counts changes that land in one block as one', () => {
    const grows = { pendingDiff: eth(0.125), effectBlock: 25_010_000 };
    const token = simple([allocation('A', 0, grows), allocation('B', 0, { ...grows, set: 1 })]);
    const { findings } = assessSnapshot(token);
    expect(findings.filter(({ kind }) => kind === 'scheduled')).toEqual([
      {
        kind: 'scheduled',
        addWad: BigInt(eth(0.25)),
        inSecs: 120_000n,
        at: null,
        effectBlock: 25_010_000,
        canLeaveFirst: 'no',
      },
    ]);
  });

  it.each([
    [100, 'A'],
    [106, 'B'],
    [126, 'C'],
    [201, 'D'],
  ])('of %i ETH with 100 traced is graded %s', (total, grade) => {
    const token = simple([], { assets: { totalWei: eth(total) } });
    expect(assess(assessInput({ snapshots: [token] })).confidence).toBe(grade);
  });

  it('loses a grade for each required figure that is not known', () => {
    const one = { upgradeDelaySecs: unknown('no-source') };
    expect(assess(assessInput(one)).confidence).toBe('B');
    expect(assess(assessInput({ ...one, depositsPaused: unknown('reverted') })).confidence).toBe('C');
  });

  it('lists services by what they surely can take, largest first', () => {
    const token = simple([allocation('A', 0.125), allocation('B', 0.25, { set: 1 })], {
      assets: { totalWei: eth(200) },
    });
    expect(assessSnapshot(token).services).toEqual([
      { avs: 'B', loWad: BigInt(eth(0.125)), hiWad: BigInt(eth(0.625)), operators: ['P'] },
      {
        avs: 'A',
        loWad: 62_500_000_000_000_000n,
        hiWad: 562_500_000_000_000_000n,
        operators: ['P'],
      },
    ]);
  });
});
