import { known, type Reading } from '../core/index.ts';
import { mainnetDelays } from '../protocols/index.ts';

import type { Answers } from './answers.ts';

/** EigenLayer's delays in blocks: read, or on Ethereum alone the bundled ones, which then say so. */
export type Delays = {
  readonly withdrawal: Reading<bigint>;
  readonly deallocation: Reading<bigint>;
  readonly configuration: Reading<bigint>;
};

/** The delays on the chain that was read. A value beyond 32 bits is no delay and counts as not read. */
export function delaysOf(answers: Answers, chainId: bigint): Delays {
  const pick = (name: string, bundled: number): Reading<bigint> => {
    const read = answers.word(name);
    if (read.status === 'known' && read.value < 1n << 32n) return read;
    if (chainId === 1n) return known(BigInt(bundled), mainnetDelays.source, null);
    return read.status === 'unknown' ? read : { status: 'unknown', reason: 'malformed', source: read.source };
  };
  return {
    withdrawal: pick('withdrawalDelay', mainnetDelays.withdrawalDelayBlocks),
    deallocation: pick('deallocationDelay', mainnetDelays.deallocationDelayBlocks),
    configuration: pick('configurationDelay', mainnetDelays.allocationConfigurationDelayBlocks),
  };
}

/** A reading as a plain number, null where it is unknown. */
export function numberOf(reading: Reading<bigint>): number | null {
  return reading.status === 'known' && reading.value <= BigInt(Number.MAX_SAFE_INTEGER)
    ? Number(reading.value)
    : null;
}
