import type { LimitName, Limits, PresetId } from './limits.ts';

type Values = Limits['values'];
type Preset = Pick<Limits, 'unknownPolicy' | 'untracedPolicy' | 'values'>;

const DAY = 86_400n;
/** A tenth of a percent, as parts of 1e18. */
const PER_MILLE = 1_000_000_000_000_000n;

/** The preset in force until the person chooses, and the one that a damaged store falls back to. */
export const DEFAULT_PRESET: PresetId = 'balanced';
export const FALLBACK_PRESET: PresetId = 'conservative';

/** The starting points of `facts/risk-model.md` §6. Null: off or unset. */
export const presets: Readonly<Record<PresetId, Preset>> = {
  conservative: {
    unknownPolicy: 'block',
    untracedPolicy: 'strict',
    values: {
      maxSlashableNow: 50n * PER_MILLE,
      maxNoNotice: 100n * PER_MILLE,
      maxBeforeExit: 500n * PER_MILLE,
      maxSingleAvs: 25n * PER_MILLE,
      maxSingleOperator: 50n * PER_MILLE,
      maxTheftNoNotice: 10n * PER_MILLE,
      maxExit: 18n * DAY,
      minUpgradeDelay: 7n * DAY,
      maxOperatorHhi: 1_800n,
      maxAvsHhi: 5_000n,
      maxDeposit: null,
      maxExpectedAnnualLoss: 7_500_000_000_000_000n,
      maxEs99Slashing: 50n * PER_MILLE,
      maxPLossOverTolerance: 15n * PER_MILLE,
      maxPegDiscount: 5n * PER_MILLE,
      maxSellCost: 10n * PER_MILLE,
      minMonthsLive: 24n,
      minDaysSinceUpgrade: 14n,
      maxBackingGap: 1n * PER_MILLE,
      minBridgeVerifiers: 2n,
      minCoverRatio: null,
    },
  },
  balanced: {
    unknownPolicy: 'ask',
    untracedPolicy: 'listed',
    values: {
      maxSlashableNow: 200n * PER_MILLE,
      maxNoNotice: 350n * PER_MILLE,
      maxBeforeExit: null,
      maxSingleAvs: 75n * PER_MILLE,
      maxSingleOperator: 150n * PER_MILLE,
      maxTheftNoNotice: 100n * PER_MILLE,
      maxExit: 30n * DAY,
      minUpgradeDelay: 3n * DAY,
      maxOperatorHhi: 2_500n,
      maxAvsHhi: null,
      maxDeposit: null,
      maxExpectedAnnualLoss: 15n * PER_MILLE,
      maxEs99Slashing: 150n * PER_MILLE,
      maxPLossOverTolerance: 30n * PER_MILLE,
      maxPegDiscount: 10n * PER_MILLE,
      maxSellCost: 20n * PER_MILLE,
      minMonthsLive: 12n,
      minDaysSinceUpgrade: 7n,
      maxBackingGap: 3n * PER_MILLE,
      minBridgeVerifiers: 2n,
      minCoverRatio: null,
    },
  },
  adventurous: {
    unknownPolicy: 'ask',
    untracedPolicy: 'listed',
    values: {
      maxSlashableNow: 500n * PER_MILLE,
      maxNoNotice: 1_000n * PER_MILLE,
      maxBeforeExit: null,
      maxSingleAvs: 250n * PER_MILLE,
      maxSingleOperator: 500n * PER_MILLE,
      maxTheftNoNotice: 500n * PER_MILLE,
      maxExit: 60n * DAY,
      minUpgradeDelay: 0n,
      maxOperatorHhi: null,
      maxAvsHhi: null,
      maxDeposit: null,
      maxExpectedAnnualLoss: 30n * PER_MILLE,
      maxEs99Slashing: 400n * PER_MILLE,
      maxPLossOverTolerance: 120n * PER_MILLE,
      maxPegDiscount: 30n * PER_MILLE,
      maxSellCost: 50n * PER_MILLE,
      minMonthsLive: 3n,
      minDaysSinceUpgrade: 2n,
      maxBackingGap: 10n * PER_MILLE,
      minBridgeVerifiers: 1n,
      minCoverRatio: null,
    },
  },
};

/** Names of all limits, in the order of §6. */
export const LIMIT_NAMES: readonly LimitName[] = [
  'maxSlashableNow',
  'maxNoNotice',
  'maxBeforeExit',
  'maxSingleAvs',
  'maxSingleOperator',
  'maxTheftNoNotice',
  'maxExit',
  'minUpgradeDelay',
  'maxOperatorHhi',
  'maxAvsHhi',
  'maxDeposit',
  'maxExpectedAnnualLoss',
  'maxEs99Slashing',
  'maxPLossOverTolerance',
  'maxPegDiscount',
  'maxSellCost',
  'minMonthsLive',
  'minDaysSinceUpgrade',
  'maxBackingGap',
  'minBridgeVerifiers',
  'minCoverRatio',
];

/** The person's own part of their limits, laid over a preset. */
export type Overrides = {
  readonly values?: Partial<Values>;
  readonly unknownPolicy?: Limits['unknownPolicy'] | undefined;
  readonly untracedPolicy?: Limits['untracedPolicy'] | undefined;
};

/** A preset with the person's own values over it. A value equal to the preset's is not marked "yours". */
export function limitsFrom(preset: PresetId, overrides: Overrides = {}): Limits {
  const base = presets[preset];
  const values: Values = { ...base.values, ...overrides.values };
  return {
    preset,
    values,
    yours: LIMIT_NAMES.filter((name) => values[name] !== base.values[name]),
    unknownPolicy: overrides.unknownPolicy ?? base.unknownPolicy,
    untracedPolicy: overrides.untracedPolicy ?? base.untracedPolicy,
  };
}

/** The same limits with one of them changed; the preset's own value takes the mark "yours" away. */
export function withLimit(limits: Limits, name: LimitName, value: bigint | null): Limits {
  return limitsFrom(limits.preset, { ...limits, values: { ...limits.values, [name]: value } });
}
