import type { WorldBuilder, WorldName } from '../world-types.ts';
import { bare } from './bare.ts';
import { eigenlayerDirect } from './eigenlayer-direct.ts';
import { etherfi } from './etherfi.ts';
import { kelp } from './kelp.ts';
import { mantle } from './mantle.ts';
import { puffer } from './puffer.ts';
import { renzo } from './renzo.ts';
import { swell } from './swell.ts';
import { unifieth } from './unifieth.ts';
import { yneth, ynlsde } from './yieldnest.ts';

/** Every ready-made world by name. */
export const worlds: Readonly<Record<WorldName | 'bare', WorldBuilder>> = {
  bare,
  renzo,
  kelp,
  puffer,
  etherfi,
  swell,
  yneth,
  ynlsde,
  mantle,
  unifieth,
  'eigenlayer-direct': eigenlayerDirect,
};
