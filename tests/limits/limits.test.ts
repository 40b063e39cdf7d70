import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  LIMIT_NAMES,
  limitsFrom,
  loadGuesses,
  loadLimits,
  parseGuesses,
  parseLimits,
  presets,
  storeLimits,
  withLimit,
} from '../../lib/limits/index.ts';

const WAD = 10n ** 18n;
const DAY = 86_400n;
const percent = (tenths: bigint): bigint => (tenths * WAD) / 1000n;

describe('presets', () => {
  it.each([
    ['maxSlashableNow', percent(50n), percent(200n), percent(500n)],
    ['maxNoNotice', percent(100n), percent(350n), WAD],
    ['maxBeforeExit', percent(500n), null, null],
    ['maxSingleAvs', percent(25n), percent(75n), percent(250n)],
    ['maxSingleOperator', percent(50n), percent(150n), percent(500n)],
    ['maxTheftNoNotice', percent(10n), percent(100n), percent(500n)],
    ['maxExit', 18n * DAY, 30n * DAY, 60n * DAY],
    ['minUpgradeDelay', 7n * DAY, 3n * DAY, 0n],
    ['maxOperatorHhi', 1800n, 2500n, null],
    ['maxAvsHhi', 5000n, null, null],
    ['maxDeposit', null, null, null],
    ['maxExpectedAnnualLoss', (WAD / 10_000n) * 75n, percent(15n), percent(30n)],
    ['maxEs99Slashing', percent(50n), percent(150n), percent(400n)],
    ['maxPLossOverTolerance', percent(15n), percent(30n), percent(120n)],
    ['maxPegDiscount', percent(5n), percent(10n), percent(30n)],
    ['maxSellCost', percent(10n), percent(20n), percent(50n)],
    ['minMonthsLive', 24n, 12n, 3n],
    ['minDaysSinceUpgrade', 14n, 7n, 2n],
    ['maxBackingGap', percent(1n), percent(3n), percent(10n)],
    ['minBridgeVerifiers', 2n, 2n, 1n],
    ['minCoverRatio', null, null, null],
  ] as const)('give %s as the model says', (name, conservative, balanced, adventurous) => {
    expect(presets.conservative.values[name]).toBe(conservative);
    expect(presets.balanced.values[name]).toBe(balanced);
    expect(presets.adventurous.values[name]).toBe(adventurous);
  });

  it('never let a looser preset ask for more than a stricter one', () => {
    const { conservative, balanced, adventurous } = presets;
    for (const name of LIMIT_NAMES) {
      const looser = (a: bigint | null, b: bigint | null): boolean =>
        b === null || (a !== null && (name.startsWith('min') ? b <= a : b >= a));
      expect(looser(conservative.values[name], balanced.values[name]), name).toBe(true);
      expect(looser(balanced.values[name], adventurous.values[name]), name).toBe(true);
    }
  });
});

describe('limits as a person writes them', () => {
  it('are Balanced until the person chooses', () => {
    expect(parseLimits(undefined)).toEqual(limitsFrom('balanced'));
    expect(parseLimits({})).toEqual(limitsFrom('balanced'));
  });

  it('lay values over a preset and mark them', () => {
    const limits = parseLimits({ preset: 'conservative', maxExit: null, minUpgradeDelay: '60' });
    expect(limits.values).toMatchObject({ maxExit: null, minUpgradeDelay: 60n, maxAvsHhi: 5000n });
    expect(limits.yours).toEqual(['maxExit', 'minUpgradeDelay']);
    expect(limits.unknownPolicy).toBe('block');
  });

  it('do not mark a value that the preset has anyway', () => {
    expect(parseLimits({ preset: 'balanced', maxExit: '2592000' }).yours).toEqual([]);
    expect(withLimit(withLimit(limitsFrom('balanced'), 'maxExit', 1n), 'maxExit', 2_592_000n).yours).toEqual(
      [],
    );
  });

  it('take every name of the model, each to its own place', () => {
    for (const name of LIMIT_NAMES) {
      expect(parseLimits({ [name]: '9' }), name).toMatchObject({ values: { [name]: 9n }, yours: [name] });
      expect(parseLimits({ preset: 'conservative', [name]: null }).values[name], name).toBeNull();
    }
  });

  it.each([
    [{ preset: 'reckless' }, 'preset'],
    [{ maxExitt: '1' }, 'maxExitt'],
    [{ maxExit: 5 }, 'maxExit'],
    [{ maxExit: '-5' }, 'maxExit'],
    [{ maxExit: '1.5' }, 'maxExit'],
    [{ maxExit: '1'.repeat(79) }, 'maxExit'],
    [{ unknownPolicy: 'never' }, 'unknownPolicy'],
    [[], 'not an object'],
    ['balanced', 'not an object'],
  ])('are refused as %j with the name of the field', (input, field) => {
    expect(() => parseLimits(input)).toThrow(field);
  });
});

describe('a person’s own guesses', () => {
  it('are none until one is given', () => {
    expect(parseGuesses(undefined)).toEqual({});
    expect(loadGuesses(null)).toEqual({});
  });

  it('are kept as given, also where they equal the bundled ones', () => {
    expect(parseGuesses({ pLrt: 0.015, pAvs: 0, tolerance: 1, exactMax: 20 })).toEqual({
      pLrt: 0.015,
      pAvs: 0,
      tolerance: 1,
      exactMax: 20,
    });
  });

  it.each([
    [{ pAvs: 1.01 }, 'guesses.pAvs'],
    [{ pAvs: -0.01 }, 'guesses.pAvs'],
    [{ pAvs: '0.5' }, 'guesses.pAvs'],
    [{ pAvs: Number.NaN }, 'guesses.pAvs'],
    [{ exactMax: 21 }, 'guesses.exactMax'],
    [{ exactMax: 1.5 }, 'guesses.exactMax'],
    [{ mcPaths: 0 }, 'guesses.mcPaths'],
    [{ seed: -1 }, 'guesses.seed'],
    [{ pAvss: 0.5 }, 'guesses.pAvss'],
    [[], 'guesses'],
    [7, 'guesses'],
  ])('are refused as %j with the name of the field', (input, field) => {
    expect(() => parseGuesses(input)).toThrow(field);
    expect(loadGuesses(input)).toBeNull();
  });
});

describe('limits in the store', () => {
  it('come back as they went in', () => {
    const value = fc.option(fc.bigInt({ min: 0n, max: 2n ** 128n }));
    const any = fc.record({
      preset: fc.constantFrom('conservative' as const, 'balanced' as const, 'adventurous' as const),
      name: fc.constantFrom(...LIMIT_NAMES),
      value,
      unknownPolicy: fc.constantFrom('block' as const, 'ask' as const),
      untracedPolicy: fc.constantFrom('strict' as const, 'listed' as const),
    });
    fc.assert(
      fc.property(any, ({ preset, name, value: one, ...policies }) => {
        const limits = limitsFrom(preset, { values: { [name]: one }, ...policies });
        const stored: unknown = JSON.parse(JSON.stringify(storeLimits(limits)));
        expect(loadLimits(stored)).toEqual({ limits, state: 'chosen' });
      }),
    );
  });

  it('of a time with fewer names have the preset’s values for the others', () => {
    const old = { schemaVersion: 1, preset: 'adventurous', values: { maxExit: '86400' } };
    const { limits, state } = loadLimits(old);
    expect(state).toBe('chosen');
    expect(limits).toEqual(limitsFrom('adventurous', { values: { maxExit: DAY } }));
    expect(limits.values.minBridgeVerifiers).toBe(1n);
  });

  it('are the default where nothing was stored yet', () => {
    expect(loadLimits(undefined)).toEqual({ limits: limitsFrom('balanced'), state: 'default' });
  });

  it.each([
    [{}],
    [5],
    ['{}'],
    [[]],
    [{ schemaVersion: 2, preset: 'balanced', values: {} }],
    [{ schemaVersion: 0, preset: 'balanced', values: {} }],
    [{ schemaVersion: '1', preset: 'balanced', values: {} }],
    [{ schemaVersion: 1, preset: 'balanced', values: { maxExit: 7 } }],
    [{ schemaVersion: 1, preset: 'balanced', values: { maxFun: '7' } }],
    [{ schemaVersion: 1, preset: 'balanced', values: {}, extra: true }],
    [{ schemaVersion: 1, preset: 'none', values: {} }],
  ])('fall back to the careful preset, and say so, where the store is damaged: %j', (stored) => {
    expect(loadLimits(stored)).toEqual({ limits: limitsFrom('conservative'), state: 'damaged' });
  });

  it('are brought from an older version step by step', () => {
    const steps = {
      [-1]: (old: object) => ({ ...old, preset: 'adventurous' }),
      0: (old: object) => ({ ...old, values: {} }),
    };
    const { limits, state } = loadLimits({ schemaVersion: -1 }, steps);
    expect(state).toBe('chosen');
    expect(limits).toEqual(limitsFrom('adventurous'));
  });
});
