import { describe, expect, it } from 'vitest';

import { known, type Reading } from '../../lib/core/index.ts';
import { bothSides } from '../../lib/exposure/assemble.ts';
import type { SetInfo } from '../../lib/exposure/exposure.ts';
import type { Findings } from '../../lib/exposure/findings.ts';

const AVS = `0x${'a'.repeat(40)}`;
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

function findings(sets: readonly SetInfo[], upgradeFastPath: Findings['upgradeFastPath']): Findings {
  return {
    snapshots: [],
    figures: {},
    depositsPaused: known(false, '', null),
    redemptionPaused: known(false, '', null),
    upgradeDelaySecs: known(1n, '', null),
    upgradeFastPath,
    exitUpperEndIsAssumed: false,
    exitAssumption: null,
    sets,
    labels: {},
    remarks: [],
    unread: [],
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
});
