import type { Reading } from '../core/index.ts';
import type { Deposit } from '../detect/index.ts';
import type { StakeRecord } from '../protocols/index.ts';

import type { Answers } from './answers.ts';
import type { Delays } from './delays.ts';
import type { Exposure, SetInfo } from './exposure.ts';
import type { Plan } from './plan.ts';
import type { Pricing } from './pricing.ts';
import type { Snapshot } from './snapshot.ts';
import type { Unread } from './stake-lines.ts';
import type { BlockInfo } from './stream.ts';
import type { Walk } from './walk.ts';

/** One whole reading of a stake from one node at one block, ready to be turned into snapshots. */
export type StakeReading = {
  readonly record: StakeRecord;
  readonly deposit: Deposit;
  readonly plan: Plan;
  readonly walk: Walk;
  readonly answers: Answers;
  readonly pricing: Pricing;
  readonly delays: Delays;
  readonly block: BlockInfo;
  /** First block the deposit can be in. */
  readonly nowBlock: number;
  readonly blockSeconds: number;
};

/** What a reading says: everything of an exposure that does not depend on how it was read. */
export type Findings = Pick<
  Exposure,
  | 'snapshots'
  | 'figures'
  | 'depositsPaused'
  | 'redemptionPaused'
  | 'upgradeDelaySecs'
  | 'upgradeFastPath'
  | 'admin'
  | 'lastSlashAt'
  | 'track'
  | 'exitUpperEndIsAssumed'
  | 'exitAssumption'
  | 'sets'
  | 'labels'
  | 'remarks'
> & { readonly unread: readonly Unread[] };

/** The part of findings that each kind of stake works out for itself. */
export type KindFindings = {
  readonly snapshots: readonly Snapshot[];
  readonly figures: Readonly<Record<string, Reading<bigint>>>;
  readonly depositsPaused: Reading<boolean>;
  readonly redemptionPaused: Reading<boolean>;
  readonly lastSlashAt: Reading<bigint | null>;
  readonly exitUpperEndIsAssumed: boolean;
  readonly exitAssumption: Exposure['exitAssumption'];
  readonly remarks: readonly string[];
  readonly unread: readonly Unread[];
  /** Who slashes, where it is no operator set of EigenLayer. */
  readonly sets?: readonly SetInfo[];
  /** Who may change the code, where the record's own path does not say it. */
  readonly code?: Pick<Findings, 'upgradeDelaySecs' | 'admin'> | null;
};
