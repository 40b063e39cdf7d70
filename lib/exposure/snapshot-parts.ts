import { strategies } from '../protocols/index.ts';

import { numberOf } from './delays.ts';
import type { StakeReading } from './findings.ts';
import type { Snapshot, SnapshotOperator } from './snapshot.ts';
import { pricingOf } from './pricing.ts';
import { delaysOf } from './delays.ts';
import { Answers } from './answers.ts';
import type { Deposit } from '../detect/index.ts';
import type { StakeRecord } from '../protocols/index.ts';
import type { Plan } from './plan.ts';
import type { BlockInfo } from './stream.ts';
import type { Walk } from './walk.ts';

/** Seconds between blocks, by chain id; Ethereum's where nothing is known of a chain. */
const BLOCK_SECONDS = 12;

/** Makes a walk readable: answers by name, prices, delays, and the first block of the deposit. */
export function stakeReading(
  record: StakeRecord,
  deposit: Deposit,
  plan: Plan,
  walk: Walk,
  block: BlockInfo,
): StakeReading {
  const answers = new Answers(plan, walk.results, block.number, block.timestamp);
  return {
    record,
    deposit,
    plan,
    walk,
    answers,
    block,
    pricing: pricingOf(walk.prices, block.number),
    delays: delaysOf(answers, block.chainId),
    nowBlock: Number(block.number) + 1,
    blockSeconds: BLOCK_SECONDS,
  };
}

/** What every snapshot of a reading shares. */
export function snapshotHead(
  reading: StakeReading,
): Pick<
  Snapshot,
  'nowBlock' | 'blockSeconds' | 'allocationConfigurationDelayBlocks' | 'deallocationDelayBlocks'
> {
  return {
    nowBlock: reading.nowBlock,
    blockSeconds: reading.blockSeconds,
    allocationConfigurationDelayBlocks: numberOf(reading.delays.configuration),
    deallocationDelayBlocks: numberOf(reading.delays.deallocation),
  };
}

/** Whether slashed stake can be paid to somebody, for each strategy in the books: not native ETH, not EIGEN. */
export function redistributable(
  operators: readonly SnapshotOperator[],
): Record<string, { redistributable: boolean }> {
  const names = new Set(operators.flatMap(({ books }) => books.map(({ strategy }) => strategy)));
  return Object.fromEntries(
    [...names].map((name) => {
      const entry = strategies.find(({ strategy }) => strategy.toLowerCase() === name);
      return [name, { redistributable: entry?.redistributable ?? true }];
    }),
  );
}
