import { defineStake } from './stake.ts';

/**
 * A vault of Symbiotic's second kind (`version()` 3): ERC-4626 over up to twenty adapters, of which only some are
 * restaking. Read 2026-11-21 from the sources named; nothing was asked of a live chain.
 */
export const symbioticV2 = defineStake({
  id: 'symbiotic-v2',
  kind: 'symbiotic-v2',
  vault: 'deposit',
  chainId: 1,
  symbols: [],
  reads: {},
  stakers: { given: [] },
  strategies: [],
  figures: {},
  noView: { rateUpdatedAt: 'the vault has no price: shares are worked out in the same block' },
  depositsPaused: { any: [] },
  redemptionPaused: { any: [] },
  exit: { includesUnwinding: true, nativeUnwind: false },
  upgrade: {
    delay: { path: ['poolCode'] },
    checks: [],
    authority: 'the owner of the vault, and only to code that the factory owner allows',
    fastPath: null,
  },
  proxies: [],
  codeSeen: null,
  operators: [],
  provenance: { sources: ['symbioticfi/core@25a065a3dd71 (2026-08-07)'], readOn: '2026-11-21' },
});
