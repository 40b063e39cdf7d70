import { defineStake } from './stake.ts';

/**
 * A vault of Symbiotic's first kind (`version()` 1 or 2). What is read of it hangs on the vault and is the same for
 * all: see `lib/exposure/symbiotic`. Read 2026-11-21 from the sources named; nothing was asked of a live chain.
 */
export const symbioticV1 = defineStake({
  id: 'symbiotic-v1',
  kind: 'symbiotic-v1',
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
  provenance: {
    sources: ['symbioticfi/core@25a065a3dd71 (2026-08-07)', 'npm @symbioticfi/core 1.0.3'],
    readOn: '2026-11-21',
  },
});
