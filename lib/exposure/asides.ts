import type { Reading } from '../core/index.ts';
import type { Deposit } from '../detect/index.ts';
import type { StakeRead, StakeRecord } from '../protocols/index.ts';

import { bridge } from './bridge.ts';
import type { StakeReading } from './findings.ts';
import { market } from './market.ts';
import type { QuoteRead } from './plan.ts';
import type { Unread } from './stake-lines.ts';

/** What an aside found: figures by the names of `Exposure.figures`, and what a person should know of the reading. */
export type AsideFindings = {
  readonly figures: Readonly<Record<string, Reading<bigint>>>;
  readonly remarks: readonly string[];
  readonly unread: readonly Unread[];
  /** Bundled names by lower-case address, for those it met. */
  readonly labels?: Readonly<Record<string, string>>;
};

/** Something beside the stake that is read in the same trip: bridge, market, cover. */
export type Aside = {
  /** Reads to add to those of the record; their names must be the aside's own. */
  readonly reads: (record: StakeRecord, deposit: Deposit) => Readonly<Record<string, StakeRead | QuoteRead>>;
  readonly findings: (reading: StakeReading) => AsideFindings;
};

/** All of them, in the order their remarks are said. */
const asides: readonly Aside[] = [bridge, market];

/** The reads that all asides add for a deposit. */
export function asideReads(record: StakeRecord, deposit: Deposit): Record<string, StakeRead | QuoteRead> {
  return Object.assign({}, ...asides.map(({ reads }) => reads(record, deposit)));
}

/** What all asides found. */
export function asideFindings(reading: StakeReading): Required<AsideFindings> {
  const found = asides.map(({ findings }) => findings(reading));
  return {
    figures: Object.assign({}, ...found.map(({ figures }) => figures)),
    remarks: found.flatMap(({ remarks }) => remarks),
    unread: found.flatMap(({ unread }) => unread),
    labels: Object.assign({}, ...found.map(({ labels = {} }) => labels)),
  };
}
