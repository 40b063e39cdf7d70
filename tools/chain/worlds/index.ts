import type { WorldBuilder, WorldName } from '../world-types.ts';
import { bare } from './bare.ts';
import { eigenlayerDirect } from './eigenlayer-direct.ts';
import { etherfi } from './etherfi.ts';
import { kelp } from './kelp.ts';
import { puffer } from './puffer.ts';
import { renzo } from './renzo.ts';

/** Every ready-made world by name. */
export const worlds: Readonly<Record<WorldName | 'bare', WorldBuilder>> = {
  bare,
  renzo,
  kelp,
  puffer,
  etherfi,
  'eigenlayer-direct': eigenlayerDirect,
};
