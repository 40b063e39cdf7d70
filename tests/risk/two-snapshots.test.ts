import { describe, expect, it } from 'vitest';
import type { Exposure, Snapshot } from '../../lib/exposure/index.ts';
import { assess, assessSnapshot, type FactorId, type FindingKind } from '../../lib/risk/index.ts';
import { assessInput } from './exposures.ts';
import { allocation, eth, simple } from './snapshots.ts';

const wad = (share: number) => BigInt(eth(share));

function of(snapshots: Exposure['snapshots']) {
  const { figures, findings, services } = assess(assessInput({ snapshots }));
  const told = (kind: FindingKind) => findings.filter((one) => one.kind === kind);
  const figure = (id: FactorId) => figures.find((one) => one.id === id);
  return { told, figure, services };
}

/** One after the other, whichever comes first. */
const orders = (a: Snapshot, b: Snapshot) => [
  [a, b],
  [b, a],
];

/** A surely takes a quarter; B surely an eighth, and what is uncertain of a half beside. */
const sure = simple([allocation('A', 0.25)]);
const open = simple([allocation('B', 0.125), allocation('C', 0.5, { set: 1, slashable: null })]);

describe('two snapshots of one deposit', () => {
  it('list the services of both, each with its own larger share', () => {
    const both = simple([allocation('A', 0.125), allocation('B', 0.25, { set: 1 })]);
    for (const snapshots of orders(sure, both))
      expect(of(snapshots).services.map(({ avs, loWad, hiWad }) => [avs, loWad, hiWad])).toEqual([
        ['A', wad(0.25), wad(0.25)],
        ['B', wad(0.25), wad(0.25)],
      ]);
  });

  it('accuse no service with the figure of another', () => {
    for (const snapshots of orders(sure, open)) {
      const { told, figure, services } = of(snapshots);
      // The figure stays the worse of both, end by end.
      expect(figure('singleAvs')?.value).toMatchObject({ lo: wad(0.25), hi: wad(0.625) });
      expect(told('worstService')).toMatchObject([{ avs: 'A', hiWad: wad(0.25) }]);
      expect(told('worstPair')).toMatchObject([{ avs: 'A', operator: 'P', hiWad: wad(0.25) }]);
      expect(services[0]).toMatchObject({ avs: 'A', hiWad: wad(0.25) });
    }
  });

  it('accuse nobody where either total is not known, since up to all of it is nobody’s figure', () => {
    const blind = simple([allocation('B', 0.5)], { assets: { totalWei: null } });
    for (const snapshots of orders(sure, blind)) {
      const { told, figure } = of(snapshots);
      expect(figure('singleAvs')?.value).toMatchObject({ lo: wad(0.25), hi: wad(1) });
      expect(told('worstService')).toEqual([]);
      expect(told('worstPair')).toEqual([]);
    }
    const { findings } = assessSnapshot(blind);
    expect(findings.some(({ kind }) => kind === 'worstService' || kind === 'worstPair')).toBe(false);
  });

  it('show the one with the larger share, not with the larger amount', () => {
    const large = simple([allocation('A', 0.01)], {
      assets: { totalWei: eth(10_000) },
      lines: [{ operator: 'P', strategy: 'stETH', valueWei: eth(10_000) }],
    });
    const small = simple([allocation('B', 0.5)]);
    for (const snapshots of orders(large, small))
      expect(of(snapshots).figure('slashableNow')?.how.steps).toContain('(50) / 100');
  });

  it('show an unknown total as all of it', () => {
    const blind = simple([], { assets: { totalWei: null } });
    for (const snapshots of orders(sure, blind))
      expect(of(snapshots).figure('slashableNow')?.how.steps).toContain('total not known: 0 to 100 %');
  });
});
