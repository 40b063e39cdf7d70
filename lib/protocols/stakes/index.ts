import type { StakeId } from '../define-protocol.ts';
import { eigenlayerDirect } from './eigenlayer-direct.ts';
import { etherfiStake } from './etherfi.ts';
import { kelpRseth } from './kelp-rseth.ts';
import { pufferPufeth } from './puffer-pufeth.ts';
import { renzoEzeth } from './renzo-ezeth.ts';
import type { StakeRecord } from './stake.ts';

const records: Readonly<Partial<Record<StakeId, StakeRecord>>> = {
  etherfi: etherfiStake,
  'renzo-ezeth': renzoEzeth,
  'puffer-pufeth': pufferPufeth,
  'kelp-rseth': kelpRseth,
  'eigenlayer-direct': eigenlayerDirect,
};

/** Every stake there is a record for. */
export const stakes: readonly StakeRecord[] = Object.values(records);

/** What stands behind a deposit, by the id its entry carries; null where no record exists. */
export function stakeById(id: string): StakeRecord | null {
  return stakes.find((stake) => stake.id === id) ?? null;
}

export { coreReads, eigenlayerCore, mainnetDelays } from './eigenlayer-core.ts';
export { labelOf } from './labels.ts';
export { validatorExit } from './exit-times.ts';
export type {
  Condition,
  Expr,
  ProxySeen,
  ReadArgument,
  StakeFigure,
  StakeRead,
  StakeRecord,
  UpgradeCheck,
} from './stake.ts';
export { strategies, type TokenToEth } from './strategies.ts';
