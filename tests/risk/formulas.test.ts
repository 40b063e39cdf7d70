import { describe, expect, it } from 'vitest';
import {
  backingGap,
  beaconSlash,
  coverRatio,
  exitWindow,
  netLoss,
  pegDiscount,
  sellCost,
  solvency,
} from '../../lib/risk/index.ts';
import { timeText, wholeDays, wholeMonths } from '../../lib/risk/formulas/index.ts';

const WAD = 10n ** 18n;

describe('the discount to the redemption rate', () => {
  it.each([
    [WAD, WAD, 0n],
    [WAD + 1n, WAD, 0n],
    [WAD - 1n, WAD, 1n],
    [2n, 3n, 333_333_333_333_333_334n],
    [0n, WAD, WAD],
  ])('of a market price %s at a rate of %s is %s, rounded up', (marketWad, rateWad, share) => {
    expect(pegDiscount({ marketWad, rateWad })).toBe(share);
  });

  it('is not known without a rate', () => {
    expect(pegDiscount({ marketWad: WAD, rateWad: 0n })).toBeNull();
    expect(pegDiscount({ marketWad: -1n, rateWad: WAD })).toBeNull();
  });
});

describe('the cost of selling', () => {
  it('rounds up, and is nothing where a quote pays more than the rate', () => {
    expect(sellCost({ inLrtWei: 3n, outWei: 2n, rateWad: WAD })).toBe(333_333_333_333_333_334n);
    expect(sellCost({ inLrtWei: 100n, outWei: 200n, rateWad: WAD })).toBe(0n);
  });

  it('is not known where nothing was sold or the rate is nothing', () => {
    expect(sellCost({ inLrtWei: 0n, outWei: 1n, rateWad: WAD })).toBeNull();
    expect(sellCost({ inLrtWei: 1n, outWei: 1n, rateWad: 0n })).toBeNull();
    expect(sellCost({ inLrtWei: 1n, outWei: -1n, rateWad: WAD })).toBeNull();
  });
});

describe('the gap in the backing', () => {
  it('rounds up, and is nothing where there is more than enough', () => {
    expect(backingGap({ backingWei: 2n, supplyWei: 3n, rateWad: WAD })).toBe(333_333_333_333_333_334n);
    expect(backingGap({ backingWei: 4n, supplyWei: 3n, rateWad: WAD })).toBe(0n);
    expect(backingGap({ backingWei: 0n, supplyWei: 3n, rateWad: WAD })).toBe(WAD);
  });

  it('is not known of a token without supply or rate', () => {
    expect(backingGap({ backingWei: 1n, supplyWei: 0n, rateWad: WAD })).toBeNull();
    expect(backingGap({ backingWei: 1n, supplyWei: 1n, rateWad: 0n })).toBeNull();
    expect(backingGap({ backingWei: -1n, supplyWei: 1n, rateWad: WAD })).toBeNull();
  });
});

describe('cover', () => {
  it('pays its part, rounded down and at most all of it', () => {
    expect(coverRatio({ lossPoolWei: 3n, availableWei: 2n, perilNamed: true })).toBe(
      666_666_666_666_666_666n,
    );
    expect(coverRatio({ lossPoolWei: 3n, availableWei: 9n, perilNamed: true })).toBe(WAD);
  });

  it('pays nothing of a peril it does not name, or of which nobody knows whether it does', () => {
    expect(coverRatio({ lossPoolWei: 3n, availableWei: 9n, perilNamed: false })).toBe(0n);
    expect(coverRatio({ lossPoolWei: 3n, availableWei: 9n, perilNamed: null })).toBe(0n);
  });

  it('is complete where there is nothing to lose', () => {
    expect(coverRatio({ lossPoolWei: 0n, availableWei: 0n, perilNamed: false })).toBe(WAD);
  });

  it('has no answer to negative amounts', () => {
    expect(coverRatio({ lossPoolWei: -1n, availableWei: 0n, perilNamed: true })).toBeNull();
    expect(coverRatio({ lossPoolWei: 1n, availableWei: -1n, perilNamed: true })).toBeNull();
  });

  it('leaves a loss that is rounded up', () => {
    expect(netLoss({ lossWei: 3n, coverRatioWad: WAD / 2n })).toBe(2n);
    expect(netLoss({ lossWei: 3n, coverRatioWad: WAD })).toBe(0n);
    expect(netLoss({ lossWei: 3n, coverRatioWad: WAD + 1n })).toBeNull();
    expect(netLoss({ lossWei: -3n, coverRatioWad: 0n })).toBeNull();
  });
});

describe('solvency', () => {
  it('is rounded down, and complete where nothing is promised', () => {
    expect(solvency({ availableWei: 2n, outstandingWei: 3n })).toBe(666_666_666_666_666_666n);
    expect(solvency({ availableWei: 4n, outstandingWei: 3n })).toBe(WAD);
    expect(solvency({ availableWei: 0n, outstandingWei: 0n })).toBe(WAD);
    expect(solvency({ availableWei: 0n, outstandingWei: 1n })).toBe(0n);
    expect(solvency({ availableWei: -1n, outstandingWei: 1n })).toBeNull();
  });
});

describe('slashing by Ethereum', () => {
  it('takes 1/4096 of a lone validator and all where a third is slashed', () => {
    expect(beaconSlash({ slashedWei: 0n, totalStakedWei: 1n })).toBe(WAD / 4096n);
    expect(beaconSlash({ slashedWei: 1n, totalStakedWei: 3n })).toBe(WAD);
    expect(beaconSlash({ slashedWei: 9n, totalStakedWei: 3n })).toBe(WAD);
  });

  it('is not known without the stake of all', () => {
    expect(beaconSlash({ slashedWei: 0n, totalStakedWei: 0n })).toBeNull();
    expect(beaconSlash({ slashedWei: -1n, totalStakedWei: 1n })).toBeNull();
  });
});

describe('the window between upgrade and exit', () => {
  it('is negative where new code can land first', () => {
    expect(exitWindow({ upgradeDelaySecs: 10n, exitLoSecs: 5n, exitHiSecs: 20n })).toEqual({
      lo: -10n,
      hi: 5n,
    });
  });

  it('has no low end where nobody can say how long leaving takes, and no end without a delay', () => {
    expect(exitWindow({ upgradeDelaySecs: 10n, exitLoSecs: 0n, exitHiSecs: null })).toEqual({
      lo: null,
      hi: 10n,
    });
    expect(exitWindow({ upgradeDelaySecs: null, exitLoSecs: 0n, exitHiSecs: 1n })).toEqual({
      lo: null,
      hi: null,
    });
  });
});

describe('time by the block', () => {
  const NOON = 1_795_262_400n; // 2026-11-21, noon UTC

  it.each([
    ['2026-11-21', 0n],
    ['2026-10-22', 0n],
    ['2026-10-21', 1n],
    ['2024-11-21', 24n],
    ['2024-11-22', 23n],
    ['2026-12-21', -1n],
  ])('counts whole months since %s as %s', (day, months) => {
    expect(wholeMonths(day, NOON)).toBe(months);
  });

  it('counts no months from what is no day, or to what is no time', () => {
    expect(wholeMonths('2026-13-45', NOON)).toBeNull();
    expect(wholeMonths('spring 2024', NOON)).toBeNull();
    expect(wholeMonths('2026-11-21', 10n ** 30n)).toBeNull();
    expect(wholeMonths('2026-11-21', -1n)).toBeNull();
  });

  it('counts whole days only, and none where the second time comes first', () => {
    expect([wholeDays(0n, 86_399n), wholeDays(0n, 86_400n), wholeDays(9n, 8n)]).toEqual([0n, 1n, 0n]);
  });

  it('writes a time, and a number that is none as it is', () => {
    expect(timeText(NOON)).toBe('2026-11-21T12:00:00Z');
    expect(timeText(10n ** 30n)).toBe(`${10n ** 30n} s`);
  });
});
