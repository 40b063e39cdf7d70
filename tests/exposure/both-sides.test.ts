import { describe, expect, it } from 'vitest';

import { known, type Reading, unknown } from '../../lib/core/index.ts';
import { bothSides } from '../../lib/exposure/assemble.ts';
import type { Admin, SetInfo } from '../../lib/exposure/exposure.ts';
import type { Findings } from '../../lib/exposure/findings.ts';

const AVS = `0x${'a'.repeat(40)}`;
const TIMELOCK: Admin = { type: 'timelock', who: `0x${'e'.repeat(40)}`, signers: 8, threshold: 6 };
const OTHER = `0x${'d'.repeat(40)}`;

function read<T>(value: T): Reading<T> {
  return known(value, 'made for this test', 1n);
}

function setOf(avs: string, hasCode: boolean): SetInfo {
  return {
    avs,
    set: 0,
    operator: `0x${'b'.repeat(40)}`,
    slasher: read(`0x${'c'.repeat(40)}`),
    slasherHasCode: read(hasCode),
    pendingSlasher: read(null),
    redistributionRecipient: read(`0x${'0'.repeat(40)}`),
    slashCount: read(3n),
  };
}

function findings(
  sets: readonly SetInfo[],
  upgradeFastPath: Findings['upgradeFastPath'],
  change: Partial<Findings> = {},
): Findings {
  return {
    snapshots: [],
    figures: {},
    depositsPaused: known(false, '', null),
    redemptionPaused: known(false, '', null),
    upgradeDelaySecs: known(1n, '', null),
    upgradeFastPath,
    admin: read(TIMELOCK),
    lastSlashAt: read(null),
    track: null,
    exitUpperEndIsAssumed: false,
    exitAssumption: null,
    sets,
    labels: {},
    remarks: [],
    unread: [],
    ...change,
  };
}

describe('two readings that differ', () => {
  it('keep both accounts of a set where they tell it differently, whichever comes first', () => {
    for (const [a, b] of [
      [true, false],
      [false, true],
    ] as const) {
      const { sets } = bothSides(findings([setOf(AVS, a)], null), findings([setOf(AVS, b)], null));
      expect(sets.map(({ slasherHasCode }) => slasherHasCode)).toMatchObject([{ value: a }, { value: b }]);
    }
  });

  it('name a set once where they tell the same of it, and every set that either met', () => {
    const { sets } = bothSides(
      findings([setOf(AVS, true)], null),
      findings([setOf(AVS, true), setOf(OTHER, true)], null),
    );
    expect(sets.map(({ avs }) => avs)).toEqual([AVS, OTHER]);
    const fewer = bothSides(findings([setOf(AVS, true)], null), findings([setOf(OTHER, true)], null));
    expect(fewer.sets.map(({ avs }) => avs)).toEqual([AVS, OTHER]);
  });

  it('leave open how many must sign a fast upgrade where they differ', () => {
    const many = { who: 'Safe', signers: 13, threshold: 9 };
    const { upgradeFastPath } = bothSides(findings([], many), findings([], { ...many, threshold: 1 }));
    expect(upgradeFastPath).toEqual({ who: 'Safe', signers: 13, threshold: null });
    expect(bothSides(findings([], many), findings([], many)).upgradeFastPath).toEqual(many);
  });

  it('name a fast upgrade that only one of them found', () => {
    const found = { who: 'Safe', signers: 3, threshold: 2 };
    expect(bothSides(findings([], null), findings([], found)).upgradeFastPath).toEqual(found);
  });

  const unequal: readonly (readonly [
    string,
    Partial<Findings>,
    (found: Findings) => Reading<unknown> | undefined,
  ])[] = [
    ['who can change the code', { admin: read({ ...TIMELOCK, threshold: 1 }) }, ({ admin }) => admin],
    ['when the last slash was', { lastSlashAt: read(1n) }, ({ lastSlashAt }) => lastSlashAt],
    [
      'when the code changed',
      { figures: { lastUpgradeAt: read(2n) } },
      ({ figures }) => figures['lastUpgradeAt'],
    ],
    [
      'when the price was set',
      { figures: { rateUpdatedAt: read(2n) } },
      ({ figures }) => figures['rateUpdatedAt'],
    ],
  ];
  it.each(unequal)('leave open %s, and say so', (_, other, pick) => {
    const figures = { lastUpgradeAt: read(1n), rateUpdatedAt: read(1n) };
    const one = findings([], null, { figures });
    for (const [a, b] of [
      [one, findings([], null, { figures, ...other })],
      [findings([], null, { figures, ...other }), one],
    ] as const) {
      const both = bothSides(a, b);
      expect(pick(both)).toMatchObject({ status: 'unknown', reason: 'nodes-disagree' });
      expect(both.remarks.join()).toContain(' or ');
    }
    expect(pick(bothSides(one, one))).toMatchObject({ status: 'known' });
  });

  it.each([
    ['bridgeVerifiers', 'bridgeVerifiersAtMost'],
    ['bridgeHeld', 'bridgeHeldAtMost'],
    ['marketRateAtLeast', 'marketRate'],
  ] as const)('span what both say of a figure with two ends: %s', (low, high) => {
    const one = findings([], null, { figures: { [low]: read(1n), [high]: read(1n) } });
    const other = findings([], null, { figures: { [low]: read(3n), [high]: read(4n) } });
    for (const both of [bothSides(one, other), bothSides(other, one)]) {
      expect([both.figures[low], both.figures[high]]).toMatchObject([{ value: 1n }, { value: 4n }]);
      expect(both.remarks.join()).toContain(' or ');
    }
    const blind = findings([], null, { figures: { [low]: unknown('starved'), [high]: read(4n) } });
    expect(bothSides(one, blind).figures).toMatchObject({
      [low]: { status: 'unknown', reason: 'starved' },
      [high]: { value: 4n },
    });
    expect(bothSides(one, one).figures).toEqual(one.figures);
  });

  it('span the prices of both, where neither has a lower end of its own', () => {
    const [one, other] = [5n, 7n].map((value) =>
      findings([], null, { figures: { marketRate: read(value) } }),
    );
    if (one === undefined || other === undefined) throw new Error('none');
    expect(bothSides(one, other).figures).toMatchObject({
      marketRate: { value: 7n },
      marketRateAtLeast: { value: 5n },
    });
    expect(bothSides(one, one).figures).toEqual(one.figures);
  });

  it('take one that knows and one that does not for one that does not', () => {
    const blind = findings([], null, { lastSlashAt: unknown('no-source'), admin: unknown('reverted') });
    for (const both of [bothSides(findings([], null), blind), bothSides(blind, findings([], null))]) {
      expect(both.lastSlashAt).toMatchObject({ status: 'unknown', reason: 'no-source' });
      expect(both.admin).toMatchObject({ status: 'unknown', reason: 'reverted' });
    }
  });

  it('keep what one of them found of changed code', () => {
    const text = 'The code of LRTOracle is not the code known on 2026-05-01.';
    const both = bothSides(findings([], null), findings([], null, { remarks: [text] }));
    expect(both.remarks).toContain(text);
  });
});
