import { describe, expect, it } from 'vitest';
import type { Exposure, Snapshot } from '../../lib/exposure/index.ts';
import type { TrackRecord } from '../../lib/protocols/index.ts';
import { analyse, assess } from '../../lib/risk/index.ts';
import { type Assumptions, assumptions, type Guesses } from '../../lib/risk/assumptions.ts';
import { factsOf, oddsOf } from '../../lib/risk/facts.ts';
import { es99Slashing } from '../../lib/risk/factors/es99-slashing.ts';
import { expectedAnnualLoss } from '../../lib/risk/factors/expected-annual-loss.ts';
import { pLossOverTolerance } from '../../lib/risk/factors/p-loss-over-tolerance.ts';
import { maturityOf } from '../../lib/risk/odds/maturity.ts';
import { wadDown, wadUp } from '../../lib/risk/odds/wad.ts';
import { assessInput } from './exposures.ts';
import { allocation, eth, simple } from './snapshots.ts';

const WAD = 10n ** 18n;

/** 21 November 2026, noon. */
const NOW = 1_795_262_400n;

function dated<T>(value: T) {
  return { value, evidence: 'assumed' as const, source: 'made', asOf: '2026-11-21' };
}

function track(liveSince: string | null, audits: number | null, losses: string[] | null): TrackRecord {
  return {
    liveSince: liveSince === null ? null : dated(liveSince),
    audits: audits === null ? null : dated(audits),
    bugBounty: null,
    lossEvents: losses === null ? null : dated(losses.map((date) => ({ date, what: 'made' }))),
    covers: [],
  };
}

describe('the class of a token', () => {
  it.each([
    ['2024-11-21', 2, [], 'mature'],
    ['2024-11-22', 2, [], 'established'],
    ['2020-01-01', 1, [], 'established'],
    ['2020-01-01', 9, ['2024-11-21'], 'established'],
    ['2020-01-01', 9, ['2024-11-20'], 'mature'],
    ['2020-01-01', 9, ['2025-11-21'], 'young'],
    ['2020-01-01', 9, ['2025-11-20'], 'established'],
    ['2025-11-21', 9, [], 'established'],
    ['2025-11-22', 9, [], 'young'],
    ['2027-01-01', 9, [], 'young'],
  ] as const)('live since %s, %i audits, losses %j: %s', (since, audits, losses, expected) => {
    expect(maturityOf(track(since, audits, [...losses]), NOW)).toBe(expected);
  });

  it.each([
    ['when it opened', track(null, 9, [])],
    ['its audits', track('2020-01-01', null, [])],
    ['its losses', track('2020-01-01', 9, null)],
    ['a day that is none', track('soon', 9, [])],
    ['anything', null],
  ])('is unknown where nobody knows %s', (_, past) => {
    expect(maturityOf(past, NOW)).toBe('unknown');
  });

  it('is unknown without a time, and where a node gives one that no calendar has', () => {
    const old = track('2020-01-01', 9, []);
    expect(maturityOf(old, null)).toBe('unknown');
    expect(maturityOf(old, 2n ** 200n)).toBe('unknown');
  });

  it('takes a list of losses for all there were until it is 180 days old', () => {
    const listed = (asOf: string, ...days: string[]): TrackRecord => {
      const past = track('2020-01-01', 9, days);
      return { ...past, lossEvents: past.lossEvents && { ...past.lossEvents, asOf } };
    };
    // 180 days before noon of 21 November 2026 is noon of 25 May.
    expect(maturityOf(listed('2026-05-26'), NOW)).toBe('mature');
    expect(maturityOf(listed('2026-05-25'), NOW)).toBe('unknown');
    expect(maturityOf(listed('last spring'), NOW)).toBe('unknown');
    // What it names stays true.
    expect(maturityOf(listed('2026-05-25', '2026-04-18'), NOW)).toBe('young');
    // A loss of before last year is no reason to think that none came after.
    expect(maturityOf(listed('2026-05-25', '2025-01-01'), NOW)).toBe('unknown');
    // Audits are as many as they were.
    const { audits, ...past } = track('2020-01-01', 9, []);
    expect(maturityOf({ ...past, audits: audits && { ...audits, asOf: '2021-01-01' } }, NOW)).toBe('mature');
  });

  it('is young after a late loss, whatever else is not known', () => {
    expect(maturityOf(track(null, null, ['2026-04-18']), NOW)).toBe('young');
    expect(maturityOf(track('2020-01-01', 9, ['last spring']), NOW)).toBe('young');
  });
});

function exposure(more: Partial<Exposure> = {}): Exposure {
  const base = assessInput(more).exposure;
  const block = { node: 'one', number: 1n, timestamp: NOW, parentHash: '0x' };
  return { ...base, track: null, ...more, evidence: { ...base.evidence, blocks: [block], ...more.evidence } };
}

function guessesOf(past: TrackRecord | null, own: Guesses = {}, named: Guesses = {}) {
  const snapshot = simple([allocation('A', 0.05)], { assumptions: { ...named } });
  return factsOf([snapshot], exposure({ track: past }), null, own).guesses;
}

function at(timestamp: bigint) {
  return { node: 'n', number: 1n, timestamp, parentHash: '0x' };
}

/** Years drawn, where a person and a snapshot each name a number. */
const paths = (own: number, named: number) =>
  guessesOf(null, { mcPaths: own }, { mcPaths: named }).values.mcPaths;

describe('the guesses in force', () => {
  it('are the bundled ones for a bare snapshot, with those it names', () => {
    const { guesses } = factsOf([simple([], { assumptions: { pAvs: 0.5 } })], null, null);
    expect(guesses.values).toMatchObject({ pAvs: 0.5, pLrt: 0.015, exactMax: 16, mcPaths: 40_000 });
    expect(guesses).toMatchObject({ maturity: null, yours: false, origins: { pAvs: 'snapshot' } });
  });

  it.each([
    [track('2020-01-01', 9, []), 'mature', 0.008],
    [track('2020-01-01', 1, []), 'established', 0.015],
    [track('2026-01-01', 1, []), 'young', 0.045],
    [null, 'unknown', 0.06],
  ] as const)('take the chance of a failing token from its past: %#', (past, maturity, pLrt) => {
    const guesses = guessesOf(past);
    expect(guesses).toMatchObject({
      maturity,
      yours: false,
      values: { pLrt },
      origins: { pLrt: 'maturity' },
    });
  });

  it('take the time from the newest block', () => {
    const past = track('2025-01-01', 9, []);
    const early = NOW - 40_000_000n;
    const facts = (times: bigint[]) => {
      const { evidence } = assessInput().exposure;
      const blocks = times.map(at);
      return factsOf([simple([])], exposure({ track: past, evidence: { ...evidence, blocks } }), null);
    };
    expect(facts([early]).guesses.maturity).toBe('young');
    expect(facts([early, NOW, early]).guesses.maturity).toBe('established');
    expect(facts([]).guesses.maturity).toBe('unknown');
  });

  it("are the person's own over all others", () => {
    const guesses = guessesOf(null, { pLrt: 0.001, pAvs: 0.3 }, { pAvs: 0.2, pCore: 0.1 });
    expect(guesses.values).toMatchObject({ pLrt: 0.001, pAvs: 0.3, pCore: 0.1 });
    expect(guesses).toMatchObject({
      yours: true,
      origins: { pLrt: 'yours', pAvs: 'yours', pCore: 'snapshot' },
    });
  });

  it('leave out one of the person that cannot be', () => {
    const guesses = guessesOf(null, { mcPaths: 1e12, pAvs: Number.NaN, seed: 1.5 });
    expect(guesses.values).toMatchObject({ mcPaths: 40_000, pAvs: 0.01, seed: 20_261_121 });
    expect(guesses.yours).toBe(false);
  });

  it('draw as many years of the person’s as are true and quick; a snapshot may name fewer or more', () => {
    for (const own of [10_000, 200_000]) expect(paths(own, 1)).toBe(own);
    for (const own of [1, 9_999, 200_001])
      for (const named of [1, 1_000_000]) expect(paths(own, named)).toBe(named);
  });

  it('reach the figures of a request', () => {
    const input = assessInput();
    const eal = (guesses: Guesses) =>
      assess({ ...input, guesses }).figures.find(({ id }) => id === 'expectedAnnualLoss')?.value;
    expect(eal({ pAvs: 0.5 })).toMatchObject({ kind: 'range' });
    expect(eal({ pAvs: 0.5 })).not.toEqual(eal({}));
  });

  it('change the odds', () => {
    const snapshot = simple([allocation('A', 0.5)]);
    const eal = (own: Guesses) =>
      oddsOf(factsOf([snapshot], exposure(), null, own))?.lo?.allIn.eal ?? Number.NaN;
    expect(eal({ pAvs: 0.5 })).toBeGreaterThan(eal({}));
    expect(eal({ pLrt: 0 })).toBeLessThan(eal({}));
  });
});

/** The path at which a snapshot with this guess is refused; null where it is taken. */
function refuse(name: string, value: unknown): string | null {
  const found = analyse({ ...simple([allocation('A', 0.05)]), assumptions: { [name]: value } });
  return 'error' in found ? found.error : null;
}

describe('a guess in a snapshot', () => {
  it.each<[keyof Assumptions, unknown]>([
    ['pAvs', -0.01],
    ['pAvs', 1.01],
    ['sevLrt', Number.NaN],
    ['sevCore', Number.POSITIVE_INFINITY],
    ['pLrt', '0.1'],
    ['pOperator', true],
    ['tolerance', 2],
    ['exactMax', 2.5],
    ['exactMax', 21],
    ['mcPaths', 0],
    ['mcPaths', 1_000_001],
    ['mcPaths', 10.5],
    ['seed', -1],
    ['seed', 2 ** 53],
  ])('is refused with its path where it cannot be: %s %s', (name, value) => {
    expect(refuse(name, value)).toBe(`assumptions.${name}`);
  });

  it.each<[string, unknown]>([
    ['pAvs', 0],
    ['pAvs', 1],
    ['pAvs', null],
    ['exactMax', 0],
    ['mcPaths', 1],
    ['seed', 0],
    ['pNobody', -5],
  ])('is taken where it can: %s %s', (name, value) => {
    expect(refuse(name, value)).toBeNull();
  });

  it('is refused by the first, in the order of the table, and for a pooled vault too', () => {
    const both = { seed: -1, pAvs: 2 };
    expect(analyse({ ...simple([]), assumptions: both })).toEqual({ error: 'assumptions.pAvs' });
    expect(analyse({ kind: 'symbiotic', assumptions: both })).toEqual({ error: 'assumptions.pAvs' });
  });

  it('has the bundled value inside its own bounds', () => {
    for (const [name, { value }] of Object.entries(assumptions)) expect(refuse(name, value)).toBeNull();
  });
});

const FACTORS = [expectedAnnualLoss, es99Slashing, pLossOverTolerance];

function valueOf(snapshots: Snapshot[], factor: (typeof FACTORS)[number]) {
  const { value } = factor.assess(factsOf(snapshots, null, null));
  if (value.kind !== 'range') throw new Error(value.kind);
  return value;
}

describe('figures of the odds', () => {
  const known = simple([allocation('A', 0.25)]);
  const unknown = simple([allocation('A', 0.25)], { assets: { totalWei: null } });

  it('are shares, rounded outwards, from the low run to the high run', () => {
    const half = simple([allocation('A', 0.25)], { assets: { totalWei: eth(200), idleWei: '0' } });
    const loss = oddsOf(factsOf([half], null, null));
    const found = valueOf([half], expectedAnnualLoss);
    expect(found.lo).toBe(wadDown(loss?.lo?.allIn.eal ?? 0));
    expect(found.hi).toBe(wadUp(loss?.hi?.allIn.eal ?? 0));
    expect(found.lo).toBeLessThan(found.hi ?? 0n);
    expect(valueOf([half], es99Slashing).hi).toBe(wadUp(loss?.hi?.slashing.es99 ?? 0));
    expect(valueOf([half], pLossOverTolerance).hi).toBe(wadUp(loss?.hi?.allIn.pOverTolerance ?? 0));
  });

  it('have no low end where the total is not known, and never pass the whole', () => {
    expect(valueOf([unknown], expectedAnnualLoss)).toMatchObject({ unit: 'wad', lo: null });
    expect(valueOf([unknown], es99Slashing)).toMatchObject({ lo: null, hi: WAD });
  });

  it('are not known where nothing can be computed', () => {
    for (const factor of FACTORS)
      expect(factor.assess(factsOf([{ kind: 'other' }], null, null)).value.kind).toBe('unknown');
  });

  it('never turn round, however few years are drawn', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const few = { exactMax: 0, mcPaths: 20, seed, pAvs: 0.3, pOperator: 0.3 };
      const { lo, hi } = valueOf(
        [
          simple([allocation('A', 0.25), allocation('B', 0.1, { set: 1, slashable: null })], {
            assumptions: few,
          }),
        ],
        expectedAnnualLoss,
      );
      expect(lo ?? 0n).toBeLessThanOrEqual(hi ?? 0n);
    }
  });

  it('name every guess they rest on with its source, and how many causes were counted in which way', () => {
    const { how } = expectedAnnualLoss.assess(factsOf([known], exposure(), null, { pAvs: 0.02 }));
    const input = (name: string) => how.inputs.find((one) => one.name.endsWith(`(${name})`));
    expect(input('pAvs')).toMatchObject({ value: '0.02', source: 'your own guess' });
    expect(input('pLrt')).toMatchObject({ value: '0.06', source: expect.stringContaining('unknown') });
    expect(input('sevLrt')?.source).toContain('18 %');
    expect(input('mcPaths')).toBeUndefined();
    expect(how.steps[0]).toMatch(/5 causes, all 32 combinations/);
    expect(how.steps.join(' ')).toContain('guesses of your own');
  });

  it('name seed and years where these were drawn, and no guess that they do not see', () => {
    const many = simple([allocation('A', 0.25)], { assumptions: { exactMax: 3, seed: 9 } });
    const { how } = es99Slashing.assess(factsOf([many], null, null));
    const names = how.inputs.map(({ name }) => name).join(' ');
    expect(names).toMatch(/\(mcPaths\).*\(seed\)/);
    expect(names).not.toMatch(/pLrt|sevCore|tolerance/);
    expect(how.steps[0]).toContain('40000 years drawn (sfc32, seed 9)');
    expect(how.steps.join(' ')).toContain('using the default guesses, which you can change');
  });

  it('of a redelegation are the worse of both, figure by figure', () => {
    const [calm, wild] = [simple([allocation('A', 0.01)]), simple([allocation('B', 0.9)])];
    const both = valueOf([calm, wild], es99Slashing);
    expect(both).toEqual(valueOf([wild], es99Slashing));
    expect(valueOf([wild, calm], es99Slashing)).toEqual(both);
    expect(valueOf([calm, unknown], es99Slashing)).toMatchObject({ lo: null, hi: WAD });
  });
});

describe('a share in floating point', () => {
  it.each([
    [0, 0n, 0n],
    [1, WAD, WAD],
    [0.5, WAD / 2n, WAD / 2n],
    [0.1, 100_000_000_000_000_005n, 100_000_000_000_000_006n],
    [1e-30, 0n, 1n],
    [1e-40, 0n, 1n],
    [1.000_000_1, WAD, WAD],
    [-1e-17, 0n, 0n],
  ])('%d is rounded down and up exactly', (share, down, up) => {
    expect([wadDown(share), wadUp(share)]).toEqual([down, up]);
  });
});
