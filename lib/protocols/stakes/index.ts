import type { StakeId } from '../define-protocol.ts';
import { eigenlayerDirect } from './eigenlayer-direct.ts';
import { etherfiStake } from './etherfi.ts';
import { kelpRseth } from './kelp-rseth.ts';
import { mantleCmeth } from './mantle-cmeth.ts';
import { pufferPufeth } from './puffer-pufeth.ts';
import { pufferUnifieth } from './puffer-unifieth.ts';
import { renzoEzeth } from './renzo-ezeth.ts';
import { mellowAmphreth, mellowRe7lrt, mellowRsteth, mellowSteaklrt } from './mellow.ts';
import { renzoPzeth } from './renzo-pzeth.ts';
import { symbioticV1 } from './symbiotic-v1.ts';
import { symbioticV2 } from './symbiotic-v2.ts';
import type { StakeRecord } from './stake.ts';
import { swellRsweth } from './swell-rsweth.ts';
import { yieldnestYneth } from './yieldnest-yneth.ts';
import { yieldnestYnlsde } from './yieldnest-ynlsde.ts';

const records: Readonly<Partial<Record<StakeId, StakeRecord>>> = {
  etherfi: etherfiStake,
  'renzo-ezeth': renzoEzeth,
  'puffer-pufeth': pufferPufeth,
  'puffer-unifieth': pufferUnifieth,
  'kelp-rseth': kelpRseth,
  'swell-rsweth': swellRsweth,
  'yieldnest-yneth': yieldnestYneth,
  'yieldnest-ynlsde': yieldnestYnlsde,
  'mantle-cmeth': mantleCmeth,
  'eigenlayer-direct': eigenlayerDirect,
  'renzo-pzeth': renzoPzeth,
  'mellow-rsteth': mellowRsteth,
  'mellow-steaklrt': mellowSteaklrt,
  'mellow-re7lrt': mellowRe7lrt,
  'mellow-amphreth': mellowAmphreth,
  'symbiotic-v1': symbioticV1,
  'symbiotic-v2': symbioticV2,
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
export { collateralRates, symbioticAdapters, symbioticCore, symbioticEvents } from './symbiotic-core.ts';
export { symbioticNetworks, symbioticOperators } from './symbiotic-names.ts';
