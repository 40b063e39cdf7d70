import type { Factor } from '../define-factor.ts';
import { avsHhi } from './avs-hhi.ts';
import { beforeExit } from './before-exit.ts';

import { deposit } from './deposit.ts';
import { exit } from './exit.ts';
import { identity } from './identity.ts';
import { noNotice } from './no-notice.ts';
import { operatorHhi } from './operator-hhi.ts';
import { paused } from './paused.ts';
import { singleAvs } from './single-avs.ts';
import { singleOperator } from './single-operator.ts';
import { slashableNow } from './slashable-now.ts';
import { theftNoNotice } from './theft-no-notice.ts';
import { upgradeDelay } from './upgrade-delay.ts';

/** Every factor there is, in the order in which they are listed. */
export const factors: readonly Factor[] = [
  identity,
  paused,
  slashableNow,
  noNotice,
  beforeExit,
  singleAvs,
  singleOperator,
  theftNoNotice,
  exit,
  upgradeDelay,
  operatorHhi,
  avsHhi,
  deposit,
];
