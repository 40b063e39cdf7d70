/** The person's limits, by the names of `facts/risk-model.md` §6. Fractions: 1e18 = 100 %. `null` switches a limit off. */
export type LimitName =
  | 'maxSlashableNow'
  | 'maxNoNotice'
  | 'maxBeforeExit'
  | 'maxSingleAvs'
  | 'maxSingleOperator'
  | 'maxTheftNoNotice'
  | 'maxExit'
  | 'minUpgradeDelay'
  | 'maxOperatorHhi'
  | 'maxAvsHhi'
  | 'maxDeposit'
  | 'maxExpectedAnnualLoss'
  | 'maxEs99Slashing'
  | 'maxPLossOverTolerance'
  | 'maxPegDiscount'
  | 'maxSellCost'
  | 'minMonthsLive'
  | 'minDaysSinceUpgrade'
  | 'maxBackingGap'
  | 'minBridgeVerifiers'
  | 'minCoverRatio';

export type PresetId = 'conservative' | 'balanced' | 'adventurous';

/** Limits in force: a preset with the person's own values laid over it. */
export type Limits = {
  readonly preset: PresetId;
  /** Values after the overrides; seconds, wad, index points or wei by the limit's own unit. */
  readonly values: Readonly<Record<LimitName, bigint | null>>;
  /** Which of them the person changed. */
  readonly yours: readonly LimitName[];
  readonly unknownPolicy: 'block' | 'ask';
  readonly untracedPolicy: 'strict' | 'listed';
};
