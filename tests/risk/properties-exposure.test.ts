import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { known, type Reading, unknown } from '../../lib/core/index.ts';
import type { Exposure } from '../../lib/exposure/index.ts';
import { judge, limitsFrom, type Verdict } from '../../lib/limits/index.ts';
import { assess } from '../../lib/risk/index.ts';
import { assessInput, BLOCK_TIME, cover, losses, since, track } from './exposures.ts';
import { COMFORT } from './comfort.ts';
import { always } from './property.ts';
import { snapshots } from './random.ts';
import { allocation, simple } from './snapshots.ts';

const ETH = 10n ** 18n;
const DAY = 86_400n;
const HOUR = 3_600n;
const FAILED = unknown('reverted');

/** A reading that was had, or was not. */
function maybe<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Reading<T>> {
  return fc.oneof(
    { weight: 5, arbitrary: value.map((one): Reading<T> => known(one, 'view', 1n)) },
    { weight: 1, arbitrary: fc.constant<Reading<T>>(FAILED) },
  );
}

const amount = fc.bigInt({ min: 0n, max: 200n * ETH });
const secsAgo = fc
  .oneof(fc.bigInt({ min: 0n, max: 2n * HOUR }), fc.bigInt({ min: 0n, max: 60n * DAY }))
  .map((secs) => BLOCK_TIME - secs);

/** Every figure that an exposure may name, with impossible ones among them. */
const figures = fc.record({
  totalWei: maybe(amount),
  supply: maybe(amount),
  rate: maybe(fc.bigInt({ min: ETH / 2n, max: 2n * ETH })),
  depositWei: maybe(amount),
  rateUpdatedAt: maybe(secsAgo),
  rateMaxAgeSecs: maybe(fc.bigInt({ min: 0n, max: 2n * DAY })),
  lastUpgradeAt: maybe(secsAgo),
  lastUpgradeFrom: maybe(secsAgo.map((at) => at - 61n * DAY)),
  bridgeVerifiers: maybe(fc.bigInt({ min: 0n, max: 4n })),
  bridgeVerifiersAtMost: maybe(fc.bigInt({ min: 0n, max: 6n })),
  bridgeHeld: maybe(amount),
  bridgeHeldAtMost: maybe(amount),
  marketRate: maybe(fc.bigInt({ min: ETH / 2n, max: 2n * ETH })),
  sellIn: maybe(amount),
  sellOut: maybe(amount),
  coverAvailableWei: maybe(amount),
  coverOutstandingWei: maybe(amount),
});

const NAMES = [
  'totalWei',
  'supply',
  'rate',
  'depositWei',
  'rateUpdatedAt',
  'rateMaxAgeSecs',
  'lastUpgradeAt',
  'lastUpgradeFrom',
  'bridgeVerifiers',
  'bridgeVerifiersAtMost',
  'bridgeHeld',
  'bridgeHeldAtMost',
  'marketRate',
  'sellIn',
  'sellOut',
  'coverAvailableWei',
  'coverOutstandingWei',
] as const;

const admin = fc.record({
  type: fc.constantFrom('none', 'timelock', 'multisig', 'singleKey'),
  who: fc.constant('0xadmin'),
  signers: fc.constantFrom(null, 1, 8),
  threshold: fc.constantFrom(null, 1, 6),
} as const);

const set = fc.record({
  avs: fc.constantFrom('avs0', 'avs1'),
  set: fc.nat(2),
  operator: fc.constant('P'),
  slasher: maybe(fc.constant('0xslasher')),
  slasherHasCode: maybe(fc.boolean()),
  pendingSlasher: maybe(fc.constantFrom(null, { slasher: '0xnext', effectBlock: 25_000_001n })),
  redistributionRecipient: maybe(fc.constant('0xto')),
  slashCount: maybe(fc.constant(0n)),
});

const past = fc
  .tuple(fc.constantFrom('2020-01-01', '2025-06-01', '2026-06-01'), fc.nat(3), fc.boolean(), fc.boolean())
  .map(([day, audits, lost, covered]) => {
    const base = track();
    return track({
      liveSince: since(day),
      audits: base.audits && { ...base.audits, value: audits },
      lossEvents: losses(...(lost ? ['2025-09-01'] : [])),
      covers: covered ? [cover(['validator-slashing'])] : [],
    });
  });

/** A token that every preset but the strictest is content with. */
const sound = simple([allocation('avs0', 0.01)]);

/** Most parts are sound, so that a single one decides: in a token that fails everywhere nothing could get worse. */
function seldom<T>(part: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: part });
}

type Parts = { [K in keyof Exposure]?: Exposure[K] | undefined };

function given(parts: Parts): Partial<Exposure> {
  const all: Partial<Exposure> = {};
  return Object.assign(
    all,
    Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)),
  );
}

const exposures: fc.Arbitrary<Exposure> = fc
  .record({
    snapshots: fc.oneof(
      { weight: 3, arbitrary: fc.constant([sound]) },
      { weight: 1, arbitrary: snapshots.map((one) => [one]) },
    ),
    figures: fc.oneof(
      { weight: 1, arbitrary: figures },
      {
        weight: 2,
        arbitrary: fc.tuple(figures, fc.constantFrom(...NAMES)).map(([all, name]) => ({ [name]: all[name] })),
      },
      { weight: 2, arbitrary: fc.constant({}) },
      {
        weight: 1,
        arbitrary: figures.map(({ coverAvailableWei, coverOutstandingWei }) => ({
          coverAvailableWei,
          coverOutstandingWei,
        })),
      },
    ),
    depositsPaused: seldom(maybe(fc.boolean())),
    redemptionPaused: seldom(maybe(fc.boolean())),
    upgradeDelaySecs: seldom(maybe(fc.bigInt({ min: 0n, max: 30n * DAY }))),
    admin: seldom(maybe(admin)),
    lastSlashAt: seldom(maybe(fc.oneof(fc.constant(null), secsAgo))),
    track: seldom(past),
    exitUpperEndIsAssumed: fc.boolean(),
    sets: fc.array(set, { maxLength: 2 }),
  })
  .map((parts) => assessInput(given(parts)).exposure);

const SET_READINGS = [
  'slasher',
  'slasherHasCode',
  'pendingSlasher',
  'redistributionRecipient',
  'slashCount',
] as const;
const SLASHERS = 'a reading of a set';

/** Every way to know less of an exposure, at a place that a number names where there are several. */
const FORGET: Readonly<Record<string, (one: Exposure, at: number) => Partial<Exposure>>> = {
  'a figure': (one, at) => {
    const names = Object.keys(one.figures);
    return { figures: { ...one.figures, [names[at % names.length] ?? '']: FAILED } };
  },
  'what a cover fund holds': ({ figures: all }) =>
    all['coverAvailableWei'] === undefined ? {} : { figures: { ...all, coverAvailableWei: FAILED } },
  'when the price was set': ({ figures: all }) => ({ figures: { ...all, rateUpdatedAt: FAILED } }),
  'how old a price may be': ({ figures: all }) => ({ figures: { ...all, rateMaxAgeSecs: FAILED } }),
  'the pause of deposits': () => ({ depositsPaused: FAILED }),
  'the pause of leaving': () => ({ redemptionPaused: FAILED }),
  'the upgrade delay': () => ({ upgradeDelaySecs: FAILED }),
  'who can change the code': () => ({ admin: FAILED }),
  'the last slash': () => ({ lastSlashAt: FAILED }),
  'the past': () => ({ track: null }),
  'a part of the past': ({ track: all }, at) => {
    const part = (['liveSince', 'audits', 'lossEvents'] as const)[at % 3];
    return all === null || part === undefined ? {} : { track: { ...all, [part]: null } };
  },
  [SLASHERS]: ({ sets }, at) => {
    const name = SET_READINGS[at % SET_READINGS.length] ?? 'slasher';
    return {
      sets: sets.map((info, index) => (index === at % sets.length ? { ...info, [name]: FAILED } : info)),
    };
  },
};

const presets = (['conservative', 'balanced', 'adventurous'] as const).map((preset) => limitsFrom(preset));

/** Warnings that rest on one reading alone. Without it the same place says that it was not seen, which is a note. */
function told({ findings }: Verdict): number {
  return findings.filter(({ level }) => level === 'warn').length;
}

function unseen({ findings }: Verdict): boolean {
  return findings.some(({ finding }) => finding.kind === 'notSeen' || finding.kind === 'unrecognisedSlash');
}

function compare(before: Verdict, after: Verdict, name: string): void {
  const now = new Map(after.factors.map(({ id, level }) => [id, level]));
  let lost = false;
  for (const { id, level, required } of before.factors) {
    const then = now.get(id) ?? 'off';
    if (COMFORT[then] > COMFORT[level]) throw new Error(`${name}: ${id} from ${level} to ${then}`);
    lost ||= !required && level === 'exceeds' && then === 'cannot_evaluate';
  }
  // An optional figure that is not known is a note (§5), and so is a warning that could not be looked for.
  lost ||= unseen(after) && told(after) < told(before);
  if (lost) expect(COMFORT[after.overall], name).toBeLessThanOrEqual(COMFORT.notice);
  else expect(COMFORT[after.overall], name).toBeLessThanOrEqual(COMFORT[before.overall]);
}

describe('an exposure of which less is known', () => {
  it('is never judged more comfortably, as a whole or in any factor, whatever the preset', () => {
    const cases = fc.tuple(exposures, fc.constantFrom(...Object.keys(FORGET)), fc.nat(63));
    always(
      cases,
      ([exposure, name, at]) => {
        const input = { ...assessInput(), exposure };
        const less = { ...exposure, ...FORGET[name]?.(exposure, at) };
        const [full, wide] = [assess(input), assess({ ...input, exposure: less })];
        for (const limits of presets) compare(judge(full, limits), judge(wide, limits), `${name} ${at}`);
      },
      2_000,
    );
  }, 120_000);
});
