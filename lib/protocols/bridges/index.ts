import type { TokenBridges } from './bridge.ts';
import { tokenBridges } from './tokens.ts';

/** How the token of a stake record crosses chains, as published; null where no source says it. */
export function bridgesOf(stake: string): TokenBridges | null {
  return tokenBridges.find((bridges) => bridges.stake === stake) ?? null;
}

export type { BridgeHolder, TokenBridges } from './bridge.ts';
export { layerZero, layerZeroChains } from './layerzero.ts';
export { verifierOperator } from './verifiers.ts';
